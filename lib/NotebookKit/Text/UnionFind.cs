namespace NotebookKit.Text;

/// <summary>Disjoint sets over 0 … n−1. The root of a set is its smallest member, so the result does not depend on the order of unions.</summary>
internal sealed class UnionFind
{
    private readonly int[] parent;

    public UnionFind(int count)
    {
        parent = new int[count];
        for (var i = 0; i < count; i++) parent[i] = i;
    }

    /// <summary>The smallest member of the set.</summary>
    public int Find(int item)
    {
        while (parent[item] != item) item = parent[item] = parent[parent[item]];
        return item;
    }

    /// <summary>Joins two sets.</summary>
    public void Union(int first, int second)
    {
        var a = Find(first);
        var b = Find(second);
        if (a < b) parent[b] = a;
        else parent[a] = b;
    }
}
