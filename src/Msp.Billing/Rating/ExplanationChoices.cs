using Msp.Billing.Catalog;
using Msp.Billing.Periods;
using Msp.Billing.Plans;

namespace Msp.Billing.Rating;

/// <summary>The choices that explanations name, in the words of each language. They stand inside a sentence.</summary>
internal static class ExplanationChoices
{
    internal static (string English, string German, string French)? Of(OperandName name, string value) => (name, value) switch
    {
        (OperandName.Basis, nameof(QuantityBasis.Timeline)) => ("by day", "taggenau", "par jour"),
        (OperandName.Basis, nameof(QuantityBasis.PeriodStart)) => ("on the first day held", "am ersten Tag", "au premier jour"),
        (OperandName.Basis, nameof(QuantityBasis.PeriodEnd)) => ("on the last day held", "am letzten Tag", "au dernier jour"),
        (OperandName.Basis, nameof(QuantityBasis.Highest)) => ("the highest held", "der Höchststand", "le maximum atteint"),
        (OperandName.Basis, nameof(QuantityBasis.DayWeightedAverage)) => ("the average of the days held", "der Durchschnitt der Tage", "la moyenne des jours"),
        (OperandName.Basis, nameof(QuantityBasis.Reported)) => ("the sum of the reports", "die Summe der Meldungen", "la somme des relevés"),
        (OperandName.Policy, nameof(ChangePolicy.Immediately)) => ("at once", "sofort", "immédiatement"),
        (OperandName.Policy, nameof(ChangePolicy.NextPeriod)) => ("from the next period", "ab dem nächsten Zeitraum", "à partir de la période suivante"),
        (OperandName.Policy, nameof(ChangePolicy.AtRenewal)) => ("from the next renewal", "ab der nächsten Verlängerung", "à partir du prochain renouvellement"),
        (OperandName.DayCount, nameof(DayCount.ActualOverActual)) => ("by the days of the period", "nach den Tagen des Zeitraums", "selon les jours de la période"),
        (OperandName.DayCount, nameof(DayCount.ActualOver30)) => ("over thirty days a month", "über dreißig Tage je Monat", "sur trente jours par mois"),
        (OperandName.DayCount, nameof(DayCount.ActualOver365)) => ("over 365 days a year", "über 365 Tage im Jahr", "sur 365 jours par an"),
        (OperandName.DayCount, nameof(DayCount.Thirty360)) => ("in months of thirty days", "in Monaten zu dreißig Tagen", "en mois de trente jours"),
        (OperandName.DayCount, nameof(DayCount.WholePeriod)) => ("whole periods only", "nur ganze Zeiträume", "périodes entières seulement"),
        (OperandName.DayCount, nameof(DayCount.NextWholePeriod)) => ("from the next whole period", "ab dem nächsten ganzen Zeitraum", "dès la prochaine période entière"),
        (OperandName.Source, nameof(QuantitySource.Agreed)) => ("as agreed", "wie vereinbart", "comme convenu"),
        (OperandName.Source, nameof(QuantitySource.Amended)) => ("as amended", "laut Änderung", "selon l'avenant"),
        (OperandName.Source, nameof(QuantitySource.Counted)) => ("as counted", "wie gezählt", "selon le comptage"),
        (OperandName.Reason, nameof(NotBilledReason.NextWholePeriod)) =>
            ("a part period waits for the next whole one", "ein Teilzeitraum wartet auf den nächsten ganzen", "une période partielle attend la suivante entière"),
        (OperandName.Reason, nameof(NotBilledReason.WholePeriod)) =>
            ("a part period is billed in full", "ein Teilzeitraum wird voll berechnet", "une période partielle est facturée en entier"),
        (OperandName.Reason, nameof(NotBilledReason.CappedDays)) =>
            ("never more than the whole period", "nie mehr als der ganze Zeitraum", "jamais plus que la période entière"),
        (OperandName.Reason, nameof(NotBilledReason.Increase)) => ("an increase that waits", "eine Erhöhung, die wartet", "une hausse en attente"),
        (OperandName.Reason, nameof(NotBilledReason.Decrease)) => ("a decrease that waits", "eine Verringerung, die wartet", "une baisse en attente"),
        (OperandName.Category, nameof(TaxCategory.Standard)) => ("standard rate", "Regelsatz", "taux normal"),
        (OperandName.Category, nameof(TaxCategory.Reduced)) => ("reduced rate", "ermäßigter Satz", "taux réduit"),
        (OperandName.Category, nameof(TaxCategory.Zero)) => ("zero rate", "Nullsatz", "taux zéro"),
        (OperandName.Category, nameof(TaxCategory.Exempt)) => ("exempt", "steuerbefreit", "exonéré"),
        (OperandName.Category, nameof(TaxCategory.ReverseCharge)) => ("reverse charge", "Steuerschuldnerschaft des Leistungsempfängers", "autoliquidation"),
        (OperandName.Category, nameof(TaxCategory.OutsideScope)) => ("outside the scope", "nicht steuerbar", "hors champ"),
        (OperandName.Category, nameof(TaxCategory.SalesTax)) => ("sales tax", "Verkaufssteuer", "taxe de vente"),
        _ => null,
    };
}
