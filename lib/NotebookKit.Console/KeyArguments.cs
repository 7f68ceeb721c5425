namespace NotebookKit.Console;

/// <summary>The secret key that commands are given, by <c>--key-file</c> or <c>--key-env</c>.</summary>
internal static class KeyArguments
{
    /// <summary>The key; null where none was given.</summary>
    /// <exception cref="UsageException">Both were given, or the key cannot be read or is too short; nothing of it is in the message.</exception>
    public static SecretKey? Read(string? file, string? variable)
    {
        if (file is not null && variable is not null) throw new UsageException("--key-file and --key-env were both given: the key comes from one of them.");
        try
        {
            return file is not null ? SecretKey.FromFile(file) : variable is not null ? SecretKey.FromEnvironment(variable) : null;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new UsageException($"--key-file: '{file}' {PrepareArguments.Why(file!)}.", error);
        }
        catch (ArgumentException error)
        {
            throw new UsageException($"{(file is null ? "--key-env" : "--key-file")}: {error.Message.Split(" (Parameter", 2)[0]}", error);
        }
    }
}
