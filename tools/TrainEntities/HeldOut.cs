using System.Globalization;
using Entente.Analysis.Entities;
using Entente.Analysis.Scoring;
using Entente.Analysis.Text;

namespace Entente.Tools.TrainEntities;

/// <summary>How well texts are labelled that a model has not seen, by corpus and type.</summary>
internal sealed class HeldOut
{
    private readonly SortedDictionary<string, MentionScores> _scores = new(StringComparer.Ordinal);

    public void Add(TrainingText text, byte[] labels)
    {
        string corpus = text.Id.Split('-', '_')[0];
        if (!_scores.TryGetValue(corpus, out MentionScores? scores))
        {
            _scores[corpus] = scores = new MentionScores();
        }

        byte[] gold = new byte[labels.Length];
        byte[] found = (byte[])labels.Clone();
        for (int t = 0; t < gold.Length; t++)
        {
            ulong allowed = text.Allowed[t];
            if (System.Numerics.BitOperations.IsPow2(allowed))
            {
                gold[t] = (byte)System.Numerics.BitOperations.TrailingZeroCount(allowed);
            }
            else
            {
                found[t] = 0;
            }
        }

        scores.Add(Names(text, gold), Names(text, found));
    }

    public override string ToString() => string.Join("; ", _scores.Select(s => s.Key + " " + string.Join(' ', s.Value.Types.Select(t => string.Create(CultureInfo.InvariantCulture, $"{t} {s.Value.Of(t).F1:F3}")))));

    private static IEnumerable<(TextSpan Span, string Type)> Names(TrainingText text, byte[] labels) =>
        LabelledNames.Read(text.Evidence.Document, labels).Select(m => (m.Span, m.Type.Word()));
}
