using System.Runtime.InteropServices;
using Entente.Analysis.Text;

namespace Entente.Analysis.Syntax;

/// <summary>Whether a sentence gets a tree, once the tags of its words are known.</summary>
public delegate bool TreeChoice(Sentence sentence, ReadOnlySpan<PartOfSpeech> tags);

/// <summary>Tags words and builds dependency trees with a <see cref="SyntaxModel"/>. Holds its working memory: one for each thread.</summary>
/// <remarks>A sentence's result depends on its tokens alone, not on what is read beside it. Cost is linear in tokens but for the choice of heads, O(n²) in the
/// length of a sentence; nothing is allocated per token but the result.</remarks>
public sealed class SyntaxParser
{
    /// <summary>A longer sentence is tagged in pieces of this length and gets no tree.</summary>
    public const int LongestSentence = 512;

    /// <summary>Sentences up to so many tokens are tagged together before those that need trees get them.</summary>
    private const int GroupTokens = 4096;
    private const int BatchSentences = 32;
    private const int BatchTokens = 512;
    private const int MostLowered = 64;

    private readonly Network _network;
    private readonly FixedNetwork _fixed;
    private readonly Lemmatizer _lemmatizer;
    private readonly NetworkShape _shape;
    private readonly WordVectors _vectors;
    private readonly SentenceBatch _batch = new(BatchSentences, BatchTokens);
    private readonly CellLayer[] _sides;
    private readonly TreeScorer _scorer;
    private readonly int[] _wordRows = new int[BatchTokens];
    private readonly float[] _gates;
    private short[] _outputs;
    private short[] _above;
    private readonly short[] _inSlots;
    private short[] _kept = [];
    private readonly float[] _tagScores;
    private readonly int[] _lengths = new int[BatchSentences];
    private readonly int[] _firsts = new int[BatchSentences];
    private readonly bool[] _titles = new bool[BatchSentences];
    private readonly int[] _heads = new int[BatchTokens];
    private readonly int[] _headRows = new int[BatchTokens];
    private int[] _order = [];
    private int[] _orderKeys = [];

    public SyntaxParser(SyntaxModel model)
    {
        _network = model.Network;
        _fixed = model.Fixed;
        _lemmatizer = model.Lemmatizer;
        _shape = _network.Shape;
        _vectors = new WordVectors(model);
        _sides = [new CellLayer(_shape.Hidden, BatchSentences), new CellLayer(_shape.Hidden, BatchSentences)];
        _scorer = new TreeScorer(_network, BatchTokens);
        _gates = new float[BatchTokens * _shape.Gates];
        _outputs = new short[BatchTokens * _shape.Both];
        _above = new short[BatchTokens * _shape.Both];
        _inSlots = new short[BatchTokens * _shape.Both];
        _tagScores = new float[BatchTokens * NetworkShape.Tags];
    }

    /// <param name="needsTree">Which sentences get a tree; null for all. All are tagged.</param>
    public ParsedDocument Parse(TokenizedDocument document, TreeChoice? needsTree = null)
    {
        int tokens = document.Tokens.Length;
        PartOfSpeech[] tags = new PartOfSpeech[tokens];
        PennTag[] pennTags = new PennTag[tokens];
        int[] heads = new int[tokens];
        Relation[] relations = new Relation[tokens];
        Array.Fill(heads, -1);
        int from = 0;
        while (from < document.Sentences.Length)
        {
            int to = from;
            int size = 0;
            while (to < document.Sentences.Length && (to == from || size + document.Sentences[to].TokenCount <= GroupTokens))
            {
                size += document.Sentences[to++].TokenCount;
            }

            ReadGroup(document, from, to, size, needsTree, tags, pennTags, heads, relations);
            from = to;
        }

        return new ParsedDocument(
            document,
            ImmutableCollectionsMarshal.AsImmutableArray(tags),
            ImmutableCollectionsMarshal.AsImmutableArray(pennTags),
            ImmutableCollectionsMarshal.AsImmutableArray(heads),
            ImmutableCollectionsMarshal.AsImmutableArray(relations),
            _lemmatizer);
    }

