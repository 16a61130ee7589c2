using System.Collections.Immutable;
using Entente.Analysis.Text;

namespace Entente.Analysis.Scoring;

/// <summary>A text of a treebank with its words, sentences and trees. Labels are kept as the treebank writes them.</summary>
/// <param name="Text">Rebuilt from the tokens: a blank between them unless the treebank says that there was none, an empty line between paragraphs.</param>
public sealed record TreebankDocument(string Id, string Text, ImmutableArray<TextSpan> Paragraphs, ImmutableArray<TreebankSentence> Sentences)
{
    /// <summary>The raw text as a report whose every paragraph is a block of body text.</summary>
    public Document ToDocument() => new()
    {
        Id = Id,
        Sha256 = "",
        Text = Text,
        Blocks = [.. Paragraphs.Select(p => new Block(BlockKind.Body, p))],
        Language = "en",
    };

    /// <summary>The document with the treebank's own words as tokens and its own sentences.</summary>
    public TokenizedDocument ToTokenized()
    {
        ImmutableArray<Token>.Builder tokens = ImmutableArray.CreateBuilder<Token>();
        ImmutableArray<Sentence>.Builder sentences = ImmutableArray.CreateBuilder<Sentence>(Sentences.Length);
        List<Token> inside = [];
        int paragraph = 0;
        foreach (TreebankSentence sentence in Sentences)
        {
            while (paragraph + 1 < Paragraphs.Length && sentence.Span.Start >= Paragraphs[paragraph].End)
            {
                paragraph++;
            }

            sentences.Add(new Sentence(sentence.Span, tokens.Count, sentence.Words.Length, paragraph));
            foreach (TreebankWord word in sentence.Words)
            {
                inside.Clear();
                Tokenizer.Tokenize(Text, word.Span, inside);
                tokens.Add(new Token(word.Span.Start, word.Span.End, inside.Count > 0 ? inside[0].Kind : TokenKind.Word));
            }
        }

        return new TokenizedDocument(ToDocument(), tokens.ToImmutable(), sentences.ToImmutable());
    }
}

/// <summary>A sentence of a treebank: its place in the text and its syntactic words.</summary>
public sealed record TreebankSentence(string Id, TextSpan Span, ImmutableArray<TreebankWord> Words);

/// <summary>A syntactic word of a treebank.</summary>
/// <param name="Tag">The universal part of speech, <c>_</c> where there is none; likewise <paramref name="Relation"/>.</param>
/// <param name="PennTag">The language's own tag.</param>
/// <param name="Head">Index of the head in the sentence; -1 for the root and where there is no tree.</param>
/// <param name="Span">Its place; of a word written together with others (<c>don't</c>) its part of that place.</param>
/// <param name="Surface">The place of all the words that are written together; the same as <paramref name="Span"/> for a word by itself.</param>
/// <param name="InMultiword">Whether the treebank gives it as one of several words of one token.</param>
public sealed record TreebankWord(string Form, string Lemma, string Tag, string PennTag, int Head, string Relation, TextSpan Span, TextSpan Surface, bool InMultiword);
