using Entente.Analysis.Syntax;

namespace Entente.Tools.TrainSyntax;

/// <summary>What one worker found: a direction for every number of the network, and which rows of the tables it touched.</summary>
internal sealed class Gradient(NetworkShape shape)
{
    private readonly bool[] _wordTouched = new bool[shape.WordRows];
    private readonly bool[] _hashTouched = new bool[shape.HashRows];

    public Network Of { get; } = new(shape);

    public List<int> Words { get; } = [];

    public List<int> Hashed { get; } = [];

    public void AddWord(int row, ReadOnlySpan<float> direction)
    {
        if (!_wordTouched[row])
        {
            _wordTouched[row] = true;
            Words.Add(row);
        }

        Kernels.Add(Of.Words.AsSpan(row * shape.Embedding, shape.Embedding), direction);
    }

    public void AddHashed(int row, ReadOnlySpan<float> direction, float factor)
    {
        if (!_hashTouched[row])
        {
            _hashTouched[row] = true;
            Hashed.Add(row);
        }

        Kernels.AddScaled(Of.Hashed.AsSpan(row * shape.Embedding, shape.Embedding), direction, factor);
    }

    /// <summary>Takes another worker's directions in.</summary>
    public void Add(Gradient other)
    {
        foreach (int row in other.Words)
        {
            AddWord(row, other.Of.Words.AsSpan(row * shape.Embedding, shape.Embedding));
        }

        foreach (int row in other.Hashed)
        {
            AddHashed(row, other.Of.Hashed.AsSpan(row * shape.Embedding, shape.Embedding), 1);
        }

        foreach ((float[] mine, float[] theirs) in Of.Weights().Zip(other.Of.Weights()))
        {
            Kernels.Add(mine, theirs);
        }
    }

    public void Clear()
    {
        foreach (int row in Words)
        {
            _wordTouched[row] = false;
            Of.Words.AsSpan(row * shape.Embedding, shape.Embedding).Clear();
        }

        foreach (int row in Hashed)
        {
            _hashTouched[row] = false;
            Of.Hashed.AsSpan(row * shape.Embedding, shape.Embedding).Clear();
        }

        Words.Clear();
        Hashed.Clear();
        foreach (float[] weights in Of.Weights())
        {
            Array.Clear(weights);
        }
    }

    /// <summary>The sum of squares over everything touched.</summary>
    public double SquaredNorm()
    {
        double sum = 0;
        foreach (int row in Words)
        {
            sum += Squares(Of.Words.AsSpan(row * shape.Embedding, shape.Embedding));
        }

        foreach (int row in Hashed)
        {
            sum += Squares(Of.Hashed.AsSpan(row * shape.Embedding, shape.Embedding));
        }

        foreach (float[] weights in Of.Weights())
        {
            sum += Squares(weights);
        }

        return sum;
    }

    private static double Squares(ReadOnlySpan<float> values)
    {
        double sum = 0;
        foreach (float value in values)
        {
            sum += (double)value * value;
        }

        return sum;
    }
}
