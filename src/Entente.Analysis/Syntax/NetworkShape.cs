namespace Entente.Analysis.Syntax;

/// <summary>The sizes of the network; each a multiple of <see cref="Kernels.Lanes"/> except the numbers of rows and layers.</summary>
/// <param name="HashRows">Rows of the table that the features of all words share; a power of two.</param>
/// <param name="Embedding">Width of a word's vector.</param>
/// <param name="Hidden">Width of one direction of each memory layer.</param>
/// <param name="Layers">Memory layers; tags are read from the first, trees from the last.</param>
/// <param name="Arc">Width of what a word is as head and as dependent when heads are chosen.</param>
/// <param name="Label">The same when relations are.</param>
internal sealed record NetworkShape(int WordRows, int HashRows, int Embedding, int Hidden, int Layers, int Arc, int Label)
{
    /// <summary>Columns of tag scores: universal tags first, then Penn tags, then padding.</summary>
    public static int Tags => Kernels.Padded(TreebankLabels.PartsOfSpeech + TreebankLabels.PennTags);

    public static int Relations => Kernels.Padded(TreebankLabels.Relations);

    /// <summary>Width of what a memory layer gives: both directions.</summary>
    public int Both => 2 * Hidden;

    /// <summary>What one direction's memory cells are told at each step: input gates, output gates and new content.</summary>
    public int Gates => GatesOf(Hidden);

    /// <summary><see cref="Gates"/> of both directions.</summary>
    public int BothGates => 2 * Gates;

    public int Roles => 2 * (Arc + Label);

    /// <summary>How many numbers a network of this shape holds.</summary>
    public long Numbers =>
        ((long)(WordRows + HashRows) * Embedding)
        + ((long)BothGates * (Embedding + ((Layers - 1L) * Both) + (Layers * (Hidden + 1L))))
        + (Both * (Tags + Roles + 1L)) + Tags + Roles
        + (Arc * (Arc + 1L))
        + (((3L * Label) + 1) * Relations);

    public static int GatesOf(int hidden) => 3 * hidden;

    public int InputOf(int layer) => layer == 0 ? Embedding : Both;
}
