namespace NotebookKit.Formatting;

/// <summary>The shape of a row in a training file. One run writes one shape, never a mix.</summary>
public enum ChatFormat
{
    /// <summary>OpenAI messages: <c>{"messages":[{"role","content"}],"tools":[…]}</c>. S3: the native format of most chat models.</summary>
    ChatMl,

    /// <summary>ShareGPT: <c>{"conversations":[{"from","value"}],"tools":"…"}</c>, as LLaMA-Factory, Axolotl and FastChat read it.</summary>
    ShareGpt,

    /// <summary>Alpaca: <c>{"instruction","input","output","system","history"}</c>, for turns in pairs without tools.</summary>
    Alpaca,
}

/// <summary>What happens to system prompts before rows are written.</summary>
public enum SystemPromptPolicy
{
    /// <summary>Rows keep the prompts they came with; differences are reported.</summary>
    Keep,

    /// <summary>Every row begins with the one prompt that is given; its own leave.</summary>
    Set,

    /// <summary>No row has a system prompt.</summary>
    Drop,
}
