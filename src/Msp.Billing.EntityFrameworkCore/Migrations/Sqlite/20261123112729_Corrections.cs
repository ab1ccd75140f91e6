using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Msp.Billing.EntityFrameworkCore.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Corrections : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "correction",
                columns: table => new
                {
                    seller_id = table.Column<long>(type: "INTEGER", nullable: false),
                    correction_no = table.Column<long>(type: "INTEGER", nullable: false),
                    invoice_id = table.Column<long>(type: "INTEGER", nullable: false),
                    kind = table.Column<int>(type: "INTEGER", nullable: false),
                    lines = table.Column<string>(type: "TEXT", nullable: false),
                    day = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    as_discount = table.Column<bool>(type: "INTEGER", nullable: false),
                    reason = table.Column<string>(type: "TEXT", nullable: false),
                    given = table.Column<long>(type: "INTEGER", nullable: false),
                    billed = table.Column<long>(type: "INTEGER", nullable: true),
                    proposed_by = table.Column<string>(type: "TEXT", nullable: false),
                    proposed_at = table.Column<long>(type: "INTEGER", nullable: false),
                    decision = table.Column<int>(type: "INTEGER", nullable: true),
                    decided_by = table.Column<string>(type: "TEXT", nullable: true),
                    decided_at = table.Column<long>(type: "INTEGER", nullable: true),
                    declined_because = table.Column<string>(type: "TEXT", nullable: true),
                    note_id = table.Column<long>(type: "INTEGER", nullable: true),
                    rebilled_id = table.Column<long>(type: "INTEGER", nullable: true)
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

            migrationBuilder.CreateIndex(
                name: "IX_open_item_seller_id_customer_id_kind_issue_day_item_id",
                table: "open_item",
                columns: new[] { "seller_id", "customer_id", "kind", "issue_day", "item_id" });

            migrationBuilder.CreateIndex(
                name: "IX_open_item_seller_id_kind_issue_day_item_id",
                table: "open_item",
                columns: new[] { "seller_id", "kind", "issue_day", "item_id" });

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
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "correction");

            migrationBuilder.DropIndex(
                name: "IX_open_item_seller_id_customer_id_kind_issue_day_item_id",
                table: "open_item");

            migrationBuilder.DropIndex(
                name: "IX_open_item_seller_id_kind_issue_day_item_id",
                table: "open_item");
        }
    }
}
