namespace Msp.Billing.Ledger;

/// <summary>Asks somebody outside for money, such as a bank for a direct debit. The library has none; a host brings its own.</summary>
/// <remarks>
/// <para>Must be idempotent by <see cref="CollectionRequest.Key"/>: asked twice with one key it collects once and gives the same answer. What it collected is
/// recorded as a <see cref="Payment"/> when the money has arrived, not when it was asked for.</para>
/// <para>No card numbers pass through here: whoever takes cards lets the provider's own page take them.</para>
/// </remarks>
/// <example>
/// A gateway that writes the requests of a day into a file for the bank:
/// <code>
/// public sealed class DebitFile(string folder) : IPaymentGateway
/// {
///     public async Task&lt;CollectionAnswer> CollectAsync(CollectionRequest request, CancellationToken cancellation)
///     {
///         var path = Path.Combine(folder, request.Key + ".json");        // one file for each key: writing it again changes nothing
///         await File.WriteAllTextAsync(path, JsonSerializer.Serialize(request), cancellation);
///         return new CollectionAnswer(CollectionState.Pending, request.Key, "Handed to the bank.");
///     }
/// }
/// </code>
/// </example>
public interface IPaymentGateway
{
    /// <summary>Asks for the money of an invoice.</summary>
    /// <param name="request">What is asked for.</param>
    /// <param name="cancellation">Stops waiting; the request may have been made nevertheless, so ask again with the same key.</param>
    Task<CollectionAnswer> CollectAsync(CollectionRequest request, CancellationToken cancellation);
}
