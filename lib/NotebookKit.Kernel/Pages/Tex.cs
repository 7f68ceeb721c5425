using System.Globalization;
using System.Text;
using NotebookKit.Display;

namespace NotebookKit.Kernel.Pages;

/// <summary>Formulas as MathML, which browsers set without a script. The part of TeX that formulas of a notebook need: scripts, fractions, roots, sums, brackets, words,
/// accents, Greek. What it does not know is shown as it was written.</summary>
internal sealed class Tex
{
    private const int MostDepth = 50;

    private enum Kind
    {
        Plain,
        Large,
        Function,
    }

    private readonly string text;
    private readonly bool block;
    private int at;
    private int depth;

    private Tex(string text, bool block) => (this.text, this.block) = (text, block);

    /// <summary>The formula as markup.</summary>
    /// <param name="tex">The formula without its dollar signs.</param>
    /// <param name="block">True where it has a line of its own.</param>
    public static string ToHtml(string tex, bool block)
    {
        var markup = new Tex(tex.Trim(), block).Whole();
        var mode = block ? " display=\"block\"" : "";
        return markup is null ? $"<code class=\"nb-tex\">{Html.Text(tex.Trim())}</code>" : $"<math{mode}><semantics><mrow>{markup}</mrow><annotation encoding=\"application/x-tex\">{Html.Text(tex.Trim())}</annotation></semantics></math>";
    }

    private string? Whole() => Row(stop: null) is { } row && at == text.Length ? row : null;

    /// <summary>Everything up to a closing sign, which is left there; null where something is not known.</summary>
    private string? Row(string? stop)
    {
        if (++depth > MostDepth) return null;
        var row = new StringBuilder();
        while (true)
        {
            SkipSpace();
            if (at == text.Length || text[at] == '}' || (stop is not null && text.AsSpan(at).StartsWith(stop, StringComparison.Ordinal))) break;
            if (Scripted() is not { } atom) return null;
            row.Append(atom);
        }

        depth--;
        return row.ToString();
    }

    /// <summary>One thing with what stands below and above it.</summary>
    private string? Scripted()
    {
        var kind = Kind.Plain;
        if (text[at] is '^' or '_') return null;
        if (Atom(ref kind) is not { } atom) return null;
        string? below = null, above = null;
        for (SkipSpace(); at < text.Length && text[at] is '_' or '^' or '\''; SkipSpace())
        {
            var sign = text[at++];
            if (sign == '\'')
            {
                above += "<mo>′</mo>";
                continue;
            }

            SkipSpace();
            if (at == text.Length || (sign == '_' ? below : above) is not null) return null;
            var ignored = Kind.Plain;
            if (Atom(ref ignored) is not { } script) return null;
            if (sign == '_') below = script;
            else above = script;
            if (at >= text.Length) break;
        }

        if (above is not null && above.Contains("</mo><mo>", StringComparison.Ordinal)) above = $"<mrow>{above}</mrow>";
        var (both, lower, upper) = kind == Kind.Large && block ? ("munderover", "munder", "mover") : ("msubsup", "msub", "msup");
        var whole = (below, above) switch
        {
            (null, null) => atom,
            (not null, null) => $"<{lower}>{atom}{below}</{lower}>",
            (null, not null) => $"<{upper}>{atom}{above}</{upper}>",
            _ => $"<{both}>{atom}{below}{above}</{both}>",
        };
        // A function's name stands a little off from what it is applied to, unless that is in brackets.
        return kind == Kind.Function && at < text.Length && text[at] is not ('(' or '[' or '}') ? whole + "<mspace width=\"0.17em\"/>" : whole;
    }

    private string? Atom(ref Kind kind)
    {
        var c = text[at];
        if (c == '{') return Group() is { } group ? $"<mrow>{group}</mrow>" : null;
        if (c == '\\') return Command(ref kind);
        if (char.IsAsciiDigit(c))
        {
            var start = at;
            while (at < text.Length && (char.IsAsciiDigit(text[at]) || (text[at] is '.' or ',' && at + 1 < text.Length && char.IsAsciiDigit(text[at + 1])))) at++;
            return $"<mn>{text[start..at]}</mn>";
        }

        if (c is '&' or '$' or '#' or '%' or '~' or '}') return null;
        at++;
        if (char.IsLetter(c)) return $"<mi>{c}</mi>";
        return char.IsSurrogate(c) ? null : c switch
        {
            '-' => "<mo>−</mo>",
            '*' => "<mo>∗</mo>",
            '(' or ')' or '[' or ']' or '|' => $"<mo stretchy=\"false\">{c}</mo>",
            _ => $"<mo>{Html.Text(c.ToString(CultureInfo.InvariantCulture))}</mo>",
        };
    }

