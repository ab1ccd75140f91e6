using System.ComponentModel.DataAnnotations;

namespace Msp.Quoting.Web.Proposals;

/// <summary>What a customer enters to accept.</summary>
public sealed class SignEntry
{
    /// <summary>The full name.</summary>
    [Display(Name = "Your full name")]
    [Required(ErrorMessage = "Enter your full name")]
    [StringLength(200, ErrorMessage = "Your name must be 200 letters or fewer")]
    public string Name { get; set; } = "";

    /// <summary>The role in the customer's firm.</summary>
    [Display(Name = "Your role")]
    [Required(ErrorMessage = "Enter your role, such as managing director")]
    [StringLength(200, ErrorMessage = "Your role must be 200 letters or fewer")]
    public string Role { get; set; } = "";

    /// <summary>The name once more, as the signature.</summary>
    [Display(Name = "Type your name to sign")]
    [Required(ErrorMessage = "Type your name to sign")]
    [StringLength(200, ErrorMessage = "The signature must be 200 letters or fewer")]
    public string Signature { get; set; } = "";

    /// <summary>Whether authority and terms were declared.</summary>
    [Display(Name = "Authority and terms")]
    public bool Agrees { get; set; }

    /// <summary>The declaration as the last page before accepting showed it; empty before that page.</summary>
    [DisplayFormat(ConvertEmptyStringToNull = false)]
    public string Declaration { get; set; } = "";

    /// <summary>Whether the signature is the name: spaces and capitals do not matter.</summary>
    public bool IsSigned => string.Equals(Plain(Signature), Plain(Name), StringComparison.OrdinalIgnoreCase);

    private static string Plain(string? text) => string.Join(' ', (text ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
