namespace Entente.Analysis.Syntax;

/// <summary>Sentences read in step, the longest first, so that one product serves all of them.</summary>
/// <remarks>Tokens are numbered sentence by sentence; <i>slots</i> step by step: slot <c>Offset(t) + row</c> is the t-th token of a sentence read forward, or
/// the t-th from its end read backward.</remarks>
internal sealed class SentenceBatch
{
    private readonly int[] _start;
    private readonly int[] _length;
    private readonly int[] _offset;
    private readonly int[] _rows;
    private readonly int[] _forward;
    private readonly int[] _backward;

    public SentenceBatch(int sentences, int tokens)
    {
        MostSentences = sentences;
        MostTokens = tokens;
        _start = new int[sentences];
        _length = new int[sentences];
        _offset = new int[tokens + 1];
        _rows = new int[tokens + 1];
        _forward = new int[tokens];
        _backward = new int[tokens];
    }

    public int MostSentences { get; }

    public int MostTokens { get; }

    public int Sentences { get; private set; }

    public int Tokens { get; private set; }

    public int Steps { get; private set; }

    public int Start(int sentence) => _start[sentence];

    public int Length(int sentence) => _length[sentence];

    public int Offset(int step) => _offset[step];

    /// <summary>How many sentences have a token at this step.</summary>
    public int Rows(int step) => _rows[step];

    /// <summary>The token at each slot.</summary>
    public ReadOnlySpan<int> TokensAt(bool backward) => (backward ? _backward : _forward).AsSpan(0, Tokens);

    /// <param name="lengths">Not increasing, none zero.</param>
    public void Fill(ReadOnlySpan<int> lengths)
    {
        Sentences = lengths.Length;
        Tokens = 0;
        for (int s = 0; s < Sentences; s++)
        {
            _start[s] = Tokens;
            _length[s] = lengths[s];
            Tokens += lengths[s];
        }

        Steps = Sentences == 0 ? 0 : _length[0];
        int slot = 0;
        int rows = Sentences;
        for (int step = 0; step < Steps; step++)
        {
            while (_length[rows - 1] <= step)
            {
                rows--;
            }

            _offset[step] = slot;
            _rows[step] = rows;
            for (int row = 0; row < rows; row++)
            {
                _forward[slot] = _start[row] + step;
                _backward[slot++] = _start[row] + _length[row] - 1 - step;
            }
        }

        _offset[Steps] = slot;
    }
}
