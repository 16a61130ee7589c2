using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Text;

namespace Entente.Analysis.Syntax;

/// <summary>A trained tagger and parser: the words it knows and what it learned. Immutable; one serves any number of <see cref="SyntaxParser"/>s.</summary>
public sealed class SyntaxModel
{
    private const ulong Magic = 0x3358_4E59_534E_4500; // "\0ENSYNX3"
    private const int LargestWidth = 4096;
    private const int MostRows = 1 << 20;
    private const int MostLayers = 8;
    private const long MostNumbers = 1 << 26;
    private const int MostStrings = 1 << 18;
    private const int LongestString = 200;

    private static readonly Lazy<SyntaxModel> s_english = new(() =>
    {
        using Stream stream = typeof(SyntaxModel).Assembly.GetManifestResourceStream("english-syntax.model")
            ?? throw new InvalidOperationException("The model english-syntax.model is not in the assembly.");
        return Read(stream);
    });

    private readonly Dictionary<ulong, int> _rows;
    private readonly Lazy<FixedNetwork> _fixed;

    internal SyntaxModel(ulong[] words, Network network, Lemmatizer lemmatizer)
    {
        Lemmatizer = lemmatizer;
        _fixed = new Lazy<FixedNetwork>(() => new FixedNetwork(network));
        Words = words;
        Network = network;
        _rows = new Dictionary<ulong, int>(words.Length);
        for (int i = 0; i < words.Length; i++)
        {
            _rows[words[i]] = i + 1;
        }
    }

    /// <summary>The model shipped for English; its card is <c>models/english-syntax.md</c>.</summary>
    public static SyntaxModel English => s_english.Value;

    /// <summary>Keys of the words known by themselves, by row from 1.</summary>
    internal ulong[] Words { get; }

    internal Network Network { get; }

    internal Lemmatizer Lemmatizer { get; }

    internal FixedNetwork Fixed => _fixed.Value;

    /// <summary>The row of a word's own vector, 0 for a word not known.</summary>
    internal int Row(ulong key) => _rows.GetValueOrDefault(key);

    /// <exception cref="InvalidDataException">The stream is not a whole model of this version.</exception>
    public static SyntaxModel Read(Stream stream)
    {
        Span<byte> head = stackalloc byte[8 + (8 * sizeof(int))];
        ReadAll(stream, head);
        if (BinaryPrimitives.ReadUInt64LittleEndian(head) != Magic)
        {
            throw new InvalidDataException("Not a syntax model of this version.");
        }

        Span<int> sizes = stackalloc int[8];
        for (int i = 0; i < sizes.Length; i++)
        {
            sizes[i] = BinaryPrimitives.ReadInt32LittleEndian(head[(8 + (i * sizeof(int)))..]);
        }

        bool rows = sizes[0] is > 0 and <= MostRows && sizes[1] is > 0 and <= MostRows && int.IsPow2(sizes[1]) && sizes[4] is > 0 and <= MostLayers;
        foreach (int width in (ReadOnlySpan<int>)[sizes[2], sizes[3], sizes[5], sizes[6]])
        {
            rows &= width is > 0 and <= LargestWidth && width % Kernels.Lanes == 0;
        }

        if (!rows || sizes[7] != (TreebankLabels.PartsOfSpeech << 16 | TreebankLabels.PennTags << 8 | TreebankLabels.Relations))
        {
            throw new InvalidDataException("The syntax model has sizes or labels that this version does not know.");
        }

        NetworkShape shape = new(sizes[0], sizes[1], sizes[2], sizes[3], sizes[4], sizes[5], sizes[6]);
        if (shape.Numbers > MostNumbers)
        {
            throw new InvalidDataException("The syntax model is larger than any.");
        }

        Network network = new(shape);
        ulong[] words = new ulong[sizes[0] - 1];
        ReadAll(stream, MemoryMarshal.AsBytes(words.AsSpan()));
        ReadHalves(stream, network.Words);
        ReadHalves(stream, network.Hashed);
        foreach (float[] weights in network.Weights())
        {
            ReadHalves(stream, weights);
        }

        string[] lemmas = ReadStrings(stream);
        string[] exceptions = ReadStrings(stream);
        string[] exceptionLemmas = ReadStrings(stream);
        if (exceptions.Length != exceptionLemmas.Length)
        {
            throw new InvalidDataException("The syntax model's lists of lemmas do not match.");
        }

        Dictionary<string, string> lemmaOf = new(StringComparer.Ordinal);
        for (int i = 0; i < exceptions.Length; i++)
        {
            lemmaOf[exceptions[i]] = exceptionLemmas[i];
        }

        return new SyntaxModel(words, network, new Lemmatizer(lemmaOf, lemmas));
    }

