using System.Globalization;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Msp.Billing.Amounts;
using Msp.Quoting.Web.Localization;

namespace Msp.Quoting.Web.Charts;

/// <summary>An amount for each month as bars from zero. Put a table with the same figures beneath it.</summary>
[HtmlTargetElement("month-bars", TagStructure = TagStructure.WithoutEndTag)]
public sealed class MonthBarsTagHelper : TagHelper
{
    private readonly Format _format;

    /// <summary>Creates the helper.</summary>
    /// <param name="services">Gives the reader's figures.</param>
    public MonthBarsTagHelper(IServiceProvider services) => _format = services.GetRequiredService<Format>();

    /// <summary>Each month with its amount, in order; one currency.</summary>
    public required IReadOnlyList<(DateOnly Month, Money Amount)> Months { get; set; }

    /// <summary>The month that is looked at.</summary>
    public DateOnly Chosen { get; set; }

    /// <summary>The finding in a sentence; it is read out in place of the drawing.</summary>
    public string Finding { get; set; } = "";

    /// <inheritdoc/>
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        ArgumentNullException.ThrowIfNull(output);
        if (Months.Count == 0)
        {
            output.SuppressOutput();
            return;
        }

        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "chart-box");
        output.Content.SetHtmlContent(Draw(760, "chart-wide", 1) + Draw(340, "chart-narrow", 3));
    }

    private string Draw(int width, string css, int every)
    {
        const int Left = 60, Top = 12, Bottom = 150, Height = 176;
        var currency = Months[0].Amount.Currency;
        var highest = Svg.RoundUp(Months.Max(month => month.Amount.Amount));
        var step = (width - Left - 8m) / Months.Count;
        decimal Y(decimal amount) => Bottom - ((Bottom - Top) * Math.Max(amount, 0) / highest);
        var svg = new Svg().Title(Finding);
        for (var i = 0; i <= 2; i++)
        {
            var value = highest * i / 2m;
            svg.Line("grid", Left, Y(value), width - 8, Y(value)).Text("tick", Left - 8, Y(value) + 4, _format.Short(value, currency), "end");
        }

        for (var i = 0; i < Months.Count; i++)
        {
            var (month, amount) = Months[i];
            var x = Left + (step * i);
            svg.Bar(month == Chosen ? "t-hi" : "t-flat", x + (step * 0.16m), Y(amount.Amount), step * 0.68m, Bottom - Y(amount.Amount), 2);
            if ((Months.Count - 1 - i) % every == 0)
            {
                svg.Text(month == Chosen ? "lbl" : "tick", x + (step / 2), Bottom + 16, month.ToString("MMM", CultureInfo.CurrentCulture), "middle");
            }
        }

        return $"<svg class=\"chart {css}\" viewBox=\"0 0 {width} {Height}\" role=\"img\">{svg}</svg>";
    }
}
