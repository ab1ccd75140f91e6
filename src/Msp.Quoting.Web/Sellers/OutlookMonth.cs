using System.Collections.Immutable;
using Msp.Billing.Invoicing;

namespace Msp.Quoting.Web.Sellers;

/// <summary>What a coming run will bill a contract if nothing changes.</summary>
/// <param name="Through">The last due day of the run.</param>
/// <param name="Draft">What it bills; null when nothing.</param>
/// <param name="Arithmetic">How it comes about, a step a line, two spaces a level; in the reader's language.</param>
internal sealed record OutlookMonth(DateOnly Through, InvoiceDraft? Draft, ImmutableArray<string> Arithmetic);
