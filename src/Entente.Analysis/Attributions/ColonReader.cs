using System.Collections.Immutable;
using Entente.Analysis.Syntax;
using Entente.Analysis.Text;

namespace Entente.Analysis.Attributions;

/// <summary>Reads who speaks from a colon alone: the lines of a transcript, "LIND: It is safe.", and headlines, "Lind: Pier is safe".</summary>
internal static class ColonReader
{
    /// <summary>Tokens of the longest name before a colon.</summary>
    private const int LongestName = 4;

    public static IEnumerable<Attribution> Find(ParsedDocument parsed)
    {
        TokenizedDocument document = parsed.Document;
        ImmutableArray<Sentence> sentences = document.Sentences;
        for (int s = 0; s < sentences.Length; s++)
        {
            if (s > 0 && sentences[s - 1].Block == sentences[s].Block)
            {
                continue;
            }

            int end = s;
            while (end + 1 < sentences.Length && sentences[end + 1].Block == sentences[s].Block)
            {
                end++;
            }

            bool headline = document.Document.Blocks[sentences[s].Block].Kind == BlockKind.Headline;
            if (Read(parsed, sentences[s].FirstToken, sentences[end].FirstToken + sentences[end].TokenCount, headline) is { } found)
            {
                yield return found;
            }
        }
    }

    private static Attribution? Read(ParsedDocument parsed, int first, int end, bool headline)
    {
        string text = parsed.Document.Document.Text;
        ImmutableArray<Token> tokens = parsed.Document.Tokens;
        int from = first;
        while (from < end && tokens[from].Kind == TokenKind.Punctuation)
        {
            from++;
        }

        int colon = from;
        bool capitals = true, name = true;
        while (colon < end && colon - from <= LongestName && tokens[colon].Kind == TokenKind.Word)
        {
            ReadOnlySpan<char> word = tokens[colon].Span.In(text);
            bool upper = word.Length > 1;
            foreach (char c in word)
            {
                upper &= !char.IsLower(c);
            }

            capitals &= upper;
            name &= char.IsUpper(word[0]) && parsed.PennTags[colon] is PennTag.Nnp or PennTag.Nnps;
            colon++;
        }

        if (colon == from || colon + 2 >= end || text[tokens[colon].Start] != ':' || colon - from > LongestName)
        {
            return null;
        }

        TextSpan source = new(tokens[from].Start, tokens[colon - 1].End);
        Line line = new(text, tokens) { Block = 0 };
        for (int t = from; t < colon; t++)
        {
            line.Items.Add(t);
        }

        SourceKind kind = SourceKinds.Of(parsed.Document.Document, line, 0, line.Count);
        string rule;
        if (headline)
        {
            bool speaks = colon - from == 1 && Vocabulary.Speaker(tokens[from].Span.In(text)) is "document";
            if (!(speaks || (name && kind is SourceKind.Person or SourceKind.Outlet)) || !HasFiniteVerb(parsed, colon + 1, end))
            {
                return null;
            }

            rule = "headline-colon";
        }
        else if (capitals && colon - from <= 2 && tokens[from].Length > 2 && parsed.PennTags[from] is PennTag.Nnp or PennTag.Nn or PennTag.Nnps)
        {
            rule = "transcript";
        }
        else
        {
            return null;
        }

        return new Attribution([source], headline ? kind : SourceKind.Person, [tokens[colon].Span], [new TextSpan(tokens[colon + 1].Start, tokens[end - 1].End)], [],
            headline ? AttributionMode.Indirect : AttributionMode.Direct, Certainty.Attributed, rule);
    }

    private static bool HasFiniteVerb(ParsedDocument parsed, int from, int to)
    {
        for (int t = from; t < to; t++)
        {
            if (parsed.PennTags[t] is PennTag.Vbd or PennTag.Vbz or PennTag.Vbp or PennTag.Md)
            {
                return true;
            }
        }

        return false;
    }
}
