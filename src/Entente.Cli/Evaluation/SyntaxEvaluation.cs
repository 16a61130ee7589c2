using System.Globalization;
using System.IO.Compression;
using System.Text;
using Entente.Analysis.Scoring;
using Entente.Analysis.Syntax;
using Entente.Analysis.Text;

namespace Entente.Cli.Evaluation;

/// <summary>Measures tokens and sentences made from raw text, and tags and trees made for the treebank's own words, against treebanks in CoNLL-U (<c>*.conllu</c>, <c>*.conllu.gz</c>).</summary>
/// <remarks>A file whose name has the part <c>train</c> is left out: what a model has seen measures nothing. Files named <c>SET_GENRE_NAME</c>, as GUM's are, are also reported by genre.</remarks>
internal static class SyntaxEvaluation
{
    private const string NewsGenre = "news";

    private sealed record Scores(SegmentationScores Segmentation, SyntaxScores Syntax);

    /// <param name="parse">Tags and parses the words of a document; null measures tokens and sentences alone.</param>
    /// <param name="errors">How many errors of each kind to list.</param>
    /// <returns>0; 1 where a floor is broken. A missing set is said and skipped.</returns>
    public static int Run(
        string directory,
        TextWriter output,
        Func<TokenizedDocument, ParsedDocument>? parse = null,
        int errors = 0,
        string? floors = null,
        bool writeFloors = false)
    {
        string[] files = !Directory.Exists(directory) ? [] :
        [
            .. Directory.GetFiles(directory, "*", SearchOption.AllDirectories).Where(IsMeasured).Order(StringComparer.Ordinal),
        ];
        if (files.Length == 0)
        {
            output.WriteLine($"syntax: {directory} has no *.conllu to measure on; skipped");
            return 0;
        }

        List<Diagnostic> wrong = [];
        Scores all = new(new(), new());
        SortedDictionary<string, Scores> genres = new(StringComparer.Ordinal);
        SegmentationErrors listed = new();
        int documents = 0;
        foreach (string file in files)
        {
            string[] named = Path.GetFileName(file).Split('_');
            Scores? genre = named.Length < 3 ? null
                : genres.TryGetValue(named[1], out Scores? known) ? known
                : genres[named[1]] = new(new(), new());
            using TextReader reader = Open(file);
            foreach (TreebankDocument gold in ConlluReader.Read(reader, file, wrong))
            {
                documents++;
                TokenizedDocument found = Tokenizer.Tokenize(gold.ToDocument());
                ParsedDocument? parsed = parse?.Invoke(gold.ToTokenized());
                foreach (Scores scores in genre is null ? [all] : new[] { all, genre })
                {
                    scores.Segmentation.Add(gold, found);
                    if (parsed is not null)
                    {
                        scores.Syntax.Add(gold, parsed);
                    }
                }

                if (errors > 0)
                {
                    listed.Add(gold, found);
                }
            }
        }

        output.WriteLine($"syntax: {documents} documents in {files.Length} files, {all.Segmentation.GoldSentences} sentences, {all.Segmentation.GoldWords} words");
        output.WriteLine("                     sentences  tokens   from raw text" + (parse is null ? "" : "      UPOS   XPOS   UAS    LAS    LAS without subtypes"));
        foreach ((string genre, Scores scores) in genres)
        {
            Print(genre, scores, output);
        }

        Print("all", all, output);
        foreach (Diagnostic diagnostic in wrong.Take(20))
        {
            output.WriteLine($"  {diagnostic.Code}  {diagnostic.Message}");
        }

        listed.Print(errors, output);
        Dictionary<string, double> figures = Figures(all, genres.GetValueOrDefault(NewsGenre));
        return floors is null ? 0 : Floors.Compare("syntax", directory, figures, output, floors, writeFloors);
    }

    private static bool IsMeasured(string file)
    {
        string name = Path.GetFileName(file);
        return (name.EndsWith(".conllu", StringComparison.Ordinal) || name.EndsWith(".conllu.gz", StringComparison.Ordinal))
            && !name.Split('.', '-', '_').Contains("train", StringComparer.OrdinalIgnoreCase);
    }

    private static StreamReader Open(string file)
    {
        Stream stream = File.OpenRead(file);
        return new StreamReader(file.EndsWith(".gz", StringComparison.Ordinal) ? new GZipStream(stream, CompressionMode.Decompress) : stream, Encoding.UTF8);
    }

    private static Dictionary<string, double> Figures(Scores all, Scores? news)
    {
        Dictionary<string, double> figures = new()
        {
            ["sentenceF1"] = all.Segmentation.Sentences.F1,
            ["tokenF1"] = all.Segmentation.Words.F1,
        };
        if (news is not null)
        {
            figures["newsSentenceF1"] = news.Segmentation.Sentences.F1;
            figures["newsTokenF1"] = news.Segmentation.Words.F1;
        }

        if (all.Syntax.Words > 0)
        {
            figures["upos"] = all.Syntax.Tags;
            figures["uas"] = all.Syntax.Heads;
            figures["las"] = all.Syntax.Labelled;
        }

        return figures;
    }

    private static void Print(string name, Scores scores, TextWriter output)
    {
        SyntaxScores syntax = scores.Syntax;
        string trees = syntax.Words == 0 ? "" : string.Create(CultureInfo.InvariantCulture,
            $"                     {syntax.Tags:F4} {syntax.PennTags:F4} {syntax.Heads:F4} {syntax.Labelled:F4} {syntax.LabelledUniversal:F4}");
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {name,-18} {scores.Segmentation.Sentences.F1,9:F4}  {scores.Segmentation.Words.F1:F4}{trees}"));
    }
}
