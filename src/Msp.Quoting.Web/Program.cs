using Msp.Quoting.Web.Hosting;

var builder = WebApplication.CreateBuilder(args);
builder.AddQuoting();
var app = builder.Build();
app.Services.GetRequiredService<DatabaseFile>().CreateOrMigrate();
app.UseQuoting();
await app.RunAsync();