    /// <summary>Tags the sentences [<paramref name="from"/>, <paramref name="to"/>), then builds the trees that are asked for on what the tags were read from.</summary>
    private void ReadGroup(TokenizedDocument document, int from, int to, int tokens, TreeChoice? needsTree, PartOfSpeech[] tags, PennTag[] pennTags, int[] heads, Relation[] relations)
    {
        int first = document.Sentences[from].FirstToken;
        // A sentence that fills a group by itself is too long for a tree.
        bool trees = tokens <= GroupTokens;
        Buffers.Grow(ref _kept, trees ? tokens * _shape.Both : 0);
        int pieces = OrderPieces(document, from, to);
        for (int at = 0; at < pieces;)
        {
            at = Gather(at, pieces);
            ReadBatch(document);
            WriteTags(tags, pennTags);
            for (int s = 0; trees && s < _batch.Sentences; s++)
            {
                _outputs.AsSpan(_batch.Start(s) * _shape.Both, _batch.Length(s) * _shape.Both).CopyTo(_kept.AsSpan((_firsts[s] - first) * _shape.Both));
            }
        }

        pieces = trees ? OrderTrees(document, from, to, needsTree, tags) : 0;
        for (int at = 0; at < pieces;)
        {
            at = Gather(at, pieces);
            for (int s = 0; s < _batch.Sentences; s++)
            {
                _kept.AsSpan((_firsts[s] - first) * _shape.Both, _batch.Length(s) * _shape.Both).CopyTo(_outputs.AsSpan(_batch.Start(s) * _shape.Both));
            }

            ReadTrees();
            WriteTrees(heads, relations);
        }
    }

    /// <summary>Lists sentences, cut where they are too long, the longest first. An entry is the first token and, in the lowest bit, whether it is a title.</summary>
    private int OrderPieces(TokenizedDocument document, int from, int to)
    {
        int count = 0;
        for (int s = from; s < to; s++)
        {
            Sentence sentence = document.Sentences[s];
            int title = IsTitle(document, sentence) ? 1 : 0;
            for (int at = 0; at < sentence.TokenCount; at += LongestSentence)
            {
                List(count++, ((sentence.FirstToken + at) << 1) | title, Math.Min(LongestSentence, sentence.TokenCount - at));
            }
        }

        return Sorted(count);
    }

    private int OrderTrees(TokenizedDocument document, int from, int to, TreeChoice? needsTree, PartOfSpeech[] tags)
    {
        int count = 0;
        for (int s = from; s < to; s++)
        {
            Sentence sentence = document.Sentences[s];
            if (sentence.TokenCount <= LongestSentence && (needsTree is null || needsTree(sentence, tags.AsSpan(sentence.FirstToken, sentence.TokenCount))))
            {
                List(count++, sentence.FirstToken << 1, sentence.TokenCount);
            }
        }

        return Sorted(count);
    }

    private void List(int at, int entry, int length)
    {
        if (at >= _order.Length)
        {
            Array.Resize(ref _order, Math.Max(256, 2 * at));
            Array.Resize(ref _orderKeys, _order.Length);
        }

        (_order[at], _orderKeys[at]) = (entry, -length);
    }

    private int Sorted(int count)
    {
        _orderKeys.AsSpan(0, count).Sort(_order.AsSpan(0, count));
        return count;
    }

    private static bool IsTitle(TokenizedDocument document, Sentence sentence) =>
        sentence.Block < document.Document.Blocks.Length
        && (document.Document.Blocks[sentence.Block] is { Kind: BlockKind.Headline } or { IsHeading: true }
            || (sentence.FirstToken == 0 && document.Document.Blocks[sentence.Block].Span.End <= sentence.Span.End))
        && TitleCase.Is(document.Document.Text, document.Tokens.AsSpan().Slice(sentence.FirstToken, sentence.TokenCount));

    private int Gather(int at, int pieces)
    {
        int count = 0;
        int tokens = 0;
        while (at < pieces && count < BatchSentences && tokens - _orderKeys[at] <= BatchTokens)
        {
            _firsts[count] = _order[at] >> 1;
            _titles[count] = (_order[at] & 1) != 0;
            _lengths[count] = -_orderKeys[at];
            tokens += _lengths[count++];
            at++;
        }

        _batch.Fill(_lengths.AsSpan(0, count));
        return at;
    }

