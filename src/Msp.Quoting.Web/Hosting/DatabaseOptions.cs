using System.ComponentModel.DataAnnotations;

namespace Msp.Quoting.Web.Hosting;

/// <summary>Section <c>Database</c> of the configuration.</summary>
internal sealed class DatabaseOptions
{
    /// <summary>The SQLite file, relative to the folder of the program's content, which is made with its folder when it is not there; or the connection string of a PostgreSQL server.</summary>
    [Required]
    public string Path { get; set; } = "msp-quoting.db";
}
