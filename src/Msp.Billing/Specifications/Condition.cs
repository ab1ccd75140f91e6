using System.Linq.Expressions;

namespace Msp.Billing.Specifications;

/// <summary>Joins conditions to one expression that a database provider can read: no call of one lambda from another.</summary>
internal static class Condition
{
    public static Expression<Func<T, bool>> Both<T>(Expression<Func<T, bool>> left, Expression<Func<T, bool>> right) =>
        Expression.Lambda<Func<T, bool>>(Expression.AndAlso(left.Body, BodyOf(right, left.Parameters[0])), left.Parameters);

    public static Expression<Func<T, bool>> Either<T>(Expression<Func<T, bool>> left, Expression<Func<T, bool>> right) =>
        Expression.Lambda<Func<T, bool>>(Expression.OrElse(left.Body, BodyOf(right, left.Parameters[0])), left.Parameters);

    public static Expression<Func<T, bool>> Opposite<T>(Expression<Func<T, bool>> condition) =>
        Expression.Lambda<Func<T, bool>>(Expression.Not(condition.Body), condition.Parameters);

    private static Expression BodyOf<T>(Expression<Func<T, bool>> condition, ParameterExpression parameter) =>
        new Renaming(condition.Parameters[0], parameter).Visit(condition.Body);

    private sealed class Renaming(ParameterExpression from, ParameterExpression to) : ExpressionVisitor
    {
        protected override Expression VisitParameter(ParameterExpression node) => node == from ? to : node;
    }
}
