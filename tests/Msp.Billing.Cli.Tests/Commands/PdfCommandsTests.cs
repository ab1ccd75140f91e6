using System.Security.Cryptography;
using System.Text;

namespace Msp.Billing.Cli.Tests.Commands;

public sealed class PdfCommandsTests : IDisposable
{
    private const string Number = "INV-2026-0000001";

    private readonly Shell _shell = WorkedCase.Posted();

    public void Dispose() => _shell.Dispose();

    [Fact]
    public void A_document_is_written_once_and_the_second_time_is_the_same()
    {
        var file = _shell.Path("one.pdf");
        var first = _shell.Json("invoice", "pdf", Number, "--out", file);
        var bytes = File.ReadAllBytes(file);
        Assert.Equal((Number, true, bytes.Length, Convert.ToHexStringLower(SHA256.HashData(bytes))), (
            first.GetProperty("number").GetString(), first.GetProperty("written").GetBoolean(), first.GetProperty("bytes").GetInt32(), first.GetProperty("sha256").GetString()));
        Assert.StartsWith("%PDF-1.7", Encoding.Latin1.GetString(bytes), StringComparison.Ordinal);
        Assert.False(_shell.Json("invoice", "pdf", Number, "--out", file).GetProperty("written").GetBoolean());
        Assert.Contains("is there already", _shell.Do("invoice", "pdf", Number, "--out", file), StringComparison.Ordinal);
    }

    [Fact]
    public void Its_language_and_its_explanation_can_be_chosen()
    {
        var (plain, german, explained) = (Size(), Size("--language", "de"), Size("--explain"));
        Assert.NotEqual(plain, german);
        Assert.True(explained > plain + 1000, $"{explained} bytes explained, {plain} without");
        _shell.Refused(2, "invoice", "pdf", Number, "--language", "xx");
    }

    [Fact]
    public void What_cannot_be_an_electronic_invoice_says_why() =>
        Assert.Contains("cannot be an electronic invoice yet", _shell.Refused(1, "invoice", "pdf", Number, "--out", _shell.Path("x.pdf"), "--facturx"), StringComparison.Ordinal);

    [Fact]
    public void A_run_is_written_whole_and_only_what_is_missing_or_damaged_the_second_time()
    {
        var folder = _shell.Path("march");
        var first = _shell.Json("run", "pdf", "RUN-0001", "--out", folder);
        Assert.Equal((1, 1, 0), (first.GetProperty("documents").GetInt32(), first.GetProperty("written").GetInt32(), first.GetProperty("unchanged").GetInt32()));
        var file = Assert.Single(Directory.GetFiles(folder));
        Assert.Equal(Number + ".pdf", Path.GetFileName(file));
        var bytes = File.ReadAllBytes(file);
        Assert.Equal(1, _shell.Json("run", "pdf", "RUN-0001", "--out", folder).GetProperty("unchanged").GetInt32());
        File.WriteAllBytes(file, bytes[..100]);
        Assert.Equal(1, _shell.Json("run", "pdf", "RUN-0001", "--out", folder).GetProperty("written").GetInt32());
        Assert.Equal(bytes, File.ReadAllBytes(file));
    }

    [Fact]
    public void A_run_that_is_stopped_says_how_to_go_on()
    {
        var outcome = _shell.Call(new CancellationToken(canceled: true), "run", "pdf", "RUN-0001", "--out", _shell.Path("march"));
        Assert.Equal(5, outcome.Code);
        Assert.Contains("0 of 1 documents", outcome.Error, StringComparison.Ordinal);
        Assert.Contains("Go on with the same command", outcome.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_not_there_is_refused()
    {
        Assert.Contains("There is no document 'INV-1'", _shell.Refused(1, "invoice", "pdf", "INV-1"), StringComparison.Ordinal);
        Assert.Contains("no posted document of 'RUN-0009'", _shell.Refused(1, "run", "pdf", "RUN-0009", "--out", _shell.Path("none")), StringComparison.Ordinal);
    }

    private int Size(params string[] options) => _shell.Json(["invoice", "pdf", Number, "--out", _shell.Path("size.pdf"), .. options]).GetProperty("bytes").GetInt32();
}
