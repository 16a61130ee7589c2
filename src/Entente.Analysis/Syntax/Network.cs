namespace Entente.Analysis.Syntax;

/// <summary>The numbers that were learned: a bidirectional LSTM over words (Hochreiter and Schmidhuber 1997), tags from its first layer, and a deep biaffine
/// choice of heads and relations from its last (Dozat and Manning 2017).</summary>
/// <remarks>A cell forgets as much as it takes in (Greff et al. 2017, "CIFG"): a quarter less work than with a gate of its own for it.</remarks>
internal sealed class Network
{
    public Network(NetworkShape shape)
    {
        Shape = shape;
        Words = new float[shape.WordRows * shape.Embedding];
        Hashed = new float[shape.HashRows * shape.Embedding];
        Input = new float[shape.Layers][];
        Bias = new float[shape.Layers][];
        Recurrent = new float[shape.Layers][][];
        for (int layer = 0; layer < shape.Layers; layer++)
        {
            Input[layer] = new float[shape.InputOf(layer) * shape.BothGates];
            Bias[layer] = new float[shape.BothGates];
            Recurrent[layer] = [new float[shape.Hidden * shape.Gates], new float[shape.Hidden * shape.Gates]];
        }

        Tag = new float[shape.Both * NetworkShape.Tags];
        TagBias = new float[NetworkShape.Tags];
        Root = new float[shape.Both];
        Role = new float[shape.Both * shape.Roles];
        RoleBias = new float[shape.Roles];
        ArcPair = new float[shape.Arc * shape.Arc];
        ArcHead = new float[shape.Arc];
        Relation = new float[3 * shape.Label * NetworkShape.Relations];
        RelationBias = new float[NetworkShape.Relations];
    }

    public NetworkShape Shape { get; }

    /// <summary>Vectors of the words known by themselves; row 0 stands for all others.</summary>
    public float[] Words { get; }

    /// <summary>Vectors of the features of <see cref="WordFeatures"/>.</summary>
    public float[] Hashed { get; }

    /// <summary>By layer, input × gates of both directions: forward input, output, content; then the same backward.</summary>
    public float[][] Input { get; }

    public float[][] Bias { get; }

    /// <summary>By layer and direction, hidden × gates.</summary>
    public float[][][] Recurrent { get; }

    public float[] Tag { get; }

    public float[] TagBias { get; }

    /// <summary>Stands for the root, as if it were a word's output of the last layer.</summary>
    public float[] Root { get; }

    /// <summary>To arc head, arc dependent, label head and label dependent, side by side.</summary>
    public float[] Role { get; }

    public float[] RoleBias { get; }

    public float[] ArcPair { get; }

    /// <summary>How good a head a word is, whatever depends on it.</summary>
    public float[] ArcHead { get; }

    /// <summary>From dependent, head and their product, one below another.</summary>
    public float[] Relation { get; }

    public float[] RelationBias { get; }

    /// <summary>All arrays but the two tables of vectors, in the order of the model file.</summary>
    public IEnumerable<float[]> Weights()
    {
        for (int layer = 0; layer < Shape.Layers; layer++)
        {
            yield return Input[layer];
            yield return Bias[layer];
            yield return Recurrent[layer][0];
            yield return Recurrent[layer][1];
        }

        yield return Tag;
        yield return TagBias;
        yield return Root;
        yield return Role;
        yield return RoleBias;
        yield return ArcPair;
        yield return ArcHead;
        yield return Relation;
        yield return RelationBias;
    }
}
