using Msp.Billing.Amounts;
using Msp.Billing.EntityFrameworkCore.Delivery;
using Msp.Billing.EntityFrameworkCore.Ledger;
using Msp.Billing.EntityFrameworkCore.Tests.Ledger;
using Msp.Billing.EntityFrameworkCore.Tests.Runs;
using Msp.Billing.Ledger;

namespace Msp.Billing.EntityFrameworkCore.Tests.Delivery;

/// <summary>Reminders on their way: each once, whatever happens in between.</summary>
public abstract class ReminderDeliveryTests
{
    private readonly Provider _provider;

    private protected ReminderDeliveryTests(Provider provider) => _provider = provider;

    [Fact]
    public void A_reminder_is_mailed_once_and_names_what_is_owed()
    {
        using var world = World();
        var outbox = new Outbox();
        var delivery = new ReminderDelivery(world.Store, 1, TimeProvider.System, outbox);
        Assert.Equal(0, delivery.Send("anna").Sent);
        var reminded = new DunningBook(world.Store, 1, TimeProvider.System).Run(RunBooks.Day("2026-05-20"), null, "anna");
        Assert.Equal(reminded.Length, delivery.Count(onlyWaiting: true));

        var report = delivery.Send("anna");
        Assert.Equal(reminded.Count(notice => notice.Email.Length > 0), report.Sent);
        Assert.Equal(reminded.Where(notice => notice.Email.Length == 0).Select(notice => notice.Number), report.WithoutAddress);
        Assert.NotEmpty(report.WithoutAddress);
        Assert.Equal(0, delivery.Send("anna").Sent);
        var letter = outbox.Letters[0];
        var notice = reminded.First(one => one.Number == letter.Document);
        Assert.Equal("pay@nordwind.example", letter.ToAddress);
        Assert.Contains(notice.Action.Item.Invoice, letter.Subject, StringComparison.Ordinal);
        Assert.Contains("Mahngebühr: 40,00\u00a0EUR", letter.Text, StringComparison.Ordinal);
        Assert.All(delivery.List(onlyWaiting: false), one => Assert.Equal(one.Email.Length > 0, one.SentAt is not null));
    }

    [Fact]
    public void What_the_outbox_does_not_take_waits_and_what_was_taken_before_a_kill_goes_again_under_its_name()
    {
        using var world = World();
        new DunningBook(world.Store, 1, TimeProvider.System).Run(RunBooks.Day("2026-05-20"), "K-1", "anna");
        var outbox = new Outbox { Refuses = true };
        var delivery = new ReminderDelivery(world.Store, 1, TimeProvider.System, outbox);

        var failed = Assert.Single(delivery.Send("anna").Failed.Take(1));
        Assert.Equal("no route", failed.Reason);
        outbox.Refuses = false;
        outbox.DiesAfter = 1;
        Assert.Throws<InvalidOperationException>(() => delivery.Send("anna"));
        outbox.DiesAfter = null;
        delivery.Send("anna");
        Assert.Equal(outbox.Letters[0], outbox.Letters[1]); // the same name and the same words
        Assert.Equal(0, delivery.Count(onlyWaiting: true));
    }

    [Fact]
    public void An_invoice_that_was_paid_meanwhile_is_not_reminded_of()
    {
        using var world = World();
        var reminded = new DunningBook(world.Store, 1, TimeProvider.System).Run(RunBooks.Day("2026-05-20"), "K-1", "anna");
        var payments = new PaymentBook(world.Store, 1, TimeProvider.System);
        payments.Record(new PaymentRequest("K-1", RunBooks.Day("2026-05-21"), LedgerBookTests.Eur(100_000m)), "anna");
        var outbox = new Outbox();
        var report = new ReminderDelivery(world.Store, 1, TimeProvider.System, outbox).Send("anna");

        Assert.Equal(0, report.Sent);
        Assert.Equal(reminded.Select(notice => notice.Number), report.Settled);
        Assert.Empty(outbox.Letters);
    }

    [Fact]
    public void Who_is_paused_is_listed_until_the_pause_ends()
    {
        using var world = World();
        var dunning = new DunningBook(world.Store, 1, TimeProvider.System);
        dunning.Pause("K-1", RunBooks.Day("2026-06-30"), "instalments", "anna");
        dunning.Pause("K-1", RunBooks.Day("2026-07-31"), "longer", "bruno");

        var pause = Assert.Single(dunning.Pauses(RunBooks.Day("2026-07-31")));
        Assert.Equal(("K-1", "longer", "bruno"), (pause.Customer, pause.Reason, pause.Author));
        Assert.Empty(dunning.Pauses(RunBooks.Day("2026-08-01")));
        dunning.Pause("K-1", null, "over", "anna");
        Assert.Empty(dunning.Pauses(RunBooks.Day("2026-05-01")));
    }

    private RunBooks World()
    {
        var world = LedgerBookTests.World(_provider);
        world.Store.Execute("UPDATE customer SET email = 'pay@nordwind.example', country = 'DE' WHERE number = 'K-1'");
        new LedgerPolicies(world.Store, 1).Change(
            new LedgerPolicy { Dunning = new DunningPolicy { Levels = [new(5, "One", "Pay {invoice}.", 4000, true)], InterestPerYear = new Percentage(9m) }, Credits = CreditPolicy.Carry },
            "anna", TimeProvider.System);
        return world;
    }

    private sealed class Outbox : IDocumentOutbox
    {
        public List<DocumentLetter> Letters { get; } = [];

        public bool Refuses { get; set; }

        /// <summary>Dies when it has taken so many: the letter is away, and nothing is recorded.</summary>
        public int? DiesAfter { get; set; }

        public void Put(DocumentLetter letter)
        {
            if (Refuses)
            {
                throw new IOException("no route");
            }

            Letters.Add(letter);
            if (Letters.Count == DiesAfter)
            {
                throw new InvalidOperationException("killed");
            }
        }
    }
}
