using System.Collections.Immutable;
using Entente.Analysis.Text;

namespace Entente.Analysis.Entities;

/// <summary>Names as the labels of tokens tell them.</summary>
internal static class LabelledNames
{
    /// <summary>Takes away what no list or model need be asked about: "US" before a sum of dollars, "the State"; puts peoples together that are told in two words ("British Indians").</summary>
    public static void Revise(NameEvidence evidence, Span<byte> labels)
    {
        Settle(evidence, labels);
        byte place = MentionLabels.Single(EntityType.Place), group = MentionLabels.Single(EntityType.Group);
        for (int t = 0; t < labels.Length; t++)
        {
            if (labels[t] == place)
            {
                bool sum = t + 1 < labels.Length && evidence.Form(t + 1) is "$" or "dollar" or "dollars";
                sum |= t + 2 < labels.Length && evidence.Form(t + 1) is "-" && evidence.Form(t + 2) is "dollar";
                labels[t] = sum || (evidence.Whole[t] & NameKinds.CommonNoun) != 0 ? MentionLabels.Outside : place;
            }
            else if (labels[t] == group && t + 1 < labels.Length && labels[t + 1] == group)
            {
                labels[t] = MentionLabels.Begin(EntityType.Group);
                labels[t + 1] = MentionLabels.End(EntityType.Group);
            }
        }
    }

    /// <summary>Gives a word that is a name by itself in several places the type it mostly has: one report rarely means two things by one word.</summary>
    private static void Settle(NameEvidence evidence, Span<byte> labels)
    {
        Dictionary<ulong, int[]> counts = [];
        for (int t = 0; t < labels.Length; t++)
        {
            if (MentionLabels.IsSingle(labels[t]))
            {
                if (!counts.TryGetValue(evidence.Keys[t], out int[]? types))
                {
                    counts[evidence.Keys[t]] = types = new int[MentionLabels.Types + 1];
                }

                types[(int)MentionLabels.TypeOf(labels[t])]++;
            }
        }

        for (int t = 0; t < labels.Length; t++)
        {
            if (MentionLabels.IsSingle(labels[t]) && counts[evidence.Keys[t]] is var types)
            {
                int most = Array.IndexOf(types, types.Max());
                int here = types[(int)MentionLabels.TypeOf(labels[t])];
                labels[t] = types[most] >= 2 * here ? MentionLabels.Single((EntityType)most) : labels[t];
            }
        }
    }

    public static ImmutableArray<EntityMention> Read(TokenizedDocument document, ReadOnlySpan<byte> labels)
    {
        ImmutableArray<EntityMention>.Builder mentions = ImmutableArray.CreateBuilder<EntityMention>();
        for (int t = 0; t < labels.Length; t++)
        {
            if (!MentionLabels.Opens(labels[t]))
            {
                continue;
            }

            int first = t;
            while (!MentionLabels.Closes(labels[t]) && t + 1 < labels.Length)
            {
                t++;
            }

            TextSpan span = new(document.Tokens[first].Start, document.Tokens[t].End);
            mentions.Add(new EntityMention(span, MentionLabels.TypeOf(labels[first]), first, t + 1));
        }

        return mentions.ToImmutable();
    }
}
