using System.Reflection;

namespace NotebookKit.Tests.PublicApi;

/// <summary>What others can build on is written down: a change of it is seen, and made on purpose.</summary>
public class PublicApiTests
{
    private static readonly Dictionary<string, Assembly> Libraries = new()
    {
        ["NotebookKit"] = typeof(Dataset).Assembly,
        ["NotebookKit.Console"] = typeof(NotebookKit.Console.PrepareCommand).Assembly,
    };

    public static TheoryData<string> Names => [.. Libraries.Keys];

    [Theory, MemberData(nameof(Names))]
    public void The_public_api_is_the_one_that_is_written_down(string name) =>
        Accepted.Is($"tests/NotebookKit.Tests/Expected/PublicApi/{name}.txt", ApiText.Of(Libraries[name]));

    [Theory, MemberData(nameof(Names))]
    public void The_text_is_the_same_every_time(string name) => Assert.Equal(ApiText.Of(Libraries[name]), ApiText.Of(Libraries[name]));

    [Fact]
    public void A_type_is_shown_with_parameters_defaults_and_what_may_be_null() => Assert.Equal(
        """
        abstract class NotebookKit.Tests.PublicApi.Shown : IDisposable
            const string Word = "a"
            protected Shown(int count)
            required IReadOnlyList<string?>? Names { get; init; }
            abstract void Dispose()
            static T First<T>(T[] items, double? limit = 0.5, string? name = null)
            override string ToString()

        """.ReplaceLineEndings("\n"), ApiText.Of(typeof(Shown)));
}

/// <summary>Has one of everything that a text of the API must get right.</summary>
public abstract class Shown : IDisposable
{
    /// <summary>A constant.</summary>
    public const string Word = "a";

    /// <summary>Makes it.</summary>
    protected Shown(int count) => _ = count;

    /// <summary>A list that may be missing, of names that may be.</summary>
    public required IReadOnlyList<string?>? Names { get; init; }

    /// <summary>Nobody outside sees it.</summary>
    internal int Hidden { get; set; }

    /// <summary>A generic method with defaults.</summary>
    public static T? First<T>(T[] items, double? limit = 0.5, string? name = null) =>
        limit is null || name is not null ? default : items.FirstOrDefault();

    /// <inheritdoc/>
#pragma warning disable CA1816, CA1063 // Only its signature matters.
    public abstract void Dispose();
#pragma warning restore CA1816, CA1063

    /// <inheritdoc/>
    public override string ToString() => Word;
}
