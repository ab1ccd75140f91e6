using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Msp.Billing.EntityFrameworkCore.Schema;

/// <summary>What several tables have in common.</summary>
internal static class TableKinds
{
    /// <summary>Marks a table whose rows are kept in the order of its key, where a database offers that.</summary>
    internal const string ClusteredAnnotation = "Msp:Clustered";

    internal static EntityTypeBuilder<T> BelongsToSeller<T>(this EntityTypeBuilder<T> entity)
        where T : class
    {
        entity.HasOne<SellerRow>().WithMany().HasForeignKey("SellerId").OnDelete(DeleteBehavior.Restrict);
        return entity;
    }

    /// <summary>For short rows that are read by the beginning of their key.</summary>
    internal static EntityTypeBuilder<T> Clustered<T>(this EntityTypeBuilder<T> entity)
        where T : class
    {
        entity.HasAnnotation(ClusteredAnnotation, true);
        return entity;
    }
}
