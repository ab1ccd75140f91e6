using Microsoft.EntityFrameworkCore;

namespace Msp.Billing.EntityFrameworkCore.Schema;

/// <summary>The journal, what is open, payments, reminders and what the bank says.</summary>
internal static class LedgerTables
{
    internal static void Add(ModelBuilder model)
    {
        AddJournal(model);
        AddReceivables(model);
        AddReminders(model);
        model.Entity<LedgerPolicyRow>(policy =>
        {
            policy.ToTable("ledger_policy");
            policy.HasKey(row => row.SellerId);
            policy.Property(row => row.Version).IsConcurrencyToken();
            policy.BelongsToSeller();
        });
    }

    private static void AddJournal(ModelBuilder model)
    {
        model.Entity<JournalEntryRow>(entry =>
        {
            entry.ToTable("journal_entry", table =>
            {
                table.HasCheckConstraint("ck_journal_entry_source", "source BETWEEN 1 AND 7");
                table.HasCheckConstraint("ck_journal_entry_lines", "line_count >= 0");
            });
            entry.HasKey(row => new { row.SellerId, row.Source, row.SourceId });
            entry.HasIndex(row => new { row.SellerId, row.Day, row.Source, row.SourceId });
            entry.HasIndex(row => new { row.SellerId, row.CustomerId, row.Day });
            entry.BelongsToSeller().Clustered();
        });
        model.Entity<JournalLineRow>(line =>
        {
            line.ToTable("journal_line", table =>
            {
                table.HasCheckConstraint("ck_journal_line_role", "role BETWEEN 1 AND 11");
                table.HasCheckConstraint("ck_journal_line_amount", "amount <> 0 AND line_no >= 1");
            });
            line.HasKey(row => new { row.SellerId, row.Source, row.SourceId, row.LineNo });
            line.HasOne<JournalEntryRow>().WithMany().HasForeignKey(row => new { row.SellerId, row.Source, row.SourceId }).OnDelete(DeleteBehavior.Restrict);
            line.Clustered().BeforeParent();
        });
        model.Entity<DeferralRow>(deferral =>
        {
            deferral.ToTable("deferral", table => table.HasCheckConstraint("ck_deferral_days", "from_day < until_day AND amount <> 0"));
            deferral.HasKey(row => new { row.SellerId, row.InvoiceId, row.LineNo });
            deferral.HasIndex(row => new { row.SellerId, row.UntilDay });
            deferral.HasOne<InvoiceLineRow>().WithMany().HasForeignKey(row => new { row.SellerId, row.InvoiceId, row.LineNo }).OnDelete(DeleteBehavior.Restrict);
            deferral.Clustered();
        });
        model.Entity<ClosedPeriodRow>(closed =>
        {
            closed.ToTable("closed_period");
            closed.HasKey(row => new { row.SellerId, row.Through });
            closed.BelongsToSeller().Clustered();
        });
        model.Entity<ClosingBalanceRow>(balance =>
        {
            balance.ToTable("closing_balance");
            balance.HasKey(row => new { row.SellerId, row.Through, row.Currency, row.Role, row.Code });
            balance.HasOne<ClosedPeriodRow>().WithMany().HasForeignKey(row => new { row.SellerId, row.Through }).OnDelete(DeleteBehavior.Restrict);
            balance.Clustered().BeforeParent();
        });
    }

