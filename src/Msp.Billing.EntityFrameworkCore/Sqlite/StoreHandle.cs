using System.Runtime.InteropServices;
using System.Text;

namespace Msp.Billing.EntityFrameworkCore.Sqlite;

/// <summary>An open file; closed once, also when it is forgotten.</summary>
internal sealed class StoreHandle() : SafeHandle(0, ownsHandle: true)
{
    public override bool IsInvalid => handle == 0;

    internal nint Pointer => handle;

    /// <summary>Opens a file; the handle is there even when it could not be opened, to ask why.</summary>
    internal static unsafe (StoreHandle Handle, int Result) Open(string path, int flags)
    {
        var store = new StoreHandle();
        nint connection;
        int result;
        fixed (byte* name = Encoding.UTF8.GetBytes(path + "\0"))
        {
            result = NativeSqlite.Open(name, &connection, flags, null);
        }

        store.SetHandle(connection);
        return (store, result);
    }

    protected override bool ReleaseHandle() => NativeSqlite.Close(handle) == NativeSqlite.Ok;
}
