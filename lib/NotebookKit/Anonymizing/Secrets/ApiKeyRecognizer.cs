using System.Buffers;

namespace NotebookKit.Anonymizing;

/// <summary>Keys and tokens that carry their maker's prefix (AWS, GitHub, GitLab, Slack, OpenAI, Anthropic, Google, Stripe, npm, Hugging Face, SendGrid),
/// JSON web tokens, private key blocks, and values that are assigned to a name such as <c>password</c> or <c>api_key</c>.</summary>
public sealed class ApiKeyRecognizer : Recognizer
{
    private const int MaxToken = 4096, MaxBlock = 16384;

    /// <summary>Prefix, and how many characters of a token must follow it at least.</summary>
    private static readonly (string Prefix, int AtLeast)[] Prefixes =
    [
        ("AKIA", 16), ("ASIA", 16), ("ghp_", 30), ("gho_", 30), ("ghu_", 30), ("ghs_", 30), ("ghr_", 30), ("github_pat_", 30), ("glpat-", 20),
        ("xoxa-", 15), ("xoxb-", 15), ("xoxp-", 15), ("xoxr-", 15), ("xoxs-", 15), ("xapp-", 15), ("sk-", 20), ("AIza", 35), ("ya29.", 20),
        ("sk_live_", 16), ("sk_test_", 16), ("pk_live_", 16), ("rk_live_", 16), ("rk_test_", 16), ("whsec_", 16), ("npm_", 30), ("hf_", 30), ("SG.", 40), ("eyJ", 30),
        ("dop_v1_", 30), ("doo_v1_", 30), ("dckr_pat_", 20), ("pypi-", 40), ("shpat_", 24), ("shpss_", 24), ("shpca_", 24), ("sq0csp-", 20), ("sq0atp-", 20), ("r8_", 30), ("gsk_", 30),
        ("xai-", 30), ("pplx-", 30), ("lin_api_", 30), ("ntn_", 30), ("secret_", 30), ("figd_", 30), ("ATATT3", 30), ("glsa_", 30), ("NRAK-", 20), ("PMAK-", 24), ("dapi", 32), ("phc_", 30),
        ("sntrys_", 30), ("rubygems_", 40), ("hvs.", 24), ("hvb.", 24), ("tskey-", 20), ("key-", 32), ("pat", 40), ("sk.eyJ", 30), ("pk.eyJ", 30), ("AGE-SECRET-KEY-", 40), ("nfp_", 30),
        ("pul-", 40), ("EAAC", 40), ("ABSK", 40), ("AC", 32), ("SK", 32), ("rzp_live_", 14), ("sb_secret_", 20), ("vercel_", 20), ("fo1_", 30), ("CFPAT-", 30),
    ];

    /// <summary>The prefixes by their first character.</summary>
    private static readonly string[]?[] ByFirst = [.. Enumerable.Range(0, 128).Select(c => Prefixes.Where(p => p.Prefix[0] == c).Select(p => p.Prefix).ToArray() is { Length: > 0 } some ? some : null)];

    /// <summary>Marks inside a run behind which a key may begin.</summary>
    private static readonly SearchValues<char> Cuts = SearchValues.Create("+/=~.%");

    /// <inheritdoc/>
    public override string EntityType => EntityTypes.ApiKey;

    /// <inheritdoc/>
    public override void Find(string text, RecognizerContext context, List<Span> into)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(into);
        ArgumentNullException.ThrowIfNull(context);
        FindPrefixes(text, context.LongRuns(text), into);
        FindBlocks(text, into);
        if (Secrets.MayHoldName(text, context)) FindAssigned(text, into);
        SqlPasswords.Find(text, into, At);
    }

    /// <summary>A key with a prefix is a long run of characters, or a part of one.</summary>
    private void FindPrefixes(ReadOnlySpan<char> text, ReadOnlySpan<(int Start, int End)> runs, List<Span> into)
    {
        foreach (var (first, last) in runs)
            for (var start = first; start < last;)
            {
                var next = text[start..last].IndexOfAny(Cuts);
                next = next < 0 ? last : start + next + 1;
                if (!HasPrefix(text[start..last]) || Chars.IsWord(Chars.Before(text, start)) || Chars.Before(text, start) == '-')
                {
                    start = next;
                    continue;
                }

                var end = start;
                while (end < text.Length && end - start < MaxToken && IsToken(text[end])) end++;
                while (end > start && text[end - 1] is '.' or '-') end--;
                if (IsKey(text[start..end])) into.Add(At(start, end, 0.95));
                start = Math.Max(next, end);
            }
    }

    private static bool HasPrefix(ReadOnlySpan<char> text)
    {
        if (text[0] >= 128) return false;
        foreach (var prefix in ByFirst[text[0]] ?? [])
            if (text.StartsWith(prefix)) return true;
        return false;
    }

    private void FindBlocks(ReadOnlySpan<char> text, List<Span> into)
    {
        for (var from = 0; from < text.Length && text[from..].IndexOf("-----BEGIN") is >= 0 and var found;) from = Block(text, from + found, into);
    }

    private static bool IsKey(ReadOnlySpan<char> token)
    {
        // A JSON web token has three parts; "eyJ" is how base64 spells the beginning of a JSON object.
        if (token.StartsWith("eyJ")) return token.Length > 40 && token.Count('.') >= 2;
        foreach (var (prefix, atLeast) in Prefixes)
            if (token.StartsWith(prefix) && token.Length >= prefix.Length + atLeast && !(prefix.Length < 4 && IsName(token[prefix.Length..]))) return token.ContainsAnyInRange('0', '9') || token.Length > 32 && Secrets.Classes(token) > 2;
        return false;
    }

    /// <summary>Behind a prefix that words begin with too, a key goes on with digits.</summary>
    private static bool IsName(ReadOnlySpan<char> rest) => !rest.ContainsAnyInRange('0', '9') || (!rest.ContainsAnyInRange('A', 'Z') && rest.Contains('_'));

    /// <summary>A private key block with its end; with all that may belong to it where the end is missing.</summary>
    private int Block(ReadOnlySpan<char> text, int start, List<Span> into)
    {
        var window = text.Slice(start, Math.Min(MaxBlock, text.Length - start));
        var line = window[..Math.Min(64, window.Length)];
        var key = line.IndexOf("PRIVATE KEY");
        if (key < 0) return start + 10;
        var end = window.IndexOf("-----END");
        var close = end < 0 ? -1 : window[(end + 8)..].IndexOf("-----");
        var length = close is >= 0 and < 64 ? end + 8 + close + 5 : End(window, key + 11);
        into.Add(At(start, start + length, 0.99));
        return start + length;
    }

    private static int End(ReadOnlySpan<char> window, int from)
    {
        while (from < window.Length && (char.IsAsciiLetterOrDigit(window[from]) || window[from] is '+' or '/' or '=' or '-' or '\r' or '\n' or '\\')) from++;
        return from;
    }

    private void FindAssigned(ReadOnlySpan<char> text, List<Span> into)
    {
        for (var from = 0; Secrets.NextValue(text, ref from, out var start, out var end);)
            if (Secrets.LooksSecret(text[start..end], 8) && !SecretShape.IsClassName(text[start..end])) into.Add(At(start, end, 0.75));
    }

    private static bool IsToken(char c) => char.IsAsciiLetterOrDigit(c) || c is '_' or '-' or '.';
}
