namespace NotebookKit.Anonymizing;

/// <summary>The table of numbers that authorities and registers give out. Each check names its source; what has a check of one digit in ten or eleven and no letters needs a word near it
/// or the official separators to be more than a guess.</summary>
internal static partial class NationalIds
{
    /// <summary>Words that say "a number of a person" of no country in particular.</summary>
    public static Cues AnyId { get; } = new(
        "national id|identification number|identification no|identity number|identity card|identity document|id card|id number|id no|tax number|tax id|taxpayer|tax identification|tin|social security|"
        + "social insurance|national insurance|personal number|personal id|personal code|government id|citizen id|resident id|steuernummer|steuer-id|ausweis|sozialversicherung|identifikationsnummer|"
        + "numéro fiscal|numero fiscal|carte d'identité|pièce d'identité|sécurité sociale|documento de identidad|documento nacional|número de identidad|número fiscal|seguridad social|codice identificativo|"
        + "documento d'identità|carta d'identità|partita iva|belastingnummer|identiteitsnummer|identiteitskaart|número de identificação|documento de identidade|contribuinte|segurança social|vat|vat number");

    /// <summary>All rows.</summary>
    public static IReadOnlyList<NationalId> All { get; } = [.. Western(), .. Northern(), .. Eastern(), .. Americas(), .. Asia(), .. Southern(), .. Vat(), .. Registers()];

    /// <summary>The kinds of the rows, each once, in ordinal order.</summary>
    public static IReadOnlyList<string> Types { get; } = [.. All.Select(r => r.Type).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];

    /// <summary>An invented number of a kind, in the form of an original where one of the kind's rows is as long; null for a kind that the table does not have.</summary>
    public static string? Make(string type, string? like, ref Fakes.Draws draw)
    {
        NationalId? chosen = null;
        var length = like is null ? 0 : Fakes.Compact(like).Length;
        foreach (var row in All)
        {
            if (row.Type != type) continue;
            chosen ??= row;
            if (length == 0 || row.Forms[0].Length != length || !Begins(row.Forms[0], like!)) continue;
            chosen = row;
            break;
        }

        return chosen?.Make(like, ref draw);
    }

    /// <summary>True where the letters that the form prescribes stand in the original too: <c>DE</c> of a VAT number.</summary>
    private static bool Begins(string form, string like) => !char.IsAsciiLetter(form[0]) || like.StartsWith(form[..2], StringComparison.OrdinalIgnoreCase);

    /// <summary>True where weights times digits, letters from 10 on, sum up to a multiple.</summary>
    private static bool Divides(int modulus, ReadOnlySpan<char> id, ReadOnlySpan<byte> weights) => CheckDigits.Sum(id, weights) % modulus == 0 && !CheckDigits.IsUniform(id);

    private static char Letter(string alphabet, long index) => alphabet[(int)(index % alphabet.Length)];
}
