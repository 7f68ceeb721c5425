using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;

namespace NotebookKit.Kernel.Cells.Sql;

/// <summary>A database in memory, by the SQLite library of the system (3.8 or newer). Only what queries over tables need.</summary>
internal sealed class Sqlite : IDisposable
{
    private const int Ok = 0, Row = 100, Done = 101;
    private static readonly IntPtr Transient = -1;
    private static readonly string[] Names = ["libsqlite3.so.0", "libsqlite3.so", "libsqlite3.dylib", "winsqlite3", "sqlite3"];

    private readonly IntPtr database;

    static Sqlite() => NativeLibrary.SetDllImportResolver(typeof(Sqlite).Assembly, (name, _, _) => name == "sqlite3" && Find(out var library) ? library : IntPtr.Zero);

    /// <summary>Opens an empty database.</summary>
    public Sqlite()
    {
        if (Native.sqlite3_open(":memory:\0"u8.ToArray(), out database) != Ok) throw Failed();
    }

    /// <summary>Whether the system has the library.</summary>
    public static bool IsThere => Find(out _);

    /// <summary>Runs statements one after the other.</summary>
    /// <param name="sql">The statements.</param>
    /// <param name="result">Told of each statement that gives rows: the names of its columns, and its rows, read as they are enumerated.</param>
    /// <exception cref="SqliteException">A statement is wrong.</exception>
    public void Run(string sql, Action<IReadOnlyList<string>, IEnumerable<object?[]>> result)
    {
        var bytes = Encoding.UTF8.GetBytes(sql + "\0");
        for (var at = 0; at < bytes.Length - 1;)
        {
            var pinned = GCHandle.Alloc(bytes, GCHandleType.Pinned);
            IntPtr statement;
            try
            {
                var start = pinned.AddrOfPinnedObject() + at;
                if (Native.sqlite3_prepare_v2(database, start, bytes.Length - at, out statement, out var rest) != Ok) throw Failed();
                at += (int)(rest - start);
            }
            finally
            {
                pinned.Free();
            }

            if (statement == IntPtr.Zero) continue;
            try
            {
                var columns = Enumerable.Range(0, Native.sqlite3_column_count(statement)).Select(c => Marshal.PtrToStringUTF8(Native.sqlite3_column_name(statement, c))!).ToList();
                if (columns.Count > 0) result(columns, Rows(statement, columns.Count));
                else _ = Rows(statement, 0).Count();
            }
            finally
            {
                _ = Native.sqlite3_finalize(statement);
            }
        }
    }

    /// <summary>Makes a table and fills it.</summary>
    public void Fill(string table, IReadOnlyList<string> columns, IEnumerable<object?[]> rows)
    {
        Run($"create table {Quoted(table)} ({string.Join(", ", columns.Select(Quoted))}); begin", (_, _) => { });
        var sql = Encoding.UTF8.GetBytes($"insert into {Quoted(table)} values ({string.Join(", ", columns.Select(_ => "?"))})\0");
        var pinned = GCHandle.Alloc(sql, GCHandleType.Pinned);
        var statement = IntPtr.Zero;
        try
        {
            if (Native.sqlite3_prepare_v2(database, pinned.AddrOfPinnedObject(), sql.Length, out statement, out _) != Ok) throw Failed();
            foreach (var row in rows)
            {
                for (var c = 0; c < row.Length; c++) Bind(statement, c + 1, row[c]);
                if (Native.sqlite3_step(statement) != Done) throw Failed();
                _ = Native.sqlite3_reset(statement);
            }
        }
        finally
        {
            _ = Native.sqlite3_finalize(statement);
            pinned.Free();
        }

        Run("commit", (_, _) => { });
    }

    /// <summary>Makes a running statement end; may be called from any thread.</summary>
    public void Interrupt() => Native.sqlite3_interrupt(database);

    /// <inheritdoc/>
    public void Dispose() => _ = Native.sqlite3_close(database);

    private static string Quoted(string name) => $"\"{name.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    private static bool Find(out IntPtr library)
    {
        foreach (var name in Names)
            if (NativeLibrary.TryLoad(name, typeof(Sqlite).Assembly, DllImportSearchPath.SafeDirectories, out library)) return true;
        library = IntPtr.Zero;
        return false;
    }

