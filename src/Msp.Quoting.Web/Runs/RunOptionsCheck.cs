using Microsoft.Extensions.Options;
using Msp.Quoting.Web.Hosting;

namespace Msp.Quoting.Web.Runs;

/// <summary>Refuses to start where a month is to begin by itself and cannot: nobody would notice before the month is late.</summary>
/// <param name="file">The database.</param>
internal sealed class RunOptionsCheck(DatabaseFile file) : IValidateOptions<RunOptions>
{
    public ValidateOptionsResult Validate(string? name, RunOptions options)
    {
        try
        {
            return (options.ReadSchedule() is null && !options.EndsMonthly) || (file.IsOnServer && options.Workers == WorkersPlace.Here)
                ? ValidateOptionsResult.Success
                : ValidateOptionsResult.Fail(
                    "Runs:Monthly: a month begins by itself only where the database is on a PostgreSQL server and this program has a worker (Runs:Workers=Here). " +
                    "Take Runs:Monthly and Runs:TimeZone out of the configuration, or change the database or the workers.");
        }
        catch (FormatException exception)
        {
            return ValidateOptionsResult.Fail(exception.Message);
        }
    }
}
