using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Msp.Billing.EntityFrameworkCore.Schema;

/// <summary>What several tables have in common.</summary>
internal static class TableKinds
{
    /// <summary>Marks a table whose rows are kept in the order of its key, where a database offers that.</summary>
    internal const string ClusteredAnnotation = "Msp:Clustered";

    /// <summary>Marks a table whose rows are put in before the row they belong to, which seals them: the database looks for it at the commit only.</summary>
    internal const string BeforeParentAnnotation = "Msp:BeforeParent";

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

    /// <summary>For the parts of something that is complete only when its head is put in.</summary>
    internal static EntityTypeBuilder<T> BeforeParent<T>(this EntityTypeBuilder<T> entity)
        where T : class
    {
        entity.HasAnnotation(BeforeParentAnnotation, true);
        return entity;
    }
}
