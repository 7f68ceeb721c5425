namespace NotebookKit.Anonymizing;

/// <summary>Legal forms of companies, as they stand behind a name: <c>Ltd</c>, <c>S.p.A.</c>, <c>Sp. z o.o.</c> Source of the forms: the ISO 20275 list of entity legal forms.</summary>
internal static class LegalForms
{
    /// <summary>Forms that nothing else is written as.</summary>
    private const string Sure =
        "and Sons|& Sons|and Co|& Co.|& Co|and Company|& Company|& Cie|et Fils|y Cía|Pty. Ltd.|Pty Ltd|Pty Limited|Pte. Ltd.|Pte Ltd|Pvt. Ltd.|Pvt Ltd|Private Limited|Co., Ltd.|Co., Ltd|Co.,Ltd.|Co. Ltd|Sdn. Bhd.|Sdn Bhd|Berhad"
        + "|GmbH & Co. KG|GmbH & Co KG|GmbH|gGmbH|mbH|AG & Co. KGaA|KGaA|OHG|e.V.|e.K.|Sp. z o.o.|sp. z o.o.|S.p.A.|S.p.A|SpA|S.r.l.|S.r.l|Srl|S.à r.l.|Sàrl|SARL|S.A.R.L.|S.A.S.|S.A.U.|S.L.U.|S.A. de C.V.|SA de CV|S.A.B. de C.V.|S.A.|S.L.|N.V.|B.V.|A.G.|A/S|ApS|ASA|Oyj|Oy|Abp"
        + "|d.o.o.|d.d.|s.r.o.|a.s.|A.Ş.|Kft.|Kft|Zrt.|Zrt|Nyrt.|Nyrt|Lda.|Lda|Ltda.|Ltda|OÜ|UAB|EOOD|PJSC|JSC|OAO|PAO|K.K.|Tbk|Inc.|Inc|Incorporated|L.L.C.|LLC|L.L.P.|LLP|L.P.|Ltd.|Ltd|PLC|plc|Plc|P.L.C.|Corp.|Corp|Bancorp";

    /// <summary>Forms that are words, regions or codes, too.</summary>
    private const string Unsure = "Limited|Corporation|Company|Holdings|Holding|Group|Co.|AG|AB|AS|SA|SE|NV|BV|KG|SIA|SAS|Bros.|Bros|Brothers|Partners|Associates|Industries|Enterprises|Laboratories|Technologies";

    private static readonly (string Form, bool IsSure)[][] ByFirst = Table();

    /// <summary>Reads a form that begins at an index. Zero where there is none, 1 for one that may be something else, 2 for a sure one.</summary>
    public static int Read(ReadOnlySpan<char> text, int start, out int end)
    {
        end = start;
        var first = Chars.At(text, start);
        if (first >= ByFirst.Length) return 0;
        foreach (var (form, isSure) in ByFirst[first])
        {
            if (!text[start..].StartsWith(form, StringComparison.Ordinal) || Chars.IsWord(Chars.At(text, start + form.Length)) || (form[^1] != '.' && Chars.At(text, start + form.Length) is '-' or '&')) continue;
            end = start + form.Length;
            return isSure ? 2 : 1;
        }

        return 0;
    }

    /// <summary>Lists of forms by their first character, the longest first.</summary>
    private static (string, bool)[][] Table()
    {
        var forms = Sure.Split('|').Select(f => (Form: f, IsSure: true)).Concat(Unsure.Split('|').Select(f => (Form: f, IsSure: false))).ToList();
        return [.. Enumerable.Range(0, 128).Select(c => forms.Where(f => f.Form[0] == c).OrderByDescending(f => f.Form.Length).Select(f => (f.Form, f.IsSure)).ToArray())];
    }
}
