using System.Text.Json;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Entente.Analysis.Scoring;
using Entente.Analysis.Text;

namespace Entente.Tools.TrainEntities;

/// <summary>Reads the corpora whose licences allow a shipped model: Wikigold, Universal NER on EWT, GUM, MEANTIME and ECB+.</summary>
internal static partial class Corpora
{
    private sealed record Word(string Form, string Label, bool SpaceAfter = true);

    /// <param name="Head">The token that says what the mention is; -1 where the corpus does not tell.</param>
    private sealed record Piece(int First, int End, TypeSet Types, int Head = -1);

    public static List<AnnotatedText> ReadAll(string directory) =>
    [
        .. Wikigold(Path.Combine(directory, "wikigold", "wikigold.conll.txt")),
        .. UniversalNer(Path.Combine(directory, "uner", "en_ewt-ud-dev.iob2")),
        .. UniversalNer(Path.Combine(directory, "uner", "en_ewt-ud-test.iob2")),
        .. Gum(Path.Combine(directory, "gum", "dep")),
        .. Meantime(Path.Combine(directory, "meantime", "output_data", "en")),
        .. EcbPlus(Path.Combine(directory, "ecbplus")),
    ];

    /// <summary>Texts without marks: the pages of WCXB and the wars of WikiWars.</summary>
    public static IEnumerable<AnnotatedText> Plain(string directory)
    {
        foreach (string file in Directory.GetFiles(Path.Combine(directory, "wcxb", "ground-truth"), "*.json").Order(StringComparer.Ordinal))
        {
            using JsonDocument page = JsonDocument.Parse(File.ReadAllBytes(file));
            string text = page.RootElement.GetProperty("ground_truth").GetProperty("main_content").GetString() ?? "";
            yield return Lines("wcxb-" + Path.GetFileNameWithoutExtension(file), text);
        }

        foreach (string file in Directory.GetFiles(Path.Combine(directory, "wikiwars"), "*.tml").Order(StringComparer.Ordinal))
        {
            yield return Lines("wikiwars-" + Path.GetFileNameWithoutExtension(file), XDocument.Load(file).Root!.Element("TEXT")!.Value);
        }
    }

    private static AnnotatedText Lines(string id, string text)
    {
        List<TextSpan> lines = [];
        int start = 0;
        while (start < text.Length)
        {
            int end = text.IndexOf('\n', start);
            end = end < 0 ? text.Length : end;
            if (!text.AsSpan(start, end - start).IsWhiteSpace())
            {
                lines.Add(new TextSpan(start, end));
            }

            start = end + 1;
        }

        return new AnnotatedText(id, text, lines, [], TypeSet.Any, lines);
    }

    public static IEnumerable<AnnotatedText> Wikigold(string file)
    {
        List<List<Word>> document = [];
        List<Word> sentence = [];
        int number = 0;
        foreach (string line in File.ReadLines(file).Append("-DOCSTART- O"))
        {
            if (line.StartsWith("-DOCSTART-", StringComparison.Ordinal))
            {
                if (sentence.Count > 0)
                {
                    document.Add(sentence);
                    sentence = [];
                }

                if (document.Count > 0)
                {
                    yield return FromWords($"wikigold-{number++}", document, TypeSet.None, static label => label[2..] switch
                    {
                        "PER" => TypeSet.Person,
                        "ORG" => TypeSet.Organisation,
                        "LOC" => TypeSet.Place | TypeSet.Facility,
                        _ => TypeSet.Group | TypeSet.Event | TypeSet.Product | TypeSet.Other,
                    });
                }

                document = [];
            }
            else if (string.IsNullOrWhiteSpace(line))
            {
                if (sentence.Count > 0)
                {
                    document.Add(sentence);
                    sentence = [];
                }
            }
            else
            {
                int space = line.LastIndexOf(' ');
                sentence.Add(new Word(line[..space], line[(space + 1)..]));
            }
        }
    }

