using System.Collections.Immutable;
using System.Text;
using Entente.Analysis.Attributions;
using Entente.Analysis.Scoring;
using Entente.Analysis.Text;

namespace Entente.Cli.Evaluation;

/// <summary>What went wrong in <see cref="AttributionEvaluation"/>, to learn from: how each rule fared, and the sentence with [S: source], [C: cue] and {content}, as marked and as found.</summary>
/// <remarks>Which are listed depends on a hash of document and place alone, so that they come from all over the set and stay the same from run to run.</remarks>
internal sealed class AttributionErrors
{
    private static readonly string[] s_kinds = ["missed, quoted", "missed, indirect", "spurious, quoted", "spurious, indirect", "wrong source, quoted", "wrong source, indirect", "other cue, quoted", "other cue, indirect"];

    private readonly SortedDictionary<string, (int Found, int Matched, int SourceRight)> _rules = new(StringComparer.Ordinal);
    private readonly List<(string Kind, uint Order, string Id, int Start, string[] Lines)> _errors = [];

    public void Add(AttributionComparison document)
    {
        string text = document.Text.Document.Text;
        Dictionary<int, int> foundOf = document.Matches.ToDictionary(m => m.Gold, m => m.Found);
        HashSet<int> matched = [.. document.Matches.Select(m => m.Found)];
        CountRules(document);
        for (int g = 0; g < document.Gold.Length; g++)
        {
            GoldAttribution gold = document.Gold[g];
            TextSpan around = Around(document, [.. gold.Source, .. gold.Cue, .. gold.Content]);
            if (!foundOf.TryGetValue(g, out int f))
            {
                Add("missed", document.GoldModes[g], gold.Content[0].Start, ["marked " + Marked(text, around, gold), .. FoundIn(document, around)]);
            }
            else if (document.SourceOf((f, g)) is var verdict and (SourceVerdict.Other or SourceVerdict.Missed or SourceVerdict.Invented))
            {
                Attribution found = document.Found[f];
                TextSpan both = Around(document, [.. gold.Source, .. gold.Cue, .. gold.Content, .. found.Source, .. found.Cue, .. found.Content]);
                Add("wrong source", document.GoldModes[g], gold.Content[0].Start, ["marked " + Marked(text, both, gold), $"found  {Marked(text, both, found)}  ({verdict}, {found.Rule})"]);
            }
        }

        foreach ((int f, int g) in document.Matches.Where(m => !document.Found[m.Found].Cue.SequenceEqual(document.Gold[m.Gold].Cue)))
        {
            (Attribution found, GoldAttribution gold) = (document.Found[f], document.Gold[g]);
            TextSpan around = Around(document, [.. gold.Source, .. gold.Cue, .. found.Source, .. found.Cue]);
            Add("other cue", document.GoldModes[g], gold.Content[0].Start, ["marked " + Marked(text, around, gold), $"found  {Marked(text, around, found)}  ({found.Rule})"]);
        }

        for (int f = 0; f < document.Found.Length; f++)
        {
            if (!matched.Contains(f) && !document.Found[f].Content.IsEmpty)
            {
                Attribution found = document.Found[f];
                TextSpan around = Around(document, [.. found.Source, .. found.Cue, .. found.Content]);
                IEnumerable<string> gold = document.Gold.Where(g => g.Content.Any(around.Overlaps)).Select(g => "marked " + Marked(text, around, g));
                Add("spurious", document.FoundModes[f], found.Content[0].Start, [$"found  {Marked(text, around, found)}  ({found.Rule})", .. gold]);
            }
        }

        void Add(string kind, AttributionMode mode, int start, string[] lines)
        {
            string id = document.Text.Document.Id;
            _errors.Add((kind + (mode == AttributionMode.Indirect ? ", indirect" : ", quoted"), Hash($"{id}\0{start}"), id, start, lines));
        }
    }

