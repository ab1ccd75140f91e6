using System.Globalization;
using System.Text;

namespace Msp.Billing.EntityFrameworkCore.Sqlite;

/// <summary>The triggers that keep what is posted as it was posted, whoever writes to the file.</summary>
/// <remarks>
/// They stand outside the migrations because SQLite changes a table by building it anew, and a new table has no triggers: they are made again
/// after every migration, and looked for whenever the file is opened.
/// </remarks>
internal static class StorageGuards
{
    private static readonly string[] AppendOnly =
        [
            "invoice", "invoice_line", "invoice_tax", "invoice_event", "amendment", "usage_count", "audit_entry", "quote_draft", "quote_event", "quote_acceptance", "seller_version", "customer_version",
            "run_decision", "journal_entry", "journal_line", "deferral", "closed_period", "closing_balance", "payment", "allocation", "write_off", "dunning_event", "dunning_pause",
            "reminder_letter",
        ];

    private static readonly (string Name, string Rule)[] Guards = [.. All()];

    /// <summary>Makes every guard anew.</summary>
    internal static void Create(BillingStore store)
    {
        var script = new StringBuilder();
        foreach (var (name, rule) in Guards)
        {
            script.Append(CultureInfo.InvariantCulture, $"DROP TRIGGER IF EXISTS {name};\nCREATE TRIGGER {name} {rule};\n");
        }

        using var transaction = store.Begin();
        store.Execute(script.ToString());
        transaction.Commit();
    }

    /// <summary>Takes every guard away, for a migration: SQLite cannot build a table anew while a guard of another table mentions it.</summary>
    /// <remarks>A file that is left like this, because the program was killed, is refused until it is migrated again.</remarks>
    internal static void Drop(BillingStore store)
    {
        using var transaction = store.Begin();
        foreach (var (name, _) in Guards)
        {
            store.Execute($"DROP TRIGGER IF EXISTS {name}");
        }

        transaction.Commit();
    }

    /// <summary>Refuses a file in which a guard is missing or is not the one that this program makes.</summary>
    internal static void Check(BillingStore store)
    {
        var found = new HashSet<string>(StringComparer.Ordinal);
        using var statement = store.Prepare("SELECT sql FROM sqlite_schema WHERE type = 'trigger'");
        while (statement.Step())
        {
            found.Add(Encoding.UTF8.GetString(statement.Bytes(0)));
        }

        foreach (var (name, rule) in Guards)
        {
            if (!found.Contains($"CREATE TRIGGER {name} {rule}"))
            {
                throw new StorageException(
                    StorageFault.Unguarded,
                    $"'{store.Path}' has lost its protection of posted documents (trigger {name}). Find out who changed the file, verify the documents, then run 'msp init' to put it back.");
            }
        }
    }

