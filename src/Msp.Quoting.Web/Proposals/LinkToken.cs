using System.Security.Cryptography;
using System.Text;

namespace Msp.Quoting.Web.Proposals;

/// <summary>The secret of a customer's link. It is taken out of the request's path before anything logs or traces it; pages link to each other relatively and never write it.</summary>
/// <param name="Value">The token as it came.</param>
internal sealed record LinkToken(string Value)
{
    /// <summary>What stands in its place in logs: enough to tell two links apart, not enough to open one.</summary>
    public string Mask { get; } = "link-" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Value)).AsSpan(0, 4));

    /// <summary>Never the token.</summary>
    public override string ToString() => Mask;
}
