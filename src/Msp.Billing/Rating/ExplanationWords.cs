using System.Globalization;

namespace Msp.Billing.Rating;

/// <summary>The sentences of an explanation, by rule and language. Braces name operands; Result is the step's amount.</summary>
internal static class ExplanationWords
{
    internal static string TemplateOf(Explanation explanation, CultureInfo culture)
    {
        var (english, german, french) = Of(explanation);
        return culture.TwoLetterISOLanguageName switch { "de" => german, "fr" => french, _ => english };
    }

    private static (string English, string German, string French) Of(Explanation explanation) => explanation.Rule switch
    {
        ExplanationRule.Entitlement => ("{Name}, {Days}: {Result}", "{Name}, {Days}: {Result}", "{Name}, {Days} : {Result}"),
        ExplanationRule.Days => (
            "{Days}: {Quantity} {Unit}, whole period {Before}, share {Share} = {Result}",
            "{Days}: {Quantity} {Unit}, ganzer Zeitraum {Before}, Anteil {Share} = {Result}",
            "{Days} : {Quantity} {Unit}, période entière {Before}, part {Share} = {Result}"),
        ExplanationRule.FlatPrice => (
            "flat price {Result}, since {Since}", "Pauschale {Result}, seit {Since}", "prix forfaitaire {Result}, depuis le {Since}"),
        ExplanationRule.PerUnitPrice => (
            "{Quantity} × {Price} = {Result}, price since {Since}", "{Quantity} × {Price} = {Result}, Preis seit {Since}",
            "{Quantity} × {Price} = {Result}, prix depuis le {Since}"),
        ExplanationRule.GraduatedPrice => (
            "{Quantity} in steps, each step at its price = {Result}, prices since {Since}",
            "{Quantity} in Stufen, jede Stufe zu ihrem Preis = {Result}, Preise seit {Since}",
            "{Quantity} par tranches, chaque tranche à son prix = {Result}, prix depuis le {Since}"),
        ExplanationRule.VolumePrice => (
            "{Quantity}, all at the price of the step reached = {Result}, prices since {Since}",
            "{Quantity}, alle zum Preis der erreichten Stufe = {Result}, Preise seit {Since}",
            "{Quantity}, toutes au prix du palier atteint = {Result}, prix depuis le {Since}"),
        ExplanationRule.PackagePrice => (
            "{Quantity} are {Blocks} begun blocks of {Per} × {Price} = {Result}, price since {Since}",
            "{Quantity} sind {Blocks} angefangene Blöcke zu {Per} × {Price} = {Result}, Preis seit {Since}",
            "{Quantity} font {Blocks} lots entamés de {Per} × {Price} = {Result}, prix depuis le {Since}"),
        ExplanationRule.Step => Step(explanation),
        ExplanationRule.MinimumQuantity => (
            "{Before} raised to the least of {Limit} = {ResultQuantity}", "{Before} auf mindestens {Limit} erhöht = {ResultQuantity}",
            "{Before} porté au minimum de {Limit} = {ResultQuantity}"),
        ExplanationRule.IncludedQuantity => (
            "{Before} less {Limit} included = {ResultQuantity}", "{Before} abzüglich {Limit} inklusive = {ResultQuantity}",
            "{Before} moins {Limit} inclus = {ResultQuantity}"),
        ExplanationRule.Increment => (
            "{Before} in begun steps of {Per}, each bills {Bills} = {ResultQuantity}", "{Before} in angefangenen Schritten von {Per}, je {Bills} berechnet = {ResultQuantity}",
            "{Before} par pas entamés de {Per}, chacun facturé {Bills} = {ResultQuantity}"),
        ExplanationRule.PercentDiscount => (
            "{Name}: {Before} less {Percent} % = {Result}", "{Name}: {Before} abzüglich {Percent} % = {Result}", "{Name} : {Before} moins {Percent} % = {Result}"),
        ExplanationRule.AmountDiscount => (
            "{Name}: {Before} less {Amount} = {Result}", "{Name}: {Before} abzüglich {Amount} = {Result}", "{Name} : {Before} moins {Amount} = {Result}"),
        ExplanationRule.MinimumSpend => (
            "{Before} raised to the minimum of {Limit}, share {Share} = {Result}", "{Before} auf den Mindestbetrag {Limit} erhöht, Anteil {Share} = {Result}",
            "{Before} porté au minimum de {Limit}, part {Share} = {Result}"),
        ExplanationRule.Rounded => (
            "{Before} rounded once = {Result}", "{Before} einmal gerundet = {Result}", "{Before} arrondi une seule fois = {Result}"),
        ExplanationRule.NotBilled => (
            "not billed: {Days}, {Before} × {Share} = {Result}", "nicht berechnet: {Days}, {Before} × {Share} = {Result}",
            "non facturé : {Days}, {Before} × {Share} = {Result}"),
        ExplanationRule.SharedDiscount => (
            "{Name}: this line's share of {Amount} off the contract = {Result}", "{Name}: Anteil dieser Position am Vertragsnachlass von {Amount} = {Result}",
            "{Name} : part de cette ligne dans la remise de {Amount} sur le contrat = {Result}"),
        ExplanationRule.DocumentLine => ("{Name}: {Result}", "{Name}: {Result}", "{Name} : {Result}"),
        ExplanationRule.BilledBefore => (
            "billed before for the same period: {Result}", "für denselben Zeitraum schon berechnet: {Result}", "déjà facturé pour la même période : {Result}"),
        ExplanationRule.Tax => (
            "tax {Category} {Percent} % of {Before} = {Result}", "Steuer {Category} {Percent} % auf {Before} = {Result}", "taxe {Category} {Percent} % sur {Before} = {Result}"),
        ExplanationRule.Document => ("{Name}: {Result}", "{Name}: {Result}", "{Name} : {Result}"),
        _ => throw new InvalidOperationException($"No such rule: {explanation.Rule}."),
    };

    private static (string English, string German, string French) Step(Explanation explanation)
    {
        var fee = explanation[OperandName.Fee] is null ? "" : " + {Fee}";
        return explanation[OperandName.UpTo] is null
            ? ($"above {{Above}}: {{Quantity}} × {{Price}}{fee} = {{Result}}", $"über {{Above}}: {{Quantity}} × {{Price}}{fee} = {{Result}}",
                $"au-delà de {{Above}} : {{Quantity}} × {{Price}}{fee} = {{Result}}")
            : ($"above {{Above}} up to {{UpTo}}: {{Quantity}} × {{Price}}{fee} = {{Result}}", $"über {{Above}} bis {{UpTo}}: {{Quantity}} × {{Price}}{fee} = {{Result}}",
                $"au-delà de {{Above}} jusqu'à {{UpTo}} : {{Quantity}} × {{Price}}{fee} = {{Result}}");
    }
}
