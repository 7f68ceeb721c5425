namespace NotebookKit.Writing;

/// <summary>Writes <c>rejected.jsonl</c>: <c>{"file","line","field","reason","raw"}</c>, the records that could not be read, as they are: raw text is kept
/// here and nowhere else.</summary>
internal static class RejectedFile
{
    public static WrittenFile Write(History history, string folder)
    {
        using var file = new OutputFile(folder, "rejected.jsonl", ownerOnly: true);
        foreach (var rejected in history.Rejected)
            file.WriteRow(rejected, static (json, row) =>
            {
                json.WriteStartObject();
                json.WriteString("file", row.File);
                json.WriteNumber("line", row.Line);
                json.WriteString("field", row.Field);
                json.WriteString("reason", row.Reason);
                json.WriteString("raw", row.Raw);
                json.WriteEndObject();
            });
        return file.Finish();
    }
}
