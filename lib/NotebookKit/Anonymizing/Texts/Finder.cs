using System.Runtime.InteropServices;

namespace NotebookKit.Anonymizing;

/// <summary>Finds personal data in one text: in the text as recognizers see it, then in what is in disguise there. Thread-safe.</summary>
internal sealed class Finder(IReadOnlyList<Recognizer> recognizers, IReadOnlySet<string> wanted, double minScore, TermList terms)
{
    /// <summary>What is made of digits, or of an address that a line's end may break.</summary>
    private static readonly Recognizer[] Numbers = [new PhoneRecognizer(), new CreditCardRecognizer(), new IbanRecognizer(), new UsSsnRecognizer()], Mails = [new EmailRecognizer()];

    private readonly Recognizer[] numbers = [.. Numbers.Where(r => wanted.Contains(r.EntityType))], mails = [.. Mails.Where(r => wanted.Contains(r.EntityType))];

    /// <summary>Where places and postcodes are looked for beside addresses, an address is told apart into its parts.</summary>
    private readonly bool splits = wanted.Contains(EntityTypes.StreetAddress) && wanted.Contains(EntityTypes.Location) && wanted.Contains(EntityTypes.Postcode);

    /// <summary>Where persons, places and organizations are looked for in the kit's own way, names tell of one another.</summary>
    private readonly bool names = wanted.Contains(EntityTypes.Person) && recognizers.Any(r => r is ListNameRecognizer);

    private static readonly HashSet<string> Known = [.. EntityTypes.All];

    private static readonly KnownNameRecognizer ByName = new();

    private static readonly RecognizerContext Nothing = new();

    /// <summary>The finder of an anonymizer's options.</summary>
    public static Finder For(Anonymizer options)
    {
        // Who says what is to take the place of a type wants it to be found.
        var wanted = new HashSet<string>(options.Types.Concat(options.Operators.Keys), StringComparer.Ordinal);
        List<Recognizer> all = [.. Recognizers.BuiltIn.Where(r => r.Types.Any(wanted.Contains)), .. options.Recognizers];
        if (options.Deny.Count > 0) all.Add(new DeniedValues(options.Deny));
        // A find of a built-in type that nobody asked for may come from a recognizer of several types; a type of one's own is always wanted, also one that a
        // service only tells with its answer.
        foreach (var type in all.Skip(all.Count - options.Recognizers.Count - (options.Deny.Count > 0 ? 1 : 0)).SelectMany(r => r.Types)) wanted.Add(type);
        return new(all, wanted, options.MinScore, new(options.Terms));
    }

    /// <summary>True for a type that is asked for, and for every type that is not the kit's.</summary>
    public bool Wants(string type) => wanted.Contains(type) || !Known.Contains(type);

    /// <summary>Fills the list with what other places of the record gave away, as <see cref="Find"/> does.</summary>
    public void FindLearned(string text, RecognizerContext context, List<Span> spans, List<(int Start, int End)> placeholders)
    {
        spans.Clear();
        var plain = PlainText.Of(text);
        context.Learned.Find(plain.Text, ByName, spans);
        if (spans.Count == 0) return;
        Placeholders.Find(plain.Text, placeholders);
        context.StandIns?.Find(plain.Text, placeholders);
        spans.RemoveAll(s => s.Score < minScore || !Wants(s.Type) || Placeholders.Meets(placeholders, s) || terms.Allows(plain.Text, s));
        Overlaps.Resolve(spans);
        for (var i = 0; i < spans.Count; i++) spans[i] = plain.Original(spans[i]);
    }

    /// <summary>Fills the list with spans that do not overlap, in the order of the text, at its offsets.</summary>
    public void Find(string text, RecognizerContext context, List<Span> spans, List<(int Start, int End)> placeholders)
    {
        spans.Clear();
        var plain = PlainText.Of(text);
        var signs = context.Signs(plain.Text);
        placeholders.Clear();
        if (signs.Bracket) Placeholders.Find(plain.Text, placeholders);
        context.StandIns?.Find(plain.Text, placeholders);
        context.Learned.FindIds(plain.Text, spans);
        Look(plain.Text, context, recognizers, spans, all: true);
        if (signs.Escape) Escaped(plain.Text, context, spans);
        if (numbers.Length > 0) Spelled(plain.Text, context, spans);
        if (signs.Line && numbers.Length + mails.Length > 0) Broken(plain.Text, context, spans);
        if (signs.Run) Encoded(plain.Text, context, spans);
        if (spans.Count == 0) return;
        if (splits) AddressSplit.Apply(plain.Text, spans);
        spans.RemoveAll(s => s.End <= s.Start || Placeholders.Meets(placeholders, s));
        // What a cue says is learned also where another recognizer found the same, and more surely.
        var cued = spans.Exists(LearnedValues.IsTold) ? spans.FindAll(LearnedValues.IsTold) : null;
        Overlaps.Resolve(spans);
        if (cued is not null) context.Learned.AddTold(cued, spans, plain.Text);
        for (var i = 0; i < spans.Count; i++) spans[i] = plain.Original(spans[i]);
    }

