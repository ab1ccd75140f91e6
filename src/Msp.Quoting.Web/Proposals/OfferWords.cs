using Msp.Billing.Catalog;
using Msp.Billing.Periods;
using Msp.Billing.Plans;
using Msp.Billing.Quotes;
using Msp.Quoting.Web.Localization;

namespace Msp.Quoting.Web.Proposals;

/// <summary>What an offer's values are called on a proposal, in the reader's language.</summary>
internal static class OfferWords
{
    /// <summary>A time, such as "15 minutes" or "1 hour".</summary>
    public static string Of(TimeSpan time, Texts texts)
    {
        ArgumentNullException.ThrowIfNull(texts);
        var minutes = (long)time.TotalMinutes;
        return minutes % 1440 == 0 && minutes > 1440 ? texts.Count(minutes / 1440, "1 day", "{0} days")
            : minutes % 60 == 0 ? texts.Count(minutes / 60, "1 hour", "{0} hours")
            : texts.Count(minutes, "1 minute", "{0} minutes");
    }

    /// <summary>Hours of cover.</summary>
    public static string Of(CoverHours cover) => cover == CoverHours.AroundTheClock ? "24/7, every day of the year" : "Business hours";

    /// <summary>A severity.</summary>
    public static string Of(Severity severity) => severity switch
    {
        Severity.Critical => "Critical: your business stands still",
        Severity.High => "High: a team cannot work",
        Severity.Normal => "Normal: one person is held up",
        _ => "Low: a question or a wish",
    };

    /// <summary>What a service line means, for somebody who does not buy it every day.</summary>
    public static string Explained(ServiceLine line) => line switch
    {
        ServiceLine.NetworkMonitoring => "We watch routers, switches, firewalls and servers, and act before a fault becomes an outage.",
        ServiceLine.Helpdesk => "Your people reach ours when something breaks or they need help.",
        ServiceLine.PatchManagement => "Operating systems and software stay up to date.",
        ServiceLine.BackupAndRecovery => "Copies of your data, and a tested way back after a loss.",
        ServiceLine.Cybersecurity => "Protection of every device, firewall management, awareness training.",
        ServiceLine.CloudManagement => "We run Microsoft 365, Azure, Google Workspace and the like.",
        _ => "One contact for your internet, hardware and software suppliers.",
    };

    /// <summary>How often something is billed.</summary>
    public static string Of(Cadence? cadence, Texts texts)
    {
        ArgumentNullException.ThrowIfNull(texts);
        return cadence is not { } every ? texts["once"]
            : every == Cadence.Monthly ? texts["per month"]
            : every == Cadence.Quarterly ? texts["per quarter"]
            : every == Cadence.Yearly ? texts["per year"]
            : every.Unit == CadenceUnit.Month ? texts["every {0} months", every.Count]
            : every.Unit == CadenceUnit.Week ? texts["every {0} weeks", every.Count]
            : texts["every {0} days", every.Count];
    }

    /// <summary>How often an option is billed, as a choice.</summary>
    public static string Billed(Cadence cadence, Texts texts)
    {
        ArgumentNullException.ThrowIfNull(texts);
        return cadence == Cadence.Monthly ? texts["billed monthly"]
            : cadence == Cadence.Quarterly ? texts["billed quarterly"]
            : cadence == Cadence.Yearly ? texts["billed yearly"]
            : texts["billed {0}", Of(cadence, texts)];
    }

    /// <summary>The length of an option, as a choice.</summary>
    public static string TermOf(ProposalOption option, Texts texts)
    {
        ArgumentNullException.ThrowIfNull(option);
        ArgumentNullException.ThrowIfNull(texts);
        return option.TermMonths is { } months ? texts.Count(months, "1 month", "{0} months") : texts["No fixed term"];
    }

    /// <summary>How long an option binds and how one gets out of it, in sentences.</summary>
    public static string LengthOf(ProposalOption option, Texts texts)
    {
        ArgumentNullException.ThrowIfNull(option);
        ArgumentNullException.ThrowIfNull(texts);
        var notice = texts.Count(option.NoticeDays, "1 day's notice", "{0} days' notice");
        return (option.TermMonths, option.RenewalMonths) switch
        {
            ({ } months, { } renewal) => texts["{0}, then renewing by {1} at a time unless you give {2}.", texts.Count(months, "1 month", "{0} months"), texts.Count(renewal, "1 month", "{0} months"), notice],
            ({ } months, null) => texts["{0}, then it ends by itself.", texts.Count(months, "1 month", "{0} months")],
            _ => texts["No fixed term; {0}.", notice],
        };
    }

    /// <summary>A unit, for a quantity.</summary>
    public static string Of(BillingUnit unit, decimal quantity, Texts texts)
    {
        ArgumentNullException.ThrowIfNull(unit);
        ArgumentNullException.ThrowIfNull(texts);
        return texts[quantity == 1 ? unit.Singular : unit.Plural];
    }
}
