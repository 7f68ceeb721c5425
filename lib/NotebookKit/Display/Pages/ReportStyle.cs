using NotebookKit.Display.Charts;

namespace NotebookKit.Display.Pages;

/// <summary>How the report looks: one column, system fonts, light and dark, readable on a phone, and on paper with everything opened out. All
/// rules are inside <c>.nk-report</c>, so that a part can stand in a notebook without changing it.</summary>
internal static class ReportStyle
{
    /// <summary>The style sheet with the colours of charts. Paper is light, whatever the screen is.</summary>
    public static string Css { get; } =
        $".nk-report{{{ViewStyle.Light};{Palette.Variables(dark: false)}}}@media screen and (prefers-color-scheme:dark){{.nk-report{{{ViewStyle.Dark};{Palette.Variables(dark: true)}}}}}" + Rules;

    private const string Rules = """

        .nk-report{--loss-ink:#a8492b;background:var(--paper);color:var(--ink);font:15px/1.55 system-ui,-apple-system,"Segoe UI",Roboto,"Noto Sans",sans-serif}
        @media screen and (prefers-color-scheme:dark){.nk-report{--loss-ink:#e9a48b}}
        html:has(body.nk-report){scroll-behavior:smooth;-webkit-text-size-adjust:100%}
        body.nk-report{margin:0}
        .nk-report.nk-part{padding:12px 16px;border-radius:8px}
        .nk-report{
        *{box-sizing:border-box}
        >header,>main,>footer,>nav{max-width:1040px;margin:0 auto;padding:0 24px}
        >header{padding-top:44px}
        h1{font-size:32px;line-height:1.15;margin:0 0 4px;letter-spacing:-.02em;overflow-wrap:anywhere}
        h2{font-size:21px;margin:0 0 4px;letter-spacing:-.01em}
        h3{font-size:14px;margin:18px 0 8px}
        .card>h3{margin-top:0}
        .kicker{margin:0 0 6px;font-size:12px;font-weight:600;letter-spacing:.09em;text-transform:uppercase;color:var(--nk-accent)}
        .lead,.muted{color:var(--nk-muted)}
        .lead{margin:0 0 14px}
        .tiles{display:grid;grid-template-columns:repeat(4,1fr);gap:10px;margin:22px 0 14px}
        .tile{background:var(--card);border:1px solid var(--line);border-radius:10px;padding:12px 14px;min-width:0}
        .tile .name{display:block;font-size:12px;color:var(--nk-muted)}
        .tile b{display:block;font-size:24px;line-height:1.25;font-weight:650;font-variant-numeric:tabular-nums;letter-spacing:-.01em}
        .tile small{display:block;font-size:11.5px;line-height:1.35;color:var(--nk-muted)}
        .tile.loss b{color:var(--loss-ink)}
        .tile.gain b{color:var(--nk-accent)}
        >nav{display:flex;flex-wrap:wrap;gap:4px 16px;padding-top:14px;padding-bottom:14px;font-size:13.5px}
        >nav a{color:var(--nk-muted);text-decoration:none;border-bottom:1px solid transparent}
        >nav a:hover,>nav a:focus-visible{color:var(--nk-accent);border-bottom-color:currentColor}
        section{padding:26px 0 22px;border-top:1px solid var(--line);scroll-margin-top:8px}
        .card{background:var(--card);border:1px solid var(--line);border-radius:10px;padding:16px 18px;margin:0 0 14px;min-width:0}
        .grid{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(100%,440px),1fr));gap:14px;margin:0 0 14px}
        .grid .card{margin:0}
        figure{margin:0}
        .findings{list-style:none;margin:8px 0 14px;padding:0;display:grid;gap:8px}
        .findings li{display:flex;gap:12px;align-items:flex-start;background:var(--card);border:1px solid var(--line);border-left:4px solid var(--note);border-radius:8px;padding:10px 14px}
        .card .findings{gap:0;margin:0}
        .card .findings li{border:0;border-top:1px solid var(--line);border-radius:0;padding:9px 0}
        .card .badge{min-width:92px}
        .card .findings li:first-child{border-top:0;padding-top:0}
        .findings p{margin:0;overflow-wrap:anywhere}
        .findings small{display:block;color:var(--nk-muted);font-size:12px;overflow-wrap:anywhere}
        .findings .failure{border-left-color:var(--fail)}
        .findings .warning{border-left-color:var(--nk-loss)}
        .badge{flex:none;min-width:76px;text-align:center;font-size:11.5px;font-weight:600;border-radius:99px;padding:2px 10px;margin-top:1px;color:var(--note);background:var(--note-bg)}
        ol.findings .badge{min-width:26px;padding:2px 0}
        .failure .badge,.fail .badge{color:var(--fail);background:var(--fail-bg)}
        .warning .badge,.warn .badge{color:var(--warn);background:var(--warn-bg)}
        .pass .badge{color:var(--good);background:var(--good-bg)}
        .nk-plot{position:relative;min-width:0}
        .nk-plot .nk-live{width:100%}
        .nk-plot .nk-still{display:none}
        #recipe details td:last-child{font:12px/1.5 ui-monospace,SFMono-Regular,Menlo,Consolas,monospace;color:var(--nk-muted)}
        details{margin:8px 0}
        summary{cursor:pointer;padding:4px 0;color:var(--nk-muted)}
        .reason{background:var(--card);border:1px solid var(--line);border-radius:10px;margin:0 0 8px;padding:4px 16px}
        .reason>summary{padding:7px 0;color:inherit}
        .reason[open]>summary{margin-bottom:4px}
        #views .nk-scroll{margin-bottom:22px}
        #views>.nk-life:first-of-type{border-top:0;padding-top:0}
        .nk-table td.num:first-child{min-width:2em}
        .nk-life{padding:0 0 22px}
        .nk-life dl{display:grid;grid-template-columns:max-content 1fr;gap:4px 20px}
        .nk-life dt{color:var(--nk-muted)}
        .nk-life dd{margin:0;white-space:pre-wrap;overflow-wrap:anywhere}
        .nk-alarm{border-left:4px solid var(--fail);padding:8px 16px;font-weight:600}
        .card .nk-table{font-size:13px}
        .nk-table td:first-child{min-width:7.5em;overflow-wrap:break-word}
        >footer{padding-top:18px;padding-bottom:44px;font-size:12.5px;color:var(--nk-muted);border-top:1px solid var(--line)}
        @media (max-width:640px){>header{padding-top:26px}.tiles{grid-template-columns:1fr 1fr}h1{font-size:26px}>header,>main,>footer,>nav{padding-left:14px;padding-right:14px}}
        @media print{--paper:#fff;font-size:11pt;>nav{display:none}section{break-inside:auto;padding:14pt 0}.card,.tile,.findings li,tr{break-inside:avoid}
          .nk-plot .nk-live{display:none}.nk-plot .nk-still{display:block}
          details::details-content{content-visibility:visible;display:block}.reason{border:0;padding:0}*{print-color-adjust:exact;-webkit-print-color-adjust:exact}}
        }

        """;
}
