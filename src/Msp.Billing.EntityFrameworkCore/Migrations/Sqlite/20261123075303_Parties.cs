using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Msp.Billing.EntityFrameworkCore.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Parties : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "customer_version",
                columns: table => new
                {
                    seller_id = table.Column<long>(type: "INTEGER", nullable: false),
                    customer_id = table.Column<long>(type: "INTEGER", nullable: false),
                    version_no = table.Column<long>(type: "INTEGER", nullable: false),
                    first_invoice_id = table.Column<long>(type: "INTEGER", nullable: false),
                    party_json = table.Column<string>(type: "TEXT", nullable: false)
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
                name: "seller_version",
                columns: table => new
                {
                    seller_id = table.Column<long>(type: "INTEGER", nullable: false),
                    version_no = table.Column<long>(type: "INTEGER", nullable: false),
                    first_invoice_id = table.Column<long>(type: "INTEGER", nullable: false),
                    party_json = table.Column<string>(type: "TEXT", nullable: false)
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

            // What was posted before parties were kept shows them as they are now. A merge with nothing leaves out what is unknown.
            migrationBuilder.Sql(
                """
                INSERT INTO seller_version (seller_id, version_no, first_invoice_id, party_json)
                SELECT seller_id, 1, 1, json_object('name', name, 'country', country) FROM seller
                """);
            migrationBuilder.Sql(
                """
                INSERT INTO customer_version (seller_id, customer_id, version_no, first_invoice_id, party_json)
                SELECT seller_id, customer_id, 1, 1, json_patch('{}', json_object(
                       'name', name, 'country', country, 'address', nullif(address, ''), 'email', nullif(email, ''), 'jurisdiction', jurisdiction, 'vatNumber', vat_number,
                       'exemptionReason', exemption_reason, 'reverseCharge', nullif(reverse_charge, 0), 'buyerReference', nullif(trim(buyer_reference), '')))
                  FROM customer
                """);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "customer_version");

            migrationBuilder.DropTable(
                name: "seller_version");
        }
    }
}
