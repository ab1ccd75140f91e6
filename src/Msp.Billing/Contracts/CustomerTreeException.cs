using System.Collections.Immutable;

namespace Msp.Billing.Contracts;

/// <summary>Thrown when customers do not form a tree. The message can be shown to a user.</summary>
public sealed class CustomerTreeException : InvalidOperationException
{
    internal CustomerTreeException(string message, ImmutableArray<string> numbers)
        : base(message) => Numbers = numbers;

    /// <summary>The customers' numbers in question: the one used twice, the child and its missing parent, or the way round from a customer to itself.</summary>
    public ImmutableArray<string> Numbers { get; }
}
