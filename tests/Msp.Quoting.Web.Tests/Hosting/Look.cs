using Microsoft.Playwright;

namespace Msp.Quoting.Web.Tests.Hosting;

/// <summary>How somebody looks at a page.</summary>
/// <param name="Width">The width of the window in CSS pixels.</param>
public sealed record Look(int Width)
{
    /// <summary>A desk.</summary>
    public static Look Desktop { get; } = new(1440);

    /// <summary>The four in which every page is checked.</summary>
    public static IReadOnlyList<Look> All { get; } = [Desktop, new Look(1440) { IsDark = true }, new Look(820), new Look(390)];

    /// <summary>The height of the window in CSS pixels.</summary>
    public int Height => Width < 500 ? 844 : 900;

    /// <summary>Whether the system is dark.</summary>
    public bool IsDark { get; init; }

    /// <summary>Whether scripts run.</summary>
    public bool RunsScripts { get; init; } = true;

    /// <summary>The browser's language.</summary>
    public string Locale { get; init; } = "en-US";

    internal BrowserNewContextOptions Options(string address) => new()
    {
        BaseURL = address,
        ViewportSize = new ViewportSize { Width = Width, Height = Height },
        ColorScheme = IsDark ? ColorScheme.Dark : ColorScheme.Light,
        JavaScriptEnabled = RunsScripts,
        Locale = Locale,
        ReducedMotion = ReducedMotion.Reduce,
    };
}
