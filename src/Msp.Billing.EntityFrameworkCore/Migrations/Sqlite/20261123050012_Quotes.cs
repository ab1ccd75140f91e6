using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Msp.Billing.EntityFrameworkCore.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Quotes : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "quote",
                columns: table => new
                {
                    seller_id = table.Column<long>(type: "INTEGER", nullable: false),
                    quote_id = table.Column<long>(type: "INTEGER", nullable: false),
                    number = table.Column<string>(type: "TEXT", nullable: false),
                    year = table.Column<int>(type: "INTEGER", nullable: false),
                    sequence = table.Column<int>(type: "INTEGER", nullable: false),
                    customer_id = table.Column<long>(type: "INTEGER", nullable: false),
                    owner = table.Column<string>(type: "TEXT", nullable: false),
                    title = table.Column<string>(type: "TEXT", nullable: false),
                    status = table.Column<int>(type: "INTEGER", nullable: false),
                    latest_revision = table.Column<int>(type: "INTEGER", nullable: false),
                    valid_until = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    currency = table.Column<string>(type: "TEXT", nullable: true),
                    monthly = table.Column<long>(type: "INTEGER", nullable: true),
                    created_at = table.Column<long>(type: "INTEGER", nullable: false),
                    updated_at = table.Column<long>(type: "INTEGER", nullable: false),
                    seen_at = table.Column<long>(type: "INTEGER", nullable: true)
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
                name: "quote_template",
                columns: table => new
                {
                    seller_id = table.Column<long>(type: "INTEGER", nullable: false),
                    name = table.Column<string>(type: "TEXT", nullable: false),
                    json = table.Column<string>(type: "TEXT", nullable: false),
                    updated_at = table.Column<long>(type: "INTEGER", nullable: false),
                    author = table.Column<string>(type: "TEXT", nullable: false)
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
                name: "quote_event",
                columns: table => new
                {
                    seller_id = table.Column<long>(type: "INTEGER", nullable: false),
                    quote_id = table.Column<long>(type: "INTEGER", nullable: false),
                    event_no = table.Column<int>(type: "INTEGER", nullable: false),
                    revision = table.Column<int>(type: "INTEGER", nullable: false),
                    kind = table.Column<int>(type: "INTEGER", nullable: false),
                    action = table.Column<int>(type: "INTEGER", nullable: true),
                    day = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    at = table.Column<long>(type: "INTEGER", nullable: false),
                    author = table.Column<string>(type: "TEXT", nullable: false),
                    text = table.Column<string>(type: "TEXT", nullable: false),
                    valid_until = table.Column<DateOnly>(type: "TEXT", nullable: true)
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
                    seller_id = table.Column<long>(type: "INTEGER", nullable: false),
                    quote_id = table.Column<long>(type: "INTEGER", nullable: false),
                    revision = table.Column<int>(type: "INTEGER", nullable: false),
                    parent = table.Column<int>(type: "INTEGER", nullable: true),
                    sent_at = table.Column<long>(type: "INTEGER", nullable: true),
                    canonical = table.Column<byte[]>(type: "BLOB", nullable: true),
                    internals = table.Column<byte[]>(type: "BLOB", nullable: true),
                    hash = table.Column<byte[]>(type: "BLOB", nullable: true)
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
                name: "quote_acceptance",
                columns: table => new
                {
                    seller_id = table.Column<long>(type: "INTEGER", nullable: false),
                    quote_id = table.Column<long>(type: "INTEGER", nullable: false),
                    revision = table.Column<int>(type: "INTEGER", nullable: false),
                    at = table.Column<long>(type: "INTEGER", nullable: false),
                    evidence = table.Column<byte[]>(type: "BLOB", nullable: false),
                    hash = table.Column<byte[]>(type: "BLOB", nullable: false),
                    contract_id = table.Column<long>(type: "INTEGER", nullable: false)
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
                    seller_id = table.Column<long>(type: "INTEGER", nullable: false),
                    quote_id = table.Column<long>(type: "INTEGER", nullable: false),
                    revision = table.Column<int>(type: "INTEGER", nullable: false),
                    draft_version = table.Column<int>(type: "INTEGER", nullable: false),
                    at = table.Column<long>(type: "INTEGER", nullable: false),
                    author = table.Column<string>(type: "TEXT", nullable: false),
                    restored_from = table.Column<int>(type: "INTEGER", nullable: true),
                    json = table.Column<string>(type: "TEXT", nullable: false)
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
                    seller_id = table.Column<long>(type: "INTEGER", nullable: false),
                    link_id = table.Column<long>(type: "INTEGER", nullable: false),
                    quote_id = table.Column<long>(type: "INTEGER", nullable: false),
                    revision = table.Column<int>(type: "INTEGER", nullable: false),
                    token_hash = table.Column<byte[]>(type: "BLOB", nullable: false),
                    contact_name = table.Column<string>(type: "TEXT", nullable: false),
                    contact_email = table.Column<string>(type: "TEXT", nullable: false),
                    created_at = table.Column<long>(type: "INTEGER", nullable: false),
                    created_by = table.Column<string>(type: "TEXT", nullable: false),
                    expires_at = table.Column<long>(type: "INTEGER", nullable: false),
                    revoked_at = table.Column<long>(type: "INTEGER", nullable: true)
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
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
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
                name: "quote_revision");

            migrationBuilder.DropTable(
                name: "quote");
        }
    }
}
