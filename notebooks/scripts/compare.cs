#!/usr/bin/env -S dotnet run
#:project ../../lib/NotebookKit.Console

// What differs between two versions of a dataset: rows that came, went, changed or moved between splits, reasons, options, shares.
// A row that was held out before and is in train now is a leak across versions: exit code 1.
//
//   dotnet run notebooks/scripts/compare.cs -- out-v1 out-v2
//   dotnet run notebooks/scripts/compare.cs -- out-v1 out-v2 --html difference.html
//   dotnet run notebooks/scripts/compare.cs -- --help

return NotebookKit.Console.CompareCommand.Run(args);
