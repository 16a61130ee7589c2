using Entente.Analysis.Text;

namespace Entente.Analysis.Reuse;

internal sealed partial class ReuseIndex
{
    private const ulong Magic = 0x4553_5545_5254_4E45; // "ENTREUSE", and the byte order
    private const int Version = 1;

    /// <summary>Writes the whole index: the same index gives the same bytes.</summary>
    public void Save(Stream output)
    {
        SealedWriter writer = new(output);
        writer.Write(Magic);
        writer.Write(Version);

        writer.Write(WordNumbers.Count);
        writer.Write(WordNumbers.Hashes);

        writer.Write(_seriesKeys.Count);
        _seriesKeys.ForEach(writer.Write);

        writer.Write(Texts);
        for (int text = 0; text < Texts; text++)
        {
            writer.Write(_contents[text]);
            writer.Write(_seriesOf[text]);
            writer.Write(Words.LengthOf(text));
            writer.Write(Words[text]);
        }

        writer.Write(Documents);
        for (int document = 0; document < Documents; document++)
        {
            writer.Write(_ids[document]);
            writer.Write(_textOf[document]);
        }

        writer.Write(_postings.Count);
        foreach (ReadOnlyMemory<Posting> piece in _postings.Pieces())
        {
            foreach (ref readonly Posting posting in piece.Span)
            {
                writer.Write(posting.KeyAndContext);
                writer.Write(posting.Text);
                writer.Write(posting.Place);
            }
        }

        writer.Complete();
    }

    /// <summary>Reads what <see cref="Save"/> wrote; nothing is folded or fingerprinted again.</summary>
    /// <param name="name">What to call it if something is wrong with it.</param>
    public static OpenedIndex Open(Stream input, string name)
    {
        try
        {
            ReuseIndex index = new();
            index.Read(new SealedReader(input));
            return new OpenedIndex(index, null);
        }
        catch (InvalidDataException problem)
        {
            return new OpenedIndex(null, DiagnosticCode.DamagedIndex.For(name, problem.Message));
        }
    }

    private void Read(SealedReader reader)
    {
        Expect(reader.Read<ulong>() == Magic, "it does not begin as one");
        Expect(reader.Read<int>() == Version, "it is of another version");
        for (int left = reader.ReadCount(), word = 0; word < left; word++)
        {
            Expect(WordNumbers.Add(reader.Read<ulong>()) == word, "a word stands in it twice");
        }

        for (int left = reader.ReadCount(); left > 0; left--)
        {
            int known = _seriesKeys.Count;
            Expect(NumberOf(reader.ReadString()) == known, "a series stands in it twice");
        }

        int texts = reader.ReadCount();
        for (int text = 0; text < texts; text++)
        {
            ReadText(reader);
        }

        for (int left = reader.ReadCount(); left > 0; left--)
        {
            ReadDocument(reader);
        }

        Expect(_firstDocuments.Count == texts, "a text belongs to no document");
        ReadPostings(reader);
        reader.ExpectEnd();
    }

    private void ReadText(SealedReader reader)
    {
        ulong content = reader.Read<ulong>();
        int series = reader.Read<int>();
        Expect(series >= -1 && series < _seriesKeys.Count, "a text is of a series that is not there");
        ReadOnlySpan<uint> words = reader.Read<uint>(reader.ReadCount());
        foreach (uint word in words)
        {
            Expect(word < WordNumbers.Count, "a text has a word that is not there");
        }

        words.CopyTo(Words.Add(words.Length));
        AddText(content, series);
    }

    /// <summary>A document's text is one that an earlier document has, or the first that none has yet.</summary>
    private void ReadDocument(SealedReader reader)
    {
        string id = reader.ReadString();
        int text = reader.Read<int>();
        Expect(text >= 0 && text < Texts && text <= _firstDocuments.Count, "a document has a text that is not there");
        Expect(_byId.TryAdd(id, _ids.Count), "a document stands in it twice");
        AddDocument(id, text);
    }

    private void ReadPostings(SealedReader reader)
    {
        int count = reader.ReadCount();
        int last = 0;
        for (int p = 0; p < count; p++)
        {
            Posting posting = new() { KeyAndContext = reader.Read<ulong>(), Text = reader.Read<int>(), Place = reader.Read<uint>() };
            Expect(posting.Text >= last && posting.Text < Texts, "a fingerprint is of a text that is not there");
            Expect(posting.Word <= Words.LengthOf(posting.Text) - Fingerprints.RunLength, "a fingerprint stands behind the end of its text");
            last = posting.Text;
            _postings.Restore(posting);
        }

        _postings.Relink();
    }

    private static void Expect(bool holds, string otherwise)
    {
        if (!holds)
        {
            throw new InvalidDataException(otherwise);
        }
    }
}
