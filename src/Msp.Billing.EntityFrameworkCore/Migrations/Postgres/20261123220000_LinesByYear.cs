using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Msp.Billing.EntityFrameworkCore.Migrations.Postgres;

/// <summary>Makes the table of lines one of partitions by the end of their period. The rows stay where they are, as the first of them.</summary>
/// <remarks>
/// Every unique key of such a table has the period in it. That a number of a line is there once in its document, and that a deferral is of a line, is looked at by guards.
/// </remarks>
[DbContext(typeof(PostgresBillingDb))]
[Migration("20261123220000_LinesByYear")]
public sealed class LinesByYear : Migration
{
    /// <inheritdoc />
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        ArgumentNullException.ThrowIfNull(migrationBuilder);
        migrationBuilder.Sql(
            """
            SET LOCAL statement_timeout = 0;
            ALTER TABLE deferral DROP CONSTRAINT "FK_deferral_invoice_line_seller_id_invoice_id_line_no";
            ALTER TABLE deferral ADD CONSTRAINT "FK_deferral_invoice_seller_id_invoice_id"
              FOREIGN KEY (seller_id, invoice_id) REFERENCES invoice (seller_id, invoice_id) ON DELETE RESTRICT;
            ALTER TABLE invoice_line RENAME TO invoice_line_later;
            ALTER TABLE invoice_line_later DROP CONSTRAINT "FK_invoice_line_invoice_seller_id_invoice_id";
            ALTER TABLE invoice_line_later DROP CONSTRAINT "PK_invoice_line";
            ALTER TABLE invoice_line_later ADD PRIMARY KEY (seller_id, invoice_id, line_no, period_end);
            ALTER INDEX "IX_invoice_line_seller_id_contract_id_period_end_line_id_round~" RENAME TO invoice_line_later_billed_once;
            CREATE TABLE invoice_line (LIKE invoice_line_later INCLUDING DEFAULTS INCLUDING CONSTRAINTS) PARTITION BY RANGE (period_end);
            ALTER TABLE invoice_line ADD CONSTRAINT "PK_invoice_line" PRIMARY KEY (seller_id, invoice_id, line_no, period_end);
            CREATE UNIQUE INDEX "IX_invoice_line_seller_id_contract_id_period_end_line_id_round~" ON invoice_line (seller_id, contract_id, period_end, line_id, round, piece);
            ALTER TABLE invoice_line ADD CONSTRAINT "FK_invoice_line_invoice_seller_id_invoice_id"
              FOREIGN KEY (seller_id, invoice_id) REFERENCES invoice (seller_id, invoice_id) ON DELETE RESTRICT DEFERRABLE INITIALLY DEFERRED;
            ALTER TABLE invoice_line ATTACH PARTITION invoice_line_later FOR VALUES FROM (MINVALUE) TO (MAXVALUE);
            """);
    }

    /// <inheritdoc />
    protected override void Down(MigrationBuilder migrationBuilder)
    {
        ArgumentNullException.ThrowIfNull(migrationBuilder);
        migrationBuilder.Sql(
            """
            SET LOCAL statement_timeout = 0;
            CREATE TABLE invoice_line_whole (LIKE invoice_line INCLUDING DEFAULTS INCLUDING CONSTRAINTS);
            INSERT INTO invoice_line_whole SELECT * FROM invoice_line;
            DROP TABLE invoice_line;
            ALTER TABLE invoice_line_whole RENAME TO invoice_line;
            ALTER TABLE invoice_line ADD CONSTRAINT "PK_invoice_line" PRIMARY KEY (seller_id, invoice_id, line_no);
            CREATE UNIQUE INDEX "IX_invoice_line_seller_id_contract_id_period_end_line_id_round~" ON invoice_line (seller_id, contract_id, period_end, line_id, round, piece);
            ALTER TABLE invoice_line ADD CONSTRAINT "FK_invoice_line_invoice_seller_id_invoice_id"
              FOREIGN KEY (seller_id, invoice_id) REFERENCES invoice (seller_id, invoice_id) ON DELETE RESTRICT;
            DROP TRIGGER IF EXISTS guard_deferral_insert ON deferral;
            ALTER TABLE deferral DROP CONSTRAINT "FK_deferral_invoice_seller_id_invoice_id";
            ALTER TABLE deferral ADD CONSTRAINT "FK_deferral_invoice_line_seller_id_invoice_id_line_no"
              FOREIGN KEY (seller_id, invoice_id, line_no) REFERENCES invoice_line (seller_id, invoice_id, line_no) ON DELETE RESTRICT;
            """);
    }
}
