namespace NotebookKit.Anonymizing;

/// <summary>What a remote recognizer did since it was made.</summary>
/// <param name="Asked">Questions that were sent, retries among them. A text longer than <see cref="RemoteRecognizer.MaxCharacters"/> takes several.</param>
/// <param name="Remembered">Texts that were answered from memory or from the file of the cache.</param>
/// <param name="Retries">Questions that were sent again.</param>
/// <param name="Refused">Finds of an answer that were not taken: the quoted words are not in the text, or the type was not asked for.</param>
public readonly record struct RemoteCounts(long Asked, long Remembered, long Retries, long Refused);
