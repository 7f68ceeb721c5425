using System.Collections;
using System.Linq.Expressions;
using System.Reflection;
using System.Text.RegularExpressions;
using NotebookKit.Display;

namespace NotebookKit.Tests.Display;

/// <summary>The library references no host; these tests do to it what the hosts do.</summary>
public class HostTests
{
    private static readonly Dataset Data = Build.Dataset([.. Enumerable.Range(1, 30).Select(i => Build.Example($"row-{i}", $"question {i}", $"answer {i}"))]);

    private static IEnumerable<Type> ViewTypes => typeof(IView).Assembly.GetTypes().Where(t => typeof(IView).IsAssignableFrom(t) && t.IsClass && t.IsPublic);

    [Fact]
    public void Every_view_has_what_dotnet_interactive_looks_for()
    {
        foreach (var type in ViewTypes)
        {
            var attribute = Assert.Single(type.GetCustomAttributes(true), a => a.GetType().Name == "TypeFormatterSourceAttribute");
            var source = Assert.IsType<Type>(attribute.GetType().GetProperty("FormatterSourceType")!.GetValue(attribute), exactMatch: false);
            Assert.NotNull(source.GetConstructor(Type.EmptyTypes));
            Assert.Contains("text/plain", (string[])attribute.GetType().GetProperty("PreferredMimeTypes")!.GetValue(attribute)!);
        }
    }

    [Fact]
    public void Every_view_has_what_verso_looks_for()
    {
        foreach (var type in ViewTypes)
        {
            var method = type.GetMethod("ToHtml", BindingFlags.Public | BindingFlags.Instance, null, Type.EmptyTypes, null);
            Assert.True(method?.ReturnType == typeof(string), type.Name);
        }
    }

    [Fact]
    public void Dotnet_interactive_shows_what_the_view_renders()
    {
        foreach (var view in new IView[] { Data, Data.ToTable(), Data.Head(3), Data.Describe(), Data.CountBy(e => e.Source), Data.Examples[0].ToChat(), "a b".DifferencesTo("a c"), Data.Keep("Rule", "odd", e => e.Id.Length > 5), Data.History })
        {
            var shown = FakeInteractive.Show(view);
            Assert.Equal(view.ToText(), shown["text/plain"]);
            Assert.Contains(view.ToHtml(), shown["text/html"], StringComparison.Ordinal);
        }
    }

    [Fact]
    public void A_result_of_a_derived_stage_shows_itself_too()
    {
        var result = Data.Apply(new NotebookKit.Deduplicating.NearDuplicates());
        Assert.NotEqual(typeof(StageResult), result.GetType());
        Assert.Contains(result.Report.Name, FakeInteractive.Show(result)["text/plain"], StringComparison.Ordinal);
    }

    [Fact]
    public void A_chart_is_its_svg_in_dotnet_interactive()
    {
        var shown = FakeInteractive.Show(NotebookKit.Display.Charts.Chart.Bar("Labels", [KeyValuePair.Create("billing", 3L)]));
        Assert.Equal(["image/svg+xml", "text/plain"], shown.Keys.Order(StringComparer.Ordinal));
        Assert.StartsWith("<svg", shown["image/svg+xml"], StringComparison.Ordinal);
    }

    [Fact]
    public void A_formatter_declines_what_is_no_view()
    {
        using var writer = new StringWriter();
        Assert.False(new ViewFormatter("text/html").Format("text", writer));
        Assert.False(new ViewFormatter("image/svg+xml").Format(Data.ToTable(), writer));
        Assert.Equal("", writer.ToString());
    }

    [Fact]
    public void A_cell_brings_its_style_and_a_script_only_where_a_table_is_long()
    {
        var long_ = ((IView)Data.ToTable()).ToMimeBundle()["text/html"];
        Assert.Equal(1, Count(long_, "<style>"));
        Assert.EndsWith($"</div><script>{Table.Script}</script>", long_, StringComparison.Ordinal);
        Assert.DoesNotContain("<script", ((IView)Data.Head(3)).ToMimeBundle()["text/html"], StringComparison.Ordinal);
        Assert.DoesNotContain("<script", Data.ToTable().ToHtml(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_page_that_sets_formulas_is_told_to_keep_away_from_data()
    {
        foreach (var view in new IView[] { Data.ToTable(), Data.Describe(), Data.Examples[0].ToChat(), Data.ShowRaw() })
            Assert.StartsWith("<div class=\"nk-cell tex2jax_ignore mathjax_ignore\"><style>", view.ToMimeBundle()["text/html"], StringComparison.Ordinal);
    }

    [Fact]
    public void A_style_of_a_cell_touches_nothing_outside_the_kits_views()
    {
        foreach (var style in new[] { ViewStyle.Cell, new PageStyle().ToHtml() })
        {
            var css = Regex.Replace(style, @"</?style>|@media [^{]*\{", "");
            var selectors = Regex.Matches(css, @"([^{}]+)\{[^{}]*\}").SelectMany(m => m.Groups[1].Value.Split(',')).ToList();
            Assert.InRange(selectors.Count, 60, 500);
            Assert.All(selectors, s => Assert.Matches(@"\.nk-", s));
        }
    }

    private static int Count(string text, string part) => text.Split(part).Length - 1;

    /// <summary>Finds formatters as .NET Interactive does for a type without the host's own attribute: the attribute, the source and the formatters are
    /// known by the names of their members only, and the call is compiled for exactly (object, TextWriter) → bool.</summary>
    private static class FakeInteractive
    {
        public static Dictionary<string, string> Show(object value)
        {
            var bundle = new Dictionary<string, string>();
            foreach (var attribute in value.GetType().GetCustomAttributes(true).Where(a => a.GetType().Name == "TypeFormatterSourceAttribute"))
            {
                var source = Activator.CreateInstance((Type)Property(attribute, "FormatterSourceType"))!;
                var formatters = ((IEnumerable)source.GetType().GetMethod("CreateTypeFormatters")!.Invoke(source, null)!).Cast<object>().ToDictionary(f => (string)Property(f, "MimeType"));
                foreach (var mime in (string[])Property(attribute, "PreferredMimeTypes"))
                {
                    var formatter = formatters[mime];
                    var (instance, output) = (Expression.Parameter(typeof(object)), Expression.Parameter(typeof(TextWriter)));
                    var call = Expression.Call(Expression.Constant(formatter), formatter.GetType().GetMethod("Format")!, instance, output);
                    using var writer = new StringWriter();
                    if (Expression.Lambda<Func<object, TextWriter, bool>>(call, instance, output).Compile()(value, writer)) bundle[mime] = writer.ToString();
                }
            }

            return bundle;
        }

        private static object Property(object of, string name) => of.GetType().GetProperty(name)!.GetGetMethod()!.Invoke(of, null)!;
    }
}
