using Microsoft.DotNet.Interactive.Commands;

namespace NotebookKit.Interactive;

/// <summary>The command behind <c>#!nbk-profile</c>. The host makes it of what stands behind the magic's name.</summary>
public sealed class ProfileDataset : KernelDirectiveCommand
{
    /// <summary>The variable to describe.</summary>
    public string Dataset { get; set; } = "";
}
