using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Msp.Billing.EntityFrameworkCore.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Insights : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "insight_contract",
                columns: table => new
                {
                    seller_id = table.Column<long>(type: "INTEGER", nullable: false),
                    contract_id = table.Column<long>(type: "INTEGER", nullable: false),
                    customer_id = table.Column<long>(type: "INTEGER", nullable: false),
                    currency = table.Column<string>(type: "TEXT", nullable: false),
                    as_of = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    mrr = table.Column<long>(type: "INTEGER", nullable: false),
                    first_day = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    by_index = table.Column<bool>(type: "INTEGER", nullable: false),
                    uplift_day = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    uplift_notice = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    uplift_step = table.Column<long>(type: "INTEGER", nullable: true),
                    uplift_money = table.Column<long>(type: "INTEGER", nullable: false)
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
                    seller_id = table.Column<long>(type: "INTEGER", nullable: false),
                    month = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    contract_id = table.Column<long>(type: "INTEGER", nullable: false),
                    customer_id = table.Column<long>(type: "INTEGER", nullable: false),
                    currency = table.Column<string>(type: "TEXT", nullable: false),
                    mrr = table.Column<long>(type: "INTEGER", nullable: false),
                    usage = table.Column<long>(type: "INTEGER", nullable: false),
                    opening = table.Column<long>(type: "INTEGER", nullable: false),
                    more = table.Column<long>(type: "INTEGER", nullable: false),
                    fewer = table.Column<long>(type: "INTEGER", nullable: false),
                    price = table.Column<long>(type: "INTEGER", nullable: false),
                    part_1 = table.Column<long>(type: "INTEGER", nullable: false),
                    part_2 = table.Column<long>(type: "INTEGER", nullable: false),
                    part_3 = table.Column<long>(type: "INTEGER", nullable: false),
                    part_4 = table.Column<long>(type: "INTEGER", nullable: false),
                    part_5 = table.Column<long>(type: "INTEGER", nullable: false),
                    part_6 = table.Column<long>(type: "INTEGER", nullable: false),
                    part_7 = table.Column<long>(type: "INTEGER", nullable: false),
                    part_8 = table.Column<long>(type: "INTEGER", nullable: false),
                    part_9 = table.Column<long>(type: "INTEGER", nullable: false),
                    invoiced = table.Column<long>(type: "INTEGER", nullable: false),
                    covered = table.Column<long>(type: "INTEGER", nullable: false),
                    costs = table.Column<long>(type: "INTEGER", nullable: false),
                    hours = table.Column<long>(type: "INTEGER", nullable: true)
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
                    seller_id = table.Column<long>(type: "INTEGER", nullable: false),
                    contract_id = table.Column<long>(type: "INTEGER", nullable: false),
                    line_id = table.Column<int>(type: "INTEGER", nullable: false),
                    kind = table.Column<int>(type: "INTEGER", nullable: false),
                    charge = table.Column<string>(type: "TEXT", nullable: false),
                    name = table.Column<string>(type: "TEXT", nullable: false),
                    unit = table.Column<string>(type: "TEXT", nullable: false),
                    counted = table.Column<long>(type: "INTEGER", nullable: false),
                    billed = table.Column<long>(type: "INTEGER", nullable: false),
                    since = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    currency = table.Column<string>(type: "TEXT", nullable: false),
                    money = table.Column<long>(type: "INTEGER", nullable: false)
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
                name: "insight_month",
                columns: table => new
                {
                    seller_id = table.Column<long>(type: "INTEGER", nullable: false),
                    month = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    as_of = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    contract_count = table.Column<long>(type: "INTEGER", nullable: false),
                    record_count = table.Column<long>(type: "INTEGER", nullable: false),
                    last_document = table.Column<long>(type: "INTEGER", nullable: false),
                    last_recorded = table.Column<long>(type: "INTEGER", nullable: false),
                    left_out = table.Column<int>(type: "INTEGER", nullable: false)
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
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "insight_contract");

            migrationBuilder.DropTable(
                name: "insight_contract_month");

            migrationBuilder.DropTable(
                name: "insight_leak");

            migrationBuilder.DropTable(
                name: "insight_month");
        }
    }
}
