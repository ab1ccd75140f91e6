using Msp.Billing.Catalog;
using Msp.Billing.Plans;

namespace Msp.Billing.Rating;

/// <summary>The billing units in the words of each language, for one and for more.</summary>
internal static class ExplanationUnits
{
    /// <summary>What is counted in other steps than it is billed in, minutes that are billed as hours: the charge's unit is not what was counted.</summary>
    private const string AsCounted = "as-counted";

    /// <summary>The unit that a quantity of a charge is counted in.</summary>
    internal static string CountedIn(Charge charge) => charge.Pricing.Increment is null ? charge.Unit.Code : AsCounted;

    internal static (string English, string German, string French)? Of(string code, bool isOne) => code == AsCounted
        ? ("as counted", "wie gezählt", "tels que comptés")
        : BillingUnit.TryFromCode(code) is { } unit && Translated(code) is { } words
            ? isOne ? (unit.Singular, words.German.One, words.French.One) : (unit.Plural, words.German.More, words.French.More)
            : null;

    private static ((string One, string More) German, (string One, string More) French)? Translated(string code) => code switch
    {
        "flat" => (("Pauschale", "Pauschalen"), ("forfait", "forfaits")),
        "user" => (("Benutzer", "Benutzer"), ("utilisateur", "utilisateurs")),
        "site" => (("Standort", "Standorte"), ("site", "sites")),
        "device" => (("Gerät", "Geräte"), ("appareil", "appareils")),
        "workstation" => (("Arbeitsplatz", "Arbeitsplätze"), ("poste de travail", "postes de travail")),
        "server" => (("Server", "Server"), ("serveur", "serveurs")),
        "switch" => (("Switch", "Switches"), ("commutateur", "commutateurs")),
        "firewall" => (("Firewall", "Firewalls"), ("pare-feu", "pare-feu")),
        "access-point" => (("Access Point", "Access Points"), ("point d'accès", "points d'accès")),
        "printer" => (("Drucker", "Drucker"), ("imprimante", "imprimantes")),
        "mobile" => (("Mobilgerät", "Mobilgeräte"), ("appareil mobile", "appareils mobiles")),
        "other-device" => (("sonstiges Gerät", "sonstige Geräte"), ("autre appareil", "autres appareils")),
        "licence" => (("Lizenz", "Lizenzen"), ("licence", "licences")),
        "mailbox" => (("Postfach", "Postfächer"), ("boîte aux lettres", "boîtes aux lettres")),
        "piece" => (("Stück", "Stück"), ("pièce", "pièces")),
        "amount" => (("Betrag", "Betrag"), ("montant", "montant")),
        "gb" => (("GB", "GB"), ("Go", "Go")),
        "tb" => (("TB", "TB"), ("To", "To")),
        "minute" => (("Minute", "Minuten"), ("minute", "minutes")),
        "hour" => (("Stunde", "Stunden"), ("heure", "heures")),
        _ => null,
    };
}
