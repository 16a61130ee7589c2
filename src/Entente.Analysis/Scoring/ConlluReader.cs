using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Entente.Analysis.Text;

namespace Entente.Analysis.Scoring;

/// <summary>Reads a treebank in CoNLL-U, the format of Universal Dependencies, one document after another.</summary>
/// <remarks>
/// <c># newdoc</c> starts a document, <c># newpar</c> a paragraph. Empty nodes are passed over. A sentence that is not well formed, or whose heads are no tree, is left out and
/// named by a diagnostic; what stands around it is kept. Linear in the file; memory is that of one document.
/// </remarks>
public sealed class ConlluReader
{
    private const int MaxLineLength = 100_000;
    private const int MaxWords = 5_000;

    /// <summary>A document beyond this goes on as another one.</summary>
    private const int MaxDocumentLength = 20_000_000;

    private readonly TextReader _reader;
    private readonly string _name;
    private readonly List<Diagnostic> _wrong;
    private readonly StringBuilder _text = new();
    private readonly List<TextSpan> _paragraphs = [];
    private readonly List<TreebankSentence> _sentences = [];
    private string _id;
    private int _paragraph;
    private bool _blankBefore;

    private ConlluReader(TextReader reader, string name, List<Diagnostic> wrong)
    {
        _reader = reader;
        _name = name;
        _wrong = wrong;
        _id = name;
    }

    private sealed record Row(string[] Columns, int Line);

    /// <param name="name">How to call the file in a message.</param>
    /// <param name="wrong">Receives a diagnostic for every sentence left out.</param>
    public static IEnumerable<TreebankDocument> Read(TextReader reader, string name, List<Diagnostic> wrong) => new ConlluReader(reader, name, wrong).Documents();

    private IEnumerable<TreebankDocument> Documents()
    {
        List<Row> rows = [];
        string sentence = "";
        string? problem = null;
        int line = 0, started = 0;
        while (true)
        {
            string? read = ReadLine();
            line++;
            if (!string.IsNullOrEmpty(read) && read[0] == '#')
            {
                if (IsComment(read, "newdoc", out string id))
                {
                    if (Close() is { } done)
                    {
                        yield return done;
                    }

                    _id = id.Length > 0 ? id : _name;
                }
                else if (IsComment(read, "newpar", out _))
                {
                    EndParagraph();
                }
                else if (IsComment(read, "sent_id", out string name))
                {
                    sentence = name;
                }
            }
            else if (!string.IsNullOrEmpty(read))
            {
                started = rows.Count == 0 ? line : started;
                string[] columns = read.Split('\t');
                problem ??= read.Length > MaxLineLength ? $"longer than {MaxLineLength} characters"
                    : columns.Length != 10 ? $"{columns.Length} columns"
                    : rows.Count > MaxWords ? $"more than {MaxWords} words in the sentence"
                    : null;
                rows.Add(new Row(columns, line));
            }
            else
            {
                if (rows.Count > 0)
                {
                    problem ??= Add(rows, sentence);
                    if (problem is not null)
                    {
                        _wrong.Add(DiagnosticCode.MalformedTreebank.For(_name, started, problem));
                    }
                }

                rows.Clear();
                problem = null;
                if (_text.Length > MaxDocumentLength && Close() is { } part)
                {
                    yield return part;
                }

                if (read is null)
                {
                    break;
                }
            }
        }

        if (Close() is { } last)
        {
            yield return last;
        }
    }

    /// <summary>A line without its end, cut just above the limit; null at the end of the file.</summary>
    private string? ReadLine()
    {
        StringBuilder line = new();
        int c = _reader.Read();
        if (c < 0)
        {
            return null;
        }

        for (; c >= 0 && c != '\n'; c = _reader.Read())
        {
            if (line.Length <= MaxLineLength)
            {
                line.Append((char)c);
            }
        }

        return line.ToString().TrimEnd('\r');
    }

    /// <summary>Whether the line is <c># name</c>, alone or with a value behind <c>=</c> or <c>id =</c>.</summary>
    private static bool IsComment(string line, string name, out string value)
    {
        string comment = line[1..].Trim();
        value = "";
        if (!comment.StartsWith(name, StringComparison.Ordinal) || (comment.Length > name.Length && comment[name.Length] is not (' ' or '=')))
        {
            return false;
        }

        int equals = comment.IndexOf('=', StringComparison.Ordinal);
        value = equals < 0 ? "" : comment[(equals + 1)..].Trim();
        return true;
    }

    private TreebankDocument? Close()
    {
        EndParagraph();
        TreebankDocument? document = _sentences.Count == 0 ? null : new TreebankDocument(_id, _text.ToString(), [.. _paragraphs], [.. _sentences]);
        _text.Clear();
        _paragraphs.Clear();
        _sentences.Clear();
        _paragraph = 0;
        return document;
    }

    private void EndParagraph()
    {
        if (_text.Length > _paragraph)
        {
            _paragraphs.Add(new TextSpan(_paragraph, _text.Length));
            _text.Append("\n\n");
        }

        _paragraph = _text.Length;
        _blankBefore = false;
    }

