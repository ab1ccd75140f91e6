using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace Msp.Quoting.Web.Tests.Hosting;

/// <summary>What every page must pass, however it is looked at.</summary>
internal static class Judging
{
    private static readonly string[] Rules = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

    /// <summary>Looks at a loaded page in every look, without loading it again, and at the narrowest window that it must fit.</summary>
    public static async Task AssertGood(IPage page, string path)
    {
        var wrong = new List<string>();
        foreach (var look in Look.All)
        {
            await page.SetViewportSizeAsync(look.Width, look.Height);
            await page.EmulateMediaAsync(new PageEmulateMediaOptions { ColorScheme = look.IsDark ? ColorScheme.Dark : ColorScheme.Light });
            wrong.AddRange(await Judge(page, $"{path} at {look.Width}{(look.IsDark ? " dark" : "")}"));
        }

        await page.SetViewportSizeAsync(320, 800);
        if (await Overflow(page) is { } overflow)
        {
            wrong.Add($"{path}: {overflow}");
        }

        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
    }

    /// <summary>Collects what is wrong with a page, in words.</summary>
    public static async Task<IReadOnlyList<string>> Judge(IPage page, string name)
    {
        var wrong = new List<string>();
        if (Environment.GetEnvironmentVariable("MSP_SCREENSHOTS") is { Length: > 0 } folder)
        {
            var file = string.Concat(name.Select(letter => char.IsLetterOrDigit(letter) ? letter : '-')).Trim('-');
            await page.ScreenshotAsync(new PageScreenshotOptions { Path = Path.Combine(folder, file + ".png"), FullPage = true });
        }

        var axe = await page.RunAxe(new AxeRunOptions { RunOnly = new RunOnlyOptions { Type = "tag", Values = [.. Rules] } });
        wrong.AddRange(axe.Violations.Select(violation => $"{name}: {violation.Id}: {violation.Help}: {string.Join(" | ", violation.Nodes.Take(3).Select(node => node.Html))}"));
        wrong.AddRange((await page.EvaluateAsync<string[]>(Contrast)).Select(text => $"{name}: {text}"));
        var overflow = await Overflow(page);
        if (overflow is not null)
        {
            wrong.Add($"{name}: {overflow}");
        }

        wrong.AddRange((await page.EvaluateAsync<string[]>(BrokenAmounts)).Select(text => $"{name}: {text}"));
        return wrong;
    }

    /// <summary>Whether the page is wider than the window, and because of what; null when it is not.</summary>
    public static Task<string?> Overflow(IPage page) => page.EvaluateAsync<string?>(
        """
        () => {
          const width = document.documentElement.clientWidth;
          const over = document.documentElement.scrollWidth - width;
          if (over <= 0) return null;
          const guilty = [...document.body.querySelectorAll('*')].filter(e => e.getBoundingClientRect().right > width + 1 && !e.parentElement.closest('.scroll, .region, .table-scroll')).slice(-3).map(e => e.outerHTML.slice(0, 120));
          return `${over} px too wide at ${width}: ${guilty.join(' | ')}`;
        }
        """);

    // An amount stands on one line, whatever stands beside it.
    private const string BrokenAmounts =
        """
        () => {
          const amount = /[$€£¥]?\d{1,3}(?:[.,\u00a0\u202f]\d{3})*[.,]\d{2}(?:[\u00a0\u202f][$€£])?/g;
          const bad = new Set();
          const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
          while (walker.nextNode()) {
            const node = walker.currentNode;
            if (!node.parentElement.checkVisibility() || node.parentElement.closest('.vh, script, code')) continue;
            for (const match of node.textContent.matchAll(amount)) {
              const range = document.createRange();
              range.setStart(node, match.index);
              range.setEnd(node, match.index + match[0].length);
              const tops = new Set([...range.getClientRects()].filter(box => box.width > 0).map(box => Math.round(box.top)));
              if (tops.size > 1) bad.add(`an amount on ${tops.size} lines: ${match[0]} in ${node.parentElement.outerHTML.slice(0, 110)}`);
            }
          }
          return [...bad].slice(0, 8);
        }
        """;

    // axe leaves many nodes undecided; this computes the ratio from the colours that the browser resolved.
    private const string Contrast =
        """
        () => {
          const canvas = document.createElement('canvas').getContext('2d', { willReadFrequently: true });
          const rgba = (c) => { canvas.clearRect(0, 0, 1, 1); canvas.fillStyle = c; canvas.fillRect(0, 0, 1, 1); const d = canvas.getImageData(0, 0, 1, 1).data; return [d[0], d[1], d[2], d[3] / 255]; };
          const over = (f, b) => [0, 1, 2].map(i => f[i] * f[3] + b[i] * (1 - f[3]));
          const lum = (c) => { const [r, g, b] = c.map(v => { v /= 255; return v <= .03928 ? v / 12.92 : ((v + .055) / 1.055) ** 2.4; }); return .2126 * r + .7152 * g + .0722 * b; };
          const back = (e) => { const chain = []; for (let n = e; n; n = n.parentElement) { const c = rgba(getComputedStyle(n).backgroundColor); if (c[3] > 0) chain.push(c); if (c[3] === 1) break; } let b = [255, 255, 255]; for (const c of chain.reverse()) b = over(c, b); return b; };
          const bad = new Set();
          const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
          while (walker.nextNode()) {
            const e = walker.currentNode.parentElement;
            if (!walker.currentNode.textContent.trim() || !e.checkVisibility({ visibilityProperty: true, opacityProperty: true }) || e.closest('title, .vh, option, [disabled], script')) continue;
            const box = e.getBoundingClientRect();
            if (box.width < 2 || box.height < 2 || box.bottom < 0) continue;
            const s = getComputedStyle(e), svg = e instanceof SVGElement, b = back(e);
            if (svg && e.closest('.course')) continue;
            const f = over(rgba(svg ? s.fill : s.color), b), l = [lum(f), lum(b)].sort((x, y) => y - x), ratio = (l[0] + .05) / (l[1] + .05);
            const large = parseFloat(s.fontSize) >= 24 || (parseFloat(s.fontSize) >= 18.66 && parseInt(s.fontWeight) >= 700);
            if (ratio < (large ? 3 : 4.5)) bad.add(`contrast ${ratio.toFixed(2)}: ${e.outerHTML.slice(0, 110)}`);
          }
          return [...bad].slice(0, 8);
        }
        """;
}
