namespace NotebookKit.Tests.Display;

/// <summary>Texts that break pages which do not encode: shapes of the OWASP filter evasion cheat sheet, and characters that act without being seen. Each
/// has <see cref="Mark"/> in it, so that what comes from data can be found again.</summary>
internal static class Attacks
{
    public const string Mark = "zQ9";

    public static readonly string[] All =
    [
        "<script>alert('zQ9')</script>", "<SCRIPT SRC=//zQ9.example/x.js></SCRIPT>", "<script/zQ9 src=x></script>", "<script\n>zQ9</script\n>", "</script><script>zQ9</script>", "</td><script>zQ9</script>",
        "</title><script>zQ9</script>", "</style><script>zQ9</script>", "</textarea><script>zQ9</script>", "</svg><script>zQ9</script>", "</text></svg><img src=x onerror=zQ9>", "</summary></details><img src=x onerror=zQ9>",
        "</del></ins><img src=x onerror=zQ9>", "</p></div></section><h1>zQ9</h1>", "<<SCRIPT>zQ9//<</SCRIPT>", "<scr<script>ipt>zQ9</scr</script>ipt>", "<img src=x onerror=zQ9>", "<IMG SRC=\"javascript:zQ9\">",
        "<IMG SRC=javascript:zQ9>", "<IMG SRC=JaVaScRiPt:zQ9>", "<IMG \"\"\"><SCRIPT>zQ9</SCRIPT>\">", "<IMG SRC=`javascript:zQ9`>", "<IMG SRC=# onmouseover=\"zQ9\">", "<IMG SRC= onmouseover=\"zQ9\">",
        "<IMG SRC=&#106;&#97;&#118;&#97;:zQ9>", "<IMG SRC=&#x6A&#x61&#x76&#x61:zQ9>", "<IMG SRC=\"jav&#x09;ascript:zQ9\">", "<IMG SRC=\"jav\tascript:zQ9\">", "<IMG SRC=\"jav\nascript:zQ9\">",
        "<BODY ONLOAD=zQ9>", "<BODY BACKGROUND=\"javascript:zQ9\">", "<INPUT TYPE=\"IMAGE\" SRC=\"javascript:zQ9\">", "<svg/onload=zQ9>", "<svg><animate onbegin=zQ9 attributeName=x dur=1s>", "<svg><script>zQ9</script></svg>",
        "<svg><a xlink:href=\"javascript:zQ9\"><text>x</text></a></svg>", "<math><mi//xlink:href=\"data:x,zQ9\">", "<iframe src=javascript:zQ9>", "<iframe srcdoc=\"&lt;script&gt;zQ9\">", "<object data=\"data:text/html;base64,zQ9\">",
        "<embed src=zQ9>", "<base href=\"javascript:zQ9//\">", "<link rel=stylesheet href=zQ9>", "<meta http-equiv=refresh content=\"0;url=javascript:zQ9\">", "<form action=javascript:zQ9><button>x", "<button formaction=javascript:zQ9>x",
        "<a href=\"javascript:zQ9\">x</a>", "<a onmouseover=\"zQ9\">x</a>", "<a href=x onclick=zQ9//", "<details open ontoggle=zQ9>", "<video><source onerror=zQ9>", "<audio src=x onerror=zQ9>", "<marquee onstart=zQ9>",
        "<select autofocus onfocus=zQ9>", "<div style=\"background:url(javascript:zQ9)\">", "<style>@import'zQ9';</style>", "<style>body{background:url(zQ9)}</style>", "<!--<img src=\"--><img src=x onerror=zQ9//\">",
        "--><script>zQ9</script>", "<![CDATA[<script>zQ9</script>]]>", "]]><script>zQ9</script>", "<?xml version=\"1.0\"?><zQ9/>", "\"><script>zQ9</script>", "'><script>zQ9</script>", "\" onmouseover=\"zQ9", "' onmouseover='zQ9",
        "` onmouseover=`zQ9", "\" style=\"x:expression(zQ9)", "x\" autofocus onfocus=zQ9 \"", "javascript:zQ9", "';zQ9//", "\\\";zQ9;//", "${zQ9}", "{{constructor.constructor('zQ9')()}}", "&lt;script&gt;zQ9", "&#60;script&#62;zQ9",
        "&zQ9;", "\\u003cscript\\u003ezQ9", "%3Cscript%3EzQ9", "+ADw-script+AD4-zQ9", "<zQ9>", "<zQ9 zQ9=zQ9>", "</zQ9>", "<!doctype zQ9>", "<\u0000script>zQ9", "<scr\u0000ipt>zQ9</script>", "\uFF1Cscript\uFF1EzQ9",
        // What acts without being seen.
        "\u202EzQ9\u202C", "\u2066zQ9\u2069\u202D", "z\u200BzQ9\u2060\uFEFF", "\uD800zQ9\uDC00", "\uDFFF<b>zQ9", "zQ9\0\u0001\u0008\u001b[31m\u007f\u0085", "zQ9\u2028\u2029x", "zQ9\r\n\tx\u000b\f", "\u200EzQ9\u061C", "\uE000zQ9\uFFFE\uFFFF",
        "=HYPERLINK(\"zQ9\")", "| zQ9 | `x` | <b>", "[zQ9](javascript:zQ9)", "![zQ9](http://zQ9)", "``` zQ9 ```",
    ];

    /// <summary>True for a character that does something without being seen, or is half of one.</summary>
    public static bool IsHidden(string text, int at)
    {
        var c = text[at];
        if (c is '\n' or '\t') return false;
        if (char.IsSurrogate(c)) return !(char.IsHighSurrogate(c) ? at + 1 < text.Length && char.IsLowSurrogate(text[at + 1]) : at > 0 && char.IsHighSurrogate(text[at - 1]));
        return char.IsControl(c) || c is '\u061C' or '\u200B' or '\u200E' or '\u200F' or '\u2028' or '\u2029' or (>= '\u202A' and <= '\u202E') or '\u2060' or (>= '\u2066' and <= '\u2069') or '\uFEFF' or '\uFFFE' or '\uFFFF' or (>= '\uE000' and <= '\uF8FF');
    }
}
