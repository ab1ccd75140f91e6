using Microsoft.Extensions.Diagnostics.HealthChecks;
using Msp.Billing.EntityFrameworkCore;

namespace Msp.Quoting.Web.Hosting;

/// <summary>Whether the database can be opened and is guarded.</summary>
internal sealed class DatabaseHealth(DatabaseFile file) : IHealthCheck
{
    /// <inheritdoc/>
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        try
        {
            using var store = file.Open();
            return Task.FromResult(HealthCheckResult.Healthy());
        }
        catch (StorageException exception)
        {
            return Task.FromResult(HealthCheckResult.Unhealthy("The database cannot be opened.", exception));
        }
    }
}
