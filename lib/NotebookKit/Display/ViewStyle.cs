namespace NotebookKit.Display;

/// <summary>How the views look. A page that sets the colours itself includes <see cref="Css"/> once; a page that does not includes
/// <see cref="Variables"/> before it; a notebook cell brings <see cref="Cell"/> along, which touches nothing outside itself.</summary>
internal static class ViewStyle
{
    /// <summary>The colours, light.</summary>
    internal const string Light = "--ink:#1c2533;--nk-muted:#5d6a7e;--paper:#fbfbfa;--card:#fff;--line:#e3e6eb;--nk-accent:#2f66c8;--nk-soft:#b3bdcc;--nk-loss:#cf6a4a;--nk-track:#eef1f5;--nk-grid:#e3e6eb;"
        + "--fail:#b3261e;--fail-bg:#fbe9e7;--warn:#8a5a00;--warn-bg:#fdf1d8;--note:#2b5aa8;--note-bg:#e9f0fb;--good:#22703e;--good-bg:#e6f4ea;color-scheme:light";

    /// <summary>The colours, dark.</summary>
    internal const string Dark = "--ink:#e6eaf1;--nk-muted:#9aa7bb;--paper:#12161d;--card:#1a2029;--line:#2b3441;--nk-accent:#6a9cf5;--nk-soft:#566275;--nk-loss:#e08a6d;--nk-track:#232b36;--nk-grid:#2b3441;"
        + "--fail:#ffb4a9;--fail-bg:#4a1f1b;--warn:#f3c969;--warn-bg:#42330f;--note:#a9c7ff;--note-bg:#1d2f4d;--good:#8fd6a6;--good-bg:#17351f;color-scheme:dark";

