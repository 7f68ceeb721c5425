using System.Runtime.InteropServices;
using NotebookKit.Text;

namespace NotebookKit.Deduplicating;

/// <summary>The words of a conversation as hashes, turn by turn. One instance is used for many conversations, by one thread.</summary>
internal sealed class TurnWords
{
    /// <summary>Words in a shingle of near-duplicates, as chats are compared elsewhere.</summary>
    public const int ShingleWords = 3;

    private readonly List<ulong> words = [];
    private readonly List<Turn> turns = [];
    private readonly List<ulong> made = [];
    private int declinedFrom;

    private enum Part
    {
        Question,
        Answer,
        Aside,
    }

    private readonly record struct Turn(int From, int To, Part Part, bool IsAsked);

    /// <summary>Reads everything that a model would be trained on or shown: all turns, system prompts and declined answers, too.</summary>
    public void ReadAll(Example row)
    {
        Clear();
        var answer = LastAnswer(row.Messages);
        for (var i = 0; i < row.Messages.Count; i++)
            Add(row.Messages[i], row.Messages[i].Role == Role.System ? Part.Aside : answer < 0 || i < answer ? Part.Question : Part.Answer);
        declinedFrom = words.Count;
        foreach (var declined in row.Declined ?? []) Add(declined, Part.Aside);
    }

    /// <summary>Reads an item of a reference set: its turns but system prompts.</summary>
    public void ReadItem(Example item, ReferenceTexts texts)
    {
        Clear();
        var answer = LastAnswer(item.Messages);
        for (var i = 0; i < item.Messages.Count; i++)
        {
            var isQuestion = answer < 0 || i < answer;
            if (item.Messages[i].Role != Role.System && (isQuestion || texts == ReferenceTexts.QuestionsAndAnswers)) Add(item.Messages[i], isQuestion ? Part.Question : Part.Answer);
        }

        declinedFrom = words.Count;
    }

    /// <summary>How many turns there are.</summary>
    public int Count => turns.Count;

    /// <summary>The words of a turn.</summary>
    public ReadOnlySpan<ulong> this[int turn] => Words[turns[turn].From..turns[turn].To];

    /// <summary>The words of the question where it is one turn of a user; none where it is a conversation.</summary>
    public ReadOnlySpan<ulong> OnlyQuestion()
    {
        Turn? only = null;
        foreach (var turn in turns)
        {
            if (turn.Part != Part.Question) continue;
            if (only is not null) return [];
            only = turn;
        }

        return only is { } question ? Words[question.From..question.To] : [];
    }

    /// <summary>Hashes of all runs of n words. A run goes on from one turn into the next: a short question with its short answer is a run.</summary>
    public ReadOnlySpan<ulong> Runs(int n)
    {
        made.Clear();
        RunHashes.Add(Words[..declinedFrom], n, made);
        RunHashes.Add(Words[declinedFrom..], n, made);
        return CollectionsMarshal.AsSpan(made);
    }

    /// <summary>How many words of a run of n stand in turns of others than the assistant.</summary>
    public int AskedIn(int run, int n)
    {
        var asked = 0;
        foreach (var turn in turns)
            if (turn.IsAsked) asked += Math.Max(0, Math.Min(turn.To, run + n) - Math.Max(turn.From, run));
        return asked;
    }

    /// <summary>Shingles of the questions, or of questions and answers, in any order and with repeats; how many words they are made of.</summary>
    public Span<ulong> Shingled(bool questionsOnly, out int count)
    {
        made.Clear();
        count = 0;
        foreach (var turn in turns)
        {
            if (turn.Part == Part.Aside || (questionsOnly && turn.Part != Part.Question)) continue;
            count += turn.To - turn.From;
            Shingles.Add(Words[turn.From..turn.To], ShingleWords, 0, made);
        }

        return CollectionsMarshal.AsSpan(made);
    }

    /// <summary>True where there is something behind the questions.</summary>
    public bool HasAnswer => turns.Exists(t => t.Part == Part.Answer && t.To > t.From);

    private ReadOnlySpan<ulong> Words => CollectionsMarshal.AsSpan(words);

    private void Clear()
    {
        words.Clear();
        turns.Clear();
    }

    private void Add(Message message, Part part)
    {
        var from = words.Count;
        WordHashes.Add(DuplicateView.Text(message), words);
        turns.Add(new(from, words.Count, part, message.Role != Role.Assistant));
    }

    private static int LastAnswer(IReadOnlyList<Message> messages)
    {
        var answer = messages.Count - 1;
        while (answer >= 0 && messages[answer].Role != Role.Assistant) answer--;
        return answer;
    }
}
