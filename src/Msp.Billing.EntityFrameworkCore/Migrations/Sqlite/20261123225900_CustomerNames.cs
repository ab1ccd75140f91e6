using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Msp.Billing.EntityFrameworkCore.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class CustomerNames : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "name_key",
                table: "customer",
                type: "TEXT",
                nullable: false,
                defaultValue: "");

            migrationBuilder.CreateIndex(
                name: "IX_customer_seller_id_name_key_number",
                table: "customer",
                columns: new[] { "seller_id", "name_key", "number" });

            migrationBuilder.CreateIndex(
                name: "IX_customer_seller_id_parent_id",
                table: "customer",
                columns: new[] { "seller_id", "parent_id" },
                filter: "parent_id IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_contract_summary_seller_id_customer",
                table: "contract_summary",
                columns: new[] { "seller_id", "customer" });

            migrationBuilder.CreateIndex(
                name: "IX_contract_summary_seller_id_decision_day_number",
                table: "contract_summary",
                columns: new[] { "seller_id", "decision_day", "number" });

            migrationBuilder.CreateIndex(
                name: "IX_contract_summary_seller_id_end",
                table: "contract_summary",
                columns: new[] { "seller_id", "end" });

            migrationBuilder.CreateIndex(
                name: "IX_contract_summary_seller_id_number",
                table: "contract_summary",
                columns: new[] { "seller_id", "number" });

            migrationBuilder.CreateIndex(
                name: "IX_contract_summary_seller_id_status",
                table: "contract_summary",
                columns: new[] { "seller_id", "status" });

            migrationBuilder.CreateIndex(
                name: "IX_contract_seller_id_customer_id",
                table: "contract",
                columns: new[] { "seller_id", "customer_id" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_customer_seller_id_name_key_number",
                table: "customer");

            migrationBuilder.DropIndex(
                name: "IX_customer_seller_id_parent_id",
                table: "customer");

            migrationBuilder.DropIndex(
                name: "IX_contract_summary_seller_id_customer",
                table: "contract_summary");

            migrationBuilder.DropIndex(
                name: "IX_contract_summary_seller_id_decision_day_number",
                table: "contract_summary");

            migrationBuilder.DropIndex(
                name: "IX_contract_summary_seller_id_end",
                table: "contract_summary");

            migrationBuilder.DropIndex(
                name: "IX_contract_summary_seller_id_number",
                table: "contract_summary");

            migrationBuilder.DropIndex(
                name: "IX_contract_summary_seller_id_status",
                table: "contract_summary");

            migrationBuilder.DropIndex(
                name: "IX_contract_seller_id_customer_id",
                table: "contract");

            migrationBuilder.DropColumn(
                name: "name_key",
                table: "customer");
        }
    }
}
