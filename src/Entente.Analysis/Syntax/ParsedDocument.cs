using System.Collections.Immutable;
using Entente.Analysis.Text;

namespace Entente.Analysis.Syntax;

/// <summary>A tokenised document with its tags and dependency trees, one entry for each token of <see cref="Document"/>.</summary>
/// <remarks>Heads are token indices of the document, -1 for the root of a sentence. A sentence left unparsed has tags, but <see cref="Relation.None"/> and
/// head -1 throughout.</remarks>
public sealed class ParsedDocument
{
    private readonly int[] _firstChild;
    private readonly int[] _nextSibling;
    private readonly Lemmatizer? _lemmatizer;

    internal ParsedDocument(
        TokenizedDocument document,
        ImmutableArray<PartOfSpeech> tags,
        ImmutableArray<PennTag> pennTags,
        ImmutableArray<int> heads,
        ImmutableArray<Relation> relations,
        Lemmatizer? lemmatizer = null)
    {
        Document = document;
        Tags = tags;
        PennTags = pennTags;
        Heads = heads;
        Relations = relations;
        _lemmatizer = lemmatizer;
        _firstChild = new int[heads.Length];
        _nextSibling = new int[heads.Length];
        Array.Fill(_firstChild, -1);
        for (int t = heads.Length - 1; t >= 0; t--)
        {
            _nextSibling[t] = -1;
            if (heads[t] >= 0)
            {
                _nextSibling[t] = _firstChild[heads[t]];
                _firstChild[heads[t]] = t;
            }
        }
    }

    public TokenizedDocument Document { get; }

    public ImmutableArray<PartOfSpeech> Tags { get; }

    public ImmutableArray<PennTag> PennTags { get; }

    public ImmutableArray<int> Heads { get; }

    public ImmutableArray<Relation> Relations { get; }

    /// <summary>The form of the token that a dictionary lists; without a model's words, the token as it stands.</summary>
    public string Lemma(int token)
    {
        ReadOnlySpan<char> form = Document.Tokens[token].Span.In(Document.Document.Text);
        return _lemmatizer is null ? form.ToString() : _lemmatizer.Lemma(form, PennTags[token]);
    }

    /// <summary>The dependents of a token, from left to right.</summary>
    public Dependents Of(int token) => new(this, token);

    /// <summary>The first dependent with the relation, its subtypes not told apart unless <paramref name="relation"/> is one; -1 for none.</summary>
    public int Dependent(int token, Relation relation)
    {
        foreach (int child in Of(token))
        {
            if (Relations[child] == relation || Relations[child].Universal() == relation)
            {
                return child;
            }
        }

        return -1;
    }

    public readonly struct Dependents(ParsedDocument document, int token)
    {
        public Enumerator GetEnumerator() => new(document, token);
    }

    public struct Enumerator(ParsedDocument document, int token)
    {
        private bool _started;

        public int Current { get; private set; } = token;

        public bool MoveNext()
        {
            Current = _started ? document._nextSibling[Current] : document._firstChild[Current];
            _started = true;
            return Current >= 0;
        }
    }
}
