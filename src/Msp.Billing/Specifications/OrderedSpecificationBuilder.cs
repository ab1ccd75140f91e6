using System.Linq.Expressions;

namespace Msp.Billing.Specifications;

/// <summary>What can be said after <c>OrderBy</c>: a further key.</summary>
/// <typeparam name="T">What is asked about.</typeparam>
public sealed class OrderedSpecificationBuilder<T> : SpecificationBuilder<T>
{
    internal OrderedSpecificationBuilder(Specification<T> specification)
        : base(specification)
    {
    }

    /// <summary>Orders those with equal keys so far by a further key, the smallest first.</summary>
    public OrderedSpecificationBuilder<T> ThenBy(Expression<Func<T, object?>> keySelector) => Order(keySelector, OrderType.ThenBy);

    /// <summary>Orders those with equal keys so far by a further key, the largest first.</summary>
    public OrderedSpecificationBuilder<T> ThenByDescending(Expression<Func<T, object?>> keySelector) => Order(keySelector, OrderType.ThenByDescending);
}
