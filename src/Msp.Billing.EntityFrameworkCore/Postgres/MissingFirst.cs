using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Msp.Billing.EntityFrameworkCore.Postgres;

/// <summary>Orders missing values before all others, as memory and SQLite do; PostgreSQL puts them last unless it is told.</summary>
internal sealed class MissingFirst : ExpressionVisitor, IQueryExpressionInterceptor
{
    // One for all: EF Core keeps a set of services for each interceptor that it is given.
    internal static readonly MissingFirst Instance = new();

    private MissingFirst()
    {
    }

    public Expression QueryCompilationStarting(Expression queryExpression, QueryExpressionEventData eventData) => Visit(queryExpression);

    protected override Expression VisitMethodCall(MethodCallExpression node)
    {
        ArgumentNullException.ThrowIfNull(node);
        if (node.Method.DeclaringType != typeof(Queryable) || node.Arguments is not [var source, UnaryExpression { Operand: LambdaExpression key }] ||
            node.Method.Name is not (nameof(Queryable.OrderBy) or nameof(Queryable.OrderByDescending) or nameof(Queryable.ThenBy) or nameof(Queryable.ThenByDescending)))
        {
            return base.VisitMethodCall(node);
        }

        var value = key.Body is UnaryExpression { NodeType: ExpressionType.Convert } boxed && boxed.Type == typeof(object) ? boxed.Operand : key.Body;
        if (value.Type.IsValueType && Nullable.GetUnderlyingType(value.Type) is null)
        {
            return base.VisitMethodCall(node);
        }

        var row = node.Method.GetGenericArguments()[0];
        var there = Expression.Lambda(
            Expression.Condition(Expression.Equal(value, Expression.Constant(null, value.Type)), Expression.Constant(0), Expression.Constant(1)), key.Parameters);
        var first = Expression.Call(typeof(Queryable), node.Method.Name, [row, typeof(int)], Visit(source), Expression.Quote(there));
        var then = node.Method.Name.Replace(nameof(Queryable.OrderBy), nameof(Queryable.ThenBy), StringComparison.Ordinal);
        return Expression.Call(typeof(Queryable), then, [row, key.ReturnType], first, Expression.Quote(key));
    }
}
