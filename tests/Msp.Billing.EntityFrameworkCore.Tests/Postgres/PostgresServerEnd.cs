[assembly: AssemblyFixture(typeof(Msp.Billing.EntityFrameworkCore.Tests.Postgres.PostgresServerEnd))]

namespace Msp.Billing.EntityFrameworkCore.Tests.Postgres;

/// <summary>Ends the shared server after the last test.</summary>
public sealed class PostgresServerEnd : IDisposable
{
    public void Dispose() => PostgresServer.End();
}