    /// <param name="most">Of each kind.</param>
    public void Print(int most, TextWriter output)
    {
        if (most > 0)
        {
            output.WriteLine();
            output.WriteLine("  rule                                     found  content matches  source right too");
            foreach ((string rule, (int found, int matched, int right)) in _rules.OrderByDescending(r => r.Value.Found))
            {
                output.WriteLine($"  {rule,-40} {found,5}  {matched,15}  {right,16}");
            }
        }

        foreach (string kind in most > 0 ? s_kinds : [])
        {
            var errors = _errors.Where(e => e.Kind == kind).OrderBy(e => e.Order).ThenBy(e => e.Id, StringComparer.Ordinal).ThenBy(e => e.Start).ToArray();
            output.WriteLine();
            output.WriteLine($"  {kind}: {errors.Length}");
            foreach (var error in errors.Take(most))
            {
                output.WriteLine($"    {error.Id} {error.Start}");
                foreach (string line in error.Lines)
                {
                    output.WriteLine($"      {line}");
                }
            }
        }
    }

    private void CountRules(AttributionComparison document)
    {
        Dictionary<int, int> goldOf = document.Matches.ToDictionary(m => m.Found, m => m.Gold);
        for (int f = 0; f < document.Found.Length; f++)
        {
            bool matches = goldOf.TryGetValue(f, out int g);
            bool right = matches && document.SourceOf((f, g)) is (SourceVerdict.Same or SourceVerdict.HeadInside or SourceVerdict.RightlyNone);
            (int found, int matched, int sourceRight) = _rules.GetValueOrDefault(document.Found[f].Rule);
            _rules[document.Found[f].Rule] = (found + 1, matched + (matches ? 1 : 0), sourceRight + (right ? 1 : 0));
        }
    }

    private static IEnumerable<string> FoundIn(AttributionComparison document, TextSpan around)
    {
        string text = document.Text.Document.Text;
        return document.Found.Where(f => f.Content.Any(around.Overlaps)).Select(f => $"found  {Marked(text, around, f)}  ({f.Rule})");
    }

    /// <summary>The sentences that hold the spans.</summary>
    private static TextSpan Around(AttributionComparison document, ImmutableArray<TextSpan> spans)
    {
        int start = spans.Min(s => s.Start);
        int end = spans.Max(s => s.End);
        foreach (Sentence sentence in document.Text.Sentences)
        {
            if (sentence.Span.Overlaps(new TextSpan(start, end)))
            {
                start = Math.Min(start, sentence.Span.Start);
                end = Math.Max(end, sentence.Span.End);
            }
        }

        return new TextSpan(start, end);
    }

    private static string Marked(string text, TextSpan around, Attribution found) => Marked(text, around, found.Source, found.Cue, found.Content);

    private static string Marked(string text, TextSpan around, GoldAttribution gold) => Marked(text, around, gold.Source, gold.Cue, gold.Content);

    private static string Marked(string text, TextSpan around, ImmutableArray<TextSpan> source, ImmutableArray<TextSpan> cue, ImmutableArray<TextSpan> content)
    {
        // A mark that closes stands before one that opens at the same place.
        List<(int At, int Order, string Mark)> marks = [];
        Mark(source, "[S: ", "]");
        Mark(cue, "[C: ", "]");
        Mark(content, "{", "}");
        StringBuilder line = new();
        int at = around.Start;
        foreach ((int place, _, string mark) in marks.OrderBy(m => m.At).ThenBy(m => m.Order))
        {
            line.Append(text, at, place - at).Append(mark);
            at = place;
        }

        return line.Append(text, at, around.End - at).Replace("\n\n", " ¶ ").Replace('\n', ' ').ToString();

        void Mark(ImmutableArray<TextSpan> spans, string open, string close)
        {
            foreach (TextSpan span in spans.Where(s => around.Contains(s)))
            {
                marks.Add((span.Start, 1, open));
                marks.Add((span.End, 0, close));
            }
        }
    }

    /// <summary>FNV-1a: the framework's own hash of a string differs from run to run.</summary>
    internal static uint Hash(string text)
    {
        uint hash = 2166136261;
        foreach (char c in text)
        {
            hash = (hash ^ c) * 16777619;
        }

        // Mixed, so that neighbouring places do not stay neighbours.
        hash ^= hash >> 16;
        hash *= 0x85EBCA6B;
        return hash ^ (hash >> 13);
    }
}