    /// <summary>Every guard: when it looks, at what, and what it refuses.</summary>
    internal static IEnumerable<(string Name, string Rule)> All()
    {
        foreach (var table in AppendOnly)
        {
            yield return ($"guard_{table}_update", $"BEFORE UPDATE ON {table} BEGIN SELECT RAISE(ABORT, 'what is recorded in {table} never changes'); END");
            yield return ($"guard_{table}_delete", $"BEFORE DELETE ON {table} BEGIN SELECT RAISE(ABORT, 'what is recorded in {table} is never deleted'); END");
        }

        foreach (var table in new[] { "contract", "contract_line" })
        {
            const string Billed = "EXISTS (SELECT 1 FROM contract_billing WHERE seller_id = OLD.seller_id AND contract_id = OLD.contract_id)";
            yield return ($"guard_{table}_update", $"BEFORE UPDATE ON {table} WHEN {Billed} BEGIN SELECT RAISE(ABORT, 'a billed contract changes by amendments only'); END");
            yield return ($"guard_{table}_delete", $"BEFORE DELETE ON {table} WHEN {Billed} BEGIN SELECT RAISE(ABORT, 'a billed contract is never deleted'); END");
        }

        // INSERT OR REPLACE deletes without asking the delete guards, so a row that is there is guarded against being put in again.
        yield return ("guard_invoice_insert",
            "BEFORE INSERT ON invoice WHEN EXISTS (SELECT 1 FROM invoice WHERE seller_id = NEW.seller_id AND invoice_id = NEW.invoice_id) " +
            "BEGIN SELECT RAISE(ROLLBACK, 'what is recorded in invoice never changes'); END");
        // The head is put in last and seals the document: nothing joins it later, and it is not put in before all its lines are.
        yield return ("guard_invoice_insert_whole",
            "AFTER INSERT ON invoice WHEN NEW.line_count <> (SELECT count(*) FROM invoice_line WHERE seller_id = NEW.seller_id AND invoice_id = NEW.invoice_id) " +
            "BEGIN SELECT RAISE(ROLLBACK, 'a document is posted with all its lines'); END");
        foreach (var table in new[] { "invoice_line", "invoice_tax" })
        {
            yield return ($"guard_{table}_insert",
                $"AFTER INSERT ON {table} WHEN EXISTS (SELECT 1 FROM invoice WHERE seller_id = NEW.seller_id AND invoice_id = NEW.invoice_id) " +
                $"BEGIN SELECT RAISE(ROLLBACK, 'a posted document takes nothing further into {table}'); END");
        }

        yield return ("guard_document_series_update",
            "BEFORE UPDATE ON document_series WHEN NEW.next_sequence < OLD.next_sequence OR NEW.series <> OLD.series OR NEW.seller_id <> OLD.seller_id " +
            "BEGIN SELECT RAISE(ABORT, 'a series of numbers only moves forward'); END");
        yield return ("guard_document_series_delete",
            "BEFORE DELETE ON document_series BEGIN SELECT RAISE(ABORT, 'a series of numbers is never deleted'); END");
        yield return ("guard_contract_billing_update",
            "BEFORE UPDATE ON contract_billing WHEN NEW.billed_through < OLD.billed_through " +
            "BEGIN SELECT RAISE(ABORT, 'what a contract was billed through only moves forward'); END");
        yield return ("guard_contract_billing_delete",
            "BEFORE DELETE ON contract_billing BEGIN SELECT RAISE(ABORT, 'what a contract was billed through is never deleted'); END");
        foreach (var guard in Quotes().Concat(Parties()).Concat(Books()).Concat(Chunks()))
        {
            yield return guard;
        }

        yield return ("guard_run_decision_insert",
            "BEFORE INSERT ON run_decision WHEN EXISTS (SELECT 1 FROM run_decision WHERE seller_id = NEW.seller_id AND decision_no = NEW.decision_no) " +
            "BEGIN SELECT RAISE(ABORT, 'what is recorded in run_decision never changes'); END");
        yield return ("guard_invoice_run_update",
            "BEFORE UPDATE ON invoice_run WHEN OLD.posted_at IS NOT NULL BEGIN SELECT RAISE(ABORT, 'a posted run never changes'); END");
        yield return ("guard_invoice_run_delete",
            "BEFORE DELETE ON invoice_run WHEN OLD.posted_at IS NOT NULL BEGIN SELECT RAISE(ABORT, 'a posted run is never deleted'); END");
        const string Posted = "EXISTS (SELECT 1 FROM invoice WHERE seller_id = OLD.seller_id AND run_id = OLD.run_id AND contract_id = OLD.contract_id)";
        yield return ("guard_run_item_update",
            $"BEFORE UPDATE ON run_item WHEN {Posted} BEGIN SELECT RAISE(ABORT, 'a posted item of a run never changes'); END");
        yield return ("guard_run_item_delete",
            $"BEFORE DELETE ON run_item WHEN {Posted} BEGIN SELECT RAISE(ABORT, 'a posted item of a run is never deleted'); END");
    }

    // What a worker kept of a run stays as long as the run's plan does, and for ever once the run is posted.
    private static IEnumerable<(string Name, string Rule)> Chunks()
    {
        yield return ("guard_run_chunk_update",
            "BEFORE UPDATE ON run_chunk WHEN OLD.status > 2 OR NEW.starts < OLD.starts OR NEW.plan <> OLD.plan OR NEW.chunk_no <> OLD.chunk_no OR NEW.run_id <> OLD.run_id " +
            "OR NEW.seller_id <> OLD.seller_id OR NEW.first_contract_id <> OLD.first_contract_id OR NEW.last_contract_id <> OLD.last_contract_id " +
            "BEGIN SELECT RAISE(ABORT, 'a chunk that is done or given up stays so, and a chunk keeps its contracts'); END");
        const string Posted = "EXISTS (SELECT 1 FROM invoice_run WHERE seller_id = OLD.seller_id AND run_id = OLD.run_id AND posted_at IS NOT NULL)";
        yield return ("guard_run_chunk_delete", $"BEFORE DELETE ON run_chunk WHEN {Posted} BEGIN SELECT RAISE(ABORT, 'the chunks of a posted run are never deleted'); END");
        yield return ("guard_run_plan_update", $"BEFORE UPDATE ON run_plan WHEN {Posted} BEGIN SELECT RAISE(ABORT, 'the plan of a posted run never changes'); END");
        yield return ("guard_run_plan_delete", $"BEFORE DELETE ON run_plan WHEN {Posted} BEGIN SELECT RAISE(ABORT, 'the plan of a posted run is never deleted'); END");
    }

