using System.Linq.Expressions;

namespace Msp.Billing.Specifications;

/// <summary>Says what a specification asks for, one step after another.</summary>
/// <typeparam name="T">What is asked about.</typeparam>
public abstract class SpecificationBuilder<T>
{
    private readonly Specification<T> _specification;

    private protected SpecificationBuilder(Specification<T> specification) => _specification = specification;

    /// <summary>Takes only what meets a condition, and all conditions given before and after.</summary>
    public SpecificationBuilder<T> Where(Expression<Func<T, bool>> expression)
    {
        ArgumentNullException.ThrowIfNull(expression);
        _specification.AddWhere(expression);
        return this;
    }

    /// <summary>Orders by a key, the smallest first; in memory, text by code units and what is missing first.</summary>
    /// <exception cref="InvalidOperationException">There is an order already.</exception>
    public OrderedSpecificationBuilder<T> OrderBy(Expression<Func<T, object?>> keySelector) => Order(keySelector, OrderType.OrderBy);

    /// <summary>Orders by a key, the largest first.</summary>
    /// <exception cref="InvalidOperationException">There is an order already.</exception>
    public OrderedSpecificationBuilder<T> OrderByDescending(Expression<Func<T, object?>> keySelector) => Order(keySelector, OrderType.OrderByDescending);

    /// <summary>Has a database load a related thing, or several, along.</summary>
    public SpecificationBuilder<T> Include(Expression<Func<T, object?>> navigationSelector)
    {
        ArgumentNullException.ThrowIfNull(navigationSelector);
        _specification.AddInclude(navigationSelector);
        return this;
    }

    /// <summary>Leaves out so many at the start of the order.</summary>
    /// <param name="count">Zero or more.</param>
    /// <exception cref="InvalidOperationException">A number was given already.</exception>
    public SpecificationBuilder<T> Skip(int count)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        _specification.SetSkip(count);
        return this;
    }

    /// <summary>Takes at most so many.</summary>
    /// <param name="count">Zero or more.</param>
    /// <exception cref="InvalidOperationException">A number was given already.</exception>
    public SpecificationBuilder<T> Take(int count)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        _specification.SetTake(count);
        return this;
    }

    private protected OrderedSpecificationBuilder<T> Order(Expression<Func<T, object?>> keySelector, OrderType type)
    {
        ArgumentNullException.ThrowIfNull(keySelector);
        _specification.AddOrder(new OrderExpressionInfo<T>(keySelector, type));
        return new OrderedSpecificationBuilder<T>(_specification);
    }
}