    private static void AddReceivables(ModelBuilder model)
    {
        model.Entity<OpenItemRow>(item =>
        {
            // What is open never exceeds what there was, and never passes zero: the database refuses an allocation that would.
            item.ToTable("open_item", table => table.HasCheckConstraint(
                "ck_open_item_open", "kind BETWEEN 1 AND 3 AND ((amount >= 0 AND \"open\" BETWEEN 0 AND amount) OR (amount < 0 AND \"open\" BETWEEN amount AND 0))"));
            item.HasKey(row => new { row.SellerId, row.Kind, row.ItemId });
            item.HasIndex(row => new { row.SellerId, row.CustomerId, row.DueDay }).HasFilter("\"open\" <> 0");
            item.HasIndex(row => new { row.SellerId, row.DueDay }).HasFilter("\"open\" > 0");

            // The list of documents, the newest first, of all customers or of one.
            item.HasIndex(row => new { row.SellerId, row.Kind, row.IssueDay, row.ItemId });
            item.HasIndex(row => new { row.SellerId, row.CustomerId, row.Kind, row.IssueDay, row.ItemId });
            item.HasOne<CustomerRow>().WithMany().HasForeignKey(row => new { row.SellerId, row.CustomerId }).OnDelete(DeleteBehavior.Restrict);
            item.Clustered();
        });
        model.Entity<PaymentRow>(payment =>
        {
            payment.ToTable("payment", table => table.HasCheckConstraint("ck_payment_kind", "(kind = 1 AND amount > 0) OR (kind IN (2, 3) AND amount < 0)"));
            payment.HasKey(row => new { row.SellerId, row.PaymentId });
            payment.HasIndex(row => new { row.SellerId, row.Number }).IsUnique();
            payment.HasIndex(row => new { row.SellerId, row.RequestKey }).IsUnique();
            payment.HasIndex(row => new { row.SellerId, row.BankEntryId }).IsUnique();
            payment.HasIndex(row => new { row.SellerId, row.ReversesId }).IsUnique();
            payment.HasIndex(row => new { row.SellerId, row.CustomerId });
            payment.HasOne<CustomerRow>().WithMany().HasForeignKey(row => new { row.SellerId, row.CustomerId }).OnDelete(DeleteBehavior.Restrict);
            payment.HasOne<BankEntryRow>().WithMany().HasForeignKey(row => new { row.SellerId, row.BankEntryId }).OnDelete(DeleteBehavior.Restrict);
        });
        model.Entity<AllocationRow>(allocation =>
        {
            allocation.ToTable("allocation", table => table.HasCheckConstraint("ck_allocation_amount", "amount <> 0 AND source_kind BETWEEN 1 AND 2 AND target_kind BETWEEN 1 AND 3"));
            allocation.HasKey(row => new { row.SellerId, row.AllocationId });
            allocation.HasIndex(row => new { row.SellerId, row.SourceKind, row.SourceId });
            allocation.HasIndex(row => new { row.SellerId, row.TargetKind, row.TargetId });
            allocation.HasOne<OpenItemRow>().WithMany().HasForeignKey(row => new { row.SellerId, row.SourceKind, row.SourceId }).OnDelete(DeleteBehavior.Restrict);
            allocation.HasOne<OpenItemRow>().WithMany().HasForeignKey(row => new { row.SellerId, row.TargetKind, row.TargetId }).OnDelete(DeleteBehavior.Restrict);
        });
        model.Entity<WriteOffRow>(writeOff =>
        {
            writeOff.ToTable("write_off", table => table.HasCheckConstraint("ck_write_off_amount", "amount > 0 AND as_discount IN (0, 1)"));
            writeOff.HasKey(row => new { row.SellerId, row.WriteOffId });
            writeOff.HasIndex(row => new { row.SellerId, row.InvoiceId }).IsUnique();
            writeOff.HasOne<InvoiceRow>().WithMany().HasForeignKey(row => new { row.SellerId, row.InvoiceId }).OnDelete(DeleteBehavior.Restrict);
        });
        model.Entity<BankEntryRow>(entry =>
        {
            entry.ToTable("bank_entry", table => table.HasCheckConstraint("ck_bank_entry_dismissed", "(dismissed_at IS NULL) = (dismissed_by IS NULL) AND (dismissed_at IS NULL) = (dismissed_reason IS NULL)"));
            entry.HasKey(row => new { row.SellerId, row.BankEntryId });
            entry.HasIndex(row => new { row.SellerId, row.Account, row.Reference }).IsUnique();
            entry.HasIndex(row => new { row.SellerId, row.Day });
            entry.BelongsToSeller();
        });
    }

    private static void AddReminders(ModelBuilder model)
    {
        model.Entity<DunningEventRow>(reminder =>
        {
            reminder.ToTable("dunning_event", table => table.HasCheckConstraint("ck_dunning_event_level", "level >= 1 AND fee >= 0 AND interest >= 0"));
            reminder.HasKey(row => new { row.SellerId, row.DunningId });
            reminder.HasIndex(row => new { row.SellerId, row.InvoiceId, row.Level }).IsUnique();
            reminder.HasOne<InvoiceRow>().WithMany().HasForeignKey(row => new { row.SellerId, row.InvoiceId }).OnDelete(DeleteBehavior.Restrict);
        });
        model.Entity<ReminderLetterRow>(letter =>
        {
            letter.ToTable("reminder_letter");
            letter.HasKey(row => new { row.SellerId, row.DunningId });
            letter.HasOne<DunningEventRow>().WithMany().HasForeignKey(row => new { row.SellerId, row.DunningId }).OnDelete(DeleteBehavior.Restrict);
            letter.Clustered();
        });
        model.Entity<DunningPauseRow>(pause =>
        {
            pause.ToTable("dunning_pause");
            pause.HasKey(row => new { row.SellerId, row.CustomerId, row.PauseNo });
            pause.HasOne<CustomerRow>().WithMany().HasForeignKey(row => new { row.SellerId, row.CustomerId }).OnDelete(DeleteBehavior.Restrict);
            pause.Clustered();
        });
    }
}
