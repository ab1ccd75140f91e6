namespace Msp.Billing.Specifications;

/// <summary>Orders keys the same way on every machine: text by code units, which the default comparer would do by culture.</summary>
internal sealed class KeyOrder : IComparer<object?>
{
    public static readonly KeyOrder Instance = new();

    private KeyOrder()
    {
    }

    public int Compare(object? x, object? y) =>
        x is string left && y is string right ? string.CompareOrdinal(left, right) : Comparer<object>.Default.Compare(x, y);
}
