using System.Globalization;

namespace NotebookKit.Sourcing;

/// <summary>Reads values that people and programs write in many ways. Nothing depends on the current culture or the clock.</summary>
internal static class Values
{
    private static readonly string[] DateForms =
    [
        "d.M.yyyy", "d.M.yyyy H:mm", "d.M.yyyy H:mm:ss", "M/d/yyyy", "M/d/yyyy H:mm", "M/d/yyyy H:mm:ss", "M/d/yyyy h:mm tt", "M/d/yyyy h:mm:ss tt",
        "d/M/yyyy", "d/M/yyyy H:mm", "d/M/yyyy H:mm:ss", "ddd, d MMM yyyy H:mm:ss 'GMT'", "ddd, d MMM yyyy H:mm:ss zzz", "d MMM yyyy", "d MMM yyyy H:mm",
        "MMM d, yyyy", "MMM d, yyyy H:mm", "MMM d, yyyy h:mm tt", "yyyyMMdd",
    ];

    /// <summary>A date: ISO 8601, Unix seconds, milliseconds or microseconds, or a usual written form. Without an offset it is UTC.
    /// Where day and month can be told apart in one way only, that way; else the month comes first.</summary>
    public static DateTimeOffset? Date(string text)
    {
        const DateTimeStyles Utc = DateTimeStyles.AssumeUniversal | DateTimeStyles.AllowWhiteSpaces;
        text = text.Trim();
        if (text.Length is < 8 or > 40) return null;
        if (text.Length != 8 && double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)) return UnixDate(number);
        if (text.Length >= 10 && char.IsAsciiDigit(text[0]) && char.IsAsciiDigit(text[3]) && text[4] is '-' or '/' && text[7] == text[4])
            return DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, Utc, out var iso) ? iso : null;
        return DateTimeOffset.TryParseExact(text, DateForms, CultureInfo.InvariantCulture, Utc, out var date) ? date : null;
    }

    /// <summary>A rating: a number, <c>4/5</c>, <c>4 stars</c>, or a word; with the best rating where the text says it.</summary>
    public static (double Value, double? Of)? Rating(string text)
    {
        text = text.Trim();
        var slash = text.IndexOf('/', StringComparison.Ordinal);
        if (slash > 0 && Number(text[..slash]) is { } value && Number(text[(slash + 1)..]) is { } of and > 0) return (value, of);
        if (text.EndsWith('%') && Number(text[..^1]) is { } percent) return (percent, 100);
        if (text.EndsWith("stars", StringComparison.OrdinalIgnoreCase) && Number(text[..^5]) is { } stars) return (stars, null);
        if (Number(text) is { } number) return (number, null);
        return Fields.Key(text) switch
        {
            "very_satisfied" or "excellent" or "great" or "good" or "satisfied" or "positive" or "happy" => (5, 5),
            "neutral" or "ok" or "okay" => (3, 5),
            "very_dissatisfied" or "very_unsatisfied" or "dissatisfied" or "unsatisfied" or "bad" or "poor" or "negative" or "unhappy" => (1, 5),
            _ => null,
        };
    }

    /// <summary>A yes or a no.</summary>
    public static bool? Flag(string text) => text.Trim().ToLowerInvariant() switch
    {
        "true" or "yes" or "y" or "1" => true,
        "false" or "no" or "n" or "0" => false,
        _ => null,
    };

    /// <summary>Who answers, by the word for it.</summary>
    public static AnsweredBy AnsweredBy(string text) => Fields.Key(text.Trim()) switch
    {
        "human" or "person" or "agent" or "human_agent" or "staff" or "live" or "employee" or "support" => NotebookKit.AnsweredBy.Human,
        "bot" or "ai" or "model" or "virtual" or "automated" or "auto" or "machine" or "chatbot" or "ai_agent" or "virtual_agent" or "llm"
            or "assistant" or "automatic" => NotebookKit.AnsweredBy.Model,
        "edited" or "edited_model" or "human_edited" or "ai_edited" or "hybrid" => NotebookKit.AnsweredBy.EditedModel,
        _ => NotebookKit.AnsweredBy.Unknown,
    };

    /// <summary>Where a row comes from, by the word for it.</summary>
    public static Origin? OriginOf(string text) => Fields.Key(text.Trim()) switch
    {
        "production" or "production_log" or "log" or "logs" or "user" or "real" or "app" => Origin.ProductionLog,
        "public" or "public_dataset" or "open" => Origin.PublicDataset,
        "human" or "human_written" or "manual" or "handwritten" or "expert" => Origin.HumanWritten,
        "synthetic" or "generated" or "augmented" or "llm" or "model" => Origin.Synthetic,
        "distilled" or "distillation" or "teacher" => Origin.Distilled,
        _ => null,
    };

    /// <summary>The basis of consent; the ways to say yes and no become <c>opted-in</c> and <c>opted-out</c>.</summary>
    public static string Consent(string text)
    {
        var key = Fields.Key(text.Trim());
        return key switch
        {
            "true" or "yes" or "y" or "1" or "given" or "granted" or "opt_in" or "opted_in" or "optin" or "allowed" => "opted-in",
            "false" or "no" or "n" or "0" or "denied" or "withdrawn" or "revoked" or "opt_out" or "opted_out" or "optout" or "refused" => "opted-out",
            _ => key.Replace('_', '-'),
        };
    }

    private static double? Number(string text) =>
        double.TryParse(text.Trim().Replace(',', '.'), NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
            ? number : null;

    private static DateTimeOffset? UnixDate(double number)
    {
        // 10¹¹ seconds are in the year 5138: what is larger is in finer units.
        var milliseconds = number switch
        {
            < 1e8 => double.NaN,
            < 1e11 => number * 1e3,
            < 1e14 => number,
            < 1e17 => number / 1e3,
            _ => double.NaN,
        };
        return double.IsNaN(milliseconds) ? null : DateTimeOffset.FromUnixTimeMilliseconds((long)Math.Round(milliseconds));
    }
}
