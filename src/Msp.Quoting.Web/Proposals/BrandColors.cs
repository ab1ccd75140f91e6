using System.Globalization;

namespace Msp.Quoting.Web.Proposals;

/// <summary>A seller's colour as its proposals use it: as it is where it decorates, and darker or lighter where somebody must read it.</summary>
/// <remarks>On light paper it is darkened, on a dark one lightened, in small steps until it reaches 4.5 : 1 against every surface that text of that colour stands on (WCAG 2.2, 1.4.3).</remarks>
internal sealed class BrandColors
{
    private const double Enough = 4.6;
    private const int Steps = 64;
    private static readonly Color White = new(255, 255, 255);
    private static readonly Color Black = new(10, 14, 20);
    private static readonly Color LightPage = new(245, 246, 248);
    private static readonly Color DarkCard = new(28, 34, 44);

    private BrandColors(Color brand)
    {
        Brand = brand;
        LightSoft = White.Towards(brand, .08);
        Light = Readable(brand, Black, LightPage, LightSoft, White);
        LightStrong = Light.Towards(Black, .18);
        DarkSoft = DarkCard.Towards(brand, .16);
        Dark = Readable(brand, White, DarkCard, DarkSoft, Black);
        DarkStrong = Dark.Towards(White, .18);
    }

    /// <summary>The colour itself: stripes and marks without text.</summary>
    internal Color Brand { get; }

    /// <summary>For text, and under white text, on light surfaces.</summary>
    internal Color Light { get; }

    /// <summary>The same under a pointer.</summary>
    internal Color LightStrong { get; }

    /// <summary>A light surface with a touch of it.</summary>
    internal Color LightSoft { get; }

    /// <summary>For text, and under dark text, on dark surfaces.</summary>
    internal Color Dark { get; }

    /// <summary>The same under a pointer.</summary>
    internal Color DarkStrong { get; }

    /// <summary>A dark surface with a touch of it.</summary>
    internal Color DarkSoft { get; }

    /// <summary>The dark ink on <see cref="Dark"/>.</summary>
    internal static Color DarkInk => Black;

    /// <summary>The style sheet that gives proposals the colour.</summary>
    public string StyleSheet =>
        $$"""
        @layer tokens {
          :root {
            --brand: {{Brand}};
            --accent: light-dark({{Light}}, {{Dark}});
            --accent-strong: light-dark({{LightStrong}}, {{DarkStrong}});
            --accent-ink: light-dark({{White}}, {{Black}});
            --accent-soft: light-dark({{LightSoft}}, {{DarkSoft}});
          }
        }
        """;

    /// <summary>Reads a colour.</summary>
    /// <param name="color">As <c>#rrggbb</c>.</param>
    /// <exception cref="FormatException">It is no such colour.</exception>
    public static BrandColors Of(string color)
    {
        ArgumentNullException.ThrowIfNull(color);
        if (color.Length != 7 || color[0] != '#')
        {
            throw new FormatException($"'{color}' is no colour such as #2456d6.");
        }

        byte Part(int at) => byte.Parse(color.AsSpan(at, 2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);
        return new BrandColors(new Color(Part(1), Part(3), Part(5)));
    }

    private static Color Readable(Color brand, Color towards, params ReadOnlySpan<Color> against)
    {
        for (var step = 0; step < Steps; step++)
        {
            var color = brand.Towards(towards, (double)step / Steps);
            var isEnough = true;
            foreach (var other in against)
            {
                isEnough &= color.ContrastTo(other) >= Enough;
            }

            if (isEnough)
            {
                return color;
            }
        }

        return towards;
    }

    /// <summary>A colour of the sRGB space.</summary>
    internal readonly record struct Color(byte Red, byte Green, byte Blue)
    {
        /// <summary>A mixture with another colour; 0 is this one, 1 the other.</summary>
        public Color Towards(Color other, double share)
        {
            byte Mix(byte from, byte to) => (byte)Math.Round(from + ((to - from) * share));
            return new Color(Mix(Red, other.Red), Mix(Green, other.Green), Mix(Blue, other.Blue));
        }

        /// <summary>The contrast ratio of WCAG 2.2, 1 to 21.</summary>
        public double ContrastTo(Color other)
        {
            var (one, two) = (Luminance(), other.Luminance());
            return (Math.Max(one, two) + .05) / (Math.Min(one, two) + .05);
        }

        /// <summary>As style sheets write it.</summary>
        public override string ToString() => $"#{Red:x2}{Green:x2}{Blue:x2}";

        private double Luminance()
        {
            static double Linear(byte part) => part / 255d is var value && value <= .03928 ? value / 12.92 : Math.Pow((value + .055) / 1.055, 2.4);
            return (.2126 * Linear(Red)) + (.7152 * Linear(Green)) + (.0722 * Linear(Blue));
        }
    }
}
