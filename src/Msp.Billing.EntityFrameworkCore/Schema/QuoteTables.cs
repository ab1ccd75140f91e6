using Microsoft.EntityFrameworkCore;

namespace Msp.Billing.EntityFrameworkCore.Schema;

/// <summary>Quotes, their revisions, drafts, events, links and acceptances, and templates.</summary>
internal static class QuoteTables
{
    internal static void Add(ModelBuilder model)
    {
        model.Entity<QuoteRow>(quote =>
        {
            quote.ToTable("quote", table =>
            {
                table.HasCheckConstraint("ck_quote_status", "status BETWEEN 1 AND 10");
                table.HasCheckConstraint("ck_quote_revision", "latest_revision >= 1");
            });
            quote.HasKey(row => new { row.SellerId, row.QuoteId });
            quote.HasIndex(row => new { row.SellerId, row.Number }).IsUnique();
            quote.HasIndex(row => new { row.SellerId, row.Year, row.Sequence }).IsUnique();
            quote.HasOne<CustomerRow>().WithMany().HasForeignKey(row => new { row.SellerId, row.CustomerId }).OnDelete(DeleteBehavior.Restrict);
            quote.BelongsToSeller();
        });
        model.Entity<QuoteRevisionRow>(revision =>
        {
            revision.ToTable("quote_revision", table =>
            {
                table.HasCheckConstraint("ck_quote_revision_parent", "parent IS NULL OR parent < revision");
                table.HasCheckConstraint(
                    "ck_quote_revision_frozen", "(sent_at IS NULL) = (canonical IS NULL) AND (sent_at IS NULL) = (internals IS NULL) AND (sent_at IS NULL) = (hash IS NULL) AND (hash IS NULL OR length(hash) = 32)");
            });
            revision.HasKey(row => new { row.SellerId, row.QuoteId, row.Revision });
            revision.HasOne<QuoteRow>().WithMany().HasForeignKey(row => new { row.SellerId, row.QuoteId }).OnDelete(DeleteBehavior.Restrict);
        });
        model.Entity<QuoteDraftRow>(draft =>
        {
            draft.ToTable("quote_draft", table => table.HasCheckConstraint("ck_quote_draft_version", "draft_version >= 1"));
            draft.HasKey(row => new { row.SellerId, row.QuoteId, row.Revision, row.DraftVersion });
            draft.HasOne<QuoteRevisionRow>().WithMany().HasForeignKey(row => new { row.SellerId, row.QuoteId, row.Revision }).OnDelete(DeleteBehavior.Restrict);
        });
        model.Entity<QuoteEventRow>(happened =>
        {
            happened.ToTable("quote_event", table =>
            {
                table.HasCheckConstraint("ck_quote_event_kind", "kind BETWEEN 1 AND 7");
                table.HasCheckConstraint("ck_quote_event_action", "(kind = 1) = (action IS NOT NULL)");
            });
            happened.HasKey(row => new { row.SellerId, row.QuoteId, row.EventNo });
            happened.HasOne<QuoteRow>().WithMany().HasForeignKey(row => new { row.SellerId, row.QuoteId }).OnDelete(DeleteBehavior.Restrict);
        });
        model.Entity<QuoteLinkRow>(link =>
        {
            link.ToTable("quote_link", table => table.HasCheckConstraint("ck_quote_link_token", "length(token_hash) = 32"));
            link.HasKey(row => new { row.SellerId, row.LinkId });
            link.HasIndex(row => new { row.SellerId, row.TokenHash }).IsUnique();
            link.HasIndex(row => new { row.SellerId, row.QuoteId });
            link.HasOne<QuoteRevisionRow>().WithMany().HasForeignKey(row => new { row.SellerId, row.QuoteId, row.Revision }).OnDelete(DeleteBehavior.Restrict);
        });
        model.Entity<QuoteAcceptanceRow>(acceptance =>
        {
            acceptance.ToTable("quote_acceptance", table => table.HasCheckConstraint("ck_quote_acceptance_hash", "length(hash) = 32"));

            // The quote alone is the key: whatever happens, it is accepted once and makes one contract.
            acceptance.HasKey(row => new { row.SellerId, row.QuoteId });
            acceptance.HasIndex(row => new { row.SellerId, row.ContractId }).IsUnique();
            acceptance.HasOne<QuoteRevisionRow>().WithMany().HasForeignKey(row => new { row.SellerId, row.QuoteId, row.Revision }).OnDelete(DeleteBehavior.Restrict);
            acceptance.HasOne<ContractRow>().WithMany().HasForeignKey(row => new { row.SellerId, row.ContractId }).OnDelete(DeleteBehavior.Restrict);
        });
        model.Entity<QuoteTemplateRow>(template =>
        {
            template.ToTable("quote_template");
            template.HasKey(row => new { row.SellerId, row.Name });
            template.BelongsToSeller();
        });
    }
}
