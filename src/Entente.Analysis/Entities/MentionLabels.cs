namespace Entente.Analysis.Entities;

/// <summary>The labels of tokens: outside of names, or the beginning, inside, end or whole of a name of one type (BIOES).</summary>
internal static class MentionLabels
{
    public const int Types = 8;
    public const int Count = 1 + (4 * Types);
    public const byte Outside = 0;

    public static byte Begin(EntityType type) => (byte)((4 * (int)type) - 3);

    public static byte Inside(EntityType type) => (byte)((4 * (int)type) - 2);

    public static byte End(EntityType type) => (byte)((4 * (int)type) - 1);

    public static byte Single(EntityType type) => (byte)(4 * (int)type);

    public static EntityType TypeOf(byte label) => (EntityType)((label + 3) / 4);

    public static bool IsSingle(byte label) => label != 0 && label % 4 == 0;

    /// <summary>Begin or whole.</summary>
    public static bool Opens(byte label) => label != 0 && (label % 4 is 0 or 1);

    /// <summary>End or whole.</summary>
    public static bool Closes(byte label) => label != 0 && (label % 4 is 0 or 3);

    /// <summary>Whether <paramref name="next"/> may follow <paramref name="label"/> in one sentence.</summary>
    public static bool MayFollow(byte label, byte next)
    {
        bool open = label != 0 && !Closes(label);
        return open ? next != 0 && !Opens(next) && TypeOf(label) == TypeOf(next) : next == 0 || Opens(next);
    }
}
