#!/usr/bin/env -S dotnet run
#:project ../../lib/NotebookKit.Kernel

// Runs notebooks, top to bottom, each in a fresh process, and keeps what they show.
//
//   dotnet run notebooks/scripts/run-notebooks.cs                              all of notebooks/
//   dotnet run notebooks/scripts/run-notebooks.cs -- notebooks/01-….ipynb      one
//   dotnet run notebooks/scripts/run-notebooks.cs -- --check                   write nothing, prove that outputs are those of a fresh run
//   dotnet run notebooks/scripts/run-notebooks.cs -- --ran DIR                 run nothing, prove that another program showed the same
//   dotnet run notebooks/scripts/run-notebooks.cs -- --html pages              a page of each, too
//   dotnet run notebooks/scripts/run-notebooks.cs -- --help

return NotebookKit.Kernel.Running.RunNotebooksCommand.Run(args);
