using System.Collections.Frozen;
using System.Collections.Immutable;

namespace Msp.Billing.Contracts;

/// <summary>Groups of companies: every customer below its parent.</summary>
/// <remarks>Immutable. Checked when it is made: parents exist, and nobody is above themselves.</remarks>
public sealed class CustomerTree
{
    private readonly FrozenDictionary<string, Customer> _byNumber;

    /// <summary>Creates the tree.</summary>
    /// <param name="customers">Every customer of a seller, in any order; numbers unique.</param>
    /// <exception cref="CustomerTreeException">A number is used twice, a parent does not exist, or customers are above themselves; the message prints the way round.</exception>
    public CustomerTree(params ReadOnlySpan<Customer> customers)
    {
        var byNumber = new Dictionary<string, Customer>(customers.Length, StringComparer.Ordinal);
        foreach (var customer in customers)
        {
            ArgumentNullException.ThrowIfNull(customer, nameof(customers));
            if (!byNumber.TryAdd(customer.Number, customer))
            {
                throw new CustomerTreeException($"Customer number {customer.Number} is used twice: by {byNumber[customer.Number].Name} and {customer.Name}.", [customer.Number]);
            }
        }

        Customers = [.. customers];
        _byNumber = byNumber.ToFrozenDictionary(StringComparer.Ordinal);
        CheckParents();
    }

    /// <summary>Every customer, in the given order.</summary>
    public ImmutableArray<Customer> Customers { get; }

    /// <summary>The customer with a number; null where there is none.</summary>
    public Customer? Find(string number)
    {
        ArgumentNullException.ThrowIfNull(number);
        return _byNumber.GetValueOrDefault(number);
    }

    /// <summary>The customers right below one, in the given order.</summary>
    public IEnumerable<Customer> ChildrenOf(string number) => Customers.Where(customer => customer.Parent == number);

    /// <summary>The way up from a customer: itself first, the top last.</summary>
    /// <exception cref="ArgumentException">There is no such customer.</exception>
    public IEnumerable<Customer> UpFrom(string number)
    {
        var found = Find(number) ?? throw new ArgumentException($"There is no customer number {number}.", nameof(number));
        return Up(found);
    }

    private IEnumerable<Customer> Up(Customer first)
    {
        for (Customer? customer = first; customer is not null; customer = customer.Parent is { } parent ? _byNumber[parent] : null)
        {
            yield return customer;
        }
    }

    private void CheckParents()
    {
        var sound = new HashSet<string>(StringComparer.Ordinal);
        foreach (var customer in Customers)
        {
            var way = new List<string>();
            for (var next = customer; !sound.Contains(next.Number);)
            {
                var again = way.IndexOf(next.Number);
                way.Add(next.Number);
                if (again >= 0)
                {
                    throw new CustomerTreeException(
                        $"Customers are above themselves: {string.Join(" → ", way[again..])}. Take the parent away from one of them.", [.. way[again..]]);
                }

                if (next.Parent is not { } parent)
                {
                    break;
                }

                next = Find(parent) ?? throw new CustomerTreeException(
                    $"Customer {next.Number} ({next.Name}) has the parent {parent}, but there is no such customer.", [next.Number, parent]);
            }

            sound.UnionWith(way);
        }
    }
}
