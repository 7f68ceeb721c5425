#!/usr/bin/env -S dotnet run
#:project ../../lib/NotebookKit.Kernel

// Installs the C# kernel of this kit, so that Jupyter and VS Code can run notebooks.
//
//   dotnet run notebooks/scripts/kernel.cs -- install      into your own data folder
//   dotnet run notebooks/scripts/kernel.cs -- uninstall    takes it away again
//   dotnet run notebooks/scripts/kernel.cs -- list         what is installed
//   dotnet run notebooks/scripts/kernel.cs -- doctor       what is missing, and how to mend it
//   dotnet run notebooks/scripts/kernel.cs -- --help

return NotebookKit.Kernel.Jupyter.KernelCommand.Run(args);
