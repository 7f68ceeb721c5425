using NotebookKit.Kernel.Jupyter.Wire;

namespace NotebookKit.Kernel.Tests.Jupyter.Wire;

public class ByteBudgetTests
{
    [Fact]
    public void Who_is_refused_gives_back_what_he_held_at_once()
    {
        var budget = new ByteBudget(100);
        long one = 0, two = 0;
        budget.Take(60, ref one);
        budget.Take(40, ref two);
        Assert.Throws<WireException>(() => budget.Take(1, ref one));
        Assert.Equal((0, 40), (one, two));
        budget.Take(60, ref two);
        Assert.Throws<WireException>(() => budget.Take(1, ref one));
        budget.Return(two);
        budget.Take(100, ref one);
    }

    [Fact]
    public void Of_many_who_fill_it_together_no_more_are_refused_than_must_be()
    {
        for (var round = 0; round < 200; round++)
        {
            var (budget, refused) = (new ByteBudget(299), 0);
            Parallel.For(0, 3, new ParallelOptions { MaxDegreeOfParallelism = 3 }, _ =>
            {
                long own = 0;
                try
                {
                    for (var step = 0; step < 100; step++) budget.Take(1, ref own);
                }
                catch (WireException)
                {
                    Interlocked.Increment(ref refused);
                }
            });
            Assert.Equal(1, refused);
        }
    }
}
