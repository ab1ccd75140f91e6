using System.Linq.Expressions;

namespace Msp.Billing.Specifications;

/// <summary>What comes of <c>And</c>, <c>Or</c> and <c>Not</c>.</summary>
internal sealed class Combination<T> : Specification<T>
{
    public Combination(Expression<Func<T, bool>> condition) => Query.Where(condition);
}
