using Msp.Billing.Cli.Watching;
using Msp.Quoting.Web.Hosting;

var builder = WebApplication.CreateBuilder(args);
builder.AddQuoting();
var app = builder.Build();
using var signals = SignalExport.Start("msp-web", app.Configuration);
app.Services.GetRequiredService<DatabaseFile>().CreateOrMigrate();
app.UseQuoting();
await app.RunAsync();
