using System.Globalization;

namespace Msp.Billing.Rating;

/// <summary>The sentences of an explanation, by rule and language. Braces name operands; Result is the step's amount.</summary>
internal static class ExplanationWords
{
    internal static string TemplateOf(Explanation explanation, CultureInfo culture) => In(culture, Of(explanation));

    /// <summary>A choice in the reader's language; null where the text is a name and stays as it is.</summary>
    internal static string? ChoiceOf(Operand.Label label, CultureInfo culture) => label.Name switch
    {
        OperandName.Basis or OperandName.Policy or OperandName.DayCount or OperandName.Source or OperandName.Reason or OperandName.Category
            when ExplanationChoices.Of(label.Name, label.Value) is { } words => In(culture, words),
        _ => null,
    };

    /// <summary>A billing unit in the reader's language; its code where the list does not know it.</summary>
    internal static string UnitOf(string code, bool isOne, CultureInfo culture) =>
        ExplanationUnits.Of(code, isOne) is { } words ? In(culture, words) : code;

    private static string In(CultureInfo culture, (string English, string German, string French) words) =>
        culture.TwoLetterISOLanguageName switch { "de" => words.German, "fr" => words.French, _ => words.English };

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
            "{Before} raised to the minimum spend = {Result}", "{Before} auf den Mindestumsatz erhöht = {Result}", "{Before} porté au montant minimum = {Result}"),
        ExplanationRule.MinimumPrice => (
            "{Days}: minimum {Limit}, after discounts {Before}, share {Share} = {Result}", "{Days}: Mindestumsatz {Limit}, nach Nachlässen {Before}, Anteil {Share} = {Result}",
            "{Days} : minimum {Limit}, après remises {Before}, part {Share} = {Result}"),
        ExplanationRule.Rounded => (
            "{Before} rounded once = {Result}", "{Before} einmal gerundet = {Result}", "{Before} arrondi une seule fois = {Result}"),
        ExplanationRule.NotBilled => (
            "not billed, {Days}, {Reason}: {Before} would be owed, {Amount} is; {Result}", "nicht berechnet, {Days}, {Reason}: {Before} wären fällig, {Amount} sind es; {Result}",
            "non facturé, {Days}, {Reason} : {Before} seraient dus, {Amount} le sont ; {Result}"),
        ExplanationRule.SharedDiscount => (
            "{Name}: this line's share of {Amount} off the contract = {Result}", "{Name}: Anteil dieser Position am Vertragsnachlass von {Amount} = {Result}",
            "{Name} : part de cette ligne dans la remise de {Amount} sur le contrat = {Result}"),
        ExplanationRule.DocumentLine => ("{Name}: {Result}", "{Name}: {Result}", "{Name} : {Result}"),
        ExplanationRule.BilledBefore => (
            "billed before for the same period: {Result}", "für denselben Zeitraum schon berechnet: {Result}", "déjà facturé pour la même période : {Result}"),
        ExplanationRule.Tax => (
            "tax {Category} {Percent} % of {Before} = {Result}", "Steuer {Category} {Percent} % auf {Before} = {Result}", "taxe {Category} {Percent} % sur {Before} = {Result}"),
        ExplanationRule.TaxIncluded => (
            "tax in the prices {Category} {Percent} %: {Before} less net {Net} = {Result}", "enthaltene Steuer {Category} {Percent} %: {Before} abzüglich netto {Net} = {Result}",
            "taxe comprise {Category} {Percent} % : {Before} moins net {Net} = {Result}"),
        ExplanationRule.TaxLeft => (
            "tax {Category} {Percent} % of {Before} would be {Amount}; what is left of the tax on what is credited = {Result}",
            "Steuer {Category} {Percent} % auf {Before} wären {Amount}; von der Steuer auf das Gutgeschriebene ist übrig = {Result}",
            "taxe {Category} {Percent} % sur {Before} serait {Amount} ; ce qui reste de la taxe sur ce qui est crédité = {Result}"),
        ExplanationRule.Document => (
            "{Name}: net {Net}, tax {Tax}, total {Result}", "{Name}: netto {Net}, Steuer {Tax}, gesamt {Result}", "{Name} : net {Net}, taxe {Tax}, total {Result}"),
        ExplanationRule.MarkupPrice => (
            "{Quantity} × {Factor} = {Result}, since {Since}", "{Quantity} × {Factor} = {Result}, seit {Since}", "{Quantity} × {Factor} = {Result}, depuis le {Since}"),
        ExplanationRule.TerminationFee => (
            "leaving on {Day}: fee before tax {Result}", "Ende am {Day}: Entgelt vor Steuer {Result}", "départ le {Day} : indemnité hors taxe {Result}"),
        ExplanationRule.RegularEnd => (
            "with notice on {Since} the contract ends on {Day}, {ResultQuantity} whole months later", "mit Kündigung am {Since} endet der Vertrag am {Day}, {ResultQuantity} ganze Monate später",
            "avec un préavis donné le {Since}, le contrat prend fin le {Day}, {ResultQuantity} mois entiers plus tard"),
        ExplanationRule.RemainingRecurring => Remaining(explanation),
        ExplanationRule.RemainingLine => ("{Name}, {Days}: {Result}", "{Name}, {Days}: {Result}", "{Name}, {Days} : {Result}"),
        ExplanationRule.RemainingShare => explanation[OperandName.Year] is null
            ? ("{Percent} % of {Before} = {Result}", "{Percent} % von {Before} = {Result}", "{Percent} % de {Before} = {Result}")
            : ("year {Year} of the contract: {Percent} % of {Before} = {Result}", "Vertragsjahr {Year}: {Percent} % von {Before} = {Result}",
                "année {Year} du contrat : {Percent} % de {Before} = {Result}"),
        ExplanationRule.AgreedFee => ("agreed fee {Result}", "vereinbartes Entgelt {Result}", "indemnité convenue {Result}"),
        ExplanationRule.Uplifts => Uplifts(explanation),
        ExplanationRule.UpliftStep => (
            "{Percent} % from {Since}, together × {ResultQuantity}", "{Percent} % ab {Since}, zusammen × {ResultQuantity}",
            "{Percent} % à partir du {Since}, ensemble × {ResultQuantity}"),
        ExplanationRule.Quantity => Quantity(explanation),
        ExplanationRule.QuantityRecord => Record(explanation),
        ExplanationRule.CommittedQuantity => (
            "{Before} raised to the committed {Limit} = {ResultQuantity}", "{Before} auf die vereinbarten {Limit} erhöht = {ResultQuantity}",
            "{Before} porté aux {Limit} engagés = {ResultQuantity}"),
        ExplanationRule.WaitingChange => (
            "{Wanted} are billed {Policy}; until then {ResultQuantity}", "{Wanted} werden {Policy} berechnet; bis dahin {ResultQuantity}",
            "{Wanted} sont facturés {Policy} ; jusque-là {ResultQuantity}"),
        ExplanationRule.DayCount => (
            "{Held} of {Natural} days held, {DayCount} = {ResultShare}", "{Held} von {Natural} Tagen, {DayCount} = {ResultShare}",
            "{Held} jours sur {Natural}, {DayCount} = {ResultShare}"),
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

    private static (string English, string German, string French) Remaining(Explanation explanation) => explanation[OperandName.Months] is null
        ? ("{Days}: the recurring lines would still bill {Result}", "{Days}: die laufenden Positionen würden noch {Result} berechnen",
            "{Days} : les lignes récurrentes factureraient encore {Result}")
        : ("at most {Months} months, {Days}: the recurring lines would bill {Result}", "höchstens {Months} Monate, {Days}: die laufenden Positionen würden {Result} berechnen",
            "au plus {Months} mois, {Days} : les lignes récurrentes factureraient {Result}");

    private static (string English, string German, string French) Uplifts(Explanation explanation) => explanation[OperandName.Price] is null
        ? ("prices agreed since {Since}, uplifted by × {ResultQuantity}", "Preise vereinbart seit {Since}, erhöht um × {ResultQuantity}",
            "prix convenus depuis le {Since}, majorés de × {ResultQuantity}")
        : ("{Price} agreed since {Since}, uplifted = {Result}", "{Price} vereinbart seit {Since}, erhöht = {Result}",
            "{Price} convenu depuis le {Since}, majoré = {Result}");

    private static (string English, string German, string French) Quantity(Explanation explanation) => explanation[OperandName.Since] is null
        ? ("{ResultQuantity} {Unit}, {Basis}", "{ResultQuantity} {Unit}, {Basis}", "{ResultQuantity} {Unit}, {Basis}")
        : ("{ResultQuantity} {Unit} since {Since}, {Source}", "{ResultQuantity} {Unit} seit {Since}, {Source}", "{ResultQuantity} {Unit} depuis le {Since}, {Source}");

    private static (string English, string German, string French) Record(Explanation explanation) =>
        explanation[OperandName.Days] is not null ? ("{Days}: {ResultQuantity}", "{Days}: {ResultQuantity}", "{Days} : {ResultQuantity}")
        : explanation[OperandName.Day] is not null ? ("{Day}: {ResultQuantity}", "{Day}: {ResultQuantity}", "{Day} : {ResultQuantity}")
        : ("{ResultQuantity} since {Since}, {Source}", "{ResultQuantity} seit {Since}, {Source}", "{ResultQuantity} depuis le {Since}, {Source}");
}
