using System.Linq.Expressions;

namespace Msp.Billing.Specifications;

/// <summary>One key of an order.</summary>
/// <typeparam name="T">What is ordered.</typeparam>
public sealed class OrderExpressionInfo<T>
{
    private Func<T, object?>? _key;

    internal OrderExpressionInfo(Expression<Func<T, object?>> keySelector, OrderType orderType)
    {
        KeySelector = keySelector;
        OrderType = orderType;
    }

    /// <summary>The key. A number or a day is boxed by a conversion to object, which a database provider looks through.</summary>
    public Expression<Func<T, object?>> KeySelector { get; }

    /// <summary>Whether it is the first key or a further one, and which end comes first.</summary>
    public OrderType OrderType { get; }

    internal IEnumerable<T> ApplyTo(IEnumerable<T> entities)
    {
        var key = _key ??= KeySelector.Compile();
        return OrderType switch
        {
            OrderType.OrderBy => entities.OrderBy(key, KeyOrder.Instance),
            OrderType.OrderByDescending => entities.OrderByDescending(key, KeyOrder.Instance),
            OrderType.ThenBy => ((IOrderedEnumerable<T>)entities).ThenBy(key, KeyOrder.Instance),
            OrderType.ThenByDescending => ((IOrderedEnumerable<T>)entities).ThenByDescending(key, KeyOrder.Instance),
            _ => throw new InvalidOperationException($"Unknown order {OrderType}."),
        };
    }
}