    /// <summary>The first memory layer, and tags from it.</summary>
    private void ReadBatch(TokenizedDocument document)
    {
        string text = document.Document.Text;
        if (_vectors.IsFull)
        {
            _vectors.Clear();
        }

        Span<char> room = stackalloc char[MostLowered];
        for (int s = 0; s < _batch.Sentences; s++)
        {
            ReadOnlySpan<Token> tokens = document.Tokens.AsSpan().Slice(_firsts[s], _batch.Length(s));
            for (int i = 0; i < tokens.Length; i++)
            {
                ReadOnlySpan<char> form = tokens[i].Span.In(text);
                _wordRows[_batch.Start(s) + i] = _vectors.Row(_titles[s] ? TitleCase.Lower(form, _lemmatizer, room) : form);
            }
        }

        for (int side = 0; side < 2; side++)
        {
            _sides[side].RunWords(_batch, side, _vectors.All, _wordRows, _fixed.Recurrent[0][side], _outputs);
        }

        _fixed.Tag.Multiply(_outputs, _tagScores, _batch.Tokens, add: false);
        Kernels.AddToRows(_tagScores.AsSpan(0, _batch.Tokens * NetworkShape.Tags), _network.TagBias);
    }

    private void WriteTags(PartOfSpeech[] tags, PennTag[] pennTags)
    {
        for (int s = 0; s < _batch.Sentences; s++)
        {
            for (int i = 0; i < _batch.Length(s); i++)
            {
                ReadOnlySpan<float> scores = _tagScores.AsSpan((_batch.Start(s) + i) * NetworkShape.Tags, NetworkShape.Tags);
                tags[_firsts[s] + i] = (PartOfSpeech)Best(scores[..TreebankLabels.PartsOfSpeech]);
                pennTags[_firsts[s] + i] = (PennTag)Best(scores.Slice(TreebankLabels.PartsOfSpeech, TreebankLabels.PennTags));
            }
        }
    }

    /// <summary>The other layers, then heads and relations.</summary>
    private void ReadTrees()
    {
        int tokens = _batch.Tokens;
        for (int layer = 1; layer < _shape.Layers; layer++)
        {
            for (int side = 0; side < 2; side++)
            {
                ReadOnlySpan<float> bias = _network.Bias[layer].AsSpan(side * _shape.Gates, _shape.Gates);
                _sides[side].RunAbove(_batch, side, _outputs, _fixed.Input[layer - 1][side], bias, _fixed.Recurrent[layer][side], _inSlots, _gates, _above);
            }

            (_outputs, _above) = (_above, _outputs);
        }

        _scorer.Read(_fixed.Role, _outputs, tokens);
        _scorer.Ask(tokens);
        for (int s = 0; s < _batch.Sentences; s++)
        {
            int start = _batch.Start(s);
            int length = _batch.Length(s);
            _scorer.ScoreArcs(start, length, tokens);
            TreeDecoder.Decode(_scorer.Scores, TreeScorer.Columns(length), _heads.AsSpan(start, length));
            for (int i = start; i < start + length; i++)
            {
                _headRows[i] = _heads[i] < 0 ? tokens : start + _heads[i];
            }
        }

        _scorer.ScoreRelations(_headRows.AsSpan(0, tokens));
    }

    private void WriteTrees(int[] heads, Relation[] relations)
    {
        for (int s = 0; s < _batch.Sentences; s++)
        {
            for (int i = 0; i < _batch.Length(s); i++)
            {
                int row = _batch.Start(s) + i;
                heads[_firsts[s] + i] = _heads[row] < 0 ? -1 : _firsts[s] + _heads[row];
                Span<float> scores = _scorer.Relations.AsSpan(row * NetworkShape.Relations, TreebankLabels.Relations);
                scores[(int)Relation.Root] = float.NegativeInfinity;
                relations[_firsts[s] + i] = _heads[row] < 0 ? Relation.Root : (Relation)Best(scores);
            }
        }
    }

    /// <summary>The label with the best score; 0, which is none, never.</summary>
    private static int Best(ReadOnlySpan<float> scores) => 1 + Kernels.Greatest(scores[1..]);
}
