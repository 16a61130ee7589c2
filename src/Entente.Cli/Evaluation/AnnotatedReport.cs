using System.Collections.Immutable;
using System.Text;
using Entente.Analysis.Scoring;
using Entente.Analysis.Text;
using Entente.Reading;

namespace Entente.Cli.Evaluation;

/// <summary>A report as it is read, with the attributions that annotators marked in its text; places are those of <see cref="Document.Text"/>.</summary>
internal sealed record AnnotatedReport(Document Document, ImmutableArray<GoldAttribution> Gold)
{
    /// <summary>The reports of a folder with <c>text/NAME.txt</c> and <c>attributions/NAME.ann</c> or <c>NAME_ANNOTATOR.ann</c>, in order of name.</summary>
    /// <remarks>Of several annotators the first by name is taken.</remarks>
    /// <param name="wrong">What could not be read, by file.</param>
    public static IEnumerable<AnnotatedReport> ReadAll(string folder, List<Diagnostic> wrong)
    {
        string[] texts = [.. Directory.GetFiles(Path.Combine(folder, "text"), "*.txt").Order(StringComparer.Ordinal)];
        string[] annotations = [.. Directory.GetFiles(Path.Combine(folder, "attributions"), "*.ann").Order(StringComparer.Ordinal)];
        Reader reader = new(ReadingOptions.Default);
        foreach (string path in texts)
        {
            string name = Path.GetFileNameWithoutExtension(path);
            if (annotations.FirstOrDefault(a => IsOf(Path.GetFileNameWithoutExtension(a), name)) is not { } annotation)
            {
                wrong.Add(DiagnosticCode.NotFound.For(Path.Combine(folder, "attributions", name + ".ann")));
                continue;
            }

            ReadResult read = reader.Read([path]).First();
            string text = Encoding.UTF8.GetString(File.ReadAllBytes(path));
            if (read.Document is null)
            {
                wrong.AddRange(read.Diagnostics);
            }
            else if (PlaceMap.Find(text, read.Document.Text) is not { } places)
            {
                wrong.Add(DiagnosticCode.UnmappedText.For(path));
            }
            else
            {
                BratFile brat = BratFile.Read(File.ReadAllText(annotation), annotation, text);
                wrong.AddRange(brat.Diagnostics);
                yield return new AnnotatedReport(read.Document, [.. brat.Attributions.Select(places.Moved)]);
            }
        }
    }

    private static bool IsOf(string annotation, string text) => annotation == text
        || (annotation.Length > text.Length + 1 && annotation.StartsWith(text, StringComparison.Ordinal) && annotation[text.Length] == '_' && !annotation.AsSpan(text.Length + 1).Contains('_'));

    /// <summary>From places in the text as saved to places in the text as read, which differ in white space at the most.</summary>
    internal sealed class PlaceMap
    {
        private readonly int[]? _moved;

        private PlaceMap(int[]? moved) => _moved = moved;

        /// <summary>Null where the two differ in more than white space.</summary>
        public static PlaceMap? Find(string saved, string read)
        {
            if (saved == read)
            {
                return new PlaceMap(null);
            }

            int[] moved = new int[saved.Length + 1];
            int r = 0;
            for (int s = 0; s < saved.Length; s++)
            {
                if (IsBlank(saved[s]))
                {
                    moved[s] = r;
                    continue;
                }

                while (r < read.Length && IsBlank(read[r]))
                {
                    r++;
                }

                if (r == read.Length || read[r] != saved[s])
                {
                    return null;
                }

                moved[s] = r++;
            }

            moved[saved.Length] = r;
            return read.AsSpan(r).IsWhiteSpace() ? new PlaceMap(moved) : null;
        }

        public GoldAttribution Moved(GoldAttribution attribution) => _moved is null
            ? attribution
            : new GoldAttribution(Moved(attribution.Source), Moved(attribution.Cue), Moved(attribution.Content));

        private ImmutableArray<TextSpan> Moved(ImmutableArray<TextSpan> spans) =>
            [.. spans.Select(span => new TextSpan(_moved![span.Start], _moved[span.End - 1] + 1))];

        private static bool IsBlank(char c) => char.IsWhiteSpace(c) || c == '\uFEFF';
    }
}
