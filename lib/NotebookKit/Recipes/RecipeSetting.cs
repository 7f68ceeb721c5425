namespace NotebookKit.Recipes;

/// <summary>One option of one stage of a recipe, as a person sets it by text.</summary>
/// <param name="Key">How it is addressed: <c>near.threshold</c>; a child rule by its own key: <c>length.minOutput</c>.</param>
/// <param name="Step">Key of the recipe's step it belongs to.</param>
/// <param name="Type">What values look like: <c>number</c>, <c>whole | input | …</c>, <c>list, by comma</c>.</param>
/// <param name="Value">The present value, in the form in which it is set.</param>
/// <param name="Description">Meaning, unit, range and source: the summary of the option's documentation.</param>
public sealed record RecipeSetting(string Key, string Step, string Type, string Value, string Description);

/// <summary>A setting that a recipe does not have, or a value that it does not take. The message is one line for people.</summary>
public sealed class SettingException : ArgumentException
{
    /// <summary>Makes the error.</summary>
    public SettingException(string message, Exception? cause = null)
        : base(message, cause) { }
}
