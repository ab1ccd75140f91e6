using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Msp.Billing.EntityFrameworkCore.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class Chunks : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "run_plan",
                columns: table => new
                {
                    seller_id = table.Column<long>(type: "bigint", nullable: false),
                    run_id = table.Column<long>(type: "bigint", nullable: false),
                    plan = table.Column<long>(type: "bigint", nullable: false),
                    ledger_version = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    planned_at = table.Column<long>(type: "bigint", nullable: false),
                    planned_by = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    paused_at = table.Column<long>(type: "bigint", nullable: true),
                    paused_by = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    posting_at = table.Column<long>(type: "bigint", nullable: true),
                    posting_by = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    poster = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    poster_starts = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_run_plan", x => new { x.seller_id, x.run_id });
                    table.CheckConstraint("ck_run_plan_paused", "(paused_at IS NULL) = (paused_by IS NULL)");
                    table.CheckConstraint("ck_run_plan_posting", "(posting_at IS NULL) = (posting_by IS NULL)");
                    table.ForeignKey(
                        name: "FK_run_plan_invoice_run_seller_id_run_id",
                        columns: x => new { x.seller_id, x.run_id },
                        principalTable: "invoice_run",
                        principalColumns: new[] { "seller_id", "run_id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "run_chunk",
                columns: table => new
                {
                    seller_id = table.Column<long>(type: "bigint", nullable: false),
                    run_id = table.Column<long>(type: "bigint", nullable: false),
                    chunk_no = table.Column<int>(type: "integer", nullable: false),
                    plan = table.Column<long>(type: "bigint", nullable: false),
                    first_contract_id = table.Column<long>(type: "bigint", nullable: false),
                    last_contract_id = table.Column<long>(type: "bigint", nullable: false),
                    status = table.Column<int>(type: "integer", nullable: false),
                    starts = table.Column<int>(type: "integer", nullable: false),
                    worker = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    taken_at = table.Column<long>(type: "bigint", nullable: true),
                    done_at = table.Column<long>(type: "bigint", nullable: true),
                    contract_count = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_run_chunk", x => new { x.seller_id, x.run_id, x.chunk_no });
                    table.CheckConstraint("ck_run_chunk_counts", "starts >= 0 AND contract_count >= 0");
                    table.CheckConstraint("ck_run_chunk_range", "first_contract_id >= 1 AND last_contract_id >= first_contract_id");
                    table.CheckConstraint("ck_run_chunk_status", "status BETWEEN 1 AND 4 AND (status = 3) = (done_at IS NOT NULL)");
                    table.ForeignKey(
                        name: "FK_run_chunk_run_plan_seller_id_run_id",
                        columns: x => new { x.seller_id, x.run_id },
                        principalTable: "run_plan",
                        principalColumns: new[] { "seller_id", "run_id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_run_chunk_waiting",
                table: "run_chunk",
                columns: new[] { "seller_id", "run_id", "chunk_no" },
                filter: "status < 3");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "run_chunk");

            migrationBuilder.DropTable(
                name: "run_plan");
        }
    }
}
