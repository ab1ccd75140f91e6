namespace Msp.Billing.Cli.Importing;

/// <summary>The words of the core when it refuses what a file says.</summary>
internal static class DomainRefusal
{
    /// <summary>The message without the parameter's name, which the framework adds and finance has no use for.</summary>
    public static string Sentence(Exception exception)
    {
        var message = exception.Message.AsSpan();
        var cut = message.IndexOf(" (Parameter '", StringComparison.Ordinal);
        return (cut < 0 ? message : message[..cut]).ToString();
    }
}
