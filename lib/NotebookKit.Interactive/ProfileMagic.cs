using Microsoft.CodeAnalysis.Tags;
using Microsoft.DotNet.Interactive;
using Microsoft.DotNet.Interactive.Commands;
using Microsoft.DotNet.Interactive.Directives;
using Microsoft.DotNet.Interactive.Events;
using Microsoft.DotNet.Interactive.ValueSharing;
using NotebookKit.Display;

namespace NotebookKit.Interactive;

/// <summary><c>#!nbk-profile data</c> shows what is in each field of the examples that a variable holds.</summary>
internal static class ProfileMagic
{
    public const string Name = "#!nbk-profile";

    /// <summary>Adds the magic to a kernel that does not have it yet.</summary>
    public static void AddTo(Kernel kernel)
    {
        if (kernel.KernelInfo.SupportedDirectives.Any(d => d.Name == Name)) return;
        var variable = new KernelDirectiveParameter("--dataset", "A variable that holds a dataset, or examples.") { AllowImplicitName = true, Required = true };
        variable.AddCompletions(async context =>
        {
            foreach (var dataset in (await Variables(kernel).ConfigureAwait(false)).Where(HoldsDataset)) context.CompletionItems.Add(new(dataset.Name, WellKnownTags.Local));
        });
        kernel.AddDirective<ProfileDataset>(
            new(Name) { Description = "Shows what is in each field of a dataset: rows with a value, different values, how they are spread.", Parameters = { variable } },
            (command, context) => Show(kernel, command, context));
    }

    private static async Task Show(Kernel kernel, ProfileDataset command, KernelInvocationContext context)
    {
        var variables = await Variables(kernel).ConfigureAwait(false);
        var isThere = variables.Any(v => v.Name == command.Dataset);
        // A value that is asked for and is not there would be an error of its own.
        var value = isThere ? await Value(kernel, command.Dataset).ConfigureAwait(false) : null;
        if (value is Dataset data) context.Display(data.Describe());
        else if (value is IEnumerable<Example> examples) context.Display(examples.Describe());
        else context.Fail(command, message: $"{Name}: {Trouble(command.Dataset, isThere, value)}. {Choice(variables)}");
    }

    private static string Trouble(string name, bool isThere, object? value) => value switch
    {
        _ when !isThere => $"there is no variable '{name}'",
        null => $"'{name}' is null",
        StageResult => $"'{name}' is what a stage gave, not a dataset; give the rows that it kept a name: var kept = {name}.Kept",
        _ => $"'{name}' is no dataset, it is a {value.GetType().Name}",
    };

    private static string Choice(IReadOnlyList<KernelValueInfo> variables) =>
        variables.Where(HoldsDataset).Select(v => v.Name).ToList() is { Count: > 0 } names ? $"Variables that hold a dataset: {string.Join(", ", names)}." : "No variable holds a dataset yet.";

    private static bool HoldsDataset(KernelValueInfo variable) => variable.Type is { } type && (type == typeof(Dataset) || typeof(IEnumerable<Example>).IsAssignableFrom(type));

    private static async Task<IReadOnlyList<KernelValueInfo>> Variables(Kernel kernel)
    {
        var answer = await kernel.SendAsync(new RequestValueInfos(kernel.Name)).ConfigureAwait(false);
        return [.. answer.Events.OfType<ValueInfosProduced>().SelectMany(e => e.ValueInfos).OrderBy(v => v.Name, StringComparer.Ordinal)];
    }

    private static async Task<object?> Value(Kernel kernel, string name)
    {
        var answer = await kernel.SendAsync(new RequestValue(name, "text/plain", kernel.Name)).ConfigureAwait(false);
        return answer.Events.OfType<ValueProduced>().FirstOrDefault()?.Value;
    }
}
