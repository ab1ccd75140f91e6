using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Msp.Billing.Cli.Commands;
using OpenTelemetry;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace Msp.Billing.Cli.Watching;

/// <summary>Sends spans and measurements of runs to a collector of OpenTelemetry, where the standard variables name one.</summary>
/// <remarks>Only what this library says of itself is sent: runs, chunks, sellers' numbers in storage. Addresses of pages hold customers' links and are not.</remarks>
internal sealed class SignalExport : IDisposable
{
    // What sources of spans and meters of this library are called; told in docs/scaling.md.
    private const string Signals = "Msp.Billing";
    private const string Endpoint = "OTEL_EXPORTER_OTLP_ENDPOINT";
    private readonly TracerProvider _traces;
    private readonly MeterProvider _metrics;

    private SignalExport(TracerProvider traces, MeterProvider metrics) => (_traces, _metrics) = (traces, metrics);

    /// <summary>Begins to send, until it is disposed of, which sends the rest.</summary>
    /// <param name="service">What the program is called where <c>OTEL_SERVICE_NAME</c> says nothing else.</param>
    /// <param name="configuration">Has the standard variables; those of the process when null.</param>
    /// <returns>Null where <c>OTEL_EXPORTER_OTLP_ENDPOINT</c> is not set: nothing is watched, and nothing is sent.</returns>
    /// <exception cref="CommandException">The variable is not an address.</exception>
    public static SignalExport? Start(string service, IConfiguration? configuration = null)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(service);
        if ((configuration is null ? Environment.GetEnvironmentVariable(Endpoint) : configuration[Endpoint]) is not { Length: > 0 } endpoint)
        {
            return null;
        }

        if (!Uri.TryCreate(endpoint, UriKind.Absolute, out var address) || address.Scheme is not ("http" or "https"))
        {
            throw CommandException.Usage($"{Endpoint}: '{endpoint}' is no address of a collector. Write it such as http://localhost:4317, or set no {Endpoint} to send nothing.");
        }

        // Whoever starts the program may name it; what the code says is the fallback.
        void Describe(ResourceBuilder resource) => resource.AddService(service).AddEnvironmentVariableDetector();
        void Configure(IServiceCollection services)
        {
            if (configuration is not null)
            {
                services.AddSingleton(configuration);
            }
        }

        var traces = Sdk.CreateTracerProviderBuilder().ConfigureServices(Configure).ConfigureResource(Describe).AddSource(Signals).AddOtlpExporter().Build();
        var metrics = Sdk.CreateMeterProviderBuilder().ConfigureServices(Configure).ConfigureResource(Describe).AddMeter(Signals).AddOtlpExporter().Build();
        return new SignalExport(traces, metrics);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _traces.Dispose();
        _metrics.Dispose();
    }
}
