namespace NotebookKit.Sourcing;

/// <summary>What one input holds, before records are joined and ids given.</summary>
internal sealed class ReadInput
{
    public required string Path { get; init; }

    public long Records { get; set; }

    public List<Draft> Drafts { get; } = [];

    public List<RejectedRow> Rejected { get; } = [];

    public List<Finding> Findings { get; } = [];

    public string Sha256 { get; set; } = "";
}

/// <summary>Reads one input: cuts it on this thread, parses batches on others, keeps the order.</summary>
internal sealed class InputReader(string path, int index, SourcingOptions options, RunContext run, Action<long> progress)
{
    private readonly ReadInput input = new() { Path = path };
    private ParsedRecord? bulk;

    public ReadInput Read()
    {
        var format = SourcingOptions.For(options.Formats, path, out var code) ? code : default(SourceFormat?);
        var map = SourcingOptions.For(options.Maps, path, out var own) ? own : options.Map;
        if (own is not null) format ??= SourceFormat.Mapped;
        var parser = new RecordParser(path, options, format is { } known ? RecordFormat.Of(known, map) : null, map);
        try
        {
            using var file = InputFile.Open(path);
            Read(file, parser);
            input.Sha256 = file.Sha256();
            progress(file.BytesRead);
        }
        catch (InvalidDataException)
        {
            // Of an archive that is damaged from its first bytes on nothing is known, not even a hash of what was meant.
            Damaged();
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new SourceException(path, $"'{path}' could not be read to its end ({error.GetType().Name}); check the disk and try again.", error);
        }

        return input;
    }

    private void Read(InputFile file, RecordParser parser)
    {
        switch (file.Layout)
        {
            case Layout.Binary:
                input.Findings.Add(new(Severity.Failure, "not-text", "The file is not text; JSON Lines, JSON, CSV or TSV was expected."));
                break;
            case Layout.Lines:
                Batches(file, new LineCutter(file.Feed, options.MaxLineBytes), parser.ParseJson);
                break;
            case Layout.Document:
                Batches(file, new JsonCutter(file.Feed, options.MaxLineBytes), parser.ParseJson);
                break;
            case Layout.Cells:
                var cutter = new CsvCutter(file.Feed, options.MaxLineBytes, file.Separator);
                if (Header(cutter) is { } header) Batches(file, cutter, new CsvParser(parser, header, file.Separator).Parse);
                break;
        }
    }

    private static string[]? Header(CsvCutter cutter)
    {
        while (true)
        {
            var batch = new Batch();
            if (!cutter.Next(batch)) return null;
            var row = batch.Of(batch.Records[0]).Span;
            // Excel writes the separator in a line of its own.
            if (!row.StartsWith("sep="u8)) return CsvParser.Header(row, cutter.Separator);
        }
    }

    private void Batches(InputFile file, Cutter cutter, Func<Batch, CancellationToken, List<ParsedRecord>> parse)
    {
        var waiting = new Queue<Task<List<ParsedRecord>>>();
        var more = true;
        while (more)
        {
            run.Cancel.ThrowIfCancellationRequested();
            var batch = new Batch();
            try
            {
                while (!batch.IsFull && (more = cutter.Next(batch))) { }
            }
            catch (InvalidDataException)
            {
                more = false;
                Enqueue(waiting, batch, parse);
                while (waiting.TryDequeue(out var rest)) Collect(rest.GetAwaiter().GetResult());
                Damaged();
                return;
            }

            Enqueue(waiting, batch, parse);
            while (waiting.Count > (more ? run.Threads : 0)) Collect(waiting.Dequeue().GetAwaiter().GetResult());
            progress(file.BytesRead);
        }

        if (bulk is { Rejected: { } lonely }) input.Rejected.Add(lonely);
    }

    private void Enqueue(Queue<Task<List<ParsedRecord>>> waiting, Batch batch, Func<Batch, CancellationToken, List<ParsedRecord>> parse)
    {
        if (batch.Records.Count == 0) return;
        waiting.Enqueue(run.Threads == 1 ? Task.FromResult(parse(batch, run.Cancel)) : Task.Run(() => parse(batch, run.Cancel)));
    }

    private void Collect(List<ParsedRecord> parsed)
    {
        foreach (var record in parsed)
        {
            input.Records++;
            if (record.IsBulkLine)
            {
                if (bulk is { Rejected: { } lonely }) input.Rejected.Add(lonely);
                bulk = record;
                continue;
            }

            Add(record);
            bulk = null;
        }
    }

    private void Add(ParsedRecord record)
    {
        if (record.Rejected is { } rejected)
        {
            if (bulk is { Rejected: { } head }) input.Rejected.Add(head with { Reason = $"{RejectReasons.MissingField}: the record of this line could not be read" });
            input.Rejected.Add(rejected);
            return;
        }

        for (var part = 0; part < record.Drafts.Count; part++)
        {
            var draft = record.Drafts[part];
            (draft.Input, draft.Record, draft.Part) = (index, input.Records, part);
            draft.HasBulkLine = bulk is not null && part == 0;
            if (draft.GivenId is null && bulk?.BulkId is { } id && CommonFields.IsId(id)) draft.GivenId = id;
            input.Drafts.Add(draft);
        }
    }

    private void Damaged()
    {
        input.Records++;
        input.Rejected.Add(new(path, 0, null, $"{RejectReasons.DamagedGzip}: a whole gzip file was expected; what came before the damage was read", null));
    }
}
