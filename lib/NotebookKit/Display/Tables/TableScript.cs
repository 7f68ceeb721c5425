namespace NotebookKit.Display;

/// <summary>The script of <see cref="Table.Script"/>.</summary>
internal static class TableScript
{
    public const string Source = """
        (function () {
          'use strict';
        })();
        """;
}
