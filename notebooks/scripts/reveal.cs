#!/usr/bin/env -S dotnet run
#:project ../../lib/NotebookKit.Console

// What do the pseudonyms and surrogates in a text stand for? For the owner of the key alone; prepare.cs writes the vault with --vault.
//
//   dotnet run notebooks/scripts/reveal.cs -- people.vault out/train.jsonl --key-file secret.key
//   dotnet run notebooks/scripts/reveal.cs -- people.vault --key-env VAULT_KEY < answer.txt
//   dotnet run notebooks/scripts/reveal.cs -- --help

return NotebookKit.Console.RevealCommand.Run(args);
