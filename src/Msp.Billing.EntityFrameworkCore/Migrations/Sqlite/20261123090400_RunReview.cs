using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Msp.Billing.EntityFrameworkCore.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class RunReview : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<long>(
                name: "cause_12",
                table: "run_total",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0L);

            migrationBuilder.AddColumn<string>(
                name: "facts_json",
                table: "run_problem",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "is_notice",
                table: "run_problem",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<long>(
                name: "cause_12",
                table: "run_item",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0L);

            migrationBuilder.AddColumn<string>(
                name: "request_key",
                table: "invoice_run",
                type: "TEXT",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "run_decision",
                columns: table => new
                {
                    seller_id = table.Column<long>(type: "INTEGER", nullable: false),
                    decision_no = table.Column<long>(type: "INTEGER", nullable: false),
                    run_id = table.Column<long>(type: "INTEGER", nullable: true),
                    contract_id = table.Column<long>(type: "INTEGER", nullable: false),
                    kind = table.Column<int>(type: "INTEGER", nullable: false),
                    code = table.Column<string>(type: "TEXT", nullable: true),
                    draft_fingerprint = table.Column<long>(type: "INTEGER", nullable: true),
                    until_day = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    amount = table.Column<long>(type: "INTEGER", nullable: true),
                    amendment_no = table.Column<int>(type: "INTEGER", nullable: true),
                    undoes = table.Column<long>(type: "INTEGER", nullable: true),
                    reason = table.Column<string>(type: "TEXT", nullable: false),
                    author = table.Column<string>(type: "TEXT", nullable: false),
                    at = table.Column<long>(type: "INTEGER", nullable: false)
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
                name: "run_scope",
                columns: table => new
                {
                    seller_id = table.Column<long>(type: "INTEGER", nullable: false),
                    run_id = table.Column<long>(type: "INTEGER", nullable: false),
                    customer_id = table.Column<long>(type: "INTEGER", nullable: false)
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
                name: "run_setting",
                columns: table => new
                {
                    seller_id = table.Column<long>(type: "INTEGER", nullable: false),
                    change_percent = table.Column<long>(type: "INTEGER", nullable: false),
                    change_amount = table.Column<long>(type: "INTEGER", nullable: false),
                    stale_days = table.Column<int>(type: "INTEGER", nullable: false)
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

            migrationBuilder.CreateIndex(
                name: "IX_invoice_run_seller_id_request_key",
                table: "invoice_run",
                columns: new[] { "seller_id", "request_key" },
                unique: true,
                filter: "request_key IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_invoice_event_delivery",
                table: "invoice_event",
                columns: new[] { "seller_id", "invoice_id" },
                unique: true,
                filter: "action = 9");

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
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "run_decision");

            migrationBuilder.DropTable(
                name: "run_scope");

            migrationBuilder.DropTable(
                name: "run_setting");

            migrationBuilder.DropIndex(
                name: "IX_invoice_run_seller_id_request_key",
                table: "invoice_run");

            migrationBuilder.DropIndex(
                name: "IX_invoice_event_delivery",
                table: "invoice_event");

            migrationBuilder.DropColumn(
                name: "cause_12",
                table: "run_total");

            migrationBuilder.DropColumn(
                name: "facts_json",
                table: "run_problem");

            migrationBuilder.DropColumn(
                name: "is_notice",
                table: "run_problem");

            migrationBuilder.DropColumn(
                name: "cause_12",
                table: "run_item");

            migrationBuilder.DropColumn(
                name: "request_key",
                table: "invoice_run");
        }
    }
}
