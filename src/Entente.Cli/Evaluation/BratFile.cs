using System.Collections.Immutable;
using System.Globalization;
using Entente.Analysis.Scoring;
using Entente.Analysis.Text;

namespace Entente.Cli.Evaluation;

/// <summary>Attributions in brat's standoff format (<c>.ann</c>), as PolNeAR has them.</summary>
/// <remarks>
/// <c>T1⇥Source 10 18;22 25⇥words</c> marks words by code points of the text; <c>E1⇥Attribution:T4 Content:T3 Cue:T2 Source:T1</c> joins them, a second content being
/// <c>Content2</c>. Notes and other kinds of lines mean nothing here. What cannot be read, or marks other words than the text has there, is a diagnostic that names its line;
/// the rest is kept. Linear in the file.
/// </remarks>
/// <param name="Places">How many marked stretches were checked against the text.</param>
internal sealed record BratFile(ImmutableArray<GoldAttribution> Attributions, ImmutableArray<Diagnostic> Diagnostics, int Places)
{
    /// <summary>An annotation file of a report is far shorter; what goes beyond is not read.</summary>
    private const int MaxLines = 100_000;

    private sealed record Mark(int Line, ImmutableArray<(int Start, int End)> Places, string Words);

    /// <param name="name">How to call the file in a message.</param>
    /// <param name="text">The text as it was annotated; offsets in the result are UTF-16 positions in it.</param>
    public static BratFile Read(string annotations, string name, string text)
    {
        List<Diagnostic> wrong = [];
        Dictionary<string, Mark> marks = new(StringComparer.Ordinal);
        List<(int Line, string Arguments)> events = [];
        string? last = null;
        string[] lines = annotations.Split('\n', MaxLines + 1);
        for (int l = 0; l < Math.Min(lines.Length, MaxLines); l++)
        {
            string line = lines[l].TrimEnd('\r');
            string[] fields = line.Split('\t', 3);
            bool isCoded = fields.Length > 1 && fields[0].Length > 1 && fields[0].AsSpan(1).IndexOfAnyExceptInRange('0', '9') < 0;
            if (isCoded && line[0] == 'T')
            {
                last = TryReadMark(fields, l + 1) is { } mark && marks.TryAdd(fields[0], mark) ? fields[0] : null;
                if (last is null)
                {
                    wrong.Add(Malformed(l, $"\"{Short(line)}\" marks no place"));
                }
            }
            else if (isCoded && line[0] == 'E')
            {
                events.Add((l + 1, fields[1]));
                last = null;
            }
            else if (isCoded && line[0] is 'A' or 'R' or 'M' or 'N' or '#' || line.StartsWith("*\t", StringComparison.Ordinal))
            {
                last = null;
            }
            else if (last is not null)
            {
                // Marked words that run over a line end are written with it.
                marks[last] = marks[last] with { Words = marks[last].Words + "\n" + line };
            }
            else if (line.Length > 0)
            {
                wrong.Add(Malformed(l, $"\"{Short(line)}\" is no annotation"));
            }
        }

        if (lines.Length > MaxLines)
        {
            wrong.Add(DiagnosticCode.MalformedAnnotation.For(name, MaxLines, "more lines than are read"));
        }

        int[] codePoints = CodePoints(text);
        Dictionary<string, ImmutableArray<TextSpan>> spans = new(StringComparer.Ordinal);
        foreach ((string id, Mark mark) in marks)
        {
            if (TryPlace(mark, text, codePoints) is { } placed)
            {
                spans.Add(id, placed);
            }
            else
            {
                wrong.Add(DiagnosticCode.MisplacedAnnotation.For(name, mark.Line, Short(mark.Words)));
            }
        }

        List<GoldAttribution> attributions = [];
        foreach ((int line, string rest) in events)
        {
            if (TryReadEvent(rest, spans) is not { } attribution)
            {
                wrong.Add(Malformed(line - 1, $"\"{Short(rest)}\" names a place that is not marked"));
            }
            else if (attribution.Content.IsEmpty)
            {
                // PolNeAR has some that annotators marked for discussion; there is nothing to find.
                wrong.Add(DiagnosticCode.AnnotationWithoutContent.For(name, line));
            }
            else
            {
                attributions.Add(attribution);
            }
        }

        return new BratFile([.. attributions.OrderBy(a => a.Content[0])], [.. wrong], marks.Count);

        Diagnostic Malformed(int line, string what) => DiagnosticCode.MalformedAnnotation.For(name, line + 1, what);
    }

    private static Mark? TryReadMark(string[] fields, int line)
    {
        int blank = fields[1].IndexOf(' ', StringComparison.Ordinal);
        if (fields.Length < 3 || blank < 0)
        {
            return null;
        }

        ImmutableArray<(int, int)>.Builder places = ImmutableArray.CreateBuilder<(int, int)>();
        foreach (string place in fields[1][(blank + 1)..].Split(';'))
        {
            string[] ends = place.Split(' ');
            if (ends.Length != 2
                || !int.TryParse(ends[0], NumberStyles.None, CultureInfo.InvariantCulture, out int start)
                || !int.TryParse(ends[1], NumberStyles.None, CultureInfo.InvariantCulture, out int end)
                || end <= start)
            {
                return null;
            }

            places.Add((start, end));
        }

        return new Mark(line, places.ToImmutable(), fields[2]);
    }

    /// <summary>The spans in the text, or null where the words that stand there are not those marked. White space may differ: brat writes a line end as a blank.</summary>
    private static ImmutableArray<TextSpan>? TryPlace(Mark mark, string text, int[] codePoints)
    {
        if (mark.Places.Any(p => p.End >= codePoints.Length))
        {
            return null;
        }

        ImmutableArray<TextSpan> spans = [.. mark.Places.Select(p => new TextSpan(codePoints[p.Start], codePoints[p.End])).Order()];
        string there = string.Concat(spans.Select(s => s.Of(text)));
        string written = string.Concat(mark.Words);
        return WithoutBlanks(there) == WithoutBlanks(written) || WithoutBlanks(string.Concat(mark.Places.Select(p => text[codePoints[p.Start]..codePoints[p.End]]))) == WithoutBlanks(written)
            ? spans
            : null;
    }

    private static GoldAttribution? TryReadEvent(string rest, Dictionary<string, ImmutableArray<TextSpan>> spans)
    {
        List<TextSpan> source = [], cue = [], content = [];
        foreach (string argument in rest.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            int colon = argument.IndexOf(':', StringComparison.Ordinal);
            if (colon < 0 || !spans.TryGetValue(argument[(colon + 1)..], out ImmutableArray<TextSpan> marked))
            {
                return null;
            }

            switch (argument[..colon].TrimEnd("0123456789".ToCharArray()))
            {
                case "Source":
                    source.AddRange(marked);
                    break;
                case "Cue":
                    cue.AddRange(marked);
                    break;
                case "Content":
                    content.AddRange(marked);
                    break;
            }
        }

        return new GoldAttribution([.. source.Order()], [.. cue.Order()], [.. content.Order()]);
    }

    /// <summary>Where each code point of the text starts, and where the text ends.</summary>
    private static int[] CodePoints(string text)
    {
        List<int> starts = new(text.Length + 1);
        for (int i = 0; i < text.Length; i += char.IsSurrogatePair(text, i) ? 2 : 1)
        {
            starts.Add(i);
        }

        starts.Add(text.Length);
        return [.. starts];
    }

    private static string WithoutBlanks(string text) => string.Concat(text.Where(c => !char.IsWhiteSpace(c)));

    private static string Short(string line) => line.Length <= 60 ? line : line[..60] + "…";
}
