using Entente.Analysis.Lineage;
using Entente.Analysis.Text;

namespace Entente.Analysis.Briefings;

/// <summary>A report or a missing source in the drawing. The whole units are CSS pixels.</summary>
/// <param name="report">Number in the report list; zero of a source that is not in the pile.</param>
/// <param name="group">What its row group is called: a date as stated, "missing" or "undated".</param>
/// <param name="relations">The kinds of relation that make it derived, in words.</param>
internal sealed class DrawnNode(string name, int report, string group, string relations)
{
    public string Name => name;

    public int Report => report;

    public string Group => group;

    public string Relations => relations;

    public int X { get; set; }

    public int Y { get; set; }

    /// <summary>How many trunks, each of lines of one kind, lead from it to rows further down.</summary>
    public int Trunks { get; set; }
}

internal enum Heading
{
    None,
    Down,
    Up,
}

/// <summary>A line between two nodes: down from the upper one, then right into the lower one.</summary>
/// <param name="Relation">Index of the first relation it stands for.</param>
/// <param name="Trunk">How far left or right of its node the line leaves it: lines of one kind share a trunk.</param>
internal sealed record DrawnEdge(DrawnNode Upper, DrawnNode Lower, Strength Strength, Heading Heading, int Relation, int Trunk = 0);

/// <summary>Where the nodes and lines of the dependence drawing stand.</summary>
/// <remarks>
/// Every node has a row of its own, its name to the right of it. Rows run by time: missing sources, the dated, the undated;
/// x never falls from one row with a trunk to a later row. So a trunk has every name below it on its right and crosses none,
/// and a line enters its lower node from the left, where no name stands: nothing overlaps, whatever the number of nodes.
/// </remarks>
internal sealed class DrawingLayout
{
    public const string Missing = "missing";
    public const string Undated = "undated";
    public const int Radius = 5;
    public const int RowHeight = 26;
    public const int Top = 8;
    private const int TrunkSpacing = 4;

    // A line must be seen to turn: corner, a little line, arrow head.
    private const int Hop = 20;

    // Room between groups and between trunks, from ample to as tight as lines can be told apart.
    private static readonly (int Gap, int Step)[] s_spacings = [(28, 16), (16, 16), (8, 16), (8, 13), (4, 13), (4, 10), (3, 7), (2, 5), (2, 4)];

    private readonly List<DrawnNode> _nodes = [];
    private readonly List<DrawnEdge> _edges = [];

    /// <param name="width">CSS pixels of the whole drawing.</param>
    /// <param name="left">Kept free for the dates.</param>
    /// <param name="nameRoom">Kept free for the names, right of the last node.</param>
    public DrawingLayout(StoryOutline story, ReportList list, int width, int left, int nameRoom)
    {
        Left = left;
        Dictionary<(string, bool), DrawnNode> byParty = AddNodes(story, list);
        AddEdges(story, byParty);
        SortRows();
        for (int i = 0; i < _nodes.Count; i++)
        {
            _nodes[i].Y = Top + RowHeight / 2 + i * RowHeight;
        }

        _edges = [.. _edges.Select(e => e.Lower.Y < e.Upper.Y ? Flipped(e) : e)];
        SpreadTrunks();
        PlaceColumns(width - nameRoom);
        Width = Math.Max(width, _nodes.Max(n => n.X) + nameRoom / 2);
    }

    public int Left { get; }

    public int Width { get; }

    public int Height => 2 * Top + RowHeight * _nodes.Count;

    /// <summary>From the top.</summary>
    public IReadOnlyList<DrawnNode> Nodes => _nodes;

    public IReadOnlyList<DrawnEdge> Edges => _edges;

    /// <summary>Reports that the drawing leaves out because there are many and nothing joins them.</summary>
    public int NotDrawn { get; private set; }

    private Dictionary<(string Party, bool IsOutlet), DrawnNode> AddNodes(StoryOutline story, ReportList list)
    {
        const int MostWithUnlinked = 60;
        Dictionary<(string, bool), DrawnNode> byParty = [];
        foreach (Dependence relation in story.Relations.Where(r => r.FromIsOutlet))
        {
            if (!byParty.ContainsKey((relation.From, true)))
            {
                Add(relation.From, true, new DrawnNode(ForeignText.OneLine(relation.From), 0, Missing, ""));
            }
        }

        bool all = story.Reports.Length <= MostWithUnlinked;
        HashSet<string> leftOut = all ? [] : [.. story.Unlinked.Select(d => d.Id)];
        IEnumerable<string> reports = story.Reports.Select(d => d.Id).Where(id => !leftOut.Contains(id))
            .Concat(story.Relations.SelectMany(r => r.FromIsOutlet ? [r.To] : new[] { r.From, r.To }));
        NotDrawn = leftOut.Count;
        foreach (string id in reports.Distinct().Where(id => list.NumberOf(id) > 0).OrderBy(list.NumberOf))
        {
            Document document = list.TryFind(id)!;
            string date = ReportList.DateOf(document);
            string relations = string.Join(", ", story.Relations.Where(r => r.To == id && r.Direction != Direction.Unknown).Select(r => BriefingWords.Type(r.Type)).Distinct());
            Add(id, false, new DrawnNode(ReportList.NameOf(document), list.NumberOf(id), date.Length > 10 ? date[..10] : date, relations));
        }

        return byParty;

        void Add(string party, bool isOutlet, DrawnNode node)
        {
            byParty.Add((party, isOutlet), node);
            _nodes.Add(node);
        }
    }

