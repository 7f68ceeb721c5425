using NotebookKit.Display.Charts;

namespace NotebookKit.Tests.Display.Charts;

public class TickTests
{
    private static readonly double[] Nice = [1, 2, 5, 10];

    [Fact]
    public void Ticks_of_numbers_are_1_2_or_5_apart_within_the_span_and_tell_each_other_apart()
    {
        for (var i = 0; i < 3_000; i++)
        {
            var (low, high) = RandomSpan(i);
            var about = 2 + (i % 9);
            var ticks = NumberTicks.Of(low, high, about);
            Assert.InRange(ticks.Count, about == 2 ? 0 : 1, about + 1);
            Assert.All(ticks, t => Assert.InRange(t.At, low - ((high - low) * 1e-5), high + ((high - low) * 1e-5)));
            Assert.Equal(ticks.Count, ticks.Select(t => t.Text).Distinct().Count());
            if (ticks.Count < 2) continue;
            var step = ticks[1].At - ticks[0].At;
            var digit = step / Math.Pow(10, Math.Floor(Math.Log10(step) + 1e-6));
            Assert.Contains(Nice, n => Math.Abs(n - digit) < 1e-3 * n);
            for (var t = 2; t < ticks.Count; t++) Assert.Equal(step, ticks[t].At - ticks[t - 1].At, step * 1e-3);
        }
    }

    [Fact]
    public void A_widened_span_begins_and_ends_at_a_tick_and_holds_the_span()
    {
        for (var i = 0; i < 3_000; i++)
        {
            var (low, high) = RandomSpan(i);
            var about = 2 + (i % 9);
            var (from, to, ticks) = NumberTicks.Widen(low, high, about);
            var dust = (high - low) * 1e-5;
            Assert.True(from <= low + dust && to >= high - dust, $"{low} – {high}: {from} – {to}");
            Assert.True(to - from <= (high - low) * (1 + (10.0 / about)) * 1.01, $"{low} – {high}: {from} – {to}");
            Assert.InRange(ticks.Count, 2, about + 2);
            Assert.Equal(from, ticks[0].At, dust);
            Assert.Equal(to, ticks[^1].At, dust);
        }
    }

    [Theory]
    [InlineData(0, 10, 5, "0 2 4 6 8 10")]
    [InlineData(0, 1, 4, "0 0.5 1")]
    [InlineData(-0.3, 0.3, 6, "-0.3 -0.2 -0.1 0 0.1 0.2 0.3")]
    [InlineData(0, 45_000, 5, "0 10k 20k 30k 40k")]
    [InlineData(0, 2.5e6, 5, "0 0.5M 1M 1.5M 2M 2.5M")]
    [InlineData(1_000_000, 1_000_004, 4, "1,000,000 1,000,001 1,000,002 1,000,003 1,000,004")]
    [InlineData(0, 3e-7, 3, "0 1e-7 2e-7 3e-7")]
    [InlineData(-2e300, 2e300, 4, "-2e300 -1e300 0 1e300 2e300")]
    public void Ticks_are_written_with_as_many_digits_as_they_need(double low, double high, int about, string expected) =>
        Assert.Equal(expected, string.Join(' ', NumberTicks.Of(low, high, about).Select(t => t.Text)));

    [Fact]
    public void Counts_have_no_ticks_between_whole_numbers() =>
        Assert.Equal([0, 1, 2], NumberTicks.Of(0, 2, 10, whole: true).Select(t => t.At));

    [Fact]
    public void Ticks_of_shares_are_percent() =>
        Assert.Equal(["0%", "0.2%", "0.4%"], NumberTicks.Of(0, 0.005, 3, percent: true).Select(t => t.Text));

    [Fact]
    public void Ticks_of_logarithms_are_powers_of_ten_or_2_and_5_times_them()
    {
        Assert.Equal(["1", "10", "100", "1k", "10k"], LogTicks.Of(1, 10_000, 5).Select(t => t.Text));
        Assert.Equal(["1", "2", "5", "10", "20"], LogTicks.Of(1, 20, 6).Select(t => t.Text));
        for (var i = 0; i < 500; i++)
        {
            var low = Math.Pow(10, (ChartCases.At(5, i) * 40) - 20);
            var high = low * Math.Pow(10, 0.01 + (ChartCases.At(6, i) * 20));
            var ticks = LogTicks.Of(low, high, 5);
            Assert.InRange(ticks.Count, 1, 9);
            Assert.All(ticks, t => Assert.InRange(t.At, low * (1 - 1e-5), high * (1 + 1e-5)));
            Assert.Equal(ticks.Count, ticks.Select(t => t.Text).Distinct().Count());
            var (from, to) = LogTicks.Widen(low, high);
            Assert.True(from <= low * 1.001 && to >= high * 0.999 && from < to);
        }
    }

    [Fact]
    public void Ticks_of_dates_lie_at_round_times_in_order_and_are_all_different()
    {
        for (var i = 0; i < 500; i++)
        {
            var low = (ChartCases.At(7, i) * 4e12) - 1e12;
            var high = low + Math.Pow(10, 3 + (ChartCases.At(8, i) * 10));
            var ticks = DateTicks.Of(low, high, 6);
            Assert.InRange(ticks.Count, 1, 16);
            Assert.All(ticks, t => Assert.InRange(t.At, low, high));
            Assert.Equal(ticks.Select(t => t.At).Order(), ticks.Select(t => t.At));
            Assert.All(ticks, t => Assert.Equal(0, t.At % 1000));
        }
    }

    [Fact]
    public void The_first_tick_of_a_year_says_which()
    {
        static double At(int year, int month, int day, int hour = 0) => new DateTimeOffset(year, month, day, hour, 0, 0, TimeSpan.Zero).ToUnixTimeMilliseconds();
        Assert.Equal(["Oct 2025", "Nov", "Dec", "Jan 2026", "Feb"], DateTicks.Of(At(2025, 9, 20), At(2026, 2, 10), 5).Select(t => t.Text));
        Assert.Equal(["31 Dec 2025 18:00", "1 Jan 2026", "06:00"], DateTicks.Of(At(2025, 12, 31, 13), At(2026, 1, 1, 8), 4).Select(t => t.Text));
        Assert.Equal(["1950", "2000"], DateTicks.Of(At(1920, 1, 1), At(2030, 1, 1), 2).Select(t => t.Text));
        Assert.NotEmpty(DateTicks.Of(DateTimeOffset.MinValue.ToUnixTimeMilliseconds(), DateTimeOffset.MaxValue.ToUnixTimeMilliseconds(), 6));
    }

    /// <summary>Spans of all sizes, with ends of both signs, near zero and far from it.</summary>
    private static (double Low, double High) RandomSpan(int i)
    {
        var size = Math.Pow(10, (ChartCases.At(1, i) * 60) - 30);
        var low = (i % 3) switch { 0 => 0, 1 => (ChartCases.At(2, i) - 0.5) * size, _ => (ChartCases.At(3, i) - 0.5) * size * 1e5 };
        return (low, low + (size * (0.01 + ChartCases.At(4, i))));
    }
}