    public static IEnumerable<AnnotatedText> UniversalNer(string file)
    {
        List<List<Word>> document = [];
        List<Word> sentence = [];
        string id = "";
        string text = "";
        foreach (string line in File.ReadLines(file).Append("# newdoc id = end"))
        {
            if (line.StartsWith("# newdoc", StringComparison.Ordinal))
            {
                if (document.Count > 0)
                {
                    yield return FromWords("uner-" + id, document, TypeSet.None, static label => label[2..] switch
                    {
                        "PER" => TypeSet.Person,
                        "ORG" => TypeSet.Organisation,
                        "LOC" => TypeSet.Place | TypeSet.Facility,
                        _ => TypeSet.Any,
                    });
                }

                document = [];
                id = line[(line.IndexOf('=', StringComparison.Ordinal) + 1)..].Trim();
            }
            else if (line.StartsWith("# text = ", StringComparison.Ordinal))
            {
                text = line[9..];
            }
            else if (line.Length == 0)
            {
                if (sentence.Count > 0)
                {
                    document.Add(WithSpaces(sentence, text));
                    sentence = [];
                }
            }
            else if (line[0] != '#')
            {
                string[] cells = line.Split('\t');
                if (!cells[0].Contains('-', StringComparison.Ordinal) && !cells[0].Contains('.', StringComparison.Ordinal))
                {
                    sentence.Add(new Word(cells[1], cells[2]));
                }
            }
        }
    }

    public static IEnumerable<AnnotatedText> Gum(string directory)
    {
        foreach (string file in Directory.GetFiles(directory, "*.conllu").Order(StringComparer.Ordinal))
        {
            TokenWriter writer = new();
            List<(string Form, string Tag, TextSpan Span)> words = [];
            List<Piece> pieces = [];
            Stack<(string Id, string Type, int First, int Head)> open = [];
            foreach (string line in File.ReadLines(file))
            {
                if (line.Length == 0)
                {
                    writer.EndSentence();
                    continue;
                }

                string[] cells = line.Split('\t');
                if (line[0] == '#' || cells[0].Contains('-', StringComparison.Ordinal) || cells[0].Contains('.', StringComparison.Ordinal))
                {
                    continue;
                }

                words.Add((cells[1], cells[4], writer.Add(cells[1], !cells[9].Contains("SpaceAfter=No", StringComparison.Ordinal))));
                foreach (string field in cells[9].Split('|').Where(f => f.StartsWith("Entity=", StringComparison.Ordinal)))
                {
                    foreach (Match match in EntityMark().Matches(field[7..]))
                    {
                        if (match.Groups[1].Success)
                        {
                            string[] parts = match.Groups[2].Value.Split('-');
                            int inside = parts.Length > 5 && int.TryParse(parts[5].Split(',')[0], out int head) ? head : 1;
                            open.Push((parts[0], parts.Length > 1 ? parts[1] : "", words.Count - 1, words.Count - 2 + inside));
                            if (match.Groups[3].Success)
                            {
                                (_, string type, int first, int at) = open.Pop();
                                pieces.Add(new Piece(first, words.Count, GumType(type), at));
                            }
                        }
                        else if (match.Groups[3].Success)
                        {
                            Stack<(string Id, string Type, int First, int Head)> kept = [];
                            while (open.Count > 0 && open.Peek().Id != match.Groups[2].Value)
                            {
                                kept.Push(open.Pop());
                            }

                            if (open.TryPop(out (string Id, string Type, int First, int Head) closed))
                            {
                                pieces.Add(new Piece(closed.First, words.Count, GumType(closed.Type), closed.Head));
                            }

                            while (kept.TryPop(out (string Id, string Type, int First, int Head) again))
                            {
                                open.Push(again);
                            }
                        }
                    }
                }
            }

            writer.EndSentence();
            yield return FromPieces(Path.GetFileNameWithoutExtension(file), writer, words, pieces, TypeSet.None);
        }
    }

    public static IEnumerable<AnnotatedText> Meantime(string directory)
    {
        using StreamReader tokens = File.OpenText(Path.Combine(directory, "meantime.conll"));
        using FileStream mentions = File.OpenRead(Path.Combine(directory, "entities_mentions.json"));
        return [.. MeantimeReader.Read(tokens, mentions).Select(news => FromNews("meantime-" + news.Id, news, static type => type switch
        {
            "PER" => TypeSet.Person,
            "ORG" => TypeSet.Organisation,
            "LOC" => TypeSet.Place | TypeSet.Facility,
            "PRO" => TypeSet.Product,
            _ => TypeSet.None,
        }))];
    }

