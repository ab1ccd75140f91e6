namespace Msp.Billing.Documents.EInvoicing;

/// <summary>A document cannot be an electronic invoice at all.</summary>
public sealed class EInvoiceRefusedException : Exception
{
    /// <summary>Creates the exception.</summary>
    public EInvoiceRefusedException()
    {
    }

    /// <summary>Creates the exception.</summary>
    /// <param name="message">What stands in the way.</param>
    public EInvoiceRefusedException(string message)
        : base(message)
    {
    }

    /// <summary>Creates the exception.</summary>
    /// <param name="message">What stands in the way.</param>
    /// <param name="innerException">What happened before.</param>
    public EInvoiceRefusedException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
