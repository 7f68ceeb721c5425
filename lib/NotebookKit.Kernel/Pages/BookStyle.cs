namespace NotebookKit.Kernel.Pages;

/// <summary>What a notebook's page adds to the style of the report: reading width, contents at the side, code, formulas.</summary>
internal static class BookStyle
{
    public const string Css = """

        .nk-report.nb{--nb-code:#f4f5f7;--nb-k:#8a2a8f;--nb-s:#1f6f3d;--nb-c:#66707f;--nb-n:#9a4a00;--nb-t:#0b6b7a;--nb-f:#2257b5}
        @media screen and (prefers-color-scheme:dark){.nk-report.nb{--nb-code:#1c232d;--nb-k:#d8a0e6;--nb-s:#8fd6a6;--nb-c:#98a4b5;--nb-n:#f0b479;--nb-t:#7fd3e0;--nb-f:#9dbdff}}
        .nb{
        >main{display:grid;grid-template-columns:minmax(0,1fr);max-width:1200px}
        >header,>footer,>.nb-turn{max-width:1200px}
        >header h1{font-size:30px}
        >.nb-turn{display:flex;justify-content:space-between;gap:16px;padding-top:10px;padding-bottom:10px}
        article{min-width:0;max-width:860px;padding:8px 0 40px;font-size:15.5px;line-height:1.6;overflow-wrap:break-word}
        article>*:first-child{margin-top:0}
        article h1{font-size:28px;margin:36px 0 8px}
        article h2{font-size:22px;margin:38px 0 8px;padding-top:14px;border-top:1px solid var(--line);scroll-margin-top:8px}
        article h3{font-size:17px;margin:26px 0 6px;scroll-margin-top:8px}
        article h4{font-size:15px;margin:20px 0 4px}
        article p,article ul,article ol{margin:0 0 12px}
        article a{color:var(--nk-accent)}
        article img{max-width:100%;height:auto}
        article blockquote,.markdown-alert{margin:0 0 14px;padding:8px 16px;border-left:4px solid var(--note);background:var(--note-bg);border-radius:6px}
        .markdown-alert>:last-child,article blockquote>:last-child{margin-bottom:0}
        .markdown-alert-title{font-weight:600;display:flex;gap:6px;align-items:center}
        .markdown-alert-title svg{fill:currentColor}
        .markdown-alert-warning,.markdown-alert-caution{border-left-color:var(--warn);background:var(--warn-bg)}
        article code{font:.88em ui-monospace,SFMono-Regular,Menlo,Consolas,monospace;background:var(--nb-code);border-radius:4px;padding:1px 4px}
        article pre{font:13px/1.55 ui-monospace,SFMono-Regular,Menlo,Consolas,monospace;overflow-x:auto;margin:0 0 10px;border-radius:8px;padding:12px 14px;tab-size:4}
        article pre code{font:inherit;background:none;padding:0}
        .nb-code{background:var(--nb-code)}
        .nb-k{color:var(--nb-k)}.nb-s{color:var(--nb-s)}.nb-c,.nb-d{color:var(--nb-c)}.nb-n{color:var(--nb-n)}.nb-t{color:var(--nb-t)}.nb-f{color:var(--nb-f)}
        .nb-cell{margin:0 0 18px}
        .nb-cell>summary{font-size:13px}
        .nb-outputs{border-left:3px solid var(--line);padding-left:14px;margin:0 0 8px}
        article pre.nb-text{padding:6px 0;margin:0 0 6px}
        article pre.nb-stderr{background:var(--warn-bg);padding:8px 14px}
        article pre.nb-error{background:var(--fail-bg);color:var(--fail);padding:8px 14px;white-space:pre-wrap}
        .nb-html,.nb-outputs .nk-plot,.nb-outputs figure{margin:4px 0 10px}
        .nb-html .nk-table{font-size:13px;line-height:1.5}
        .nb-html{overflow-x:auto}
        .nb-html .nk-more{margin:0}
        .nb-wide{overflow-x:auto;margin:0 0 14px}
        .nb-wide table{border-collapse:collapse;font-size:14px}
        .nb-wide th,.nb-wide td{border-bottom:1px solid var(--line);padding:6px 16px 6px 0;text-align:left;vertical-align:top}
        .nb-wide th{font-size:12.5px;color:var(--nk-muted)}
        .nb-maths{overflow-x:auto;margin:0 0 14px}
        math{font-size:1.05em}
        .nb-toc{font-size:13.5px}
        .nb-toc ul{list-style:none;margin:0;padding:0}
        .nb-toc li{margin:0 0 5px}
        .nb-toc li li{margin:5px 0 0 14px}
        .nb-toc a{color:var(--nk-muted);text-decoration:none}
        .nb-toc a:hover,.nb-toc a:focus-visible{color:var(--nk-accent);text-decoration:underline}
        .nb-toc details{border:1px solid var(--line);border-radius:8px;padding:4px 12px;margin:0 0 14px}
        .nb-list{padding:0;list-style:none}
        .nb-list li{background:var(--card);border:1px solid var(--line);border-radius:10px;padding:12px 16px;margin:0 0 10px}
        .nb-list a{font-weight:600;text-decoration:none}
        .nb-list p{margin:2px 0 0;color:var(--nk-muted);font-size:14px}
        @media (min-width:1000px){>main{grid-template-columns:minmax(0,1fr) 230px;column-gap:44px}.nb-toc{order:2;position:sticky;top:20px;align-self:start;max-height:calc(100vh - 40px);overflow-y:auto}
          .nb-toc details{border:0;padding:0}.nb-toc summary{pointer-events:none;list-style:none}}
        @media print{.nb-toc,>.nb-turn{display:none}article{max-width:none;font-size:10.5pt}article pre{white-space:pre-wrap;overflow-wrap:anywhere;break-inside:avoid-page}article h2,article h3{break-after:avoid}
          .nb-html,.nb-wide{overflow:visible}.nb-code{border:1px solid var(--line)}}
        }

        """;
}
