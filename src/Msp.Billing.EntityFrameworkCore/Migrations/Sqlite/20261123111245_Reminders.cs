using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Msp.Billing.EntityFrameworkCore.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Reminders : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "reminder_letter",
                columns: table => new
                {
                    seller_id = table.Column<long>(type: "INTEGER", nullable: false),
                    dunning_id = table.Column<long>(type: "INTEGER", nullable: false),
                    address = table.Column<string>(type: "TEXT", nullable: false),
                    sent_at = table.Column<long>(type: "INTEGER", nullable: false),
                    author = table.Column<string>(type: "TEXT", nullable: false)
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

            migrationBuilder.CreateIndex(
                name: "IX_deferral_seller_id_until_day",
                table: "deferral",
                columns: new[] { "seller_id", "until_day" });

            migrationBuilder.CreateIndex(
                name: "IX_bank_entry_seller_id_day",
                table: "bank_entry",
                columns: new[] { "seller_id", "day" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "reminder_letter");

            migrationBuilder.DropIndex(
                name: "IX_deferral_seller_id_until_day",
                table: "deferral");

            migrationBuilder.DropIndex(
                name: "IX_bank_entry_seller_id_day",
                table: "bank_entry");
        }
    }
}
