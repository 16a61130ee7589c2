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

        scores.Add(Names(gold), Names(found));
    }

    public override string ToString() => string.Join("; ", _scores.Select(s => s.Key + " " + string.Join(' ', s.Value.Types.Select(t => string.Create(CultureInfo.InvariantCulture, $"{t} {s.Value.Of(t).F1:F3}")))));

    private static IEnumerable<(TextSpan Span, string Type)> Names(byte[] labels)
    {
        for (int t = 0; t < labels.Length; t++)
        {
            if (MentionLabels.Opens(labels[t]))
            {
                int first = t;
                while (!MentionLabels.Closes(labels[t]) && t + 1 < labels.Length)
                {
                    t++;
                }

                yield return (new TextSpan(first, t + 1), MentionLabels.TypeOf(labels[first]).Word());
            }
        }
    }
}
