using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Msp.Billing.EntityFrameworkCore.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Ledger : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropCheckConstraint(
                name: "ck_invoice_line_cause",
                table: "invoice_line");

            migrationBuilder.AlterColumn<long>(
                name: "run_id",
                table: "invoice",
                type: "INTEGER",
                nullable: true,
                oldClrType: typeof(long),
                oldType: "INTEGER");

            migrationBuilder.CreateTable(
                name: "bank_entry",
                columns: table => new
                {
                    seller_id = table.Column<long>(type: "INTEGER", nullable: false),
                    bank_entry_id = table.Column<long>(type: "INTEGER", nullable: false),
                    account = table.Column<string>(type: "TEXT", nullable: false),
                    reference = table.Column<string>(type: "TEXT", nullable: false),
                    day = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    currency = table.Column<string>(type: "TEXT", nullable: false),
                    amount = table.Column<long>(type: "INTEGER", nullable: false),
                    counterparty = table.Column<string>(type: "TEXT", nullable: false),
                    remittance = table.Column<string>(type: "TEXT", nullable: false),
                    imported_at = table.Column<long>(type: "INTEGER", nullable: false),
                    imported_by = table.Column<string>(type: "TEXT", nullable: false),
                    dismissed_at = table.Column<long>(type: "INTEGER", nullable: true),
                    dismissed_by = table.Column<string>(type: "TEXT", nullable: true),
                    dismissed_reason = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_bank_entry", x => new { x.seller_id, x.bank_entry_id });
                    table.CheckConstraint("ck_bank_entry_dismissed", "(dismissed_at IS NULL) = (dismissed_by IS NULL) AND (dismissed_at IS NULL) = (dismissed_reason IS NULL)");
                    table.ForeignKey(
                        name: "FK_bank_entry_seller_seller_id",
                        column: x => x.seller_id,
                        principalTable: "seller",
                        principalColumn: "seller_id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "closed_period",
                columns: table => new
                {
                    seller_id = table.Column<long>(type: "INTEGER", nullable: false),
                    through = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    closed_at = table.Column<long>(type: "INTEGER", nullable: false),
                    closed_by = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_closed_period", x => new { x.seller_id, x.through });
                    table.ForeignKey(
                        name: "FK_closed_period_seller_seller_id",
                        column: x => x.seller_id,
                        principalTable: "seller",
                        principalColumn: "seller_id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "deferral",
                columns: table => new
                {
                    seller_id = table.Column<long>(type: "INTEGER", nullable: false),
                    invoice_id = table.Column<long>(type: "INTEGER", nullable: false),
                    line_no = table.Column<int>(type: "INTEGER", nullable: false),
                    code = table.Column<string>(type: "TEXT", nullable: false),
                    deferred_code = table.Column<string>(type: "TEXT", nullable: false),
                    currency = table.Column<string>(type: "TEXT", nullable: false),
                    amount = table.Column<long>(type: "INTEGER", nullable: false),
                    from_day = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    until_day = table.Column<DateOnly>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_deferral", x => new { x.seller_id, x.invoice_id, x.line_no });
                    table.CheckConstraint("ck_deferral_days", "from_day < until_day AND amount <> 0");
                    table.ForeignKey(
                        name: "FK_deferral_invoice_line_seller_id_invoice_id_line_no",
                        columns: x => new { x.seller_id, x.invoice_id, x.line_no },
                        principalTable: "invoice_line",
                        principalColumns: new[] { "seller_id", "invoice_id", "line_no" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "dunning_event",
                columns: table => new
                {
                    seller_id = table.Column<long>(type: "INTEGER", nullable: false),
                    dunning_id = table.Column<long>(type: "INTEGER", nullable: false),
                    number = table.Column<string>(type: "TEXT", nullable: false),
                    invoice_id = table.Column<long>(type: "INTEGER", nullable: false),
                    level = table.Column<int>(type: "INTEGER", nullable: false),
                    day = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    title = table.Column<string>(type: "TEXT", nullable: false),
                    text = table.Column<string>(type: "TEXT", nullable: false),
                    currency = table.Column<string>(type: "TEXT", nullable: false),
                    fee = table.Column<long>(type: "INTEGER", nullable: false),
                    interest = table.Column<long>(type: "INTEGER", nullable: false),
                    recorded_at = table.Column<long>(type: "INTEGER", nullable: false),
                    author = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_dunning_event", x => new { x.seller_id, x.dunning_id });
                    table.CheckConstraint("ck_dunning_event_level", "level >= 1 AND fee >= 0 AND interest >= 0");
                    table.ForeignKey(
                        name: "FK_dunning_event_invoice_seller_id_invoice_id",
                        columns: x => new { x.seller_id, x.invoice_id },
                        principalTable: "invoice",
                        principalColumns: new[] { "seller_id", "invoice_id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "dunning_pause",
                columns: table => new
                {
                    seller_id = table.Column<long>(type: "INTEGER", nullable: false),
                    customer_id = table.Column<long>(type: "INTEGER", nullable: false),
                    pause_no = table.Column<int>(type: "INTEGER", nullable: false),
                    through = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    reason = table.Column<string>(type: "TEXT", nullable: false),
                    recorded_at = table.Column<long>(type: "INTEGER", nullable: false),
                    author = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_dunning_pause", x => new { x.seller_id, x.customer_id, x.pause_no });
                    table.ForeignKey(
                        name: "FK_dunning_pause_customer_seller_id_customer_id",
                        columns: x => new { x.seller_id, x.customer_id },
                        principalTable: "customer",
                        principalColumns: new[] { "seller_id", "customer_id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "journal_entry",
                columns: table => new
                {
                    seller_id = table.Column<long>(type: "INTEGER", nullable: false),
                    source = table.Column<int>(type: "INTEGER", nullable: false),
                    source_id = table.Column<long>(type: "INTEGER", nullable: false),
                    reference = table.Column<string>(type: "TEXT", nullable: false),
                    day = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    currency = table.Column<string>(type: "TEXT", nullable: false),
                    customer_id = table.Column<long>(type: "INTEGER", nullable: true),
                    posted_at = table.Column<long>(type: "INTEGER", nullable: false),
                    line_count = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_journal_entry", x => new { x.seller_id, x.source, x.source_id });
                    table.CheckConstraint("ck_journal_entry_lines", "line_count >= 0");
                    table.CheckConstraint("ck_journal_entry_source", "source BETWEEN 1 AND 7");
                    table.ForeignKey(
                        name: "FK_journal_entry_seller_seller_id",
                        column: x => x.seller_id,
                        principalTable: "seller",
                        principalColumn: "seller_id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "ledger_policy",
                columns: table => new
                {
                    seller_id = table.Column<long>(type: "INTEGER", nullable: false),
                    json = table.Column<string>(type: "TEXT", nullable: false),
                    version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ledger_policy", x => x.seller_id);
                    table.ForeignKey(
                        name: "FK_ledger_policy_seller_seller_id",
                        column: x => x.seller_id,
                        principalTable: "seller",
                        principalColumn: "seller_id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "open_item",
                columns: table => new
                {
                    seller_id = table.Column<long>(type: "INTEGER", nullable: false),
                    kind = table.Column<int>(type: "INTEGER", nullable: false),
                    item_id = table.Column<long>(type: "INTEGER", nullable: false),
                    customer_id = table.Column<long>(type: "INTEGER", nullable: false),
                    number = table.Column<string>(type: "TEXT", nullable: false),
                    currency = table.Column<string>(type: "TEXT", nullable: false),
                    issue_day = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    due_day = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    amount = table.Column<long>(type: "INTEGER", nullable: false),
                    open = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_open_item", x => new { x.seller_id, x.kind, x.item_id });
                    table.CheckConstraint("ck_open_item_open", "kind BETWEEN 1 AND 3 AND ((amount >= 0 AND \"open\" BETWEEN 0 AND amount) OR (amount < 0 AND \"open\" BETWEEN amount AND 0))");
                    table.ForeignKey(
                        name: "FK_open_item_customer_seller_id_customer_id",
                        columns: x => new { x.seller_id, x.customer_id },
                        principalTable: "customer",
                        principalColumns: new[] { "seller_id", "customer_id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "write_off",
                columns: table => new
                {
                    seller_id = table.Column<long>(type: "INTEGER", nullable: false),
                    write_off_id = table.Column<long>(type: "INTEGER", nullable: false),
                    invoice_id = table.Column<long>(type: "INTEGER", nullable: false),
                    day = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    currency = table.Column<string>(type: "TEXT", nullable: false),
                    amount = table.Column<long>(type: "INTEGER", nullable: false),
                    as_discount = table.Column<bool>(type: "INTEGER", nullable: false),
                    reason = table.Column<string>(type: "TEXT", nullable: false),
                    recorded_at = table.Column<long>(type: "INTEGER", nullable: false),
                    author = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_write_off", x => new { x.seller_id, x.write_off_id });
                    table.CheckConstraint("ck_write_off_amount", "amount > 0 AND as_discount IN (0, 1)");
                    table.ForeignKey(
                        name: "FK_write_off_invoice_seller_id_invoice_id",
                        columns: x => new { x.seller_id, x.invoice_id },
                        principalTable: "invoice",
                        principalColumns: new[] { "seller_id", "invoice_id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "payment",
                columns: table => new
                {
                    seller_id = table.Column<long>(type: "INTEGER", nullable: false),
                    payment_id = table.Column<long>(type: "INTEGER", nullable: false),
                    number = table.Column<string>(type: "TEXT", nullable: false),
                    kind = table.Column<int>(type: "INTEGER", nullable: false),
                    customer_id = table.Column<long>(type: "INTEGER", nullable: false),
                    day = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    currency = table.Column<string>(type: "TEXT", nullable: false),
                    amount = table.Column<long>(type: "INTEGER", nullable: false),
                    reference = table.Column<string>(type: "TEXT", nullable: false),
                    request_key = table.Column<string>(type: "TEXT", nullable: true),
                    bank_entry_id = table.Column<long>(type: "INTEGER", nullable: true),
                    reverses_id = table.Column<long>(type: "INTEGER", nullable: true),
                    recorded_at = table.Column<long>(type: "INTEGER", nullable: false),
                    author = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_payment", x => new { x.seller_id, x.payment_id });
                    table.CheckConstraint("ck_payment_kind", "(kind = 1 AND amount > 0) OR (kind IN (2, 3) AND amount < 0)");
                    table.ForeignKey(
                        name: "FK_payment_bank_entry_seller_id_bank_entry_id",
                        columns: x => new { x.seller_id, x.bank_entry_id },
                        principalTable: "bank_entry",
                        principalColumns: new[] { "seller_id", "bank_entry_id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_payment_customer_seller_id_customer_id",
                        columns: x => new { x.seller_id, x.customer_id },
                        principalTable: "customer",
                        principalColumns: new[] { "seller_id", "customer_id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "closing_balance",
                columns: table => new
                {
                    seller_id = table.Column<long>(type: "INTEGER", nullable: false),
                    through = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    currency = table.Column<string>(type: "TEXT", nullable: false),
                    role = table.Column<int>(type: "INTEGER", nullable: false),
                    code = table.Column<string>(type: "TEXT", nullable: false),
                    amount = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_closing_balance", x => new { x.seller_id, x.through, x.currency, x.role, x.code });
                    table.ForeignKey(
                        name: "FK_closing_balance_closed_period_seller_id_through",
                        columns: x => new { x.seller_id, x.through },
                        principalTable: "closed_period",
                        principalColumns: new[] { "seller_id", "through" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "journal_line",
                columns: table => new
                {
                    seller_id = table.Column<long>(type: "INTEGER", nullable: false),
                    source = table.Column<int>(type: "INTEGER", nullable: false),
                    source_id = table.Column<long>(type: "INTEGER", nullable: false),
                    line_no = table.Column<int>(type: "INTEGER", nullable: false),
                    role = table.Column<int>(type: "INTEGER", nullable: false),
                    code = table.Column<string>(type: "TEXT", nullable: false),
                    amount = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_journal_line", x => new { x.seller_id, x.source, x.source_id, x.line_no });
                    table.CheckConstraint("ck_journal_line_amount", "amount <> 0 AND line_no >= 1");
                    table.CheckConstraint("ck_journal_line_role", "role BETWEEN 1 AND 11");
                    table.ForeignKey(
                        name: "FK_journal_line_journal_entry_seller_id_source_source_id",
                        columns: x => new { x.seller_id, x.source, x.source_id },
                        principalTable: "journal_entry",
                        principalColumns: new[] { "seller_id", "source", "source_id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "allocation",
                columns: table => new
                {
                    seller_id = table.Column<long>(type: "INTEGER", nullable: false),
                    allocation_id = table.Column<long>(type: "INTEGER", nullable: false),
                    source_kind = table.Column<int>(type: "INTEGER", nullable: false),
                    source_id = table.Column<long>(type: "INTEGER", nullable: false),
                    target_kind = table.Column<int>(type: "INTEGER", nullable: false),
                    target_id = table.Column<long>(type: "INTEGER", nullable: false),
                    customer_id = table.Column<long>(type: "INTEGER", nullable: false),
                    day = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    currency = table.Column<string>(type: "TEXT", nullable: false),
                    amount = table.Column<long>(type: "INTEGER", nullable: false),
                    recorded_at = table.Column<long>(type: "INTEGER", nullable: false),
                    author = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_allocation", x => new { x.seller_id, x.allocation_id });
                    table.CheckConstraint("ck_allocation_amount", "amount <> 0 AND source_kind BETWEEN 1 AND 2 AND target_kind BETWEEN 1 AND 3");
                    table.ForeignKey(
                        name: "FK_allocation_open_item_seller_id_source_kind_source_id",
                        columns: x => new { x.seller_id, x.source_kind, x.source_id },
                        principalTable: "open_item",
                        principalColumns: new[] { "seller_id", "kind", "item_id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_allocation_open_item_seller_id_target_kind_target_id",
                        columns: x => new { x.seller_id, x.target_kind, x.target_id },
                        principalTable: "open_item",
                        principalColumns: new[] { "seller_id", "kind", "item_id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.AddCheckConstraint(
                name: "ck_invoice_line_cause",
                table: "invoice_line",
                sql: "cause IS NULL OR cause BETWEEN 1 AND 9");

            migrationBuilder.CreateIndex(
                name: "IX_allocation_seller_id_source_kind_source_id",
                table: "allocation",
                columns: new[] { "seller_id", "source_kind", "source_id" });

            migrationBuilder.CreateIndex(
                name: "IX_allocation_seller_id_target_kind_target_id",
                table: "allocation",
                columns: new[] { "seller_id", "target_kind", "target_id" });

            migrationBuilder.CreateIndex(
                name: "IX_bank_entry_seller_id_account_reference",
                table: "bank_entry",
                columns: new[] { "seller_id", "account", "reference" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_dunning_event_seller_id_invoice_id_level",
                table: "dunning_event",
                columns: new[] { "seller_id", "invoice_id", "level" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_journal_entry_seller_id_customer_id_day",
                table: "journal_entry",
                columns: new[] { "seller_id", "customer_id", "day" });

            migrationBuilder.CreateIndex(
                name: "IX_journal_entry_seller_id_day_source_source_id",
                table: "journal_entry",
                columns: new[] { "seller_id", "day", "source", "source_id" });

            migrationBuilder.CreateIndex(
                name: "IX_open_item_seller_id_customer_id_due_day",
                table: "open_item",
                columns: new[] { "seller_id", "customer_id", "due_day" },
                filter: "\"open\" <> 0");

            migrationBuilder.CreateIndex(
                name: "IX_open_item_seller_id_due_day",
                table: "open_item",
                columns: new[] { "seller_id", "due_day" },
                filter: "\"open\" > 0");

            migrationBuilder.CreateIndex(
                name: "IX_payment_seller_id_bank_entry_id",
                table: "payment",
                columns: new[] { "seller_id", "bank_entry_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_payment_seller_id_customer_id",
                table: "payment",
                columns: new[] { "seller_id", "customer_id" });

            migrationBuilder.CreateIndex(
                name: "IX_payment_seller_id_number",
                table: "payment",
                columns: new[] { "seller_id", "number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_payment_seller_id_request_key",
                table: "payment",
                columns: new[] { "seller_id", "request_key" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_payment_seller_id_reverses_id",
                table: "payment",
                columns: new[] { "seller_id", "reverses_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_write_off_seller_id_invoice_id",
                table: "write_off",
                columns: new[] { "seller_id", "invoice_id" },
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "allocation");

            migrationBuilder.DropTable(
                name: "closing_balance");

            migrationBuilder.DropTable(
                name: "deferral");

            migrationBuilder.DropTable(
                name: "dunning_event");

            migrationBuilder.DropTable(
                name: "dunning_pause");

            migrationBuilder.DropTable(
                name: "journal_line");

            migrationBuilder.DropTable(
                name: "ledger_policy");

            migrationBuilder.DropTable(
                name: "payment");

            migrationBuilder.DropTable(
                name: "write_off");

            migrationBuilder.DropTable(
                name: "open_item");

            migrationBuilder.DropTable(
                name: "closed_period");

            migrationBuilder.DropTable(
                name: "journal_entry");

            migrationBuilder.DropTable(
                name: "bank_entry");

            migrationBuilder.DropCheckConstraint(
                name: "ck_invoice_line_cause",
                table: "invoice_line");

            migrationBuilder.AlterColumn<long>(
                name: "run_id",
                table: "invoice",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0L,
                oldClrType: typeof(long),
                oldType: "INTEGER",
                oldNullable: true);

            migrationBuilder.AddCheckConstraint(
                name: "ck_invoice_line_cause",
                table: "invoice_line",
                sql: "cause IS NULL OR cause BETWEEN 1 AND 8");
        }
    }
}
