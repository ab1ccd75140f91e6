using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Msp.Billing.EntityFrameworkCore.Schema;

/// <summary>Counts up the version of every changed row, so that a save based on an older reading is refused. Works the same on every provider.</summary>
/// <remarks>Set-based updates do not pass here and must count the version up themselves.</remarks>
internal sealed class VersionStamp : SaveChangesInterceptor
{
    internal const string Property = "Version";

    internal static VersionStamp Instance { get; } = new();

    public override InterceptionResult<int> SavingChanges(DbContextEventData eventData, InterceptionResult<int> result)
    {
        Stamp(eventData.Context);
        return result;
    }

    public override ValueTask<InterceptionResult<int>> SavingChangesAsync(
        DbContextEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        Stamp(eventData.Context);
        return ValueTask.FromResult(result);
    }

    private static void Stamp(DbContext? context)
    {
        foreach (var entry in context?.ChangeTracker.Entries() ?? [])
        {
            if (entry.State == EntityState.Modified && entry.Metadata.FindProperty(Property) is { IsConcurrencyToken: true })
            {
                Next(entry.Property(Property));
            }
        }
    }

    private static void Next(PropertyEntry version) => version.CurrentValue = (long)(version.OriginalValue ?? 0L) + 1;
}
