using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Msp.Billing.EntityFrameworkCore.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class Initial : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "seller",
                columns: table => new
                {
                    seller_id = table.Column<long>(type: "bigint", nullable: false),
                    code = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    name = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    country = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    currency = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    time_zone = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    one_person = table.Column<short>(type: "smallint", nullable: false),
                    rounding = table.Column<int>(type: "integer", nullable: false),
                    version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_seller", x => x.seller_id);
                    table.CheckConstraint("ck_seller_one_person", "one_person IN (0, 1)");
                });

            migrationBuilder.CreateTable(
                name: "audit_entry",
                columns: table => new
                {
                    seller_id = table.Column<long>(type: "bigint", nullable: false),
                    sequence = table.Column<long>(type: "bigint", nullable: false),
                    at = table.Column<long>(type: "bigint", nullable: false),
                    author = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    action = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    subject = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    detail_json = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    previous_hash = table.Column<byte[]>(type: "bytea", nullable: false),
                    hash = table.Column<byte[]>(type: "bytea", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_audit_entry", x => new { x.seller_id, x.sequence });
                    table.CheckConstraint("ck_audit_entry_hashes", "length(hash) = 32 AND length(previous_hash) = 32");
                    table.ForeignKey(
                        name: "FK_audit_entry_seller_seller_id",
                        column: x => x.seller_id,
                        principalTable: "seller",
                        principalColumn: "seller_id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "bank_entry",
                columns: table => new
                {
                    seller_id = table.Column<long>(type: "bigint", nullable: false),
                    bank_entry_id = table.Column<long>(type: "bigint", nullable: false),
                    account = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    reference = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    day = table.Column<DateOnly>(type: "date", nullable: false),
                    currency = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    amount = table.Column<long>(type: "bigint", nullable: false),
                    counterparty = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    remittance = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    imported_at = table.Column<long>(type: "bigint", nullable: false),
                    imported_by = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    dismissed_at = table.Column<long>(type: "bigint", nullable: true),
                    dismissed_by = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    dismissed_reason = table.Column<string>(type: "text", nullable: true, collation: "C")
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
                name: "catalog_item",
                columns: table => new
                {
                    seller_id = table.Column<long>(type: "bigint", nullable: false),
                    kind = table.Column<int>(type: "integer", nullable: false),
                    code = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    json = table.Column<string>(type: "text", nullable: false, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_catalog_item", x => new { x.seller_id, x.kind, x.code });
                    table.ForeignKey(
                        name: "FK_catalog_item_seller_seller_id",
                        column: x => x.seller_id,
                        principalTable: "seller",
                        principalColumn: "seller_id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "closed_period",
                columns: table => new
                {
                    seller_id = table.Column<long>(type: "bigint", nullable: false),
                    through = table.Column<DateOnly>(type: "date", nullable: false),
                    closed_at = table.Column<long>(type: "bigint", nullable: false),
                    closed_by = table.Column<string>(type: "text", nullable: false, collation: "C")
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
                name: "customer",
                columns: table => new
                {
                    seller_id = table.Column<long>(type: "bigint", nullable: false),
                    customer_id = table.Column<long>(type: "bigint", nullable: false),
                    number = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    name = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    parent_id = table.Column<long>(type: "bigint", nullable: true),
                    jurisdiction = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    vat_number = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    exemption_reason = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    reverse_charge = table.Column<short>(type: "smallint", nullable: false),
                    country = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    address = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    email = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    buyer_reference = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    sites_json = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_customer", x => new { x.seller_id, x.customer_id });
                    table.CheckConstraint("ck_customer_parent", "parent_id IS NULL OR parent_id <> customer_id");
                    table.ForeignKey(
                        name: "FK_customer_customer_seller_id_parent_id",
                        columns: x => new { x.seller_id, x.parent_id },
                        principalTable: "customer",
                        principalColumns: new[] { "seller_id", "customer_id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_customer_seller_seller_id",
                        column: x => x.seller_id,
                        principalTable: "seller",
                        principalColumn: "seller_id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "document_series",
                columns: table => new
                {
                    seller_id = table.Column<long>(type: "bigint", nullable: false),
                    series = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    next_sequence = table.Column<long>(type: "bigint", nullable: false),
                    last_hash = table.Column<byte[]>(type: "bytea", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_document_series", x => new { x.seller_id, x.series });
                    table.CheckConstraint("ck_document_series_hash", "length(last_hash) = 32");
                    table.CheckConstraint("ck_document_series_next", "next_sequence >= 1");
                    table.ForeignKey(
                        name: "FK_document_series_seller_seller_id",
                        column: x => x.seller_id,
                        principalTable: "seller",
                        principalColumn: "seller_id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "insight_month",
                columns: table => new
                {
                    seller_id = table.Column<long>(type: "bigint", nullable: false),
                    month = table.Column<DateOnly>(type: "date", nullable: false),
                    as_of = table.Column<DateOnly>(type: "date", nullable: false),
                    contract_count = table.Column<long>(type: "bigint", nullable: false),
                    record_count = table.Column<long>(type: "bigint", nullable: false),
                    last_document = table.Column<long>(type: "bigint", nullable: false),
                    last_recorded = table.Column<long>(type: "bigint", nullable: false),
                    left_out = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_insight_month", x => new { x.seller_id, x.month });
                    table.ForeignKey(
                        name: "FK_insight_month_seller_seller_id",
                        column: x => x.seller_id,
                        principalTable: "seller",
                        principalColumn: "seller_id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "invoice_run",
                columns: table => new
                {
                    seller_id = table.Column<long>(type: "bigint", nullable: false),
                    run_id = table.Column<long>(type: "bigint", nullable: false),
                    number = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    through = table.Column<DateOnly>(type: "date", nullable: false),
                    issue_day = table.Column<DateOnly>(type: "date", nullable: false),
                    known_at = table.Column<long>(type: "bigint", nullable: false),
                    status = table.Column<int>(type: "integer", nullable: false),
                    created_at = table.Column<long>(type: "bigint", nullable: false),
                    created_by = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    reviewed_at = table.Column<long>(type: "bigint", nullable: true),
                    reviewed_by = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    approved_at = table.Column<long>(type: "bigint", nullable: true),
                    approved_by = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    posted_at = table.Column<long>(type: "bigint", nullable: true),
                    posted_by = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    cancelled_at = table.Column<long>(type: "bigint", nullable: true),
                    cancelled_by = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    one_person = table.Column<short>(type: "smallint", nullable: false),
                    previous_run_id = table.Column<long>(type: "bigint", nullable: true),
                    request_key = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    contract_count = table.Column<int>(type: "integer", nullable: false),
                    document_count = table.Column<int>(type: "integer", nullable: false),
                    line_count = table.Column<int>(type: "integer", nullable: false),
                    problem_count = table.Column<int>(type: "integer", nullable: false),
                    version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_invoice_run", x => new { x.seller_id, x.run_id });
                    table.CheckConstraint("ck_invoice_run_over", "(status = 6) = (posted_at IS NOT NULL) AND (status = 7) = (cancelled_at IS NOT NULL)");
                    table.CheckConstraint("ck_invoice_run_status", "status BETWEEN 1 AND 7");
                    table.ForeignKey(
                        name: "FK_invoice_run_invoice_run_seller_id_previous_run_id",
                        columns: x => new { x.seller_id, x.previous_run_id },
                        principalTable: "invoice_run",
                        principalColumns: new[] { "seller_id", "run_id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_invoice_run_seller_seller_id",
                        column: x => x.seller_id,
                        principalTable: "seller",
                        principalColumn: "seller_id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "journal_entry",
                columns: table => new
                {
                    seller_id = table.Column<long>(type: "bigint", nullable: false),
                    source = table.Column<int>(type: "integer", nullable: false),
                    source_id = table.Column<long>(type: "bigint", nullable: false),
                    reference = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    day = table.Column<DateOnly>(type: "date", nullable: false),
                    currency = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    customer_id = table.Column<long>(type: "bigint", nullable: true),
                    posted_at = table.Column<long>(type: "bigint", nullable: false),
                    line_count = table.Column<int>(type: "integer", nullable: false)
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
                    seller_id = table.Column<long>(type: "bigint", nullable: false),
                    json = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    version = table.Column<long>(type: "bigint", nullable: false)
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
                name: "quote_template",
                columns: table => new
                {
                    seller_id = table.Column<long>(type: "bigint", nullable: false),
                    name = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    json = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    updated_at = table.Column<long>(type: "bigint", nullable: false),
                    author = table.Column<string>(type: "text", nullable: false, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_quote_template", x => new { x.seller_id, x.name });
                    table.ForeignKey(
                        name: "FK_quote_template_seller_seller_id",
                        column: x => x.seller_id,
                        principalTable: "seller",
                        principalColumn: "seller_id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "run_setting",
                columns: table => new
                {
                    seller_id = table.Column<long>(type: "bigint", nullable: false),
                    change_percent = table.Column<long>(type: "bigint", nullable: false),
                    change_amount = table.Column<long>(type: "bigint", nullable: false),
                    stale_days = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_run_setting", x => x.seller_id);
                    table.ForeignKey(
                        name: "FK_run_setting_seller_seller_id",
                        column: x => x.seller_id,
                        principalTable: "seller",
                        principalColumn: "seller_id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "seller_version",
                columns: table => new
                {
                    seller_id = table.Column<long>(type: "bigint", nullable: false),
                    version_no = table.Column<long>(type: "bigint", nullable: false),
                    first_invoice_id = table.Column<long>(type: "bigint", nullable: false),
                    party_json = table.Column<string>(type: "text", nullable: false, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_seller_version", x => new { x.seller_id, x.version_no });
                    table.CheckConstraint("ck_seller_version_places", "version_no >= 1 AND first_invoice_id >= 1");
                    table.ForeignKey(
                        name: "FK_seller_version_seller_seller_id",
                        column: x => x.seller_id,
                        principalTable: "seller",
                        principalColumn: "seller_id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "tax_rate",
                columns: table => new
                {
                    seller_id = table.Column<long>(type: "bigint", nullable: false),
                    jurisdiction = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    category = table.Column<int>(type: "integer", nullable: false),
                    from_day = table.Column<DateOnly>(type: "date", nullable: false),
                    rate = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_tax_rate", x => new { x.seller_id, x.jurisdiction, x.category, x.from_day });
                    table.CheckConstraint("ck_tax_rate_rate", "rate >= 0");
                    table.ForeignKey(
                        name: "FK_tax_rate_seller_seller_id",
                        column: x => x.seller_id,
                        principalTable: "seller",
                        principalColumn: "seller_id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "closing_balance",
                columns: table => new
                {
                    seller_id = table.Column<long>(type: "bigint", nullable: false),
                    through = table.Column<DateOnly>(type: "date", nullable: false),
                    currency = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    role = table.Column<int>(type: "integer", nullable: false),
                    code = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    amount = table.Column<long>(type: "bigint", nullable: false)
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
                name: "contract",
                columns: table => new
                {
                    seller_id = table.Column<long>(type: "bigint", nullable: false),
                    contract_id = table.Column<long>(type: "bigint", nullable: false),
                    number = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    customer_id = table.Column<long>(type: "bigint", nullable: false),
                    plan = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    predecessor = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    recorded_at = table.Column<long>(type: "bigint", nullable: false),
                    initial_status = table.Column<int>(type: "integer", nullable: false),
                    currency = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    start_day = table.Column<DateOnly>(type: "date", nullable: false),
                    end_day = table.Column<DateOnly>(type: "date", nullable: true),
                    anchor_day = table.Column<DateOnly>(type: "date", nullable: false),
                    anchor_day_of_month = table.Column<int>(type: "integer", nullable: false),
                    billed_elsewhere_until = table.Column<DateOnly>(type: "date", nullable: true),
                    term_months = table.Column<int>(type: "integer", nullable: true),
                    renewal_months = table.Column<int>(type: "integer", nullable: true),
                    notice_days = table.Column<int>(type: "integer", nullable: false),
                    payment_days = table.Column<int>(type: "integer", nullable: false),
                    rounding = table.Column<int>(type: "integer", nullable: false),
                    prices_include_tax = table.Column<short>(type: "smallint", nullable: false),
                    terms_json = table.Column<string>(type: "text", nullable: true, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_contract", x => new { x.seller_id, x.contract_id });
                    table.CheckConstraint("ck_contract_anchor", "anchor_day_of_month BETWEEN 1 AND 31");
                    table.CheckConstraint("ck_contract_days", "end_day IS NULL OR end_day >= start_day");
                    table.CheckConstraint("ck_contract_initial_status", "initial_status IN (1, 3)");
                    table.ForeignKey(
                        name: "FK_contract_customer_seller_id_customer_id",
                        columns: x => new { x.seller_id, x.customer_id },
                        principalTable: "customer",
                        principalColumns: new[] { "seller_id", "customer_id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "customer_version",
                columns: table => new
                {
                    seller_id = table.Column<long>(type: "bigint", nullable: false),
                    customer_id = table.Column<long>(type: "bigint", nullable: false),
                    version_no = table.Column<long>(type: "bigint", nullable: false),
                    first_invoice_id = table.Column<long>(type: "bigint", nullable: false),
                    party_json = table.Column<string>(type: "text", nullable: false, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_customer_version", x => new { x.seller_id, x.customer_id, x.version_no });
                    table.CheckConstraint("ck_customer_version_places", "version_no >= 1 AND first_invoice_id >= 1");
                    table.ForeignKey(
                        name: "FK_customer_version_customer_seller_id_customer_id",
                        columns: x => new { x.seller_id, x.customer_id },
                        principalTable: "customer",
                        principalColumns: new[] { "seller_id", "customer_id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "dunning_pause",
                columns: table => new
                {
                    seller_id = table.Column<long>(type: "bigint", nullable: false),
                    customer_id = table.Column<long>(type: "bigint", nullable: false),
                    pause_no = table.Column<int>(type: "integer", nullable: false),
                    through = table.Column<DateOnly>(type: "date", nullable: true),
                    reason = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    recorded_at = table.Column<long>(type: "bigint", nullable: false),
                    author = table.Column<string>(type: "text", nullable: false, collation: "C")
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
                name: "open_item",
                columns: table => new
                {
                    seller_id = table.Column<long>(type: "bigint", nullable: false),
                    kind = table.Column<int>(type: "integer", nullable: false),
                    item_id = table.Column<long>(type: "bigint", nullable: false),
                    customer_id = table.Column<long>(type: "bigint", nullable: false),
                    number = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    currency = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    issue_day = table.Column<DateOnly>(type: "date", nullable: false),
                    due_day = table.Column<DateOnly>(type: "date", nullable: false),
                    amount = table.Column<long>(type: "bigint", nullable: false),
                    open = table.Column<long>(type: "bigint", nullable: false)
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
                name: "payment",
                columns: table => new
                {
                    seller_id = table.Column<long>(type: "bigint", nullable: false),
                    payment_id = table.Column<long>(type: "bigint", nullable: false),
                    number = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    kind = table.Column<int>(type: "integer", nullable: false),
                    customer_id = table.Column<long>(type: "bigint", nullable: false),
                    day = table.Column<DateOnly>(type: "date", nullable: false),
                    currency = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    amount = table.Column<long>(type: "bigint", nullable: false),
                    reference = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    request_key = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    bank_entry_id = table.Column<long>(type: "bigint", nullable: true),
                    reverses_id = table.Column<long>(type: "bigint", nullable: true),
                    recorded_at = table.Column<long>(type: "bigint", nullable: false),
                    author = table.Column<string>(type: "text", nullable: false, collation: "C")
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
                name: "quote",
                columns: table => new
                {
                    seller_id = table.Column<long>(type: "bigint", nullable: false),
                    quote_id = table.Column<long>(type: "bigint", nullable: false),
                    number = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    year = table.Column<int>(type: "integer", nullable: false),
                    sequence = table.Column<int>(type: "integer", nullable: false),
                    customer_id = table.Column<long>(type: "bigint", nullable: false),
                    owner = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    title = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    status = table.Column<int>(type: "integer", nullable: false),
                    latest_revision = table.Column<int>(type: "integer", nullable: false),
                    valid_until = table.Column<DateOnly>(type: "date", nullable: true),
                    currency = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    monthly = table.Column<long>(type: "bigint", nullable: true),
                    created_at = table.Column<long>(type: "bigint", nullable: false),
                    updated_at = table.Column<long>(type: "bigint", nullable: false),
                    seen_at = table.Column<long>(type: "bigint", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_quote", x => new { x.seller_id, x.quote_id });
                    table.CheckConstraint("ck_quote_revision", "latest_revision >= 1");
                    table.CheckConstraint("ck_quote_status", "status BETWEEN 1 AND 10");
                    table.ForeignKey(
                        name: "FK_quote_customer_seller_id_customer_id",
                        columns: x => new { x.seller_id, x.customer_id },
                        principalTable: "customer",
                        principalColumns: new[] { "seller_id", "customer_id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_quote_seller_seller_id",
                        column: x => x.seller_id,
                        principalTable: "seller",
                        principalColumn: "seller_id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "run_scope",
                columns: table => new
                {
                    seller_id = table.Column<long>(type: "bigint", nullable: false),
                    run_id = table.Column<long>(type: "bigint", nullable: false),
                    customer_id = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_run_scope", x => new { x.seller_id, x.run_id, x.customer_id });
                    table.ForeignKey(
                        name: "FK_run_scope_customer_seller_id_customer_id",
                        columns: x => new { x.seller_id, x.customer_id },
                        principalTable: "customer",
                        principalColumns: new[] { "seller_id", "customer_id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_run_scope_invoice_run_seller_id_run_id",
                        columns: x => new { x.seller_id, x.run_id },
                        principalTable: "invoice_run",
                        principalColumns: new[] { "seller_id", "run_id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "run_total",
                columns: table => new
                {
                    seller_id = table.Column<long>(type: "bigint", nullable: false),
                    run_id = table.Column<long>(type: "bigint", nullable: false),
                    currency = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    invoice_count = table.Column<int>(type: "integer", nullable: false),
                    credit_note_count = table.Column<int>(type: "integer", nullable: false),
                    subtotal = table.Column<long>(type: "bigint", nullable: false),
                    tax = table.Column<long>(type: "bigint", nullable: false),
                    total = table.Column<long>(type: "bigint", nullable: false),
                    previous_total = table.Column<long>(type: "bigint", nullable: false),
                    cause_1 = table.Column<long>(type: "bigint", nullable: false),
                    cause_2 = table.Column<long>(type: "bigint", nullable: false),
                    cause_3 = table.Column<long>(type: "bigint", nullable: false),
                    cause_4 = table.Column<long>(type: "bigint", nullable: false),
                    cause_5 = table.Column<long>(type: "bigint", nullable: false),
                    cause_6 = table.Column<long>(type: "bigint", nullable: false),
                    cause_7 = table.Column<long>(type: "bigint", nullable: false),
                    cause_8 = table.Column<long>(type: "bigint", nullable: false),
                    cause_9 = table.Column<long>(type: "bigint", nullable: false),
                    cause_10 = table.Column<long>(type: "bigint", nullable: false),
                    cause_11 = table.Column<long>(type: "bigint", nullable: false),
                    cause_12 = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_run_total", x => new { x.seller_id, x.run_id, x.currency });
                    table.ForeignKey(
                        name: "FK_run_total_invoice_run_seller_id_run_id",
                        columns: x => new { x.seller_id, x.run_id },
                        principalTable: "invoice_run",
                        principalColumns: new[] { "seller_id", "run_id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "journal_line",
                columns: table => new
                {
                    seller_id = table.Column<long>(type: "bigint", nullable: false),
                    source = table.Column<int>(type: "integer", nullable: false),
                    source_id = table.Column<long>(type: "bigint", nullable: false),
                    line_no = table.Column<int>(type: "integer", nullable: false),
                    role = table.Column<int>(type: "integer", nullable: false),
                    code = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    amount = table.Column<long>(type: "bigint", nullable: false)
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
                name: "amendment",
                columns: table => new
                {
                    seller_id = table.Column<long>(type: "bigint", nullable: false),
                    contract_id = table.Column<long>(type: "bigint", nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    day = table.Column<DateOnly>(type: "date", nullable: false),
                    recorded_at = table.Column<long>(type: "bigint", nullable: false),
                    author = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    reason = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    kind = table.Column<int>(type: "integer", nullable: false),
                    line_id = table.Column<int>(type: "integer", nullable: true),
                    payload_json = table.Column<string>(type: "text", nullable: true, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_amendment", x => new { x.seller_id, x.contract_id, x.number });
                    table.CheckConstraint("ck_amendment_kind", "kind BETWEEN 1 AND 9");
                    table.CheckConstraint("ck_amendment_number", "number >= 1");
                    table.ForeignKey(
                        name: "FK_amendment_contract_seller_id_contract_id",
                        columns: x => new { x.seller_id, x.contract_id },
                        principalTable: "contract",
                        principalColumns: new[] { "seller_id", "contract_id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "contract_billing",
                columns: table => new
                {
                    seller_id = table.Column<long>(type: "bigint", nullable: false),
                    contract_id = table.Column<long>(type: "bigint", nullable: false),
                    billed_through = table.Column<DateOnly>(type: "date", nullable: false),
                    known_at = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_contract_billing", x => new { x.seller_id, x.contract_id });
                    table.ForeignKey(
                        name: "FK_contract_billing_contract_seller_id_contract_id",
                        columns: x => new { x.seller_id, x.contract_id },
                        principalTable: "contract",
                        principalColumns: new[] { "seller_id", "contract_id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "contract_line",
                columns: table => new
                {
                    seller_id = table.Column<long>(type: "bigint", nullable: false),
                    contract_id = table.Column<long>(type: "bigint", nullable: false),
                    line_id = table.Column<int>(type: "integer", nullable: false),
                    charge = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    name = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    service = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    unit = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    model = table.Column<int>(type: "integer", nullable: false),
                    price = table.Column<long>(type: "bigint", nullable: false),
                    pricing_json = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    cadence_count = table.Column<int>(type: "integer", nullable: false),
                    cadence_unit = table.Column<int>(type: "integer", nullable: false),
                    timing = table.Column<int>(type: "integer", nullable: false),
                    day_count = table.Column<int>(type: "integer", nullable: false),
                    basis = table.Column<int>(type: "integer", nullable: false),
                    increase = table.Column<int>(type: "integer", nullable: false),
                    decrease = table.Column<int>(type: "integer", nullable: false),
                    tax_category = table.Column<int>(type: "integer", nullable: false),
                    ledger_account = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    unit_cost = table.Column<long>(type: "bigint", nullable: true),
                    quantity = table.Column<long>(type: "bigint", nullable: false),
                    committed_quantity = table.Column<long>(type: "bigint", nullable: false),
                    site = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    start_day = table.Column<DateOnly>(type: "date", nullable: true),
                    end_day = table.Column<DateOnly>(type: "date", nullable: true),
                    never_uplifted = table.Column<short>(type: "smallint", nullable: false),
                    discounts_json = table.Column<string>(type: "text", nullable: true, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_contract_line", x => new { x.seller_id, x.contract_id, x.line_id });
                    table.CheckConstraint("ck_contract_line_price", "price >= 0");
                    table.CheckConstraint("ck_contract_line_quantity", "quantity >= 0 AND committed_quantity >= 0");
                    table.ForeignKey(
                        name: "FK_contract_line_contract_seller_id_contract_id",
                        columns: x => new { x.seller_id, x.contract_id },
                        principalTable: "contract",
                        principalColumns: new[] { "seller_id", "contract_id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "contract_summary",
                columns: table => new
                {
                    seller_id = table.Column<long>(type: "bigint", nullable: false),
                    contract_id = table.Column<long>(type: "bigint", nullable: false),
                    number = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    customer = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    plan = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    currency = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    as_of = table.Column<DateOnly>(type: "date", nullable: false),
                    status = table.Column<int>(type: "integer", nullable: false),
                    status_until = table.Column<DateOnly>(type: "date", nullable: true),
                    start = table.Column<DateOnly>(type: "date", nullable: false),
                    end = table.Column<DateOnly>(type: "date", nullable: true),
                    is_renewed = table.Column<short>(type: "smallint", nullable: false),
                    next_due = table.Column<DateOnly>(type: "date", nullable: true),
                    decision_day = table.Column<DateOnly>(type: "date", nullable: true),
                    renewal_day = table.Column<DateOnly>(type: "date", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_contract_summary", x => new { x.seller_id, x.contract_id });
                    table.ForeignKey(
                        name: "FK_contract_summary_contract_seller_id_contract_id",
                        columns: x => new { x.seller_id, x.contract_id },
                        principalTable: "contract",
                        principalColumns: new[] { "seller_id", "contract_id" },
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "insight_contract",
                columns: table => new
                {
                    seller_id = table.Column<long>(type: "bigint", nullable: false),
                    contract_id = table.Column<long>(type: "bigint", nullable: false),
                    customer_id = table.Column<long>(type: "bigint", nullable: false),
                    currency = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    as_of = table.Column<DateOnly>(type: "date", nullable: false),
                    mrr = table.Column<long>(type: "bigint", nullable: false),
                    first_day = table.Column<DateOnly>(type: "date", nullable: true),
                    by_index = table.Column<short>(type: "smallint", nullable: false),
                    uplift_day = table.Column<DateOnly>(type: "date", nullable: true),
                    uplift_notice = table.Column<DateOnly>(type: "date", nullable: true),
                    uplift_step = table.Column<long>(type: "bigint", nullable: true),
                    uplift_money = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_insight_contract", x => new { x.seller_id, x.contract_id });
                    table.ForeignKey(
                        name: "FK_insight_contract_contract_seller_id_contract_id",
                        columns: x => new { x.seller_id, x.contract_id },
                        principalTable: "contract",
                        principalColumns: new[] { "seller_id", "contract_id" },
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "insight_contract_month",
                columns: table => new
                {
                    seller_id = table.Column<long>(type: "bigint", nullable: false),
                    month = table.Column<DateOnly>(type: "date", nullable: false),
                    contract_id = table.Column<long>(type: "bigint", nullable: false),
                    customer_id = table.Column<long>(type: "bigint", nullable: false),
                    currency = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    mrr = table.Column<long>(type: "bigint", nullable: false),
                    usage = table.Column<long>(type: "bigint", nullable: false),
                    opening = table.Column<long>(type: "bigint", nullable: false),
                    more = table.Column<long>(type: "bigint", nullable: false),
                    fewer = table.Column<long>(type: "bigint", nullable: false),
                    price = table.Column<long>(type: "bigint", nullable: false),
                    part_1 = table.Column<long>(type: "bigint", nullable: false),
                    part_2 = table.Column<long>(type: "bigint", nullable: false),
                    part_3 = table.Column<long>(type: "bigint", nullable: false),
                    part_4 = table.Column<long>(type: "bigint", nullable: false),
                    part_5 = table.Column<long>(type: "bigint", nullable: false),
                    part_6 = table.Column<long>(type: "bigint", nullable: false),
                    part_7 = table.Column<long>(type: "bigint", nullable: false),
                    part_8 = table.Column<long>(type: "bigint", nullable: false),
                    part_9 = table.Column<long>(type: "bigint", nullable: false),
                    invoiced = table.Column<long>(type: "bigint", nullable: false),
                    covered = table.Column<long>(type: "bigint", nullable: false),
                    costs = table.Column<long>(type: "bigint", nullable: false),
                    hours = table.Column<long>(type: "bigint", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_insight_contract_month", x => new { x.seller_id, x.month, x.contract_id });
                    table.CheckConstraint("ck_insight_contract_month_sums", "mrr = opening + more + fewer + price AND invoiced = mrr + part_1 + part_2 + part_3 + part_4 + part_5 + part_6 + part_7 + part_8 + part_9");
                    table.ForeignKey(
                        name: "FK_insight_contract_month_contract_seller_id_contract_id",
                        columns: x => new { x.seller_id, x.contract_id },
                        principalTable: "contract",
                        principalColumns: new[] { "seller_id", "contract_id" },
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "insight_leak",
                columns: table => new
                {
                    seller_id = table.Column<long>(type: "bigint", nullable: false),
                    contract_id = table.Column<long>(type: "bigint", nullable: false),
                    line_id = table.Column<int>(type: "integer", nullable: false),
                    kind = table.Column<int>(type: "integer", nullable: false),
                    charge = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    name = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    unit = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    counted = table.Column<long>(type: "bigint", nullable: false),
                    billed = table.Column<long>(type: "bigint", nullable: false),
                    since = table.Column<DateOnly>(type: "date", nullable: false),
                    currency = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    money = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_insight_leak", x => new { x.seller_id, x.contract_id, x.line_id });
                    table.CheckConstraint("ck_insight_leak_kind", "kind BETWEEN 1 AND 3");
                    table.ForeignKey(
                        name: "FK_insight_leak_contract_seller_id_contract_id",
                        columns: x => new { x.seller_id, x.contract_id },
                        principalTable: "contract",
                        principalColumns: new[] { "seller_id", "contract_id" },
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "invoice",
                columns: table => new
                {
                    seller_id = table.Column<long>(type: "bigint", nullable: false),
                    invoice_id = table.Column<long>(type: "bigint", nullable: false),
                    series = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    sequence = table.Column<long>(type: "bigint", nullable: false),
                    number = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    kind = table.Column<int>(type: "integer", nullable: false),
                    contract_id = table.Column<long>(type: "bigint", nullable: false),
                    customer_id = table.Column<long>(type: "bigint", nullable: false),
                    run_id = table.Column<long>(type: "bigint", nullable: true),
                    issue_day = table.Column<DateOnly>(type: "date", nullable: false),
                    due_day = table.Column<DateOnly>(type: "date", nullable: false),
                    from_day = table.Column<DateOnly>(type: "date", nullable: false),
                    until_day = table.Column<DateOnly>(type: "date", nullable: false),
                    currency = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    subtotal = table.Column<long>(type: "bigint", nullable: false),
                    tax = table.Column<long>(type: "bigint", nullable: false),
                    total = table.Column<long>(type: "bigint", nullable: false),
                    known_at = table.Column<long>(type: "bigint", nullable: false),
                    posted_at = table.Column<long>(type: "bigint", nullable: false),
                    line_count = table.Column<int>(type: "integer", nullable: false),
                    previous_hash = table.Column<byte[]>(type: "bytea", nullable: false),
                    hash = table.Column<byte[]>(type: "bytea", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_invoice", x => new { x.seller_id, x.invoice_id });
                    table.CheckConstraint("ck_invoice_days", "from_day <= until_day");
                    table.CheckConstraint("ck_invoice_hashes", "length(hash) = 32 AND length(previous_hash) = 32");
                    table.CheckConstraint("ck_invoice_sequence", "sequence >= 1 AND line_count >= 1");
                    table.CheckConstraint("ck_invoice_sign", "(kind = 1 AND total >= 0) OR (kind = 2 AND total <= 0)");
                    table.CheckConstraint("ck_invoice_total", "total = subtotal + tax");
                    table.ForeignKey(
                        name: "FK_invoice_contract_seller_id_contract_id",
                        columns: x => new { x.seller_id, x.contract_id },
                        principalTable: "contract",
                        principalColumns: new[] { "seller_id", "contract_id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_invoice_customer_seller_id_customer_id",
                        columns: x => new { x.seller_id, x.customer_id },
                        principalTable: "customer",
                        principalColumns: new[] { "seller_id", "customer_id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_invoice_invoice_run_seller_id_run_id",
                        columns: x => new { x.seller_id, x.run_id },
                        principalTable: "invoice_run",
                        principalColumns: new[] { "seller_id", "run_id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "run_decision",
                columns: table => new
                {
                    seller_id = table.Column<long>(type: "bigint", nullable: false),
                    decision_no = table.Column<long>(type: "bigint", nullable: false),
                    run_id = table.Column<long>(type: "bigint", nullable: true),
                    contract_id = table.Column<long>(type: "bigint", nullable: false),
                    kind = table.Column<int>(type: "integer", nullable: false),
                    code = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    draft_fingerprint = table.Column<long>(type: "bigint", nullable: true),
                    until_day = table.Column<DateOnly>(type: "date", nullable: true),
                    amount = table.Column<long>(type: "bigint", nullable: true),
                    amendment_no = table.Column<int>(type: "integer", nullable: true),
                    undoes = table.Column<long>(type: "bigint", nullable: true),
                    reason = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    author = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    at = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_run_decision", x => new { x.seller_id, x.decision_no });
                    table.CheckConstraint("ck_run_decision_kind", "kind BETWEEN 1 AND 5 AND (kind = 3 OR run_id IS NOT NULL OR kind = 5)");
                    table.CheckConstraint("ck_run_decision_parts", "(kind = 1) = (code IS NOT NULL) AND (kind = 3) = (until_day IS NOT NULL) AND (kind = 4) = (amount IS NOT NULL) AND (kind = 5) = (undoes IS NOT NULL)");
                    table.CheckConstraint("ck_run_decision_reason", "kind = 1 OR length(trim(reason)) > 0");
                    table.ForeignKey(
                        name: "FK_run_decision_contract_seller_id_contract_id",
                        columns: x => new { x.seller_id, x.contract_id },
                        principalTable: "contract",
                        principalColumns: new[] { "seller_id", "contract_id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_run_decision_invoice_run_seller_id_run_id",
                        columns: x => new { x.seller_id, x.run_id },
                        principalTable: "invoice_run",
                        principalColumns: new[] { "seller_id", "run_id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_run_decision_run_decision_seller_id_undoes",
                        columns: x => new { x.seller_id, x.undoes },
                        principalTable: "run_decision",
                        principalColumns: new[] { "seller_id", "decision_no" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "run_item",
                columns: table => new
                {
                    seller_id = table.Column<long>(type: "bigint", nullable: false),
                    run_id = table.Column<long>(type: "bigint", nullable: false),
                    contract_id = table.Column<long>(type: "bigint", nullable: false),
                    outcome = table.Column<int>(type: "integer", nullable: false),
                    kind = table.Column<int>(type: "integer", nullable: true),
                    line_count = table.Column<int>(type: "integer", nullable: false),
                    subtotal = table.Column<long>(type: "bigint", nullable: false),
                    tax = table.Column<long>(type: "bigint", nullable: false),
                    total = table.Column<long>(type: "bigint", nullable: false),
                    previous_total = table.Column<long>(type: "bigint", nullable: false),
                    draft_fingerprint = table.Column<long>(type: "bigint", nullable: true),
                    cause_1 = table.Column<long>(type: "bigint", nullable: false),
                    cause_2 = table.Column<long>(type: "bigint", nullable: false),
                    cause_3 = table.Column<long>(type: "bigint", nullable: false),
                    cause_4 = table.Column<long>(type: "bigint", nullable: false),
                    cause_5 = table.Column<long>(type: "bigint", nullable: false),
                    cause_6 = table.Column<long>(type: "bigint", nullable: false),
                    cause_7 = table.Column<long>(type: "bigint", nullable: false),
                    cause_8 = table.Column<long>(type: "bigint", nullable: false),
                    cause_9 = table.Column<long>(type: "bigint", nullable: false),
                    cause_10 = table.Column<long>(type: "bigint", nullable: false),
                    cause_11 = table.Column<long>(type: "bigint", nullable: false),
                    cause_12 = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_run_item", x => new { x.seller_id, x.run_id, x.contract_id });
                    table.CheckConstraint("ck_run_item_outcome", "outcome BETWEEN 1 AND 5");
                    table.CheckConstraint("ck_run_item_total", "total = subtotal + tax");
                    table.ForeignKey(
                        name: "FK_run_item_contract_seller_id_contract_id",
                        columns: x => new { x.seller_id, x.contract_id },
                        principalTable: "contract",
                        principalColumns: new[] { "seller_id", "contract_id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_run_item_invoice_run_seller_id_run_id",
                        columns: x => new { x.seller_id, x.run_id },
                        principalTable: "invoice_run",
                        principalColumns: new[] { "seller_id", "run_id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "run_problem",
                columns: table => new
                {
                    seller_id = table.Column<long>(type: "bigint", nullable: false),
                    run_id = table.Column<long>(type: "bigint", nullable: false),
                    contract_id = table.Column<long>(type: "bigint", nullable: false),
                    problem_no = table.Column<int>(type: "integer", nullable: false),
                    code = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    message = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    fix = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    blocks = table.Column<short>(type: "smallint", nullable: false),
                    is_notice = table.Column<short>(type: "smallint", nullable: false),
                    facts_json = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    resolved_at = table.Column<long>(type: "bigint", nullable: true),
                    resolved_by = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    resolution = table.Column<string>(type: "text", nullable: true, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_run_problem", x => new { x.seller_id, x.run_id, x.contract_id, x.problem_no });
                    table.ForeignKey(
                        name: "FK_run_problem_contract_seller_id_contract_id",
                        columns: x => new { x.seller_id, x.contract_id },
                        principalTable: "contract",
                        principalColumns: new[] { "seller_id", "contract_id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_run_problem_invoice_run_seller_id_run_id",
                        columns: x => new { x.seller_id, x.run_id },
                        principalTable: "invoice_run",
                        principalColumns: new[] { "seller_id", "run_id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "usage_count",
                columns: table => new
                {
                    seller_id = table.Column<long>(type: "bigint", nullable: false),
                    contract_id = table.Column<long>(type: "bigint", nullable: false),
                    line_id = table.Column<int>(type: "integer", nullable: false),
                    day = table.Column<DateOnly>(type: "date", nullable: false),
                    recorded_at = table.Column<long>(type: "bigint", nullable: false),
                    quantity = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_usage_count", x => new { x.seller_id, x.contract_id, x.line_id, x.day, x.recorded_at });
                    table.CheckConstraint("ck_usage_count_quantity", "quantity >= 0");
                    table.ForeignKey(
                        name: "FK_usage_count_contract_seller_id_contract_id",
                        columns: x => new { x.seller_id, x.contract_id },
                        principalTable: "contract",
                        principalColumns: new[] { "seller_id", "contract_id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "allocation",
                columns: table => new
                {
                    seller_id = table.Column<long>(type: "bigint", nullable: false),
                    allocation_id = table.Column<long>(type: "bigint", nullable: false),
                    source_kind = table.Column<int>(type: "integer", nullable: false),
                    source_id = table.Column<long>(type: "bigint", nullable: false),
                    target_kind = table.Column<int>(type: "integer", nullable: false),
                    target_id = table.Column<long>(type: "bigint", nullable: false),
                    customer_id = table.Column<long>(type: "bigint", nullable: false),
                    day = table.Column<DateOnly>(type: "date", nullable: false),
                    currency = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    amount = table.Column<long>(type: "bigint", nullable: false),
                    recorded_at = table.Column<long>(type: "bigint", nullable: false),
                    author = table.Column<string>(type: "text", nullable: false, collation: "C")
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

            migrationBuilder.CreateTable(
                name: "quote_event",
                columns: table => new
                {
                    seller_id = table.Column<long>(type: "bigint", nullable: false),
                    quote_id = table.Column<long>(type: "bigint", nullable: false),
                    event_no = table.Column<int>(type: "integer", nullable: false),
                    revision = table.Column<int>(type: "integer", nullable: false),
                    kind = table.Column<int>(type: "integer", nullable: false),
                    action = table.Column<int>(type: "integer", nullable: true),
                    day = table.Column<DateOnly>(type: "date", nullable: false),
                    at = table.Column<long>(type: "bigint", nullable: false),
                    author = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    text = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    valid_until = table.Column<DateOnly>(type: "date", nullable: true),
                    breaches_json = table.Column<string>(type: "text", nullable: true, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_quote_event", x => new { x.seller_id, x.quote_id, x.event_no });
                    table.CheckConstraint("ck_quote_event_action", "(kind = 1) = (action IS NOT NULL)");
                    table.CheckConstraint("ck_quote_event_kind", "kind BETWEEN 1 AND 7");
                    table.ForeignKey(
                        name: "FK_quote_event_quote_seller_id_quote_id",
                        columns: x => new { x.seller_id, x.quote_id },
                        principalTable: "quote",
                        principalColumns: new[] { "seller_id", "quote_id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "quote_revision",
                columns: table => new
                {
                    seller_id = table.Column<long>(type: "bigint", nullable: false),
                    quote_id = table.Column<long>(type: "bigint", nullable: false),
                    revision = table.Column<int>(type: "integer", nullable: false),
                    parent = table.Column<int>(type: "integer", nullable: true),
                    sent_at = table.Column<long>(type: "bigint", nullable: true),
                    canonical = table.Column<byte[]>(type: "bytea", nullable: true),
                    internals = table.Column<byte[]>(type: "bytea", nullable: true),
                    hash = table.Column<byte[]>(type: "bytea", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_quote_revision", x => new { x.seller_id, x.quote_id, x.revision });
                    table.CheckConstraint("ck_quote_revision_frozen", "(sent_at IS NULL) = (canonical IS NULL) AND (sent_at IS NULL) = (internals IS NULL) AND (sent_at IS NULL) = (hash IS NULL) AND (hash IS NULL OR length(hash) = 32)");
                    table.CheckConstraint("ck_quote_revision_parent", "parent IS NULL OR parent < revision");
                    table.ForeignKey(
                        name: "FK_quote_revision_quote_seller_id_quote_id",
                        columns: x => new { x.seller_id, x.quote_id },
                        principalTable: "quote",
                        principalColumns: new[] { "seller_id", "quote_id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "correction",
                columns: table => new
                {
                    seller_id = table.Column<long>(type: "bigint", nullable: false),
                    correction_no = table.Column<long>(type: "bigint", nullable: false),
                    invoice_id = table.Column<long>(type: "bigint", nullable: false),
                    kind = table.Column<int>(type: "integer", nullable: false),
                    lines = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    day = table.Column<DateOnly>(type: "date", nullable: false),
                    as_discount = table.Column<short>(type: "smallint", nullable: false),
                    reason = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    given = table.Column<long>(type: "bigint", nullable: false),
                    billed = table.Column<long>(type: "bigint", nullable: true),
                    proposed_by = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    proposed_at = table.Column<long>(type: "bigint", nullable: false),
                    decision = table.Column<int>(type: "integer", nullable: true),
                    decided_by = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    decided_at = table.Column<long>(type: "bigint", nullable: true),
                    declined_because = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    note_id = table.Column<long>(type: "bigint", nullable: true),
                    rebilled_id = table.Column<long>(type: "bigint", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_correction", x => new { x.seller_id, x.correction_no });
                    table.CheckConstraint("ck_correction_decision", "(decision IS NULL) = (decided_by IS NULL) AND (decision IS NULL) = (decided_at IS NULL) AND (decision IS NULL OR decision BETWEEN 1 AND 2)");
                    table.CheckConstraint("ck_correction_figures", "given > 0 AND (billed IS NULL OR kind = 2) AND length(trim(reason)) > 0");
                    table.CheckConstraint("ck_correction_kind", "kind BETWEEN 1 AND 3 AND as_discount IN (0, 1) AND (kind = 3 OR as_discount = 0) AND (kind <> 3 OR length(lines) = 0)");
                    table.CheckConstraint("ck_correction_result", "(note_id IS NOT NULL) = (decision IS NOT NULL AND decision = 1 AND kind < 3) AND (rebilled_id IS NULL OR note_id IS NOT NULL)");
                    table.ForeignKey(
                        name: "FK_correction_invoice_seller_id_invoice_id",
                        columns: x => new { x.seller_id, x.invoice_id },
                        principalTable: "invoice",
                        principalColumns: new[] { "seller_id", "invoice_id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_correction_invoice_seller_id_note_id",
                        columns: x => new { x.seller_id, x.note_id },
                        principalTable: "invoice",
                        principalColumns: new[] { "seller_id", "invoice_id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_correction_invoice_seller_id_rebilled_id",
                        columns: x => new { x.seller_id, x.rebilled_id },
                        principalTable: "invoice",
                        principalColumns: new[] { "seller_id", "invoice_id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "dunning_event",
                columns: table => new
                {
                    seller_id = table.Column<long>(type: "bigint", nullable: false),
                    dunning_id = table.Column<long>(type: "bigint", nullable: false),
                    number = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    invoice_id = table.Column<long>(type: "bigint", nullable: false),
                    level = table.Column<int>(type: "integer", nullable: false),
                    day = table.Column<DateOnly>(type: "date", nullable: false),
                    title = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    text = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    currency = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    fee = table.Column<long>(type: "bigint", nullable: false),
                    interest = table.Column<long>(type: "bigint", nullable: false),
                    recorded_at = table.Column<long>(type: "bigint", nullable: false),
                    author = table.Column<string>(type: "text", nullable: false, collation: "C")
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
                name: "invoice_event",
                columns: table => new
                {
                    seller_id = table.Column<long>(type: "bigint", nullable: false),
                    invoice_id = table.Column<long>(type: "bigint", nullable: false),
                    event_no = table.Column<int>(type: "integer", nullable: false),
                    at = table.Column<long>(type: "bigint", nullable: false),
                    action = table.Column<int>(type: "integer", nullable: false),
                    status = table.Column<int>(type: "integer", nullable: false),
                    settled = table.Column<long>(type: "bigint", nullable: false),
                    author = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    detail_json = table.Column<string>(type: "text", nullable: true, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_invoice_event", x => new { x.seller_id, x.invoice_id, x.event_no });
                    table.CheckConstraint("ck_invoice_event_no", "event_no >= 1");
                    table.CheckConstraint("ck_invoice_event_status", "status BETWEEN 3 AND 6");
                    table.ForeignKey(
                        name: "FK_invoice_event_invoice_seller_id_invoice_id",
                        columns: x => new { x.seller_id, x.invoice_id },
                        principalTable: "invoice",
                        principalColumns: new[] { "seller_id", "invoice_id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "invoice_line",
                columns: table => new
                {
                    seller_id = table.Column<long>(type: "bigint", nullable: false),
                    invoice_id = table.Column<long>(type: "bigint", nullable: false),
                    line_no = table.Column<int>(type: "integer", nullable: false),
                    contract_id = table.Column<long>(type: "bigint", nullable: false),
                    line_id = table.Column<int>(type: "integer", nullable: false),
                    charge = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    description = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    kind = table.Column<int>(type: "integer", nullable: false),
                    cause = table.Column<int>(type: "integer", nullable: true),
                    period_start = table.Column<DateOnly>(type: "date", nullable: false),
                    period_end = table.Column<DateOnly>(type: "date", nullable: false),
                    from_day = table.Column<DateOnly>(type: "date", nullable: false),
                    until_day = table.Column<DateOnly>(type: "date", nullable: false),
                    unit = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    quantity = table.Column<long>(type: "bigint", nullable: false),
                    unit_price = table.Column<long>(type: "bigint", nullable: true),
                    share_numerator = table.Column<int>(type: "integer", nullable: false),
                    share_denominator = table.Column<int>(type: "integer", nullable: false),
                    amount = table.Column<long>(type: "bigint", nullable: false),
                    net = table.Column<long>(type: "bigint", nullable: false),
                    tax_category = table.Column<int>(type: "integer", nullable: false),
                    tax_rate = table.Column<long>(type: "bigint", nullable: false),
                    tax_point = table.Column<DateOnly>(type: "date", nullable: false),
                    round = table.Column<int>(type: "integer", nullable: false),
                    piece = table.Column<int>(type: "integer", nullable: false),
                    ledger_account = table.Column<string>(type: "text", nullable: false, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_invoice_line", x => new { x.seller_id, x.invoice_id, x.line_no });
                    table.CheckConstraint("ck_invoice_line_cause", "cause IS NULL OR cause BETWEEN 1 AND 9");
                    table.CheckConstraint("ck_invoice_line_days", "period_start < period_end AND from_day <= until_day");
                    table.CheckConstraint("ck_invoice_line_kind", "kind BETWEEN 1 AND 4 AND (kind = 4) = (cause IS NOT NULL) AND (kind = 4) = (round > 0)");
                    table.CheckConstraint("ck_invoice_line_places", "line_no >= 1 AND round >= 0 AND piece >= 0 AND share_denominator > 0");
                    table.ForeignKey(
                        name: "FK_invoice_line_invoice_seller_id_invoice_id",
                        columns: x => new { x.seller_id, x.invoice_id },
                        principalTable: "invoice",
                        principalColumns: new[] { "seller_id", "invoice_id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "invoice_tax",
                columns: table => new
                {
                    seller_id = table.Column<long>(type: "bigint", nullable: false),
                    invoice_id = table.Column<long>(type: "bigint", nullable: false),
                    tax_no = table.Column<int>(type: "integer", nullable: false),
                    category = table.Column<int>(type: "integer", nullable: false),
                    rate = table.Column<long>(type: "bigint", nullable: false),
                    @base = table.Column<long>(name: "base", type: "bigint", nullable: false),
                    tax = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_invoice_tax", x => new { x.seller_id, x.invoice_id, x.tax_no });
                    table.CheckConstraint("ck_invoice_tax_no", "tax_no >= 1");
                    table.ForeignKey(
                        name: "FK_invoice_tax_invoice_seller_id_invoice_id",
                        columns: x => new { x.seller_id, x.invoice_id },
                        principalTable: "invoice",
                        principalColumns: new[] { "seller_id", "invoice_id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "write_off",
                columns: table => new
                {
                    seller_id = table.Column<long>(type: "bigint", nullable: false),
                    write_off_id = table.Column<long>(type: "bigint", nullable: false),
                    invoice_id = table.Column<long>(type: "bigint", nullable: false),
                    day = table.Column<DateOnly>(type: "date", nullable: false),
                    currency = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    amount = table.Column<long>(type: "bigint", nullable: false),
                    as_discount = table.Column<short>(type: "smallint", nullable: false),
                    reason = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    recorded_at = table.Column<long>(type: "bigint", nullable: false),
                    author = table.Column<string>(type: "text", nullable: false, collation: "C")
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
                name: "quote_acceptance",
                columns: table => new
                {
                    seller_id = table.Column<long>(type: "bigint", nullable: false),
                    quote_id = table.Column<long>(type: "bigint", nullable: false),
                    revision = table.Column<int>(type: "integer", nullable: false),
                    at = table.Column<long>(type: "bigint", nullable: false),
                    evidence = table.Column<byte[]>(type: "bytea", nullable: false),
                    hash = table.Column<byte[]>(type: "bytea", nullable: false),
                    contract_id = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_quote_acceptance", x => new { x.seller_id, x.quote_id });
                    table.CheckConstraint("ck_quote_acceptance_hash", "length(hash) = 32");
                    table.ForeignKey(
                        name: "FK_quote_acceptance_contract_seller_id_contract_id",
                        columns: x => new { x.seller_id, x.contract_id },
                        principalTable: "contract",
                        principalColumns: new[] { "seller_id", "contract_id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_quote_acceptance_quote_revision_seller_id_quote_id_revision",
                        columns: x => new { x.seller_id, x.quote_id, x.revision },
                        principalTable: "quote_revision",
                        principalColumns: new[] { "seller_id", "quote_id", "revision" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "quote_draft",
                columns: table => new
                {
                    seller_id = table.Column<long>(type: "bigint", nullable: false),
                    quote_id = table.Column<long>(type: "bigint", nullable: false),
                    revision = table.Column<int>(type: "integer", nullable: false),
                    draft_version = table.Column<int>(type: "integer", nullable: false),
                    at = table.Column<long>(type: "bigint", nullable: false),
                    author = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    restored_from = table.Column<int>(type: "integer", nullable: true),
                    json = table.Column<string>(type: "text", nullable: false, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_quote_draft", x => new { x.seller_id, x.quote_id, x.revision, x.draft_version });
                    table.CheckConstraint("ck_quote_draft_version", "draft_version >= 1");
                    table.ForeignKey(
                        name: "FK_quote_draft_quote_revision_seller_id_quote_id_revision",
                        columns: x => new { x.seller_id, x.quote_id, x.revision },
                        principalTable: "quote_revision",
                        principalColumns: new[] { "seller_id", "quote_id", "revision" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "quote_link",
                columns: table => new
                {
                    seller_id = table.Column<long>(type: "bigint", nullable: false),
                    link_id = table.Column<long>(type: "bigint", nullable: false),
                    quote_id = table.Column<long>(type: "bigint", nullable: false),
                    revision = table.Column<int>(type: "integer", nullable: false),
                    token_hash = table.Column<byte[]>(type: "bytea", nullable: false),
                    contact_name = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    contact_email = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    created_at = table.Column<long>(type: "bigint", nullable: false),
                    created_by = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    expires_at = table.Column<long>(type: "bigint", nullable: false),
                    revoked_at = table.Column<long>(type: "bigint", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_quote_link", x => new { x.seller_id, x.link_id });
                    table.CheckConstraint("ck_quote_link_token", "length(token_hash) = 32");
                    table.ForeignKey(
                        name: "FK_quote_link_quote_revision_seller_id_quote_id_revision",
                        columns: x => new { x.seller_id, x.quote_id, x.revision },
                        principalTable: "quote_revision",
                        principalColumns: new[] { "seller_id", "quote_id", "revision" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "reminder_letter",
                columns: table => new
                {
                    seller_id = table.Column<long>(type: "bigint", nullable: false),
                    dunning_id = table.Column<long>(type: "bigint", nullable: false),
                    address = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    sent_at = table.Column<long>(type: "bigint", nullable: false),
                    author = table.Column<string>(type: "text", nullable: false, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_reminder_letter", x => new { x.seller_id, x.dunning_id });
                    table.ForeignKey(
                        name: "FK_reminder_letter_dunning_event_seller_id_dunning_id",
                        columns: x => new { x.seller_id, x.dunning_id },
                        principalTable: "dunning_event",
                        principalColumns: new[] { "seller_id", "dunning_id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "deferral",
                columns: table => new
                {
                    seller_id = table.Column<long>(type: "bigint", nullable: false),
                    invoice_id = table.Column<long>(type: "bigint", nullable: false),
                    line_no = table.Column<int>(type: "integer", nullable: false),
                    code = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    deferred_code = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    currency = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    amount = table.Column<long>(type: "bigint", nullable: false),
                    from_day = table.Column<DateOnly>(type: "date", nullable: false),
                    until_day = table.Column<DateOnly>(type: "date", nullable: false)
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

            migrationBuilder.CreateIndex(
                name: "IX_allocation_seller_id_source_kind_source_id",
                table: "allocation",
                columns: new[] { "seller_id", "source_kind", "source_id" });

            migrationBuilder.CreateIndex(
                name: "IX_allocation_seller_id_target_kind_target_id",
                table: "allocation",
                columns: new[] { "seller_id", "target_kind", "target_id" });

            migrationBuilder.CreateIndex(
                name: "IX_audit_entry_seller_id_subject",
                table: "audit_entry",
                columns: new[] { "seller_id", "subject" });

            migrationBuilder.CreateIndex(
                name: "IX_bank_entry_seller_id_account_reference",
                table: "bank_entry",
                columns: new[] { "seller_id", "account", "reference" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_bank_entry_seller_id_day",
                table: "bank_entry",
                columns: new[] { "seller_id", "day" });

            migrationBuilder.CreateIndex(
                name: "IX_contract_seller_id_number",
                table: "contract",
                columns: new[] { "seller_id", "number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_contract_summary_seller_id_next_due",
                table: "contract_summary",
                columns: new[] { "seller_id", "next_due" });

            migrationBuilder.CreateIndex(
                name: "IX_correction_invoice",
                table: "correction",
                columns: new[] { "seller_id", "invoice_id" });

            migrationBuilder.CreateIndex(
                name: "IX_correction_seller_id_note_id",
                table: "correction",
                columns: new[] { "seller_id", "note_id" },
                unique: true,
                filter: "note_id IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_correction_seller_id_rebilled_id",
                table: "correction",
                columns: new[] { "seller_id", "rebilled_id" },
                unique: true,
                filter: "rebilled_id IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_correction_waiting",
                table: "correction",
                columns: new[] { "seller_id", "invoice_id" },
                unique: true,
                filter: "decision IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_customer_seller_id_number",
                table: "customer",
                columns: new[] { "seller_id", "number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_deferral_seller_id_until_day",
                table: "deferral",
                columns: new[] { "seller_id", "until_day" });

            migrationBuilder.CreateIndex(
                name: "IX_dunning_event_seller_id_invoice_id_level",
                table: "dunning_event",
                columns: new[] { "seller_id", "invoice_id", "level" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_invoice_seller_id_number",
                table: "invoice",
                columns: new[] { "seller_id", "number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_invoice_seller_id_run_id_contract_id",
                table: "invoice",
                columns: new[] { "seller_id", "run_id", "contract_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_invoice_seller_id_series_sequence",
                table: "invoice",
                columns: new[] { "seller_id", "series", "sequence" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_invoice_event_delivery",
                table: "invoice_event",
                columns: new[] { "seller_id", "invoice_id" },
                unique: true,
                filter: "action = 9");

            migrationBuilder.CreateIndex(
                name: "IX_invoice_line_seller_id_contract_id_period_end_line_id_round~",
                table: "invoice_line",
                columns: new[] { "seller_id", "contract_id", "period_end", "line_id", "round", "piece" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_invoice_run_open",
                table: "invoice_run",
                column: "seller_id",
                unique: true,
                filter: "status < 6");

            migrationBuilder.CreateIndex(
                name: "IX_invoice_run_seller_id_number",
                table: "invoice_run",
                columns: new[] { "seller_id", "number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_invoice_run_seller_id_request_key",
                table: "invoice_run",
                columns: new[] { "seller_id", "request_key" },
                unique: true,
                filter: "request_key IS NOT NULL");

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
                name: "IX_open_item_seller_id_customer_id_kind_issue_day_item_id",
                table: "open_item",
                columns: new[] { "seller_id", "customer_id", "kind", "issue_day", "item_id" });

            migrationBuilder.CreateIndex(
                name: "IX_open_item_seller_id_due_day",
                table: "open_item",
                columns: new[] { "seller_id", "due_day" },
                filter: "\"open\" > 0");

            migrationBuilder.CreateIndex(
                name: "IX_open_item_seller_id_kind_issue_day_item_id",
                table: "open_item",
                columns: new[] { "seller_id", "kind", "issue_day", "item_id" });

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
                name: "IX_quote_seller_id_number",
                table: "quote",
                columns: new[] { "seller_id", "number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_quote_seller_id_year_sequence",
                table: "quote",
                columns: new[] { "seller_id", "year", "sequence" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_quote_acceptance_seller_id_contract_id",
                table: "quote_acceptance",
                columns: new[] { "seller_id", "contract_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_quote_link_seller_id_quote_id",
                table: "quote_link",
                columns: new[] { "seller_id", "quote_id" });

            migrationBuilder.CreateIndex(
                name: "IX_quote_link_seller_id_token_hash",
                table: "quote_link",
                columns: new[] { "seller_id", "token_hash" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_run_decision_seller_id_contract_id",
                table: "run_decision",
                columns: new[] { "seller_id", "contract_id" });

            migrationBuilder.CreateIndex(
                name: "IX_run_decision_seller_id_run_id_contract_id",
                table: "run_decision",
                columns: new[] { "seller_id", "run_id", "contract_id" });

            migrationBuilder.CreateIndex(
                name: "IX_run_decision_seller_id_undoes",
                table: "run_decision",
                columns: new[] { "seller_id", "undoes" },
                unique: true,
                filter: "undoes IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_run_decision_seller_id_until_day",
                table: "run_decision",
                columns: new[] { "seller_id", "until_day" },
                filter: "until_day IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_seller_code",
                table: "seller",
                column: "code",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_usage_count_seller_id_contract_id_recorded_at",
                table: "usage_count",
                columns: new[] { "seller_id", "contract_id", "recorded_at" });

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
                name: "amendment");

            migrationBuilder.DropTable(
                name: "audit_entry");

            migrationBuilder.DropTable(
                name: "catalog_item");

            migrationBuilder.DropTable(
                name: "closing_balance");

            migrationBuilder.DropTable(
                name: "contract_billing");

            migrationBuilder.DropTable(
                name: "contract_line");

            migrationBuilder.DropTable(
                name: "contract_summary");

            migrationBuilder.DropTable(
                name: "correction");

            migrationBuilder.DropTable(
                name: "customer_version");

            migrationBuilder.DropTable(
                name: "deferral");

            migrationBuilder.DropTable(
                name: "document_series");

            migrationBuilder.DropTable(
                name: "dunning_pause");

            migrationBuilder.DropTable(
                name: "insight_contract");

            migrationBuilder.DropTable(
                name: "insight_contract_month");

            migrationBuilder.DropTable(
                name: "insight_leak");

            migrationBuilder.DropTable(
                name: "insight_month");

            migrationBuilder.DropTable(
                name: "invoice_event");

            migrationBuilder.DropTable(
                name: "invoice_tax");

            migrationBuilder.DropTable(
                name: "journal_line");

            migrationBuilder.DropTable(
                name: "ledger_policy");

            migrationBuilder.DropTable(
                name: "payment");

            migrationBuilder.DropTable(
                name: "quote_acceptance");

            migrationBuilder.DropTable(
                name: "quote_draft");

            migrationBuilder.DropTable(
                name: "quote_event");

            migrationBuilder.DropTable(
                name: "quote_link");

            migrationBuilder.DropTable(
                name: "quote_template");

            migrationBuilder.DropTable(
                name: "reminder_letter");

            migrationBuilder.DropTable(
                name: "run_decision");

            migrationBuilder.DropTable(
                name: "run_item");

            migrationBuilder.DropTable(
                name: "run_problem");

            migrationBuilder.DropTable(
                name: "run_scope");

            migrationBuilder.DropTable(
                name: "run_setting");

            migrationBuilder.DropTable(
                name: "run_total");

            migrationBuilder.DropTable(
                name: "seller_version");

            migrationBuilder.DropTable(
                name: "tax_rate");

            migrationBuilder.DropTable(
                name: "usage_count");

            migrationBuilder.DropTable(
                name: "write_off");

            migrationBuilder.DropTable(
                name: "open_item");

            migrationBuilder.DropTable(
                name: "closed_period");

            migrationBuilder.DropTable(
                name: "invoice_line");

            migrationBuilder.DropTable(
                name: "journal_entry");

            migrationBuilder.DropTable(
                name: "bank_entry");

            migrationBuilder.DropTable(
                name: "quote_revision");

            migrationBuilder.DropTable(
                name: "dunning_event");

            migrationBuilder.DropTable(
                name: "quote");

            migrationBuilder.DropTable(
                name: "invoice");

            migrationBuilder.DropTable(
                name: "contract");

            migrationBuilder.DropTable(
                name: "invoice_run");

            migrationBuilder.DropTable(
                name: "customer");

            migrationBuilder.DropTable(
                name: "seller");
        }
    }
}
