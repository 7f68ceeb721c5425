using NotebookKit.Text;

namespace NotebookKit.Display.Charts;

/// <summary>A node of a flow chart and its place.</summary>
internal sealed class SankeyNode(string name, int number)
{
    public string Name { get; } = name;

    public int Number { get; } = number;

    public List<SankeyFlow> In { get; } = [];

    public List<SankeyFlow> Out { get; } = [];

    public int Layer { get; set; }

    public double Top { get; set; }

    public double Bottom { get; set; }

    public double Amount => Math.Max(In.Sum(f => f.Amount), Out.Sum(f => f.Amount));
}

/// <summary>A band between two nodes and its place.</summary>
internal sealed class SankeyFlow(SankeyNode from, SankeyNode to)
{
    public SankeyNode From { get; } = from;

    public SankeyNode To { get; } = to;

    public double Amount { get; set; }

    public double FromTop { get; set; }

    public double ToTop { get; set; }

    public double Thick { get; set; }
}

/// <summary>Arranges flows in layers: each node right of all that flow into it, neighbours ordered by where their flows come from
/// (Sugiyama and others, Methods for visual understanding of hierarchical system structures, 1981).</summary>
internal sealed class SankeyPlan
{
    private const int Passes = 6;

    public List<SankeyNode> Nodes { get; } = [];

    public List<SankeyFlow> Flows { get; } = [];

    public List<List<SankeyNode>> Layers { get; } = [];

    public List<string> Notes { get; } = [];

    public static SankeyPlan Of(IReadOnlyList<Flow> given, int most)
    {
        var plan = new SankeyPlan();
        var usable = given.Where(f => Usable.Is(f.Amount) && f.Amount > 0 && f.From != f.To).ToList();
        var sums = usable.GroupBy(f => (f.From, f.To)).Select(g => new Flow(g.Key.From, g.Key.To, g.Sum(f => f.Amount))).ToList();
        // The largest are taken first, so that a circle loses its smallest flow; then the order given counts again.
        var chosen = new HashSet<int>();
        var small = 0;
        var next = new Dictionary<string, List<string>>(StringComparer.Ordinal);
        var circles = 0;
        foreach (var (index, flow) in sums.Index().OrderByDescending(f => f.Item.Amount).ThenBy(f => f.Index))
        {
            if (chosen.Count == most) small++;
            else if (Reaches(next, flow.To, flow.From)) circles++;
            else
            {
                chosen.Add(index);
                (next.TryGetValue(flow.From, out var list) ? list : next[flow.From] = []).Add(flow.To);
            }
        }

        var nodes = new Dictionary<string, SankeyNode>(StringComparer.Ordinal);
        SankeyNode Node(string name)
        {
            if (nodes.TryGetValue(name, out var node)) return node;
            plan.Nodes.Add(nodes[name] = new(name, nodes.Count));
            return nodes[name];
        }

        foreach (var (_, flow) in sums.Index().Where(f => chosen.Contains(f.Index)))
        {
            var band = new SankeyFlow(Node(flow.From), Node(flow.To)) { Amount = flow.Amount };
            band.From.Out.Add(band);
            band.To.In.Add(band);
            plan.Flows.Add(band);
        }

        plan.Say(given.Count - usable.Count, circles, small);
        plan.Layer();
        return plan;
    }

    /// <summary>Gives each node and band its place in a plot of this height.</summary>
    public void Place(double height, double gap)
    {
        if (Nodes.Count == 0) return;
        // A sum may exceed the type where single amounts do not: sizes are shares of the largest layer.
        var scale = Layers.Min(l => Math.Max(height - (gap * l.Count), height * 0.2) / l.Sum(n => n.Amount));
        foreach (var layer in Layers)
        {
            var used = layer.Sum(n => Math.Max(1, n.Amount * scale)) + (gap * layer.Count);
            var top = (height - used + gap) / 2;
            foreach (var node in layer)
            {
                node.Top = top;
                node.Bottom = top + Math.Max(1, node.Amount * scale);
                top = node.Bottom + gap;
            }
        }

        foreach (var flow in Flows) flow.Thick = Math.Max(0.75, flow.Amount * scale);
        foreach (var node in Nodes)
        {
            var (left, right) = (node.Top, node.Top);
            foreach (var flow in node.In.OrderBy(f => f.From.Layer).ThenBy(f => f.From.Top))
            {
                flow.ToTop = left;
                left += flow.Amount * scale;
            }

            foreach (var flow in node.Out.OrderBy(f => f.To.Top))
            {
                flow.FromTop = right;
                right += flow.Amount * scale;
            }
        }
    }

    private void Layer()
    {
        for (var changed = true; changed;)
        {
            changed = false;
            foreach (var flow in Flows.Where(f => f.To.Layer <= f.From.Layer))
            {
                flow.To.Layer = flow.From.Layer + 1;
                changed = true;
            }
        }

        Layers.AddRange(Nodes.GroupBy(n => n.Layer).OrderBy(g => g.Key).Select(g => g.ToList()));
        for (var pass = 0; pass < Passes; pass++)
        {
            var place = Layers.SelectMany(l => l.Index()).ToDictionary(n => n.Item, n => (double)n.Index);
            var fromLeft = pass % 2 == 0;
            foreach (var layer in fromLeft ? Layers : Layers.AsEnumerable().Reverse())
            {
                var order = layer.OrderBy(n => Middle(n, fromLeft, place)).ThenBy(n => place[n]).ToList();
                layer.Clear();
                layer.AddRange(order);
                foreach (var (i, node) in order.Index()) place[node] = i;
            }
        }
    }

    /// <summary>The mean place of a node's neighbours on one side, weighted by amount; its own where it has none.</summary>
    private static double Middle(SankeyNode node, bool left, Dictionary<SankeyNode, double> place)
    {
        var flows = left ? node.In : node.Out;
        var sum = flows.Sum(f => f.Amount);
        return sum > 0 ? flows.Sum(f => f.Amount / sum * place[left ? f.From : f.To]) : place[node];
    }

    private void Say(int useless, int circles, int small)
    {
        if (useless > 0) Notes.Add($"Left out: {Numbers.Count(useless, "flow")} without an amount above zero or from a node to itself.");
        if (circles > 0) Notes.Add($"Left out: {Numbers.Count(circles, "flow")} that would close a circle.");
        if (small > 0) Notes.Add($"Left out: {Numbers.Count(small, "smaller flow")}.");
    }

    private static bool Reaches(Dictionary<string, List<string>> next, string from, string to)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal) { from };
        var open = new Stack<string>([from]);
        while (open.TryPop(out var node))
        {
            if (node == to) return true;
            foreach (var follower in next.GetValueOrDefault(node, []).Where(seen.Add)) open.Push(follower);
        }

        return false;
    }
}