    /// <summary>Adds a sentence; what is wrong with it, or null.</summary>
    private string? Add(List<Row> rows, string id)
    {
        Row[] words = [.. rows.Where(r => r.Columns[0].AsSpan().IndexOfAny('-', '.') < 0)];
        int[] heads = new int[words.Length];
        for (int w = 0; w < words.Length; w++)
        {
            string[] columns = words[w].Columns;
            if (columns[0] != (w + 1).ToString(CultureInfo.InvariantCulture))
            {
                return $"word {w + 1} is numbered \"{Short(columns[0])}\"";
            }

            if (columns[6] == "_")
            {
                heads[w] = -1;
            }
            else if (int.TryParse(columns[6], NumberStyles.None, CultureInfo.InvariantCulture, out int head) && head <= words.Length)
            {
                heads[w] = head - 1;
            }
            else
            {
                return $"the head of word {w + 1} is \"{Short(columns[6])}\"";
            }
        }

        if (words.Length == 0 || words.Any(w => string.IsNullOrWhiteSpace(w.Columns[1])))
        {
            return "a sentence or a word without text";
        }

        if (!IsTree(heads, isParsed: words[0].Columns[6] != "_"))
        {
            return "its heads are no tree";
        }

        if (ReadMultiwords(rows, words.Length) is not { } multiwords)
        {
            return "a range of words that cannot be";
        }

        Write(words, heads, multiwords, id);
        return null;
    }

    private void Write(Row[] words, int[] heads, Dictionary<int, (int End, Row Row)> multiwords, string id)
    {
        if (_blankBefore)
        {
            _text.Append(' ');
        }

        int start = _text.Length;
        ImmutableArray<TreebankWord>.Builder built = ImmutableArray.CreateBuilder<TreebankWord>(words.Length);
        for (int w = 0; w < words.Length;)
        {
            if (w > 0 && _blankBefore)
            {
                _text.Append(' ');
            }

            bool isMultiword = multiwords.TryGetValue(w, out (int End, Row Row) range);
            int end = isMultiword ? range.End : w + 1;
            Row written = isMultiword ? range.Row : words[w];
            TextSpan surface = new(_text.Length, _text.Length + written.Columns[1].Length);
            _text.Append(written.Columns[1]);
            _blankBefore = !written.Columns[9].Split('|').Contains("SpaceAfter=No");
            TextSpan[] spans = Parts(surface, [.. words[w..end].Select(r => r.Columns[1])]);
            for (int part = 0; part < spans.Length; part++)
            {
                string[] c = words[w + part].Columns;
                built.Add(new TreebankWord(c[1], c[2], c[3], c[4], heads[w + part], c[7], spans[part], surface, isMultiword));
            }

            w = end;
        }

        _sentences.Add(new TreebankSentence(id, new TextSpan(start, _text.Length), built.MoveToImmutable()));
    }

    /// <summary>Where each of several words written together stands: in order, by their lengths; exact where they are the parts of what is written.</summary>
    private static TextSpan[] Parts(TextSpan surface, string[] forms)
    {
        TextSpan[] parts = new TextSpan[forms.Length];
        int at = surface.Start;
        for (int p = 0; p < parts.Length; p++)
        {
            // Of words longer than what is written each yet gets a letter, as long as there are any.
            int length = p == parts.Length - 1 ? surface.End - at : Math.Min(forms[p].Length, Math.Max(0, surface.End - at - (parts.Length - 1 - p)));
            parts[p] = new TextSpan(at, at + length);
            at += length;
        }

        return parts;
    }

    private static Dictionary<int, (int End, Row Row)>? ReadMultiwords(List<Row> rows, int words)
    {
        Dictionary<int, (int End, Row Row)> ranges = [];
        int free = 0;
        foreach (Row row in rows.Where(r => r.Columns[0].Contains('-', StringComparison.Ordinal)))
        {
            string[] ends = row.Columns[0].Split('-');
            if (ends.Length != 2
                || !int.TryParse(ends[0], NumberStyles.None, CultureInfo.InvariantCulture, out int first)
                || !int.TryParse(ends[1], NumberStyles.None, CultureInfo.InvariantCulture, out int last)
                || first <= free || last <= first || last > words || string.IsNullOrWhiteSpace(row.Columns[1]))
            {
                return null;
            }

            ranges.Add(first - 1, (last, row));
            free = last;
        }

        return ranges;
    }

    private static bool IsTree(int[] heads, bool isParsed)
    {
        if (!isParsed)
        {
            return heads.All(h => h == -1);
        }

        if (heads.Count(h => h == -1) != 1)
        {
            return false;
        }

        // 0 unseen, 1 on the way up from this word, 2 known to reach the root.
        byte[] seen = new byte[heads.Length];
        for (int w = 0; w < heads.Length; w++)
        {
            int up = w;
            for (; up >= 0 && seen[up] == 0; up = heads[up])
            {
                seen[up] = 1;
            }

            if (up >= 0 && seen[up] == 1)
            {
                return false;
            }

            for (up = w; up >= 0 && seen[up] == 1; up = heads[up])
            {
                seen[up] = 2;
            }
        }

        return true;
    }

    private static string Short(string text) => text.Length <= 20 ? text : text[..20] + "…";
}