    private string? Command(ref Kind kind)
    {
        at++;
        if (at == text.Length) return null;
        var start = at;
        if (char.IsAsciiLetter(text[at]))
            while (at < text.Length && char.IsAsciiLetter(text[at])) at++;
        else at++;
        var name = text[start..at];
        if (TexSymbols.Letters.TryGetValue(name, out var letter)) return $"<mi>{letter}</mi>";
        if (TexSymbols.Operators.TryGetValue(name, out var sign)) return $"<mo stretchy=\"false\">{Html.Text(sign)}</mo>";
        if (TexSymbols.Functions.Contains(name)) return Named(name, Kind.Function, out kind);
        if (TexSymbols.Large.TryGetValue(name, out var large))
        {
            kind = Kind.Large;
            return large.Length > 1 ? $"<mi>{large}</mi>" : $"<mo>{large}</mo>";
        }

        if (TexSymbols.Spaces.TryGetValue(name, out var width)) return $"<mspace width=\"{width}em\"/>";
        if (TexSymbols.Accents.TryGetValue(name, out var accent)) return Argument() is { } under ? $"<mover accent=\"true\">{under}<mo>{accent}</mo></mover>" : null;
        if (TexSymbols.Faces.TryGetValue(name, out var element)) return Word() is { } word ? $"<{element}{(element == "mi" ? " mathvariant=\"normal\"" : "")}>{Html.Text(word)}</{element}>" : null;
        return name switch
        {
            "frac" or "dfrac" or "tfrac" => Argument() is { } over && Argument() is { } below ? $"<mfrac>{over}{below}</mfrac>" : null,
            "sqrt" => Root(),
            "left" => Brackets(),
            "{" or "}" or "|" => $"<mo stretchy=\"false\">{(name == "|" ? "‖" : name)}</mo>",
            "%" or "_" or "$" or "#" or "&" => $"<mo>{Html.Text(name)}</mo>",
            _ => null,
        };
    }

    private static string Named(string name, Kind of, out Kind kind)
    {
        kind = of;
        return $"<mi>{name}</mi>";
    }

    private string? Root()
    {
        SkipSpace();
        if (at == text.Length || text[at] != '[') return Argument() is { } under ? $"<msqrt>{under}</msqrt>" : null;
        at++;
        if (Row("]") is not { } degree || at == text.Length || text[at++] != ']') return null;
        return Argument() is { } radicand ? $"<mroot>{radicand}<mrow>{degree}</mrow></mroot>" : null;
    }

    /// <summary>Brackets that grow with what is between them.</summary>
    private string? Brackets()
    {
        if (Bracket() is not { } open || Row("\\right") is not { } inside || !text.AsSpan(at).StartsWith("\\right", StringComparison.Ordinal)) return null;
        at += "\\right".Length;
        return Bracket() is { } close ? $"<mrow>{open}{inside}{close}</mrow>" : null;
    }

    private string? Bracket()
    {
        SkipSpace();
        if (at == text.Length) return null;
        var c = text[at++];
        if (c == '.') return "";
        if (c != '\\') return c is '(' or ')' or '[' or ']' or '|' or '/' ? $"<mo stretchy=\"true\">{c}</mo>" : null;
        var start = at;
        while (at < text.Length && char.IsAsciiLetter(text[at])) at++;
        if (at == start && at < text.Length) at++;
        var name = text[start..at];
        return name is "{" or "}" or "|" ? $"<mo stretchy=\"true\">{(name == "|" ? "‖" : name)}</mo>" : TexSymbols.Operators.TryGetValue(name, out var sign) ? $"<mo stretchy=\"true\">{Html.Text(sign)}</mo>" : null;
    }

    private string? Argument()
    {
        SkipSpace();
        var ignored = Kind.Plain;
        return at < text.Length && text[at] is not ('^' or '_') ? Atom(ref ignored) : null;
    }

    private string? Group()
    {
        at++;
        if (Row(stop: null) is not { } row || at == text.Length || text[at] != '}') return null;
        at++;
        return row;
    }

    /// <summary>The letters of an argument as they are.</summary>
    private string? Word()
    {
        SkipSpace();
        if (at == text.Length || text[at] != '{') return null;
        var end = text.IndexOf('}', at);
        if (end < 0 || text.AsSpan(at + 1, end - at - 1).IndexOfAny('{', '\\', '$') >= 0) return null;
        var word = text[(at + 1)..end];
        at = end + 1;
        return word;
    }

    private void SkipSpace()
    {
        while (at < text.Length && char.IsWhiteSpace(text[at])) at++;
    }
}
