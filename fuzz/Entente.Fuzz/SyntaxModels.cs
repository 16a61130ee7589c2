using Entente.Analysis.Syntax;
using Entente.Analysis.Text;

namespace Entente.Fuzz;

/// <summary>Model files of the tagger and parser.</summary>
internal static class SyntaxModels
{
    public static byte[] Small { get; } = Save();

    /// <summary>A model is read or refused; one that was read makes a tree of any sentence.</summary>
    public static string? Broken(byte[] saved)
    {
        SyntaxModel model;
        try
        {
            model = SyntaxModel.Read(new MemoryStream(saved));
        }
        catch (InvalidDataException)
        {
            return null;
        }

        const string Text = "Nine barges waited at the lock, she said. It was shut for good.";
        Document document = new() { Id = "x", Sha256 = "", Text = Text, Blocks = [new Block(BlockKind.Body, new TextSpan(0, Text.Length))] };
        ParsedDocument parsed = new SyntaxParser(model).Parse(Tokenizer.Tokenize(document));
        for (int t = 0; t < parsed.Heads.Length; t++)
        {
            int steps = 0;
            for (int at = t; at >= 0; at = parsed.Heads[at])
            {
                if (steps++ > parsed.Heads.Length)
                {
                    return "heads run in a circle";
                }
            }

            _ = parsed.Lemma(t);
        }

        return null;
    }

    private static byte[] Save()
    {
        Network network = new(new NetworkShape(2, 16, 16, 16, 2, 16, 16));
        Random random = new(1);
        foreach (float[] weights in network.Weights().Append(network.Words).Append(network.Hashed))
        {
            for (int i = 0; i < weights.Length; i++)
            {
                weights[i] = random.NextSingle() - 0.5f;
            }
        }

        Lemmatizer lemmatizer = new(new Dictionary<string, string> { ["dsaid"] = "say" }, ["say", "barge"]);
        using MemoryStream output = new();
        new SyntaxModel([WordFeatures.Key("barge")], network, lemmatizer).Write(output);
        return output.ToArray();
    }
}
