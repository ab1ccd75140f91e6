namespace Msp.Quoting.Web.Outbox;

/// <summary>Section <c>Outbox</c> of the configuration. Without a host letters are written as files and sent by nobody.</summary>
internal sealed class OutboxOptions
{
    /// <summary>The folder for letters, relative to the one of the database.</summary>
    public string Folder { get; set; } = "outbox";

    /// <summary>The address that letters come from.</summary>
    public string From { get; set; } = "quotes@localhost";

    /// <summary>The mail server; null to write files.</summary>
    public string? Host { get; set; }

    /// <summary>Its port: 465 speaks TLS from the first byte, every other one by STARTTLS.</summary>
    public int Port { get; set; } = 587;

    /// <summary>Whether letters travel encrypted; then a server that does not offer it gets none. Only a relay on the same machine is spoken to without.</summary>
    public bool UsesTls { get; set; } = true;

    /// <summary>The account; null for none.</summary>
    public string? User { get; set; }

    /// <summary>Its password; give it by the environment, not by a file.</summary>
    public string? Password { get; set; }
}
