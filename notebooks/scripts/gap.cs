#!/usr/bin/env -S dotnet run
#:project ../../lib/NotebookKit.Console

// How far is what a model trains on from what it meets: terms that give it away, topics that training lacks, rows to label and to repeat.
//
//   dotnet run notebooks/scripts/gap.cs -- out live.jsonl                                        a finished run against live inputs
//   dotnet run notebooks/scripts/gap.cs -- out live.jsonl --html gap.html --plan plan.jsonl      a page, and which rows to label
//   dotnet run notebooks/scripts/gap.cs -- --help

return NotebookKit.Console.GapCommand.Run(args);
