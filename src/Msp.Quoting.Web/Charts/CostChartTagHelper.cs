using System.Globalization;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Msp.Quoting.Web.Localization;

namespace Msp.Quoting.Web.Charts;

/// <summary>Cumulative cost over the term as two drawings, one for wide and one for narrow places: the page's style shows the one that fits.</summary>
/// <remarks>Put a table with the same figures beneath it: <c>Shared/_CostTable</c>.</remarks>
[HtmlTargetElement("cost-chart", TagStructure = TagStructure.WithoutEndTag)]
public sealed class CostChartTagHelper : TagHelper
{
    private const decimal LabelGap = 15m;

    private readonly Texts _texts;
    private readonly Format _format;

    /// <summary>Creates the helper.</summary>
    /// <param name="services">Gives the reader's words and figures.</param>
    public CostChartTagHelper(IServiceProvider services)
    {
        _texts = services.GetRequiredService<Texts>();
        _format = services.GetRequiredService<Format>();
    }

    /// <summary>What it shows.</summary>
    public required CostChart Data { get; set; }

    /// <summary>The finding in a sentence; it is read out in place of the drawing.</summary>
    public string Finding { get; set; } = "";

    /// <inheritdoc/>
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        ArgumentNullException.ThrowIfNull(output);
        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "chart-box");
        output.Content.SetHtmlContent(Draw(new Frame(760, 340, 64, RightOf(Labels().Max(label => label.Name.Length)), 16, 34, Data), isNarrow: false) + Draw(new Frame(360, 320, 52, 14, 16, 34, Data), isNarrow: true));
    }

    private string Draw(Frame frame, bool isNarrow)
    {
        var svg = new Svg().Title($"{Finding} {_texts["The table below lists the figures."]}");
        for (var i = 0; i <= 4; i++)
        {
            var value = frame.Top * i / 4m;
            svg.Line("grid", frame.Left, frame.Y(value), frame.X(Data.Months), frame.Y(value)).Text("tick", frame.Left - 8, frame.Y(value) + 4, _format.Short(value, Data.Currency), "end");
        }

        var step = Math.Max(1, Data.Months / (isNarrow ? 3 : 6));
        for (var month = 0; month <= Data.Months; month += step)
        {
            var label = month == 0 ? _texts["Start"] : isNarrow ? month.ToString(CultureInfo.InvariantCulture) : _texts["Month {0}", month];
            svg.Text("tick", frame.X(month), frame.Height - 14, label, month == 0 ? "start" : "middle");
        }

        if (Data.Rival is { } rival)
        {
            svg.Path("band", frame.Area(rival.NineInTenBelow, rival.OneInTenBelow)).Path("band", frame.Area(rival.ThreeQuartersBelow, rival.QuarterBelow))
                .Path("rival", frame.Curve(rival.Mean));
        }

        foreach (var plan in Data.Plans.OrderBy(plan => plan.IsSelected))
        {
            svg.Path(plan.IsSelected ? "sel" : "other", frame.Curve(plan.Cumulative));
        }

        if (Data.EvenMonth is { } even and > 0 && Data.Plans.FirstOrDefault(plan => plan.IsSelected) is { } selected)
        {
            svg.Circle("even", frame.X(even), frame.Y(selected.Cumulative[even]), 4.5m);
        }

        if (!isNarrow)
        {
            Label(svg, frame);
        }

        var cursor = Svg.At(frame.X(Data.Months));
        return $"<svg class=\"chart chart-{(isNarrow ? "narrow" : "wide")}\" viewBox=\"0 0 {frame.Width} {frame.Height}\" role=\"img\" data-x0=\"{Svg.At(frame.X(0))}\" data-x1=\"{cursor}\">" +
            svg.Line("cursor", frame.X(Data.Months), 16, frame.X(Data.Months), frame.Height - 34) + "</svg>";
    }

    // From top to bottom, each at the end of its line, pushed down where two would touch.
    private void Label(Svg svg, Frame frame)
    {
        var last = decimal.MinValue;
        foreach (var (value, name, css) in Labels().OrderByDescending(label => label.Value))
        {
            var y = frame.Y(value);
            last = last == decimal.MinValue ? y : Math.Max(y, last + LabelGap);
            svg.Text(css, frame.X(Data.Months) + 8, last + 4, name);
        }
    }

    // Room for the longest label in the reader's language; what is longer than that is cut by the drawing's edge, not by the curves.
    private static int RightOf(int letters) => Math.Clamp(16 + (letters * 7), 100, 230);

    private List<(decimal Value, string Name, string Css)> Labels()
    {
        var labels = Data.Plans.Select(plan => (plan.Cumulative[^1], plan.Name, plan.IsSelected ? "lbl lbl-sel" : "lbl")).ToList();
        if (Data.Rival is { } rival)
        {
            labels.Add((rival.Mean[^1], _texts["{0}, average", rival.Name], "lbl lbl-rival"));
            labels.Add((rival.NineInTenBelow[^1], _texts["9 in 10 below"], "lbl lbl-band"));
            labels.Add((rival.OneInTenBelow[^1], _texts["1 in 10 below"], "lbl lbl-band"));
        }

        return labels;
    }

    private sealed record Frame(int Width, int Height, int Left, int Right, int Upper, int Lower, CostChart Data)
    {
        public decimal Top { get; } = Svg.RoundUp(Data.Highest);

        public decimal X(int month) => Left + ((Width - Left - Right) * (decimal)month / Data.Months);

        public decimal Y(decimal value) => Height - Lower - ((Height - Upper - Lower) * value / Top);

        public string Curve(IReadOnlyList<decimal> values) => Svg.Through(values.Select((value, month) => (X(month), Y(value))));

        public string Area(IReadOnlyList<decimal> high, IReadOnlyList<decimal> low) =>
            Svg.Through(high.Select((value, month) => (X(month), Y(value))).Concat(low.Select((value, month) => (X(month), Y(value))).Reverse())) + "Z";
    }
}
