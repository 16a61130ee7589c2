using Entente.Analysis.Reuse;
using Entente.Analysis.Text;

namespace Entente.Fuzz;

/// <summary>Saved indexes of shared text: as they are, and without their checksums, so that what is behind these is reached too.</summary>
internal static class SavedIndexes
{
    // Nothing in a file may have more memory taken than what is in it warrants.
    private const long MostBytes = 16 << 20;
    private const int MostBytesPerByte = 64;

    public static byte[] Sealed { get; } = Save(Build());

    public static byte[] Content { get; } = Unseal(Sealed);

    /// <summary>An index is opened or refused with a reason; one that was opened answers, grows and is saved.</summary>
    public static string? Broken(byte[] saved)
    {
        long before = GC.GetAllocatedBytesForCurrentThread();
        OpenedIndex opened = ReuseIndex.Open(new MemoryStream(saved), "x");
        if (GC.GetAllocatedBytesForCurrentThread() - before is long taken && taken > MostBytes + (saved.LongLength * MostBytesPerByte))
        {
            return $"{taken:N0} bytes were allocated for {saved.Length:N0}";
        }

        if (opened.Index is not { } index)
        {
            return opened.Problem is null ? "neither index nor problem" : null;
        }

        ulong[] words = Fold("We counted nine barges at the lock before noon and twelve more after it was shut for good.");
        index.Find(words, "Vellamo Courier");
        index.ForEachPair(static _ => { }, threads: 2);
        string id = "new";
        while (index.Contains(id))
        {
            id += "'";
        }

        index.Add(id, words, "Vellamo Courier");
        return ReuseIndex.Open(new MemoryStream(Save(index)), "x").Problem?.Message;
    }

    public static byte[] Seal(byte[] content)
    {
        using MemoryStream output = new();
        SealedWriter writer = new(output);
        writer.Write<byte>(content.AsSpan());
        writer.Complete();
        return output.ToArray();
    }

    private static byte[] Unseal(byte[] saved)
    {
        // One frame: its length, the content, its checksum; then the frame that ends it.
        int length = BitConverter.ToInt32(saved);
        return saved[sizeof(int)..(sizeof(int) + length)];
    }

    private static byte[] Save(ReuseIndex index)
    {
        using MemoryStream output = new();
        index.Save(output);
        return output.ToArray();
    }

    private static ReuseIndex Build()
    {
        ReuseIndex index = new();
        index.Add("a", Fold("The mayor said that nine barges at the lock before noon and twelve more after it was shut for good were too many."), "Vellamo Courier");
        index.Add("b", Fold("Nine barges at the lock before noon and twelve more after it was shut, says a report."), "Pool");
        index.Add("c", Fold("Nine barges at the lock before noon and twelve more after it was shut, says a report."));
        index.Add("d", []);
        return index;
    }

    private static ulong[] Fold(string text)
    {
        List<ulong> words = [];
        WordFolding.Fold(text, new TextSpan(0, text.Length), words);
        return [.. words];
    }
}
