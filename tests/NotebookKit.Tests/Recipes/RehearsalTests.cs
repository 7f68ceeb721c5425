using NotebookKit.Recipes;

namespace NotebookKit.Tests.Recipes;

public sealed class RehearsalTests
{
    [Fact]
    public void The_rehearsal_comes_to_the_end_of_the_report_and_meets_rows_that_leave()
    {
        // In the background nobody would see that it fails and warms nothing any more.
        var page = Rehearsal.Run();

        foreach (var part in new[] { "refusal", "near-duplicate", "\"checklist\"", "\"flow\"", "\"splits\"", "</html>" }) Assert.Contains(part, page, StringComparison.Ordinal);
    }

    [Fact]
    public void One_thread_is_one_thread() => Assert.False(Rehearsal.Begin(new() { Threads = 1 }));

    [Fact]
    public void With_two_threads_it_runs_beside() => Assert.True(Rehearsal.Begin(new() { Threads = 2 }));
}