    private static void Bind(IntPtr statement, int at, object? value) => _ = value switch
    {
        null => Native.sqlite3_bind_null(statement, at),
        bool flag => Native.sqlite3_bind_int64(statement, at, flag ? 1 : 0),
        sbyte or byte or short or ushort or int or uint or long => Native.sqlite3_bind_int64(statement, at, Convert.ToInt64(value, CultureInfo.InvariantCulture)),
        double or float or decimal or Half => Native.sqlite3_bind_double(statement, at, value is Half half ? (double)half : Convert.ToDouble(value, CultureInfo.InvariantCulture)),
        byte[] bytes => Native.sqlite3_bind_blob(statement, at, bytes, bytes.Length, Transient),
        _ => Text(statement, at, Rendering.PlainText.Of(value)),
    };

    private static int Text(IntPtr statement, int at, string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        return Native.sqlite3_bind_text(statement, at, bytes.Length == 0 ? new byte[1] : bytes, bytes.Length, Transient);
    }

    private IEnumerable<object?[]> Rows(IntPtr statement, int columns)
    {
        while (true)
        {
            var step = Native.sqlite3_step(statement);
            if (step == Done) yield break;
            if (step != Row) throw Failed();
            yield return [.. Enumerable.Range(0, columns).Select(c => Value(statement, c))];
        }
    }

    private static object? Value(IntPtr statement, int column) => Native.sqlite3_column_type(statement, column) switch
    {
        1 => Native.sqlite3_column_int64(statement, column),
        2 => Native.sqlite3_column_double(statement, column),
        3 => Marshal.PtrToStringUTF8(Native.sqlite3_column_text(statement, column), Native.sqlite3_column_bytes(statement, column)),
        4 => FormattableString.Invariant($"({Native.sqlite3_column_bytes(statement, column)} bytes)"),
        _ => null,
    };

    private SqliteException Failed() => new(Marshal.PtrToStringUTF8(Native.sqlite3_errmsg(database)) ?? "SQLite failed.");

#pragma warning disable IDE1006, SYSLIB1054, CA5392 // Names of the C library; the resolver above says where it is.
    private static class Native
    {
        [DllImport("sqlite3")] public static extern int sqlite3_open(byte[] name, out IntPtr database);
        [DllImport("sqlite3")] public static extern int sqlite3_close(IntPtr database);
        [DllImport("sqlite3")] public static extern IntPtr sqlite3_errmsg(IntPtr database);
        [DllImport("sqlite3")] public static extern void sqlite3_interrupt(IntPtr database);
        [DllImport("sqlite3")] public static extern int sqlite3_prepare_v2(IntPtr database, IntPtr sql, int bytes, out IntPtr statement, out IntPtr rest);
        [DllImport("sqlite3")] public static extern int sqlite3_step(IntPtr statement);
        [DllImport("sqlite3")] public static extern int sqlite3_reset(IntPtr statement);
        [DllImport("sqlite3")] public static extern int sqlite3_finalize(IntPtr statement);
        [DllImport("sqlite3")] public static extern int sqlite3_column_count(IntPtr statement);
        [DllImport("sqlite3")] public static extern IntPtr sqlite3_column_name(IntPtr statement, int column);
        [DllImport("sqlite3")] public static extern int sqlite3_column_type(IntPtr statement, int column);
        [DllImport("sqlite3")] public static extern long sqlite3_column_int64(IntPtr statement, int column);
        [DllImport("sqlite3")] public static extern double sqlite3_column_double(IntPtr statement, int column);
        [DllImport("sqlite3")] public static extern IntPtr sqlite3_column_text(IntPtr statement, int column);
        [DllImport("sqlite3")] public static extern int sqlite3_column_bytes(IntPtr statement, int column);
        [DllImport("sqlite3")] public static extern int sqlite3_bind_null(IntPtr statement, int at);
        [DllImport("sqlite3")] public static extern int sqlite3_bind_int64(IntPtr statement, int at, long value);
        [DllImport("sqlite3")] public static extern int sqlite3_bind_double(IntPtr statement, int at, double value);
        [DllImport("sqlite3")] public static extern int sqlite3_bind_text(IntPtr statement, int at, byte[] text, int bytes, IntPtr free);
        [DllImport("sqlite3")] public static extern int sqlite3_bind_blob(IntPtr statement, int at, byte[] blob, int bytes, IntPtr free);
    }
#pragma warning restore IDE1006, SYSLIB1054, CA5392
}

/// <summary>What SQLite says is wrong.</summary>
internal sealed class SqliteException(string message) : Exception(message);
