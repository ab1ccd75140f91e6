using Microsoft.EntityFrameworkCore;
using Msp.Billing.Specifications;

namespace Msp.Billing.EntityFrameworkCore;

/// <summary>Hands a specification to a database: the same conditions, order and numbers as in memory, in its own language.</summary>
public static class SpecificationEvaluator
{
    /// <summary>Takes from a query what a specification asks for.</summary>
    /// <typeparam name="T">What is asked about.</typeparam>
    /// <param name="query">All of them.</param>
    /// <param name="specification">What is asked.</param>
    /// <remarks>Missing values come first, as they do in memory.</remarks>
    public static IQueryable<T> Satisfying<T>(this IQueryable<T> query, Specification<T> specification)
        where T : class
    {
        ArgumentNullException.ThrowIfNull(query);
        ArgumentNullException.ThrowIfNull(specification);
        foreach (var path in specification.IncludeExpressions)
        {
            query = query.Include(path);
        }

        foreach (var condition in specification.WhereExpressions)
        {
            query = query.Where(condition);
        }

        foreach (var key in specification.OrderExpressions)
        {
            query = key.OrderType switch
            {
                OrderType.OrderBy => query.OrderBy(key.KeySelector),
                OrderType.OrderByDescending => query.OrderByDescending(key.KeySelector),
                OrderType.ThenBy => ((IOrderedQueryable<T>)query).ThenBy(key.KeySelector),
                OrderType.ThenByDescending => ((IOrderedQueryable<T>)query).ThenByDescending(key.KeySelector),
                _ => throw new InvalidOperationException($"Unknown order {key.OrderType}."),
            };
        }

        query = specification.Skip is { } skip ? query.Skip(skip) : query;
        return specification.Take is { } take ? query.Take(take) : query;
    }
}
