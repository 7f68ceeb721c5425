#!/usr/bin/env -S dotnet run
#:project ../../lib/NotebookKit.Console

// Turns what an app already records into a dataset that is fit to fine-tune a language model, and explains every row of it.
//
//   dotnet run notebooks/scripts/prepare.cs                                        the bundled samples → out/
//   dotnet run notebooks/scripts/prepare.cs -- tickets.jsonl --out my-dataset      your own data
//   dotnet run notebooks/scripts/prepare.cs -- --help                              all arguments and settings

using NotebookKit.Console;
using NotebookKit.Recipes;

// The recipe, step by step. Each step is a stage with options (--set near.threshold=0.85) and can be replaced or left out below.
//
//   extraction         which tickets and logs are good enough to learn from: resolved, well rated, answered by a person
//   permissions        who opted out, which licences may be used
//   identity           one id for each row, over all inputs
//   anonymizing        e-mail addresses, phone numbers, names … become [EMAIL], [PHONE], [NAME]
//   pii                a second, stricter look: rows in which personal data remained leave
//   cleaning           empty, broken, cut off, refused, repeated …: one rule each
//   language           rows in another language than the rest
//   contradictions     nearly the same question with differing answers: listed
//   exact              rows that say the same: one stays and stands for all
//   scoring            what users did with an answer: edited, accepted, rejected, rated
//   quality            rows with a low score leave
//   self-distillation  answers that the model to be trained wrote itself
//   decontamination    rows that overlap with what the model will be tested on (--against FILE) leave
//   near               rows that say nearly the same: the best one stays
//   semantic           rows that ask the same in other words and are answered alike: the best one stays
//   unfinished         answers that break off, by what sentences of the corpus end with
//   review             what people said about rows: wrong ones leave, corrected ones get the right answer
//   outliers           how far each row is from the others
//   outlier-filter     far ones are listed, or leave
//   split              train, validation and test, without anything of one in the other
//   leakage            the split, checked by other means
//   balance            copies and caps, in train only
//   synthetic          the share of rows that a model made
//   format             each row as the trainer wants it, checked
return PrepareCommand.Run(args, options => FineTuning.Recipe(options)
    //.Replace("near", new NotebookKit.Deduplicating.NearDuplicates { Threshold = 0.9 })
    //.Without("balance")
    );