    public static IEnumerable<AnnotatedText> EcbPlus(string directory)
    {
        foreach (string file in Directory.GetFiles(directory, "*.xml", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
        {
            using FileStream xml = File.OpenRead(file);
            AnnotatedNews news = EcbPlusReader.Read(xml, Path.GetFileNameWithoutExtension(file), Path.GetFileName(Path.GetDirectoryName(file))!);
            yield return FromNews("ecbplus-" + news.Id, news, static type => type switch
            {
                "HUMAN_PART_PER" => TypeSet.Person,
                "HUMAN_PART_ORG" => TypeSet.Organisation,
                "HUMAN_PART_GPE" or "LOC_GEO" => TypeSet.Place,
                "LOC_FAC" or "HUMAN_PART_FAC" => TypeSet.Place | TypeSet.Facility,
                "LOC_OTHER" => TypeSet.Place,
                _ => TypeSet.None,
            });
        }
    }

    private static TypeSet GumType(string type) => type switch
    {
        "person" => TypeSet.Person,
        "organization" => TypeSet.Organisation,
        "place" => TypeSet.Place | TypeSet.Facility,
        "event" => TypeSet.Event,
        "object" => TypeSet.Product | TypeSet.Other,
        "animal" or "plant" or "substance" or "abstract" => TypeSet.Other,
        _ => TypeSet.None,
    };

    private static AnnotatedText FromWords(string id, List<List<Word>> sentences, TypeSet unmarked, Func<string, TypeSet> types)
    {
        TokenJoiner joiner = new();
        TokenWriter writer = new();
        bool spaced = sentences.Any(s => s.Any(w => !w.SpaceAfter));
        List<MarkedName> names = [];
        foreach (List<Word> sentence in sentences)
        {
            string before = "O";
            int start = -1, end = -1;
            for (int i = 0; i < sentence.Count; i++)
            {
                Word word = sentence[i];
                TextSpan span = spaced ? writer.Add(word.Form, word.SpaceAfter) : joiner.Add(word.Form, i + 1 < sentence.Count ? sentence[i + 1].Form : null);
                bool goes = word.Label.StartsWith("I-", StringComparison.Ordinal) && before != "O" && before[2..] == word.Label[2..];
                if (!goes && before != "O")
                {
                    names.Add(new MarkedName(new TextSpan(start, end), types(before)));
                }

                start = word.Label != "O" && !goes ? span.Start : start;
                end = span.End;
                before = word.Label;
            }

            if (before != "O")
            {
                names.Add(new MarkedName(new TextSpan(start, end), types(before)));
            }

            joiner.EndSentence();
            writer.EndSentence();
        }

        return new AnnotatedText(id, spaced ? writer.Text : joiner.Text, spaced ? writer.Sentences : joiner.Sentences, names, unmarked, []);
    }

    /// <summary>A report whose marks are those of some sentences and of some names in them.</summary>
    private static AnnotatedText FromNews(string id, AnnotatedNews news, Func<string, TypeSet> types)
    {
        TokenJoiner joiner = new();
        List<(string Form, string Tag, TextSpan Span)> words = [];
        List<int> firsts = [];
        HashSet<int> read = [.. news.Mentions.Select(m => m.Sentence)];
        List<TextSpan> unknown = [];
        for (int s = 0; s < news.Sentences.Count; s++)
        {
            IReadOnlyList<string> forms = news.Sentences[s];
            firsts.Add(words.Count);
            for (int i = 0; i < forms.Count; i++)
            {
                words.Add((forms[i], "", joiner.Add(forms[i], i + 1 < forms.Count ? forms[i + 1] : null)));
            }

            joiner.EndSentence();
            if (forms.Count > 0 && !read.Contains(s))
            {
                unknown.Add(new TextSpan(words[firsts[s]].Span.Start, words[^1].Span.End));
            }
        }

        List<Piece> pieces = [];
        foreach (AnnotatedMention mention in news.Mentions)
        {
            int from = mention.Tokens[0], to = mention.Tokens[^1];
            if (types(mention.Type) != TypeSet.None && to - from == mention.Tokens.Count - 1)
            {
                int first = firsts[mention.Sentence];
                pieces.Add(new Piece(first + from, first + to + 1, types(mention.Type), mention.Head >= 0 ? first + mention.Head : -1));
            }
        }

        return NamesOf(id, joiner.Text, joiner.Sentences, words, pieces, TypeSet.Any, unknown);
    }

    private static AnnotatedText FromPieces(string id, TokenWriter writer, List<(string Form, string Tag, TextSpan Span)> words, List<Piece> pieces, TypeSet unmarked) =>
        NamesOf(id, writer.Text, writer.Sentences, words, pieces, unmarked, []);

    /// <summary>Finds the names in mentions that may be any noun phrase: their longest run of capitals, with "of" and the like between.</summary>
    private static AnnotatedText NamesOf(
        string id,
        string text,
        IReadOnlyList<TextSpan> sentences,
        List<(string Form, string Tag, TextSpan Span)> words,
        List<Piece> pieces,
        TypeSet unmarked,
        List<TextSpan> unknown)
    {
        bool[] taken = new bool[words.Count];
        List<MarkedName> names = [];
        foreach (Piece piece in pieces.OrderByDescending(p => p.End - p.First).ThenBy(p => p.First))
        {
            if (piece.Types == TypeSet.None)
            {
                continue;
            }

            int first = piece.First, end = piece.End;
            while (first < end && !IsName(words[first]))
            {
                first++;
            }

            while (end > first && !IsName(words[end - 1]) && !words[end - 1].Form.All(char.IsDigit))
            {
                end--;
            }

            bool whole = first < end && (words[end - 1].Tag is "" or "NNP" or "NNPS" or "CD") && (piece.Head >= 0 ? piece.Head >= first && piece.Head < end : end == piece.End || words[end].Form is "," or "(" or "in" or "of" or "at" or "who" or "which" or "'s" or "’s" or "'");
            for (int i = first; i < end && whole; i++)
            {
                whole &= !taken[i] && (IsName(words[i]) || words[i].Form is "of" or "and" or "the" or "for" or "-" or "'s" or "'" or "&" or "de" or "la" or "al" or "bin" or "." or "del" or "von" or "van" or "on" or "in"
                    || words[i].Form.All(char.IsDigit));
            }

            if (whole)
            {
                names.Add(new MarkedName(new TextSpan(words[first].Span.Start, words[end - 1].Span.End), piece.Types));
                taken.AsSpan(first, end - first).Fill(true);
            }
        }

        // A capitalised word within a mention that gave no name may or may not be one.
        foreach (Piece piece in pieces)
        {
            for (int i = piece.First; i < piece.End; i++)
            {
                if (!taken[i] && IsName(words[i]))
                {
                    unknown.Add(words[i].Span);
                    taken[i] = true;
                }
            }
        }

        return new AnnotatedText(id, text, sentences, [.. names.OrderBy(n => n.Span)], unmarked, unknown);
    }

    private static bool IsName((string Form, string Tag, TextSpan Span) word) =>
        word.Form.Any(char.IsUpper) && (word.Tag is "" or "NNP" or "NNPS" || (word.Tag is "JJ" or "NN" or "NNS" && char.IsUpper(word.Form[0])))
        && word.Form is not ("The" or "A" or "An" or "His" or "Her" or "Their" or "My" or "Our" or "Its" or "I" or "He" or "She" or "They" or "It" or "We" or "You" or "This" or "That" or "These" or "Those" or "All" or "Some" or "Many" or "Two" or "Three" or "Several" or "Mr." or "Mrs." or "Ms." or "Dr." or "Who" or "What" or "One");

    private static List<Word> WithSpaces(List<Word> sentence, string text)
    {
        List<Word> words = [];
        int at = 0;
        foreach (Word word in sentence)
        {
            int found = text.IndexOf(word.Form, at, StringComparison.Ordinal);
            if (found < 0)
            {
                return [.. sentence.Select(w => w with { SpaceAfter = true })];
            }

            at = found + word.Form.Length;
            words.Add(word with { SpaceAfter = at >= text.Length || char.IsWhiteSpace(text[at]) });
        }

        return words;
    }

    [GeneratedRegex(@"(\()?([^()]+)(\))?")]
    private static partial Regex EntityMark();
}
