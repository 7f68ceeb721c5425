namespace NotebookKit;

/// <summary>Marks errors whose message never holds a text of the data, so that <see cref="StageFailedException"/> may repeat it.</summary>
internal interface ISafeMessage;
