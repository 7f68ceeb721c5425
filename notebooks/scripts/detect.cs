#!/usr/bin/env -S dotnet run
#:project ../../lib/NotebookKit.Console

// Which rows do not belong to those I know? Learns from known rows, and lists the strange ones of other rows, with the nearest known rows and the words they are strange for.
//
//   dotnet run notebooks/scripts/detect.cs -- tickets.jsonl --rows today.jsonl
//   dotnet run notebooks/scripts/detect.cs -- tickets.jsonl chats.jsonl --rows today.jsonl --share 0.01 --html strange.html --out strange.jsonl
//   dotnet run notebooks/scripts/detect.cs -- tickets.jsonl --save desk.detector       once; later, on any rows:
//   dotnet run notebooks/scripts/detect.cs -- --detector desk.detector --limit 0.93 --rows today.jsonl
//   dotnet run notebooks/scripts/detect.cs -- --help

return NotebookKit.Console.DetectCommand.Run(args);
