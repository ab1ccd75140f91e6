using System.ComponentModel.DataAnnotations;

namespace Msp.Quoting.Web.Hosting;

/// <summary>Section <c>Database</c> of the configuration.</summary>
internal sealed class DatabaseOptions
{
    /// <summary>The SQLite file; relative to the folder of the program's content. It and its folder are made when they are not there.</summary>
    [Required]
    public string Path { get; set; } = "msp-quoting.db";
}
