using Msp.Billing.Catalog;

namespace Msp.Billing.Documents.EInvoicing;

/// <summary>Billing units by their codes of UN/ECE Recommendation 20.</summary>
internal static class UnitCodes
{
    internal const string One = "C62";
    internal const string Piece = "H87";
    internal const string Day = "DAY";

    internal static readonly string[] All = [One, Piece, Day, "E34", "E35", "MIN", "HUR"];

    internal static string Of(string billingUnit) => billingUnit switch
    {
        "gb" => "E34",
        "tb" => "E35",
        "minute" => "MIN",
        "hour" => "HUR",
        "piece" => Piece,
        _ => BillingUnit.TryFromCode(billingUnit)?.Device is not null || billingUnit == "device" ? Piece : One,
    };
}
