using System.Linq.Expressions;

namespace Msp.Billing.Specifications;

/// <summary>A named question about a set of things, such as "contracts due on a day": what to take, in which order, and how many.</summary>
/// <remarks>
/// <para>A derived class says it once, in its constructor, through <see cref="Query"/>. It can then be asked of one thing
/// (<see cref="IsSatisfiedBy"/>), of things in memory (<see cref="Evaluate"/>), or be handed to a database, which reads the expressions.</para>
/// <para>In memory the order needs no culture: text is compared by its code units (ordinal), and what is missing comes first.
/// A database may order text by its own collation.</para>
/// <para>Safe to share between threads once it is constructed.</para>
/// </remarks>
/// <typeparam name="T">What is asked about.</typeparam>
public abstract class Specification<T>
{
    private readonly List<Expression<Func<T, bool>>> _where = [];
    private readonly List<OrderExpressionInfo<T>> _order = [];
    private readonly List<Expression<Func<T, object?>>> _includes = [];
    private Func<T, bool>? _isSatisfied;

    /// <summary>The conditions; all of them hold for what is taken. None takes everything.</summary>
    public IReadOnlyList<Expression<Func<T, bool>>> WhereExpressions => _where;

    /// <summary>The order: the first key decides, the next among equals. Empty where the order does not matter.</summary>
    public IReadOnlyList<OrderExpressionInfo<T>> OrderExpressions => _order;

    /// <summary>What a database is to load along; in memory it is there already.</summary>
    public IReadOnlyList<Expression<Func<T, object?>>> IncludeExpressions => _includes;

    /// <summary>How many to leave out at the start of the order; null leaves out none.</summary>
    public int? Skip { get; private set; }

    /// <summary>How many to take at most; null takes all.</summary>
    public int? Take { get; private set; }

    /// <summary>All conditions as one expression; true for everything where there is none.</summary>
    public Expression<Func<T, bool>> Criteria => _where.Count == 0 ? _ => true : _where.Aggregate(Condition.Both);

    /// <summary>Where a derived class says what it asks for.</summary>
    protected SpecificationBuilder<T> Query => new OrderedSpecificationBuilder<T>(this);

    /// <summary>Whether one thing meets every condition; order, <see cref="Skip"/> and <see cref="Take"/> have no part in it.</summary>
    public bool IsSatisfiedBy(T entity) => (_isSatisfied ??= Criteria.Compile())(entity);

    /// <summary>Takes from things in memory those that meet every condition, in order, after <see cref="Skip"/> and up to <see cref="Take"/>.</summary>
    /// <returns>Evaluated when it is enumerated. Equal keys keep the order in which they came.</returns>
    public IEnumerable<T> Evaluate(IEnumerable<T> entities)
    {
        ArgumentNullException.ThrowIfNull(entities);
        var taken = entities.Where(IsSatisfiedBy);
        foreach (var key in _order)
        {
            taken = key.ApplyTo(taken);
        }

        taken = Skip is { } skip ? taken.Skip(skip) : taken;
        return Take is { } take ? taken.Take(take) : taken;
    }

    /// <summary>What meets this and the other.</summary>
    /// <returns>A specification with the conditions of both and no order; give it one in a class of its own.</returns>
    /// <exception cref="InvalidOperationException">One of them skips or takes a number: which ones these are depends on what is asked first.</exception>
    public Specification<T> And(Specification<T> other) => new Combination<T>(Condition.Both(Unlimited(), Unlimited(other)));

    /// <summary>What meets this or the other or both.</summary>
    /// <inheritdoc cref="And"/>
    public Specification<T> Or(Specification<T> other) => new Combination<T>(Condition.Either(Unlimited(), Unlimited(other)));

    /// <summary>What does not meet this.</summary>
    /// <returns>A specification with the opposite condition and no order.</returns>
    /// <exception cref="InvalidOperationException">It skips or takes a number.</exception>
    public Specification<T> Not() => new Combination<T>(Condition.Opposite(Unlimited()));

    internal void AddWhere(Expression<Func<T, bool>> condition)
    {
        _where.Add(condition);
        _isSatisfied = null;
    }

    internal void AddOrder(OrderExpressionInfo<T> key)
    {
        if (key.OrderType is OrderType.OrderBy or OrderType.OrderByDescending && _order.Count > 0)
        {
            throw new InvalidOperationException($"{GetType().Name} is ordered already; add a further key with ThenBy.");
        }

        _order.Add(key);
    }

    internal void AddInclude(Expression<Func<T, object?>> path) => _includes.Add(path);

    internal void SetSkip(int count) =>
        Skip = Skip is null ? count : throw new InvalidOperationException($"{GetType().Name} skips {Skip} already.");

    internal void SetTake(int count) =>
        Take = Take is null ? count : throw new InvalidOperationException($"{GetType().Name} takes {Take} already.");

    private static Expression<Func<T, bool>> Unlimited(Specification<T> specification)
    {
        ArgumentNullException.ThrowIfNull(specification);
        return specification.Unlimited();
    }

    private Expression<Func<T, bool>> Unlimited() => Skip is null && Take is null
        ? Criteria
        : throw new InvalidOperationException($"{GetType().Name} skips or takes a number and cannot be combined; leave out Skip and Take.");
}
