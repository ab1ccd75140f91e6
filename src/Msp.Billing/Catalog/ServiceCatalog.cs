using System.Collections.Frozen;
using System.Collections.Immutable;

namespace Msp.Billing.Catalog;

/// <summary>Everything that a seller offers, found by code.</summary>
/// <remarks>Immutable and thread-safe. Codes are compared letter by letter: <c>Backup</c> and <c>backup</c> are two services.</remarks>
public sealed class ServiceCatalog
{
    private readonly FrozenDictionary<string, Service> _byCode;

    /// <summary>Creates a catalogue.</summary>
    /// <param name="services">In the order in which they are shown; codes unique.</param>
    /// <exception cref="ArgumentException">Two services have one code.</exception>
    public ServiceCatalog(params ReadOnlySpan<Service> services)
    {
        var byCode = new Dictionary<string, Service>(services.Length, StringComparer.Ordinal);
        foreach (var service in services)
        {
            ArgumentNullException.ThrowIfNull(service, nameof(services));
            if (!byCode.TryAdd(service.Code, service))
            {
                throw new ArgumentException(
                    $"The catalogue has two services '{service.Code}': {byCode[service.Code].Name} and {service.Name}. Give one of them another code.", nameof(services));
            }
        }

        Services = [.. services];
        _byCode = byCode.ToFrozenDictionary(StringComparer.Ordinal);
    }

    /// <summary>Every service, in the order in which they are shown.</summary>
    public ImmutableArray<Service> Services { get; }

    /// <summary>The service with a code; null where there is none.</summary>
    public Service? Find(string code)
    {
        ArgumentNullException.ThrowIfNull(code);
        return _byCode.GetValueOrDefault(code);
    }

    /// <summary>The service with a code.</summary>
    /// <exception cref="ArgumentException">There is none; the message lists what there is.</exception>
    public Service Get(string code) => Find(code) ?? throw new ArgumentException(
        $"The catalogue has no service '{code}'. It has: {string.Join(", ", Services.Select(service => service.Code))}.", nameof(code));

    /// <summary>The services of one line, in the order in which they are shown.</summary>
    public IEnumerable<Service> In(ServiceLine line) => Services.Where(service => service.Line == line);
}
