using System.Text.RegularExpressions;

namespace NotebookKit.Scoring;

/// <summary>Compares names of models: snapshots, tunings and packagings of one model are one family.</summary>
internal static partial class ModelFamily
{
    /// <summary>Longest name that is looked at; a longer one is data, not a name.</summary>
    private const int MaxLength = 200;

    /// <summary>True where both names mean the same model in another snapshot (<c>gpt-4o-mini-2024-07-18</c>), fine-tuned
    /// (<c>ft:gpt-4o-mini:…</c>), instruction-tuned (<c>Llama-3.1-8B-Instruct</c>) or quantized (<c>…-GGUF</c>).</summary>
    public static bool Same(string first, string second) => Of(first) is { Length: > 0 } family && string.Equals(family, Of(second), StringComparison.Ordinal);

    /// <summary>The family of a name: lower case, without organization or vendor, fine-tuning marks, dates, tunings, packagings and separators.</summary>
    public static string Of(string name)
    {
        var text = name.Trim().ToLowerInvariant();
        if (text.Length > MaxLength) text = text[..MaxLength];
        if (text.StartsWith("ft:", StringComparison.Ordinal)) text = text.Split(':')[1];
        text = Vendor().Replace(text[(text.LastIndexOf('/') + 1)..], "");
        for (var shorter = Suffix().Replace(text, ""); shorter.Length < text.Length && shorter.Length > 0; shorter = Suffix().Replace(text, ""))
            text = shorter;
        return Separators().Replace(text, "");
    }

    [GeneratedRegex(@"[-_:@](\d{4}-\d{2}-\d{2}|\d{8}|\d{3,4}|latest|preview|exp|v\d{1,2}:\d{1,2}|instruct|chat|it|hf|sft|dpo|gguf|awq|gptq|mlx|onnx|fp8|fp16|bf16|int[48]|[348]bit|q\d(_[a-z0-9]{1,2}){0,2})$", RegexOptions.CultureInvariant)]
    private static partial Regex Suffix();

    [GeneratedRegex(@"^([a-z]{2,20}\.){1,3}(?=[a-z])", RegexOptions.CultureInvariant)]
    private static partial Regex Vendor();

    [GeneratedRegex(@"[-_:@\s]", RegexOptions.CultureInvariant)]
    private static partial Regex Separators();
}