    private void AddEdges(StoryOutline story, Dictionary<(string Party, bool IsOutlet), DrawnNode> byParty)
    {
        var lines = story.Relations.Select((relation, index) => (Relation: relation, Index: index))
            .Where(r => r.Relation.FromIsOutlet || r.Relation.From != r.Relation.To)
            .GroupBy(r => (r.Relation.From, r.Relation.FromIsOutlet, r.Relation.To));
        foreach (var line in lines)
        {
            if (byParty.TryGetValue((line.Key.From, line.Key.FromIsOutlet), out DrawnNode? from) && byParty.TryGetValue((line.Key.To, false), out DrawnNode? to))
            {
                bool directed = line.Any(r => r.Relation.Direction != Direction.Unknown && r.Relation.Type != DependenceType.CommonSource);
                _edges.Add(new DrawnEdge(from, to, line.Max(r => r.Relation.Strength), directed ? Heading.Down : Heading.None, line.First().Index));
            }
        }
    }

    // Groups stay in order; inside one, sources come before what derives from them, else by number. A circle is cut at its lowest number.
    private void SortRows()
    {
        ILookup<DrawnNode, DrawnNode> sources = _edges.Where(e => e.Heading != Heading.None).ToLookup(e => e.Lower, e => e.Upper);
        List<DrawnNode> sorted = [];
        foreach (IGrouping<string, DrawnNode> group in _nodes.GroupBy(n => n.Group))
        {
            List<DrawnNode> waiting = [.. group];
            HashSet<DrawnNode> unplaced = [.. waiting];
            while (waiting.Count > 0)
            {
                DrawnNode next = waiting.Find(n => !sources[n].Any(unplaced.Contains)) ?? waiting[0];
                waiting.Remove(next);
                unplaced.Remove(next);
                sorted.Add(next);
            }
        }

        _nodes.Clear();
        _nodes.AddRange(sorted);
    }

    private void PlaceColumns(int right)
    {
        foreach ((int gap, int step) in s_spacings)
        {
            int end = Place(gap, step, _ => 0);
            if (end > right)
            {
                continue;
            }

            // What room is left goes to the time between the days, in proportion.
            double days = Days().Sum();
            double[] shares = [.. Days().Select(d => days > 0 ? d / days * (right - end) : 0)];
            Place(gap, step, group => (int)shares.Take(group + 1).Sum());
            return;
        }

        Place(s_spacings[^1].Gap, s_spacings[^1].Step, _ => 0);
    }

    private int Place(int gap, int step, Func<int, int> timeBefore)
    {
        int cursor = Left + Radius;
        int group = 0;
        int right = 0;
        int shift = 0;
        ILookup<DrawnNode, DrawnNode> uppers = _edges.ToLookup(e => e.Lower, e => e.Upper);
        for (int i = 0; i < _nodes.Count; i++)
        {
            DrawnNode node = _nodes[i];
            if (i > 0 && node.Group != _nodes[i - 1].Group)
            {
                group++;
                // Never left of an earlier day, not even of a node that stands far from its trunk.
                cursor = Math.Max(cursor, right) + gap + timeBefore(group) - shift;
                shift = timeBefore(group);
            }

            node.X = uppers[node].Select(u => u.X + Hop + gap / 2).Append(cursor).Max();

            if (node.Trunks > 0)
            {
                cursor = node.X + step + (step > 2 * Radius ? (node.Trunks - 1) * TrunkSpacing : 0);
            }

            right = Math.Max(right, node.X);
        }

        return right;
    }

    /// <summary>Days between each row group and the one before it; zero where either has none.</summary>
    private IEnumerable<double> Days()
    {
        DateOnly? before = null;
        foreach (string group in _nodes.Select(n => n.Group).Distinct())
        {
            DateOnly? day = DateOnly.TryParseExact(group, "yyyy-MM-dd", out DateOnly parsed) ? parsed : null;
            yield return day is { } now && before is { } then ? Math.Max(now.DayNumber - then.DayNumber, 0) : 0;
            before = day ?? before;
        }
    }

    private void SpreadTrunks()
    {
        ILookup<DrawnNode, (Strength, Heading)> kindsOf = _edges.ToLookup(e => e.Upper, e => (e.Strength, e.Heading));
        for (int i = 0; i < _edges.Count; i++)
        {
            DrawnEdge edge = _edges[i];
            List<(Strength, Heading)> kinds = [.. kindsOf[edge.Upper].Distinct().OrderByDescending(k => k)];
            edge.Upper.Trunks = kinds.Count;
            _edges[i] = edge with { Trunk = kinds.IndexOf((edge.Strength, edge.Heading)) * TrunkSpacing - (kinds.Count - 1) * TrunkSpacing / 2 };
        }
    }

    private static DrawnEdge Flipped(DrawnEdge edge) => edge with
    {
        Upper = edge.Lower,
        Lower = edge.Upper,
        Heading = edge.Heading == Heading.None ? Heading.None : Heading.Up,
    };
}
