#!/usr/bin/env -S dotnet run
#:project ../../lib/NotebookKit.Console

// Where did my row go, why, and which row was kept instead? Asks a folder that prepare.cs wrote.
//
//   dotnet run notebooks/scripts/why.cs -- out tickets/T-1042             by id
//   dotnet run notebooks/scripts/why.cs -- out tickets.jsonl:17           by file and line
//   dotnet run notebooks/scripts/why.cs -- out --text "reset my password" by what it says
//   dotnet run notebooks/scripts/why.cs -- --help

return NotebookKit.Console.WhyCommand.Run(args);
