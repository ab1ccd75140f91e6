using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Msp.Billing.EntityFrameworkCore.Migrations.Sqlite
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
                    seller_id = table.Column<long>(type: "INTEGER", nullable: false),
                    code = table.Column<string>(type: "TEXT", nullable: false),
                    name = table.Column<string>(type: "TEXT", nullable: false),
                    country = table.Column<string>(type: "TEXT", nullable: false),
                    currency = table.Column<string>(type: "TEXT", nullable: false),
                    time_zone = table.Column<string>(type: "TEXT", nullable: false),
                    one_person = table.Column<bool>(type: "INTEGER", nullable: false),
                    rounding = table.Column<int>(type: "INTEGER", nullable: false),
                    version = table.Column<long>(type: "INTEGER", nullable: false)
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
                    seller_id = table.Column<long>(type: "INTEGER", nullable: false),
                    sequence = table.Column<long>(type: "INTEGER", nullable: false),
                    at = table.Column<long>(type: "INTEGER", nullable: false),
                    author = table.Column<string>(type: "TEXT", nullable: false),
                    action = table.Column<string>(type: "TEXT", nullable: false),
                    subject = table.Column<string>(type: "TEXT", nullable: false),
                    detail_json = table.Column<string>(type: "TEXT", nullable: true),
                    previous_hash = table.Column<byte[]>(type: "BLOB", nullable: false),
                    hash = table.Column<byte[]>(type: "BLOB", nullable: false)
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
                name: "catalog_item",
                columns: table => new
                {
                    seller_id = table.Column<long>(type: "INTEGER", nullable: false),
                    kind = table.Column<int>(type: "INTEGER", nullable: false),
                    code = table.Column<string>(type: "TEXT", nullable: false),
                    json = table.Column<string>(type: "TEXT", nullable: false)
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
                name: "customer",
                columns: table => new
                {
                    seller_id = table.Column<long>(type: "INTEGER", nullable: false),
                    customer_id = table.Column<long>(type: "INTEGER", nullable: false),
                    number = table.Column<string>(type: "TEXT", nullable: false),
                    name = table.Column<string>(type: "TEXT", nullable: false),
                    parent_id = table.Column<long>(type: "INTEGER", nullable: true),
                    jurisdiction = table.Column<string>(type: "TEXT", nullable: false),
                    vat_number = table.Column<string>(type: "TEXT", nullable: true),
                    exemption_reason = table.Column<string>(type: "TEXT", nullable: true),
                    reverse_charge = table.Column<bool>(type: "INTEGER", nullable: false),
                    country = table.Column<string>(type: "TEXT", nullable: false),
                    address = table.Column<string>(type: "TEXT", nullable: false),
                    email = table.Column<string>(type: "TEXT", nullable: false),
                    buyer_reference = table.Column<string>(type: "TEXT", nullable: true),
                    sites_json = table.Column<string>(type: "TEXT", nullable: true),
                    version = table.Column<long>(type: "INTEGER", nullable: false)
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
                    seller_id = table.Column<long>(type: "INTEGER", nullable: false),
                    series = table.Column<string>(type: "TEXT", nullable: false),
                    next_sequence = table.Column<long>(type: "INTEGER", nullable: false),
                    last_hash = table.Column<byte[]>(type: "BLOB", nullable: false)
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
                name: "invoice_run",
                columns: table => new
                {
                    seller_id = table.Column<long>(type: "INTEGER", nullable: false),
                    run_id = table.Column<long>(type: "INTEGER", nullable: false),
                    number = table.Column<string>(type: "TEXT", nullable: false),
                    through = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    issue_day = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    known_at = table.Column<long>(type: "INTEGER", nullable: false),
                    status = table.Column<int>(type: "INTEGER", nullable: false),
                    created_at = table.Column<long>(type: "INTEGER", nullable: false),
                    created_by = table.Column<string>(type: "TEXT", nullable: false),
                    reviewed_at = table.Column<long>(type: "INTEGER", nullable: true),
                    reviewed_by = table.Column<string>(type: "TEXT", nullable: true),
                    approved_at = table.Column<long>(type: "INTEGER", nullable: true),
                    approved_by = table.Column<string>(type: "TEXT", nullable: true),
                    posted_at = table.Column<long>(type: "INTEGER", nullable: true),
                    posted_by = table.Column<string>(type: "TEXT", nullable: true),
                    cancelled_at = table.Column<long>(type: "INTEGER", nullable: true),
                    cancelled_by = table.Column<string>(type: "TEXT", nullable: true),
                    one_person = table.Column<bool>(type: "INTEGER", nullable: false),
                    previous_run_id = table.Column<long>(type: "INTEGER", nullable: true),
                    contract_count = table.Column<int>(type: "INTEGER", nullable: false),
                    document_count = table.Column<int>(type: "INTEGER", nullable: false),
                    line_count = table.Column<int>(type: "INTEGER", nullable: false),
                    problem_count = table.Column<int>(type: "INTEGER", nullable: false),
                    version = table.Column<long>(type: "INTEGER", nullable: false)
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
                name: "tax_rate",
                columns: table => new
                {
                    seller_id = table.Column<long>(type: "INTEGER", nullable: false),
                    jurisdiction = table.Column<string>(type: "TEXT", nullable: false),
                    category = table.Column<int>(type: "INTEGER", nullable: false),
                    from_day = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    rate = table.Column<long>(type: "INTEGER", nullable: false)
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
                name: "contract",
                columns: table => new
                {
                    seller_id = table.Column<long>(type: "INTEGER", nullable: false),
                    contract_id = table.Column<long>(type: "INTEGER", nullable: false),
                    number = table.Column<string>(type: "TEXT", nullable: false),
                    customer_id = table.Column<long>(type: "INTEGER", nullable: false),
                    plan = table.Column<string>(type: "TEXT", nullable: true),
                    predecessor = table.Column<string>(type: "TEXT", nullable: true),
                    recorded_at = table.Column<long>(type: "INTEGER", nullable: false),
                    initial_status = table.Column<int>(type: "INTEGER", nullable: false),
                    currency = table.Column<string>(type: "TEXT", nullable: false),
                    start_day = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    end_day = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    anchor_day = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    anchor_day_of_month = table.Column<int>(type: "INTEGER", nullable: false),
                    billed_elsewhere_until = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    term_months = table.Column<int>(type: "INTEGER", nullable: true),
                    renewal_months = table.Column<int>(type: "INTEGER", nullable: true),
                    notice_days = table.Column<int>(type: "INTEGER", nullable: false),
                    payment_days = table.Column<int>(type: "INTEGER", nullable: false),
                    rounding = table.Column<int>(type: "INTEGER", nullable: false),
                    prices_include_tax = table.Column<bool>(type: "INTEGER", nullable: false),
                    terms_json = table.Column<string>(type: "TEXT", nullable: true)
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
                name: "run_total",
                columns: table => new
                {
                    seller_id = table.Column<long>(type: "INTEGER", nullable: false),
                    run_id = table.Column<long>(type: "INTEGER", nullable: false),
                    currency = table.Column<string>(type: "TEXT", nullable: false),
                    invoice_count = table.Column<int>(type: "INTEGER", nullable: false),
                    credit_note_count = table.Column<int>(type: "INTEGER", nullable: false),
                    subtotal = table.Column<long>(type: "INTEGER", nullable: false),
                    tax = table.Column<long>(type: "INTEGER", nullable: false),
                    total = table.Column<long>(type: "INTEGER", nullable: false),
                    previous_total = table.Column<long>(type: "INTEGER", nullable: false),
                    cause_1 = table.Column<long>(type: "INTEGER", nullable: false),
                    cause_2 = table.Column<long>(type: "INTEGER", nullable: false),
                    cause_3 = table.Column<long>(type: "INTEGER", nullable: false),
                    cause_4 = table.Column<long>(type: "INTEGER", nullable: false),
                    cause_5 = table.Column<long>(type: "INTEGER", nullable: false),
                    cause_6 = table.Column<long>(type: "INTEGER", nullable: false),
                    cause_7 = table.Column<long>(type: "INTEGER", nullable: false),
                    cause_8 = table.Column<long>(type: "INTEGER", nullable: false),
                    cause_9 = table.Column<long>(type: "INTEGER", nullable: false),
                    cause_10 = table.Column<long>(type: "INTEGER", nullable: false),
                    cause_11 = table.Column<long>(type: "INTEGER", nullable: false)
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
                name: "amendment",
                columns: table => new
                {
                    seller_id = table.Column<long>(type: "INTEGER", nullable: false),
                    contract_id = table.Column<long>(type: "INTEGER", nullable: false),
                    number = table.Column<int>(type: "INTEGER", nullable: false),
                    day = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    recorded_at = table.Column<long>(type: "INTEGER", nullable: false),
                    author = table.Column<string>(type: "TEXT", nullable: false),
                    reason = table.Column<string>(type: "TEXT", nullable: false),
                    kind = table.Column<int>(type: "INTEGER", nullable: false),
                    line_id = table.Column<int>(type: "INTEGER", nullable: true),
                    payload_json = table.Column<string>(type: "TEXT", nullable: true)
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
                    seller_id = table.Column<long>(type: "INTEGER", nullable: false),
                    contract_id = table.Column<long>(type: "INTEGER", nullable: false),
                    billed_through = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    known_at = table.Column<long>(type: "INTEGER", nullable: false)
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
                    seller_id = table.Column<long>(type: "INTEGER", nullable: false),
                    contract_id = table.Column<long>(type: "INTEGER", nullable: false),
                    line_id = table.Column<int>(type: "INTEGER", nullable: false),
                    charge = table.Column<string>(type: "TEXT", nullable: false),
                    name = table.Column<string>(type: "TEXT", nullable: false),
                    service = table.Column<string>(type: "TEXT", nullable: true),
                    unit = table.Column<string>(type: "TEXT", nullable: false),
                    model = table.Column<int>(type: "INTEGER", nullable: false),
                    price = table.Column<long>(type: "INTEGER", nullable: false),
                    pricing_json = table.Column<string>(type: "TEXT", nullable: true),
                    cadence_count = table.Column<int>(type: "INTEGER", nullable: false),
                    cadence_unit = table.Column<int>(type: "INTEGER", nullable: false),
                    timing = table.Column<int>(type: "INTEGER", nullable: false),
                    day_count = table.Column<int>(type: "INTEGER", nullable: false),
                    basis = table.Column<int>(type: "INTEGER", nullable: false),
                    increase = table.Column<int>(type: "INTEGER", nullable: false),
                    decrease = table.Column<int>(type: "INTEGER", nullable: false),
                    tax_category = table.Column<int>(type: "INTEGER", nullable: false),
                    ledger_account = table.Column<string>(type: "TEXT", nullable: false),
                    unit_cost = table.Column<long>(type: "INTEGER", nullable: true),
                    quantity = table.Column<long>(type: "INTEGER", nullable: false),
                    committed_quantity = table.Column<long>(type: "INTEGER", nullable: false),
                    site = table.Column<string>(type: "TEXT", nullable: true),
                    start_day = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    end_day = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    never_uplifted = table.Column<bool>(type: "INTEGER", nullable: false),
                    discounts_json = table.Column<string>(type: "TEXT", nullable: true)
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
                    seller_id = table.Column<long>(type: "INTEGER", nullable: false),
                    contract_id = table.Column<long>(type: "INTEGER", nullable: false),
                    number = table.Column<string>(type: "TEXT", nullable: false),
                    customer = table.Column<string>(type: "TEXT", nullable: false),
                    plan = table.Column<string>(type: "TEXT", nullable: true),
                    currency = table.Column<string>(type: "TEXT", nullable: false),
                    as_of = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    status = table.Column<int>(type: "INTEGER", nullable: false),
                    status_until = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    start = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    end = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    is_renewed = table.Column<bool>(type: "INTEGER", nullable: false),
                    next_due = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    decision_day = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    renewal_day = table.Column<DateOnly>(type: "TEXT", nullable: true)
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
                name: "invoice",
                columns: table => new
                {
                    seller_id = table.Column<long>(type: "INTEGER", nullable: false),
                    invoice_id = table.Column<long>(type: "INTEGER", nullable: false),
                    series = table.Column<string>(type: "TEXT", nullable: false),
                    sequence = table.Column<long>(type: "INTEGER", nullable: false),
                    number = table.Column<string>(type: "TEXT", nullable: false),
                    kind = table.Column<int>(type: "INTEGER", nullable: false),
                    contract_id = table.Column<long>(type: "INTEGER", nullable: false),
                    customer_id = table.Column<long>(type: "INTEGER", nullable: false),
                    run_id = table.Column<long>(type: "INTEGER", nullable: false),
                    issue_day = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    due_day = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    from_day = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    until_day = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    currency = table.Column<string>(type: "TEXT", nullable: false),
                    subtotal = table.Column<long>(type: "INTEGER", nullable: false),
                    tax = table.Column<long>(type: "INTEGER", nullable: false),
                    total = table.Column<long>(type: "INTEGER", nullable: false),
                    known_at = table.Column<long>(type: "INTEGER", nullable: false),
                    posted_at = table.Column<long>(type: "INTEGER", nullable: false),
                    line_count = table.Column<int>(type: "INTEGER", nullable: false),
                    previous_hash = table.Column<byte[]>(type: "BLOB", nullable: false),
                    hash = table.Column<byte[]>(type: "BLOB", nullable: false)
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
                name: "run_item",
                columns: table => new
                {
                    seller_id = table.Column<long>(type: "INTEGER", nullable: false),
                    run_id = table.Column<long>(type: "INTEGER", nullable: false),
                    contract_id = table.Column<long>(type: "INTEGER", nullable: false),
                    outcome = table.Column<int>(type: "INTEGER", nullable: false),
                    kind = table.Column<int>(type: "INTEGER", nullable: true),
                    line_count = table.Column<int>(type: "INTEGER", nullable: false),
                    subtotal = table.Column<long>(type: "INTEGER", nullable: false),
                    tax = table.Column<long>(type: "INTEGER", nullable: false),
                    total = table.Column<long>(type: "INTEGER", nullable: false),
                    previous_total = table.Column<long>(type: "INTEGER", nullable: false),
                    draft_fingerprint = table.Column<long>(type: "INTEGER", nullable: true),
                    cause_1 = table.Column<long>(type: "INTEGER", nullable: false),
                    cause_2 = table.Column<long>(type: "INTEGER", nullable: false),
                    cause_3 = table.Column<long>(type: "INTEGER", nullable: false),
                    cause_4 = table.Column<long>(type: "INTEGER", nullable: false),
                    cause_5 = table.Column<long>(type: "INTEGER", nullable: false),
                    cause_6 = table.Column<long>(type: "INTEGER", nullable: false),
                    cause_7 = table.Column<long>(type: "INTEGER", nullable: false),
                    cause_8 = table.Column<long>(type: "INTEGER", nullable: false),
                    cause_9 = table.Column<long>(type: "INTEGER", nullable: false),
                    cause_10 = table.Column<long>(type: "INTEGER", nullable: false),
                    cause_11 = table.Column<long>(type: "INTEGER", nullable: false)
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
                    seller_id = table.Column<long>(type: "INTEGER", nullable: false),
                    run_id = table.Column<long>(type: "INTEGER", nullable: false),
                    contract_id = table.Column<long>(type: "INTEGER", nullable: false),
                    problem_no = table.Column<int>(type: "INTEGER", nullable: false),
                    code = table.Column<string>(type: "TEXT", nullable: false),
                    message = table.Column<string>(type: "TEXT", nullable: false),
                    fix = table.Column<string>(type: "TEXT", nullable: false),
                    blocks = table.Column<bool>(type: "INTEGER", nullable: false),
                    resolved_at = table.Column<long>(type: "INTEGER", nullable: true),
                    resolved_by = table.Column<string>(type: "TEXT", nullable: true),
                    resolution = table.Column<string>(type: "TEXT", nullable: true)
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
                    seller_id = table.Column<long>(type: "INTEGER", nullable: false),
                    contract_id = table.Column<long>(type: "INTEGER", nullable: false),
                    line_id = table.Column<int>(type: "INTEGER", nullable: false),
                    day = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    recorded_at = table.Column<long>(type: "INTEGER", nullable: false),
                    quantity = table.Column<long>(type: "INTEGER", nullable: false)
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
                name: "invoice_event",
                columns: table => new
                {
                    seller_id = table.Column<long>(type: "INTEGER", nullable: false),
                    invoice_id = table.Column<long>(type: "INTEGER", nullable: false),
                    event_no = table.Column<int>(type: "INTEGER", nullable: false),
                    at = table.Column<long>(type: "INTEGER", nullable: false),
                    action = table.Column<int>(type: "INTEGER", nullable: false),
                    status = table.Column<int>(type: "INTEGER", nullable: false),
                    settled = table.Column<long>(type: "INTEGER", nullable: false),
                    author = table.Column<string>(type: "TEXT", nullable: false),
                    detail_json = table.Column<string>(type: "TEXT", nullable: true)
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
                    seller_id = table.Column<long>(type: "INTEGER", nullable: false),
                    invoice_id = table.Column<long>(type: "INTEGER", nullable: false),
                    line_no = table.Column<int>(type: "INTEGER", nullable: false),
                    contract_id = table.Column<long>(type: "INTEGER", nullable: false),
                    line_id = table.Column<int>(type: "INTEGER", nullable: false),
                    charge = table.Column<string>(type: "TEXT", nullable: false),
                    description = table.Column<string>(type: "TEXT", nullable: false),
                    kind = table.Column<int>(type: "INTEGER", nullable: false),
                    cause = table.Column<int>(type: "INTEGER", nullable: true),
                    period_start = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    period_end = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    from_day = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    until_day = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    unit = table.Column<string>(type: "TEXT", nullable: false),
                    quantity = table.Column<long>(type: "INTEGER", nullable: false),
                    unit_price = table.Column<long>(type: "INTEGER", nullable: true),
                    share_numerator = table.Column<int>(type: "INTEGER", nullable: false),
                    share_denominator = table.Column<int>(type: "INTEGER", nullable: false),
                    amount = table.Column<long>(type: "INTEGER", nullable: false),
                    net = table.Column<long>(type: "INTEGER", nullable: false),
                    tax_category = table.Column<int>(type: "INTEGER", nullable: false),
                    tax_rate = table.Column<long>(type: "INTEGER", nullable: false),
                    tax_point = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    round = table.Column<int>(type: "INTEGER", nullable: false),
                    piece = table.Column<int>(type: "INTEGER", nullable: false),
                    ledger_account = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_invoice_line", x => new { x.seller_id, x.invoice_id, x.line_no });
                    table.CheckConstraint("ck_invoice_line_cause", "cause IS NULL OR cause BETWEEN 1 AND 8");
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
                    seller_id = table.Column<long>(type: "INTEGER", nullable: false),
                    invoice_id = table.Column<long>(type: "INTEGER", nullable: false),
                    tax_no = table.Column<int>(type: "INTEGER", nullable: false),
                    category = table.Column<int>(type: "INTEGER", nullable: false),
                    rate = table.Column<long>(type: "INTEGER", nullable: false),
                    @base = table.Column<long>(name: "base", type: "INTEGER", nullable: false),
                    tax = table.Column<long>(type: "INTEGER", nullable: false)
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
                name: "IX_customer_seller_id_number",
                table: "customer",
                columns: new[] { "seller_id", "number" },
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
                name: "IX_invoice_line_seller_id_contract_id_period_end_line_id_round_piece",
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
                name: "IX_seller_code",
                table: "seller",
                column: "code",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_usage_count_seller_id_contract_id_recorded_at",
                table: "usage_count",
                columns: new[] { "seller_id", "contract_id", "recorded_at" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "amendment");

            migrationBuilder.DropTable(
                name: "audit_entry");

            migrationBuilder.DropTable(
                name: "catalog_item");

            migrationBuilder.DropTable(
                name: "contract_billing");

            migrationBuilder.DropTable(
                name: "contract_line");

            migrationBuilder.DropTable(
                name: "contract_summary");

            migrationBuilder.DropTable(
                name: "document_series");

            migrationBuilder.DropTable(
                name: "invoice_event");

            migrationBuilder.DropTable(
                name: "invoice_line");

            migrationBuilder.DropTable(
                name: "invoice_tax");

            migrationBuilder.DropTable(
                name: "run_item");

            migrationBuilder.DropTable(
                name: "run_problem");

            migrationBuilder.DropTable(
                name: "run_total");

            migrationBuilder.DropTable(
                name: "tax_rate");

            migrationBuilder.DropTable(
                name: "usage_count");

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
