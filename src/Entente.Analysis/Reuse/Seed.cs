namespace Entente.Analysis.Reuse;

/// <summary>A place that two texts may share: the same fingerprint stands at both words.</summary>
internal readonly record struct Seed(int Text, int Word, int HereWord) : IComparable<Seed>
{
    public int CompareTo(Seed other)
    {
        int order = Text.CompareTo(other.Text);
        order = order != 0 ? order : Word.CompareTo(other.Word);
        return order != 0 ? order : HereWord.CompareTo(other.HereWord);
    }
}
