namespace NotebookKit.Recipes;

/// <summary>Names inputs in the account from a folder instead of from the root of the file system.</summary>
internal static class InputNames
{
    /// <summary>The dataset, its inputs and rejected rows named relative to a folder, with forward slashes on every system.</summary>
    public static Dataset From(string root, Dataset data)
    {
        string Named(string file) => Path.GetRelativePath(root, file).Replace('\\', '/');
        return data.WithHistory(History.OfInputs(
            [.. data.History.Inputs.Select(i => i with { File = Named(i.File) })],
            [.. data.History.Rejected.Select(r => r with { File = Named(r.File) })],
            [.. data.History.Joined.Select(j => j with { File = Named(j.File) })]));
    }
}
