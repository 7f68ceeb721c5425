using System.Collections.Concurrent;
using Microsoft.ML;
using Microsoft.ML.Data;

namespace NotebookKit.MLNet;

/// <summary>Prediction engines of one model, lent to one thread at a time: an engine is made for one thread, and making one costs more than a prediction. Thread-safe.</summary>
internal sealed class Engines<TIn, TOut>(MLContext ml, ITransformer model, SchemaDefinition? input = null)
    where TIn : class
    where TOut : class, new()
{
    private readonly ConcurrentBag<PredictionEngine<TIn, TOut>> free = [];
    private readonly Lock making = new();

    /// <summary>Lends an engine. One whose work failed is not lent again.</summary>
    public void Use(Action<PredictionEngine<TIn, TOut>> work)
    {
        if (!free.TryTake(out var engine)) engine = Make();
        work(engine);
        free.Add(engine);
    }

    private PredictionEngine<TIn, TOut> Make()
    {
        // The model's environment hands out random numbers while an engine is made: one at a time.
        lock (making) return ml.Model.CreatePredictionEngine<TIn, TOut>(model, inputSchemaDefinition: input);
    }
}
