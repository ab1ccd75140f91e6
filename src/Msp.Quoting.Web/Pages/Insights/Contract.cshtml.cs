using Microsoft.AspNetCore.Mvc;
using Msp.Billing.EntityFrameworkCore.Contracts;
using Msp.Billing.Insights;
using Msp.Billing.Invoicing;
using Msp.Quoting.Web.Insights;
using Msp.Quoting.Web.Sellers;

namespace Msp.Quoting.Web.Pages.Insights;

/// <summary>How the MRR of one contract comes about, line by line.</summary>
internal sealed class ContractModel(InsightDesk desk, CurrentSeller seller) : InsightPageModel(desk)
{
    public ContractMrr? Mrr { get; private set; }

    public string CustomerName { get; private set; } = "";

    public IActionResult OnGet(string number)
    {
        Open();
        using var reader = new ContractReader(seller.Store, seller.Id);
        if (reader.Find(number) is not { } stored)
        {
            return NotFound();
        }

        var last = Month.AddMonths(1).AddDays(-1);
        var calculator = new MrrCalculator(new TableTaxCalculator(new SellerBook(seller.Store).TaxTableOf(seller.Id)));
        Mrr = calculator.Of(stored.Contract, stored.Customer.Tax, stored.Counts.Span, last < seller.Clock.Today ? last : seller.Clock.Today);
        CustomerName = stored.Customer.Name;
        return Page();
    }
}
