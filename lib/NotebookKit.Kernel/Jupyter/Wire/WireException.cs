namespace NotebookKit.Kernel.Jupyter.Wire;

/// <summary>A client that does not keep to the protocol. The message says how, and holds nothing that the client sent.</summary>
internal sealed class WireException(string message) : Exception(message);
