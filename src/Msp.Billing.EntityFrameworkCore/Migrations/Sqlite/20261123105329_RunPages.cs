using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Msp.Billing.EntityFrameworkCore.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class RunPages : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateIndex(
                name: "IX_audit_entry_seller_id_subject",
                table: "audit_entry",
                columns: new[] { "seller_id", "subject" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_audit_entry_seller_id_subject",
                table: "audit_entry");
        }
    }
}
