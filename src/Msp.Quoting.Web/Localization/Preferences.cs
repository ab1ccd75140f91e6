namespace Msp.Quoting.Web.Localization;

/// <summary>Cookies that keep how somebody likes to read. They hold no secret.</summary>
internal static class Preferences
{
    /// <summary>Keeps a choice for a year.</summary>
    public static void Keep(HttpResponse response, string cookie, string value, TimeProvider clock) => response.Cookies.Append(
        cookie,
        value,
        new CookieOptions { Expires = clock.GetUtcNow().AddYears(1), HttpOnly = true, SameSite = SameSiteMode.Lax, Secure = response.HttpContext.Request.IsHttps, IsEssential = true });
}