    /// <summary>The views' rules, all under classes that begin with <c>nk-</c>; colours are variables of the page.</summary>
    public const string Css = """

        .nk-scroll{overflow-x:auto;margin:0 0 6px}
        .nk-table{border-collapse:collapse;width:100%;font-size:13.5px;font-variant-numeric:tabular-nums}
        .nk-table caption{text-align:left;font-weight:600;font-size:13px;padding:0 0 4px}
        .nk-table th{text-align:left;font-weight:600;font-size:12px;color:var(--nk-muted);border-bottom:1px solid var(--line);padding:6px 14px 6px 0;white-space:nowrap;vertical-align:bottom;background:none}
        .nk-table td{text-align:left;border-bottom:1px solid var(--line);padding:6px 14px 6px 0;vertical-align:top;overflow-wrap:anywhere;min-width:6.5em;max-width:38em;background:none}
        .nk-table tbody tr:last-child td{border-bottom:0}
        .nk-table tfoot td{border-top:1px solid var(--nk-soft);border-bottom:0;font-weight:600}
        .nk-table th:last-child,.nk-table td:last-child{padding-right:0}
        .nk-table .num{text-align:right;white-space:nowrap;min-width:0}
        .nk-table .date,.nk-table .flag{white-space:nowrap;min-width:0}
        .nk-table td.id{font:12px/1.6 ui-monospace,SFMono-Regular,Menlo,Consolas,monospace;min-width:9em}
        .nk-table td.nk-none{color:var(--nk-muted)}
        .nk-table tr[hidden]{display:none}
        .nk-count{margin:2px 0 10px;font-size:12px;color:var(--nk-muted)}
        .nk-more{margin:0}
        .nk-more>summary{cursor:pointer;color:inherit;padding:0;list-style:none}
        .nk-more>summary::-webkit-details-marker{display:none}
        .nk-more>summary::after{content:"more";margin-left:.5em;font-size:11px;color:var(--nk-accent)}
        .nk-more[open]>summary{color:var(--nk-muted)}
        .nk-more[open]>summary::after{content:"less"}
        .nk-whole{white-space:pre-wrap;margin:6px 0 2px;unicode-bidi:plaintext}
        .nk-more .nk-chat{margin:8px 0 4px;min-width:min(30em,70vw)}
        .nk-sort{all:unset;cursor:pointer;border-radius:3px}
        .nk-sort:hover{color:var(--ink)}
        .nk-sort:focus-visible,.nk-button:focus-visible,.nk-filter:focus-visible,.nk-more>summary:focus-visible{outline:2px solid var(--nk-accent);outline-offset:2px}
        .nk-sort::after{content:"↕";margin-left:.35em;opacity:.35}
        [aria-sort=ascending]>.nk-sort::after{content:"↑";opacity:1;color:var(--nk-accent)}
        [aria-sort=descending]>.nk-sort::after{content:"↓";opacity:1;color:var(--nk-accent)}
        .nk-tools{display:flex;flex-wrap:wrap;align-items:center;gap:6px 10px;margin:0 0 6px;font-size:12.5px;color:var(--nk-muted)}
        .nk-filter{font:inherit;color:var(--ink);background:var(--card);border:1px solid var(--line);border-radius:6px;padding:4px 8px;width:14em;max-width:100%}
        .nk-status{min-width:6em}
        .nk-button{font:inherit;color:var(--ink);background:var(--card);border:1px solid var(--line);border-radius:6px;padding:3px 10px;cursor:pointer}
        .nk-button:disabled{opacity:.45;cursor:default}
        .nk-ph{background:var(--note-bg);color:var(--note);border-radius:4px;padding:0 3px;font-size:.92em;font-weight:600}
        .nk-hidden{background:var(--warn-bg);color:var(--warn);border-radius:4px;padding:0 2px;font-size:.85em}
        .nk-about{margin:0 0 8px;font-size:12px;color:var(--nk-muted);overflow-wrap:anywhere}
        .nk-about b{color:var(--ink)}
        .nk-note{margin:4px 0;font-size:12px;color:var(--nk-muted)}
        .nk-role{display:block;font-size:11.5px;color:var(--nk-muted);margin:0 0 1px}
        .nk-said{white-space:pre-wrap;overflow-wrap:anywhere;unicode-bidi:plaintext}
        .nk-chat{display:flex;flex-direction:column;gap:8px;max-width:860px;font-size:13.5px;line-height:1.5}
        .nk-chat>.nk-about{margin:0}
        .nk-turn{max-width:82%;min-width:0;border-radius:10px;padding:6px 12px 8px;background:var(--nk-track);align-self:flex-start}
        .nk-turn.nk-assistant{align-self:flex-end;background:var(--note-bg)}
        .nk-turn.nk-system{align-self:stretch;max-width:none;background:none;border:1px dashed var(--line)}
        .nk-turn.nk-tool{align-self:flex-start;background:none;border:1px solid var(--line);font-size:12.5px}
        .nk-call{margin-top:5px;font-size:12.5px;overflow-wrap:anywhere}
        .nk-call code,.nk-tool .nk-said{font:12px/1.5 ui-monospace,SFMono-Regular,Menlo,Consolas,monospace}
        .nk-call code{display:block;white-space:pre-wrap;color:var(--nk-muted)}
        .nk-declined{display:flex;flex-direction:column;gap:8px;border-top:1px dashed var(--line);padding-top:4px}
        .nk-declined .nk-assistant{background:var(--fail-bg)}
        .nk-declined>.nk-note{align-self:flex-end}
        .nk-diff{white-space:pre-wrap;overflow-wrap:anywhere;unicode-bidi:plaintext;font-size:13.5px;line-height:1.5}
        .nk-diff del,.nk-pair del{background:var(--fail-bg);color:var(--fail);border-radius:3px}
        .nk-diff ins,.nk-pair ins{background:var(--good-bg);color:var(--good);border-radius:3px;text-decoration:none}
        .nk-checked{margin:4px 0;color:var(--good);font-weight:600}
        .nk-pair{font-size:13.5px;line-height:1.5;margin:0 0 14px}
        .nk-pair>.nk-about{font-size:12.5px}
        .nk-sides{display:grid;grid-template-columns:1fr 1fr;gap:14px}
        .nk-sides.nk-one{grid-template-columns:1fr}
        .nk-sides>div{min-width:0;border-left:3px solid var(--nk-loss);padding-left:12px}
        .nk-sides>.nk-kept{border-left-color:var(--good)}
        .nk-about code{font:12px ui-monospace,SFMono-Regular,Menlo,Consolas,monospace;background:none;padding:0}
        .nk-tag{font-weight:600;border-radius:99px;padding:1px 9px;color:var(--fail);background:var(--fail-bg)}
        .nk-kept .nk-tag{color:var(--good);background:var(--good-bg)}
        .nk-lines .nk-said{margin:0 0 8px}
        @media (max-width:640px){.nk-sides{grid-template-columns:1fr}.nk-turn{max-width:94%}}
        @media print{.nk-tools,.nk-more>summary::after,.nk-sort::after{display:none}.nk-table tr[hidden]{display:table-row}.nk-turn,.nk-table tr{break-inside:avoid}}

        """;

    /// <summary>The colours for a page that has none, under a selector.</summary>
    public static string Variables(string selector) =>
        $"{selector}{{{Light}}}@media (prefers-color-scheme:dark){{{selector}{{{Dark}}}}}";

    /// <summary>A style element for one cell of a notebook. Hosts that have a theme of their own say so on the body: VS Code by a class, JupyterLab by an
    /// attribute; elsewhere the system's wish decides.</summary>
    public const string Cell = "<style>.nk-cell{" + Light + "}@media (prefers-color-scheme:dark){.nk-cell{" + Dark + "}}"
        + ".vscode-light .nk-cell,[data-jp-theme-light=true] .nk-cell{" + Light + "}.vscode-dark .nk-cell,[data-jp-theme-light=false] .nk-cell{" + Dark + "}"
        + ".nk-cell .nk-table{width:auto;min-width:min(100%,22em)}.nk-cell{color:var(--ink);background:var(--card);padding:10px 12px;border-radius:8px;font:14px/1.5 system-ui,-apple-system,\"Segoe UI\",Roboto,\"Noto Sans\",sans-serif}" + Css + "</style>";
}
