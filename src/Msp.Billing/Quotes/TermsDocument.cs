using System.Collections.Immutable;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;

namespace Msp.Billing.Quotes;

/// <summary>A document that the customer agrees to with the quote, such as the master service agreement, in one version.</summary>
public sealed class TermsDocument
{
    /// <summary>Creates a reference.</summary>
    /// <param name="name">What it is called.</param>
    /// <param name="version">Which version, such as <c>2026-03</c>.</param>
    /// <param name="hash">The SHA-256 of its bytes; 32 bytes.</param>
    /// <exception cref="ArgumentException">A text is blank, or the hash is not 32 bytes.</exception>
    public TermsDocument(string name, string version, ImmutableArray<byte> hash)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        ArgumentException.ThrowIfNullOrWhiteSpace(version);
        if (hash.IsDefault || hash.Length != SHA256.HashSizeInBytes)
        {
            throw new ArgumentException($"Terms '{name}' need the SHA-256 of their text.", nameof(hash));
        }

        Name = name;
        Version = version;
        Hash = hash;
    }

    /// <summary>What it is called.</summary>
    public string Name { get; }

    /// <summary>Which version.</summary>
    public string Version { get; }

    /// <summary>The SHA-256 of its bytes.</summary>
    public ImmutableArray<byte> Hash { get; }

    /// <summary>The reference to a text.</summary>
    /// <param name="name">What it is called.</param>
    /// <param name="version">Which version.</param>
    /// <param name="text">The text; hashed as UTF-8.</param>
    public static TermsDocument Of(string name, string version, string text) =>
        new(name, version, ImmutableCollectionsMarshal.AsImmutableArray(SHA256.HashData(Encoding.UTF8.GetBytes(text))));
}