    // What posted documents say of a party stays: a version comes after every other and begins with the next document.
    private static IEnumerable<(string Name, string Rule)> Parties()
    {
        foreach (var (table, same) in new[] { ("seller_version", "seller_id = NEW.seller_id"), ("customer_version", "seller_id = NEW.seller_id AND customer_id = NEW.customer_id") })
        {
            yield return ($"guard_{table}_insert",
                $"BEFORE INSERT ON {table} WHEN EXISTS (SELECT 1 FROM {table} WHERE {same} AND version_no >= NEW.version_no) " +
                $"OR NEW.first_invoice_id <> (SELECT coalesce(max(invoice_id), 0) + 1 FROM invoice WHERE seller_id = NEW.seller_id) " +
                $"BEGIN SELECT RAISE(ABORT, 'what posted documents say of a party never changes'); END");
        }
    }

    // An entry is put in after its lines and seals them: it balances, and its day is open. What is recorded once is guarded against being put in again.
    private static IEnumerable<(string Name, string Rule)> Books()
    {
        const string Entry = "seller_id = NEW.seller_id AND source = NEW.source AND source_id = NEW.source_id";
        yield return ("guard_journal_entry_insert",
            $"BEFORE INSERT ON journal_entry WHEN EXISTS (SELECT 1 FROM journal_entry WHERE {Entry}) BEGIN SELECT RAISE(ABORT, 'nothing is booked twice'); END");
        yield return ("guard_journal_entry_insert_open",
            "BEFORE INSERT ON journal_entry WHEN NEW.day <= (SELECT max(through) FROM closed_period WHERE seller_id = NEW.seller_id) " +
            "BEGIN SELECT RAISE(ABORT, 'a closed period takes no entry'); END");
        yield return ("guard_journal_entry_insert_balanced",
            $"AFTER INSERT ON journal_entry WHEN NEW.line_count <> (SELECT count(*) FROM journal_line WHERE {Entry}) " +
            $"OR 0 <> (SELECT coalesce(sum(amount), 0) FROM journal_line WHERE {Entry}) BEGIN SELECT RAISE(ABORT, 'an entry is booked with all its lines, and they sum to zero'); END");
        yield return ("guard_journal_line_insert",
            $"BEFORE INSERT ON journal_line WHEN EXISTS (SELECT 1 FROM journal_entry WHERE {Entry}) BEGIN SELECT RAISE(ABORT, 'a booked entry takes no further line'); END");
        yield return ("guard_closed_period_insert",
            "BEFORE INSERT ON closed_period WHEN NEW.through <= (SELECT max(through) FROM closed_period WHERE seller_id = NEW.seller_id) " +
            "BEGIN SELECT RAISE(ABORT, 'what is closed stays closed'); END");
        foreach (var (table, key) in new[] { ("payment", "payment_id"), ("allocation", "allocation_id"), ("write_off", "write_off_id"), ("dunning_event", "dunning_id"), ("reminder_letter", "dunning_id") })
        {
            yield return ($"guard_{table}_insert",
                $"BEFORE INSERT ON {table} WHEN EXISTS (SELECT 1 FROM {table} WHERE seller_id = NEW.seller_id AND {key} = NEW.{key}) " +
                $"BEGIN SELECT RAISE(ABORT, 'what is recorded in {table} never changes'); END");
        }

        yield return ("guard_correction_insert",
            "BEFORE INSERT ON correction WHEN EXISTS (SELECT 1 FROM correction WHERE seller_id = NEW.seller_id AND correction_no = NEW.correction_no) " +
            "BEGIN SELECT RAISE(ABORT, 'what is recorded in correction never changes'); END");
        yield return ("guard_correction_update",
            "BEFORE UPDATE ON correction WHEN OLD.decision IS NOT NULL OR NEW.seller_id <> OLD.seller_id OR NEW.correction_no <> OLD.correction_no OR NEW.invoice_id <> OLD.invoice_id " +
            "OR NEW.kind <> OLD.kind OR NEW.lines <> OLD.lines OR NEW.day <> OLD.day OR NEW.as_discount <> OLD.as_discount OR NEW.reason <> OLD.reason OR NEW.given <> OLD.given " +
            "OR NEW.billed IS NOT OLD.billed OR NEW.proposed_by <> OLD.proposed_by OR NEW.proposed_at <> OLD.proposed_at " +
            "BEGIN SELECT RAISE(ABORT, 'a correction can only be decided, once'); END");
        yield return ("guard_correction_delete", "BEFORE DELETE ON correction BEGIN SELECT RAISE(ABORT, 'a correction is never deleted'); END");
        yield return ("guard_open_item_update",
            "BEFORE UPDATE ON open_item WHEN NEW.seller_id <> OLD.seller_id OR NEW.kind <> OLD.kind OR NEW.item_id <> OLD.item_id OR NEW.customer_id <> OLD.customer_id " +
            "OR NEW.number <> OLD.number OR NEW.currency <> OLD.currency OR NEW.amount <> OLD.amount OR NEW.issue_day <> OLD.issue_day OR NEW.due_day <> OLD.due_day " +
            "BEGIN SELECT RAISE(ABORT, 'of an item only what is open changes'); END");
        yield return ("guard_open_item_delete", "BEFORE DELETE ON open_item BEGIN SELECT RAISE(ABORT, 'an item is never deleted'); END");
        yield return ("guard_bank_entry_update",
            "BEFORE UPDATE ON bank_entry WHEN OLD.dismissed_at IS NOT NULL OR NEW.account <> OLD.account OR NEW.reference <> OLD.reference OR NEW.day <> OLD.day " +
            "OR NEW.currency <> OLD.currency OR NEW.amount <> OLD.amount OR NEW.counterparty <> OLD.counterparty OR NEW.remittance <> OLD.remittance " +
            "BEGIN SELECT RAISE(ABORT, 'a movement of the bank can only be set aside, once'); END");
        yield return ("guard_bank_entry_delete", "BEFORE DELETE ON bank_entry BEGIN SELECT RAISE(ABORT, 'a movement of the bank is never deleted'); END");
    }

