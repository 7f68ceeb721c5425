using System.Text.Json;

namespace NotebookKit.Browser.Tests;

/// <summary>Texts that try to run a script, in the shapes that OWASP's lists know: elements, handlers, addresses, broken quotes, comments, styles, other
/// alphabets, template syntax. Each sets a mark on the window where it succeeds.</summary>
internal static class Attacks
{
    public static readonly string[] All =
    [
        "<script>window.hit=1</script>", "</script><script>window.hit=1</script>", "<ScRiPt>window.hit=1</sCrIpT>", "<script/x>window.hit=1</script>", "<<script>window.hit=1//<</script>",
        "<img src=x onerror=window.hit=1>", "<img src=\"x\" onerror=\"window.hit=1\">", "<IMG \"\"\"><script>window.hit=1</script>\">", "<img/src=x/onerror=window.hit=1>", "<img src='x' onerror='window.hit=1'",
        "<svg onload=window.hit=1>", "<svg><script>window.hit=1</script></svg>", "<svg/onload=window.hit=1>", "<svg><animate onbegin=window.hit=1 attributeName=x dur=1s>", "<math><mtext><script>window.hit=1</script></mtext></math>",
        "<body onload=window.hit=1>", "<iframe src=\"javascript:parent.hit=1\"></iframe>", "<iframe srcdoc=\"<script>parent.hit=1</script>\"></iframe>", "<object data=\"javascript:window.hit=1\">", "<embed src=\"javascript:window.hit=1\">",
        "<a href=\"javascript:window.hit=1\">x</a>", "<a href=\" javascript:window.hit=1\">x</a>", "<a href=\"jav&#x09;ascript:window.hit=1\">x</a>", "<a href='data:text/html,<script>window.hit=1</script>'>x</a>", "<form action=javascript:window.hit=1><input type=submit>",
        "\" onmouseover=\"window.hit=1", "' onmouseover='window.hit=1", "\"><script>window.hit=1</script>", "'><script>window.hit=1</script>", "`><script>window.hit=1</script>",
        "--><script>window.hit=1</script>", "<!--><script>window.hit=1</script>-->", "]]><script>window.hit=1</script>", "</title><script>window.hit=1</script>", "</style><script>window.hit=1</script>",
        "</textarea><script>window.hit=1</script>", "<style>@import 'javascript:window.hit=1';</style>", "<div style=\"background:url(javascript:window.hit=1)\">", "<link rel=stylesheet href=javascript:window.hit=1>", "<meta http-equiv=refresh content=\"0;url=javascript:window.hit=1\">",
        "<base href=\"javascript:window.hit=1//\">", "<details open ontoggle=window.hit=1>", "<input autofocus onfocus=window.hit=1>", "<video><source onerror=window.hit=1></video>", "<audio src=x onerror=window.hit=1>",
        "<marquee onstart=window.hit=1>", "&lt;script&gt;window.hit=1&lt;/script&gt;", "&#60;script&#62;window.hit=1&#60;/script&#62;", "\\u003cscript\\u003ewindow.hit=1\\u003c/script\\u003e", "%3Cscript%3Ewindow.hit=1%3C/script%3E",
        "{{constructor.constructor('window.hit=1')()}}", "${window.hit=1}", "<b onclick=window.hit=1>bold</b>", "<a href='javascript:window.hit=1'>plot</a><br>", "\u202E<script>window.hit=1</script>",
        "<scr\0ipt>window.hit=1</scr\0ipt>", "<script\u2028>window.hit=1</script>", "\u2028window.hit=1\u2029", "</script\u00A0><script>window.hit=1</script>", "<noscript><p title=\"</noscript><img src=x onerror=window.hit=1>\">",
    ];

    /// <summary>Rows that carry the attacks in every field that a report can show, many times over so that labels, sources and reasons have them.</summary>
    public static IEnumerable<string> Rows()
    {
        for (var i = 0; i < All.Length; i++)
            for (var copy = 0; copy < 3; copy++)
            {
                var (attack, other) = (All[i], All[(i + 7) % All.Length]);
                yield return JsonSerializer.Serialize(new Dictionary<string, object>
                {
                    ["id"] = $"{i}-{copy} {attack}",
                    ["input"] = $"What does {attack} do in row {i * 3 / 2} of my plan, and is it number {copy}?",
                    ["output"] = $"It is a text that some pages run, {other}, and others show as it is. Answer {i}.",
                    ["label"] = attack,
                    ["source"] = other,
                    ["author"] = attack,
                    ["status"] = attack,
                    ["created_at"] = $"2026-0{1 + (i % 9)}-1{copy}T10:00:00Z",
                });
            }
    }
}