    internal void Write(Stream stream)
    {
        NetworkShape shape = Network.Shape;
        Span<byte> head = stackalloc byte[8 + (8 * sizeof(int))];
        BinaryPrimitives.WriteUInt64LittleEndian(head, Magic);
        ReadOnlySpan<int> sizes =
        [
            shape.WordRows, shape.HashRows, shape.Embedding, shape.Hidden, shape.Layers, shape.Arc, shape.Label,
            TreebankLabels.PartsOfSpeech << 16 | TreebankLabels.PennTags << 8 | TreebankLabels.Relations,
        ];
        for (int i = 0; i < sizes.Length; i++)
        {
            BinaryPrimitives.WriteInt32LittleEndian(head[(8 + (i * sizeof(int)))..], sizes[i]);
        }

        stream.Write(head);
        stream.Write(MemoryMarshal.AsBytes<ulong>(Words));
        WriteHalves(stream, Network.Words);
        WriteHalves(stream, Network.Hashed);
        foreach (float[] weights in Network.Weights())
        {
            WriteHalves(stream, weights);
        }

        WriteStrings(stream, [.. Lemmatizer.Lemmas.Order(StringComparer.Ordinal)]);
        string[] exceptions = [.. Lemmatizer.Exceptions.Keys.Order(StringComparer.Ordinal)];
        WriteStrings(stream, exceptions);
        WriteStrings(stream, [.. exceptions.Select(key => Lemmatizer.Exceptions[key])]);
    }

    private static void ReadHalves(Stream stream, float[] values)
    {
        Half[] halves = new Half[values.Length];
        ReadAll(stream, MemoryMarshal.AsBytes(halves.AsSpan()));
        for (int i = 0; i < values.Length; i++)
        {
            values[i] = (float)halves[i];
            if (!float.IsFinite(values[i]))
            {
                throw new InvalidDataException("The syntax model holds a number that is none.");
            }
        }
    }

    private static void WriteHalves(Stream stream, float[] values)
    {
        Half[] halves = new Half[values.Length];
        for (int i = 0; i < values.Length; i++)
        {
            halves[i] = (Half)values[i];
        }

        stream.Write(MemoryMarshal.AsBytes<Half>(halves));
    }

    private static string[] ReadStrings(Stream stream)
    {
        Span<byte> bytes = stackalloc byte[LongestString];
        ReadAll(stream, bytes[..sizeof(int)]);
        int count = BinaryPrimitives.ReadInt32LittleEndian(bytes);
        if (count is < 0 or > MostStrings)
        {
            throw new InvalidDataException("The syntax model has a list longer than any.");
        }

        string[] strings = new string[count];
        for (int i = 0; i < count; i++)
        {
            ReadAll(stream, bytes[..1]);
            int length = bytes[0];
            if (length > LongestString)
            {
                throw new InvalidDataException("The syntax model has a word longer than any.");
            }

            ReadAll(stream, bytes[..length]);
            strings[i] = Encoding.UTF8.GetString(bytes[..length]);
        }

        return strings;
    }

    private static void WriteStrings(Stream stream, string[] strings)
    {
        Span<byte> bytes = stackalloc byte[LongestString];
        BinaryPrimitives.WriteInt32LittleEndian(bytes, strings.Length);
        stream.Write(bytes[..sizeof(int)]);
        foreach (string value in strings)
        {
            int length = Encoding.UTF8.GetBytes(value, bytes);
            stream.WriteByte((byte)length);
            stream.Write(bytes[..length]);
        }
    }

    private static void ReadAll(Stream stream, Span<byte> bytes)
    {
        if (stream.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false) < bytes.Length)
        {
            throw new InvalidDataException("The syntax model ends early.");
        }
    }
}
