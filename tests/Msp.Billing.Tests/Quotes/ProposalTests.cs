using System.Reflection;
using Msp.Billing.Contracts;
using Msp.Billing.Invoicing;
using Msp.Billing.Plans;
using Msp.Billing.Quotes;
using Msp.Billing.Rating;

namespace Msp.Billing.Tests.Quotes;

public sealed class ProposalTests
{
    private static readonly string[] Secrets = ["Cost", "Margin", "Profit", "Internal", "Hours", "Author", "Owner", "Labour"];

    private static readonly Type[] Knowing =
        [typeof(Charge), typeof(ContractLine), typeof(ContractTerms), typeof(Contract), typeof(QuoteContent), typeof(QuoteOption), typeof(QuoteItem), typeof(InvoiceDraft), typeof(DraftLine), typeof(QuotedInvoice), typeof(OptionFigures), typeof(QuoteEconomics), typeof(QuoteDraft)];

    [Fact]
    public void Nothing_that_a_proposal_leads_to_knows_a_cost_or_a_note()
    {
        var (seen, waiting) = (new HashSet<Type>(), new Queue<Type>([typeof(Proposal)]));
        while (waiting.TryDequeue(out var type))
        {
            if (!seen.Add(type))
            {
                continue;
            }

            Assert.DoesNotContain(type, Knowing);
            foreach (var part in type.GetGenericArguments())
            {
                waiting.Enqueue(part);
            }

            if (type.Assembly != typeof(Proposal).Assembly)
            {
                continue;
            }

            foreach (var property in type.GetProperties(BindingFlags.Instance | BindingFlags.Public))
            {
                Assert.DoesNotContain(Secrets, secret => property.Name.Contains(secret, StringComparison.Ordinal));
                waiting.Enqueue(property.PropertyType);
            }
        }

        Assert.Contains(typeof(QuotedLine), seen);
        Assert.Contains(typeof(ServiceLevel), seen);
        Assert.DoesNotContain(typeof(Explanation), seen); // told on request, from documents only
    }

    [Fact]
    public void It_shows_what_the_engine_prices()
    {
        var content = WorkedQuote.Content();
        var proposal = Proposal.Of("Q-2026-0148", 1, QuoteStatus.Sent, "Main Street IT", WorkedQuote.Customer, content, content.DefaultChoice(), WorkedQuote.Tax);

        Assert.Equal(["basic-36", "standard-36", "premium-36"], proposal.Options.Select(option => option.Code));
        Assert.Equal("8060.75 USD", $"{proposal.Chosen.Monthly}");
        Assert.Equal("13327.80 USD", $"{proposal.Chosen.Invoices[0].Total}"); // 8,060.75 + 4,911 + 356.05 of tax
        Assert.Equal([true, true, false], proposal.Items.Select(item => item.IsTaken));
        Assert.Equal(["Managed user", "Managed server", "Onboarding", "Managed firewall", "Microsoft 365 Business Premium"], proposal.Chosen.Lines.Select(line => line.Name));
        Assert.Equal(337.5m, proposal.Chosen.Lines[0].Discount.Amount); // 5 % of 6,750
        Assert.Equal(13327.80m, proposal.Chosen.Invoices[0].Explain().Result);
    }
}
