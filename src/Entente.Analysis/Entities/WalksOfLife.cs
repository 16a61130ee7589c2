using System.Collections.Frozen;
using System.Numerics;
using Entente.Analysis.Text;

namespace Entente.Analysis.Entities;

/// <summary>The callings that nouns for a person belong to, and which of them one person hardly ever has both of: a bishop and a goalkeeper are two, a minister and a lawyer may be one.</summary>
/// <remarks>A set of walks is a bit for each row of <c>walks.tsv</c>. Reports change what they call a person within one calling, and many change to one nearby; only what is neither parts two of one name.</remarks>
internal sealed class WalksOfLife
{
    private static readonly Lazy<WalksOfLife> s_shipped = new(() => new WalksOfLife([.. DataFile.Rows("Entities/Gazetteers/walks.tsv")]));

    private readonly FrozenDictionary<string, uint> _walks;
    private readonly FrozenDictionary<string, uint>.AlternateLookup<ReadOnlySpan<char>> _lookup;
    private readonly uint[] _near;

    /// <param name="rows">Name, names of the walks near it, nouns.</param>
    public WalksOfLife(IReadOnlyList<string[]> rows)
    {
        string[] names = [.. rows.Select(r => r[0])];
        _near = new uint[rows.Count];
        Dictionary<string, uint> walks = new(StringComparer.Ordinal);
        for (int i = 0; i < rows.Count; i++)
        {
            _near[i] |= 1u << i;
            foreach (string near in rows[i][1].Split(' ', StringSplitOptions.RemoveEmptyEntries))
            {
                int other = Array.IndexOf(names, near);
                _near[i] |= 1u << other;
                _near[other] |= 1u << i;
            }

            foreach (string noun in rows[i][2].Split(' '))
            {
                string words = noun.Replace('_', ' ');
                walks[words] = walks.GetValueOrDefault(words) | (1u << i);
            }
        }

        _walks = walks.ToFrozenDictionary(StringComparer.Ordinal);
        _lookup = _walks.GetAlternateLookup<ReadOnlySpan<char>>();
    }

    public static WalksOfLife Shipped => s_shipped.Value;

    /// <summary>The walks that a noun, small and in the singular, belongs to; 0 for none.</summary>
    public uint Of(ReadOnlySpan<char> noun) => _lookup.TryGetValue(noun, out uint walks) ? walks : 0;

    /// <summary>Whether no walk of one is, or is near, a walk of the other. An empty set conflicts with nothing.</summary>
    public bool Conflict(uint a, uint b) => a != 0 && b != 0 && (Near(a) & b) == 0;

    private uint Near(uint walks)
    {
        uint near = 0;
        for (uint rest = walks; rest != 0; rest &= rest - 1)
        {
            near |= _near[BitOperations.TrailingZeroCount(rest)];
        }

        return near;
    }
}