    /// <summary>Adds what recognizers find in a text and the caller wants; with <paramref name="all"/>, what is in the list already is asked for that, too.</summary>
    private void Look(string text, RecognizerContext context, IReadOnlyList<Recognizer> with, List<Span> into, bool all = false)
    {
        var first = all ? 0 : into.Count;
        foreach (var recognizer in with) recognizer.Find(text, context, into);
        if (all && names) FellowNames.Apply(text, CollectionsMarshal.AsSpan(context.Tokens(text)), into);
        var kept = first;
        for (var i = first; i < into.Count; i++)
        {
            var span = into[i];
            if (span.Score >= minScore && Wants(span.Type) && !terms.Allows(text, span)) into[kept++] = span;
        }

        into.RemoveRange(kept, into.Count - kept);
    }

    private void Escaped(string text, RecognizerContext context, List<Span> into)
    {
        if (EscapedText.Of(text) is not { } view) return;
        var found = new List<Span>();
        Look(view.Text, context, recognizers, found);
        foreach (var span in found)
            if (view.IsChangedAt(span)) into.Add(view.Original(span));
    }

    private void Spelled(string text, RecognizerContext context, List<Span> into)
    {
        var spelled = new List<SpelledNumber>();
        if (NumberWords.May(text, context.Starts(text))) NumberWords.Find(text, context.Tokens(text), spelled);
        var spoken = spelled.Count;
        SpacedDigits.Find(text, spelled);
        for (var i = 0; i < spelled.Count; i++)
        {
            var number = spelled[i];
            var view = number.Close();
            var found = new List<Span>();
            Look(view.Text, context, numbers, found);
            found.RemoveAll(s => !view.IsChanged(s) || (s.Type == EntityTypes.Phone && number.IsCount));
            foreach (var span in found) into.Add(view.Original(span));
            if (found.Count > 0 || !wanted.Contains(EntityTypes.Phone) || number.Digits > 15) continue;
            // Nobody writes a quantity digit by digit: what is no card and no account number is dialled, unless a word before it says otherwise.
            var cue = ResidualRules.PhoneContext(text, number.Start);
            var score = number.IsCount ? 0 : number.IsNorthAmerican && (cue >= 0 || i < spoken) ? 0.7 : cue < 0 ? 0 : cue > 0 ? 0.65 : i < spoken ? 0.55 : 0;
            var phone = new Span(number.Start, number.End, EntityTypes.Phone, score, "SpelledNumber");
            if (score > 0 && score >= minScore && !terms.Allows(text, phone)) into.Add(phone);
        }
    }

    private void Broken(string text, RecognizerContext context, List<Span> into)
    {
        if (context.Numbers(text).IsEmpty && !context.Signs(text).At) return;
        List<Span>? found = null;
        for (var from = 0; BrokenLines.Next(text, ref from, out var soft) is { } view;)
        {
            found ??= [];
            found.Clear();
            Look(view.Text, context, numbers, found);
            Look(view.Text, context, mails, found);
            foreach (var span in found)
                if (view.IsInside(span) && (soft || BrokenLines.IsOne(view.Text, span)) && !IsTwo(view, span)) into.Add(view.Original(span));
        }
    }

    /// <summary>True where one line alone has a telephone number: then the other line's figures are something else. A hyphen at the line's end goes on.</summary>
    private static bool IsTwo(MappedText view, Span span)
    {
        if (span.Type != EntityTypes.Phone || Chars.Before(view.Text, view.FirstChange) == '-') return false;
        var found = new List<Span>();
        Numbers[0].Find(view.Text[..view.FirstChange], Nothing, found);
        Numbers[0].Find(view.Text[view.FirstChange..], Nothing, found);
        return found.Exists(s => s.Score >= 0.5);
    }

    private void Encoded(string text, RecognizerContext context, List<Span> into)
    {
        List<Span>? found = null;
        for (var from = 0; EncodedRuns.Next(text, ref from, out var start, out var end) is { } decoded;)
        {
            found ??= [];
            found.Clear();
            Look(PlainText.Of(decoded).Text, context, recognizers, found);
            if (found.Count == 0) continue;
            var surest = found.MaxBy(s => s.Score);
            into.Add(surest with { Start = start, End = end });
        }
    }
}