    // What a customer was shown and signed stays; a row that is there is guarded against being put in again, as an invoice is.
    private static IEnumerable<(string Name, string Rule)> Quotes()
    {
        const string Frozen = "WHEN OLD.sent_at IS NOT NULL BEGIN SELECT RAISE(ABORT, 'a revision that was sent never changes'); END";
        yield return ("guard_quote_revision_update", $"BEFORE UPDATE ON quote_revision {Frozen}");
        yield return ("guard_quote_revision_delete", $"BEFORE DELETE ON quote_revision {Frozen}");
        yield return ("guard_quote_revision_insert",
            "BEFORE INSERT ON quote_revision WHEN EXISTS (SELECT 1 FROM quote_revision WHERE seller_id = NEW.seller_id AND quote_id = NEW.quote_id AND revision = NEW.revision) " +
            "BEGIN SELECT RAISE(ABORT, 'a revision that was sent never changes'); END");
        yield return ("guard_quote_draft_insert",
            "BEFORE INSERT ON quote_draft WHEN EXISTS (SELECT 1 FROM quote_revision WHERE seller_id = NEW.seller_id AND quote_id = NEW.quote_id AND revision = NEW.revision AND sent_at IS NOT NULL) " +
            "OR EXISTS (SELECT 1 FROM quote_draft WHERE seller_id = NEW.seller_id AND quote_id = NEW.quote_id AND revision = NEW.revision AND draft_version = NEW.draft_version) " +
            "BEGIN SELECT RAISE(ABORT, 'a saved version never changes, and a revision that was sent takes no further ones'); END");
        yield return ("guard_quote_event_insert",
            "BEFORE INSERT ON quote_event WHEN EXISTS (SELECT 1 FROM quote_event WHERE seller_id = NEW.seller_id AND quote_id = NEW.quote_id AND event_no = NEW.event_no) " +
            "BEGIN SELECT RAISE(ABORT, 'what is recorded in quote_event never changes'); END");
        yield return ("guard_quote_acceptance_insert",
            "BEFORE INSERT ON quote_acceptance WHEN EXISTS (SELECT 1 FROM quote_acceptance WHERE seller_id = NEW.seller_id AND quote_id = NEW.quote_id) " +
            "BEGIN SELECT RAISE(ABORT, 'a quote is accepted once'); END");
        yield return ("guard_quote_link_update",
            "BEFORE UPDATE ON quote_link WHEN OLD.revoked_at IS NOT NULL OR NEW.quote_id <> OLD.quote_id OR NEW.revision <> OLD.revision OR NEW.token_hash <> OLD.token_hash " +
            "OR NEW.expires_at > OLD.expires_at BEGIN SELECT RAISE(ABORT, 'a link can only be revoked'); END");
        yield return ("guard_quote_link_delete",
            "BEFORE DELETE ON quote_link BEGIN SELECT RAISE(ABORT, 'a link is never deleted'); END");
    }
}
