namespace NotebookKit.Deduplicating;

/// <summary>Where a row stands in a question that is answered in more than one way.</summary>
/// <param name="Question">Number of the question; −1 where nobody answers the row's input otherwise.</param>
/// <param name="Version">Number of the answer's version within the question.</param>
/// <param name="Other">A row of the question that asks nearly the same and answers otherwise.</param>
/// <param name="Similarity">How alike the two inputs are, 0–1.</param>
internal readonly record struct ContestedRow(int Question, int Version, int Other, double Similarity);

/// <summary>Takes contested rows together in questions, and the rows of a question in versions of the answer. Both are star clusters: all rows of a question ask
/// nearly the same as its first row, all of a version answer as its first row does.</summary>
/// <remarks>A row whose opponents all went to another star goes there with them, so that no contested row is without one in its question.</remarks>
internal static class ContestedRows
{
    /// <summary>With so many versions of a question an answer is compared; a bound for hostile data. Answers that are like none of them are versions of their own.</summary>
    private const int MaxVersions = 1000;

    /// <summary>For each linked row where it stands.</summary>
    public static ContestedRow[] Of(LinkedRows linked, double threshold, double answerSimilarity)
    {
        var answers = new ContestedAnswers(linked, threshold, answerSimilarity);
        var (questions, others) = Questions(answers);
        var versions = Versions(answers, questions);
        var several = questions.Keys.GroupBy(u => questions[u]).Where(q => q.Any(u => versions[u] > 0)).Select(q => q.Key).ToHashSet();
        var numbers = new Dictionary<int, int>();
        var rows = new ContestedRow[answers.UnitOf.Length];
        for (var row = 0; row < rows.Length; row++)
        {
            var unit = answers.UnitOf[row];
            if (!questions.TryGetValue(unit, out var question) || !several.Contains(question))
            {
                rows[row] = new(-1, 0, -1, 0);
                continue;
            }

            if (!numbers.TryGetValue(question, out var number)) numbers[question] = number = numbers.Count;
            rows[row] = new(number, versions[unit], answers.Units[others[unit]].First, answers.Similarity(unit, others[unit]));
        }

        return rows;
    }

    /// <summary>The question of each contested unit, named by a unit, and the unit that stands against it there.</summary>
    private static (Dictionary<int, int> Questions, Dictionary<int, int> Others) Questions(ContestedAnswers answers)
    {
        int[] all = [.. Enumerable.Range(0, answers.Units.Count)];
        var contested = answers.Opponents(all, static (_, _) => true);
        var (questions, others) = (new Dictionary<int, int>(), new Dictionary<int, int>());
        var open = all.Where(contested.ContainsKey).ToArray();
        for (var before = -1; open.Length > 0 && open.Length != before;)
        {
            before = open.Length;
            // Only those that have an opponent left can make a star of two versions.
            var among = answers.Opponents(open, static (_, _) => true);
            int[] taking = [.. open.Where(among.ContainsKey)];
            var stars = Stars(answers, taking);
            var within = answers.Opponents(taking, (a, b) => stars[a] == stars[b]);
            foreach (var unit in taking)
            {
                if (!within.TryGetValue(unit, out var other)) continue;
                var first = stars[answers.Units[unit].Group];
                questions[unit] = first;
                others[unit] = unit != first && !answers.Alike(unit, first) ? first : other;
            }

            open = [.. open.Where(u => !questions.ContainsKey(u))];
        }

        foreach (var unit in open)
        {
            var other = contested[unit];
            questions[unit] = questions.TryGetValue(other, out var question) ? question : questions[other] = Math.Min(unit, other);
            others[unit] = other;
            others.TryAdd(other, unit);
        }

        return (questions, others);
    }

    /// <summary>The first unit of the star of each group.</summary>
    private static Dictionary<int, int> Stars(ContestedAnswers answers, int[] units)
    {
        var (stars, centres) = (new Dictionary<int, int>(), new Dictionary<int, int>());
        foreach (var unit in units)
        {
            var group = answers.Units[unit].Group;
            if (stars.ContainsKey(group)) continue;
            var best = unit;
            foreach (var (other, _) in answers.Around(group))
                if (centres.TryGetValue(other, out var centre)) best = Math.Min(best, centre);
            stars[group] = best;
            if (best == unit) centres[group] = unit;
        }

        return stars;
    }

    /// <summary>The version of each unit within its question, from 0 in the order of their first rows.</summary>
    private static Dictionary<int, int> Versions(ContestedAnswers answers, Dictionary<int, int> questions)
    {
        var versions = new Dictionary<int, int>(questions.Count);
        var same = new Dictionary<(int Question, int Answer), int>();
        var known = new Dictionary<int, (List<int> First, int Count)>();
        foreach (var unit in questions.Keys.Order())
        {
            var key = (questions[unit], answers.Units[unit].Answer);
            if (!same.TryGetValue(key, out var version))
            {
                var (first, count) = known.TryGetValue(key.Item1, out var found) ? found : ([], 0);
                version = first.FindIndex(f => answers.Alike(unit, f));
                if (version < 0)
                {
                    version = count++;
                    if (first.Count < MaxVersions) first.Add(unit);
                }

                known[key.Item1] = (first, count);
                same[key] = version;
            }

            versions[unit] = version;
        }

        return versions;
    }
}
