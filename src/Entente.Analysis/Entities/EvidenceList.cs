using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using Entente.Analysis.Text;

namespace Entente.Analysis.Entities;

/// <summary>Pieces of evidence, by the keys of their names.</summary>
/// <remarks>A name such as "he apart 2" is put together only where it is asked for, as learning does to write weights beside it; otherwise its letters go into the key one by one, and nothing is allocated.</remarks>
/// <param name="named">Whether to keep the names too.</param>
internal sealed class EvidenceList(bool named = false)
{
    private readonly StringBuilder? _name = named ? new StringBuilder() : null;

    public List<ulong> Keys { get; } = [];

    /// <summary>Empty unless they are kept.</summary>
    public List<string> Names { get; } = [];

    public static ulong KeyOf(string name) => WordHash.Of(name);

    public void Add([InterpolatedStringHandlerArgument("")] ref Piece piece)
    {
        Keys.Add(piece.Key);
        if (_name is not null)
        {
            Names.Add(_name.ToString());
            _name.Clear();
        }
    }

    public void Clear()
    {
        Keys.Clear();
        Names.Clear();
    }

    /// <summary>The name of a piece on its way into a key.</summary>
    [InterpolatedStringHandler]
    public ref struct Piece
    {
        private static readonly string[] s_types = Enum.GetNames<EntityType>();
        private static readonly string[] s_kinds = Enum.GetNames<MentionKind>();
        private static readonly string[] s_sexes = Enum.GetNames<Sex>();

        private readonly StringBuilder? _name;
        private ulong _hash = WordHash.Empty;

        public Piece(int literalLength, int formattedCount, EvidenceList list) => _name = list._name;

        public readonly ulong Key => WordHash.Mix(_hash);

        public void AppendLiteral(string letters) => Append(letters);

        public void AppendFormatted(string letters) => AppendLiteral(letters);

        public void AppendFormatted(int number)
        {
            Span<char> digits = stackalloc char[11];
            number.TryFormat(digits, out int written, provider: CultureInfo.InvariantCulture);
            Append(digits[..written]);
        }

        public void AppendFormatted(bool holds) => AppendLiteral(holds ? "True" : "False");

        public void AppendFormatted(EntityType type) => AppendLiteral(s_types[(int)type]);

        public void AppendFormatted(MentionKind kind) => AppendLiteral(s_kinds[(int)kind]);

        public void AppendFormatted(Sex sex) => AppendLiteral(s_sexes[(int)sex]);

        private void Append(scoped ReadOnlySpan<char> letters)
        {
            foreach (char c in letters)
            {
                _hash = WordHash.Append(_hash, c);
            }

            _name?.Append(letters);
        }
    }
}
