using System.Collections.Immutable;
using Entente.Analysis.Syntax;
using Entente.Analysis.Text;

namespace Entente.Analysis.Entities;

/// <summary>Names as the labels of tokens tell them.</summary>
internal static class LabelledNames
{
    private const NameKinds Places = NameKinds.Country | NameKinds.Capital | NameKinds.City | NameKinds.Town | NameKinds.Region | NameKinds.KnownPlace;

    private const NameKinds Nouns = NameKinds.PersonNoun | NameKinds.OrganisationNoun | NameKinds.FacilityNoun | NameKinds.PlaceNoun | NameKinds.EventNoun | NameKinds.VehicleNoun;

    /// <summary>Takes away what no list or model need be asked about: "US" before a sum of dollars, "the State"; puts peoples together that are told in two words ("British Indians").</summary>
    public static void Revise(NameEvidence evidence, Span<byte> labels)
    {
        foreach (Sentence sentence in evidence.Document.Sentences)
        {
            // "Witnesses said …": the capital is the sentence's.
            int t = sentence.FirstToken;
            if (MentionLabels.IsSingle(labels[t]) && evidence.PennTag(t) == PennTag.Nns && evidence.Shapes[t] == NameEvidence.Shape.Capitalised && (evidence.Whole[t] & ~(NameKinds.NoFeature | Nouns)) == 0)
            {
                labels[t] = MentionLabels.Outside;
            }
        }

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

        for (int t = 0; t < labels.Length; t++)
        {
            if (MentionLabels.Opens(labels[t]) && MentionLabels.TypeOf(labels[t]) == EntityType.Place)
            {
                int end = t + 1;
                while (end < labels.Length && !MentionLabels.Closes(labels[end - 1]))
                {
                    end++;
                }

                RevisePlace(evidence, labels, t, end);
                t = end - 1;
            }
        }
    }

    /// <summary>"Republic of Turkey" is one name, and what ends in a noun for bodies is a body, unless it is listed as a place ("West Bank").</summary>
    private static void RevisePlace(NameEvidence evidence, Span<byte> labels, int first, int end)
    {
        if (end > first + 1 && (evidence.Whole[end - 1] & NameKinds.OrganisationNoun) != 0 && (evidence.Starting[first] & Places) == 0)
        {
            Mark(labels, first, end, EntityType.Organisation);
            return;
        }

        int from = first;
        if (first > 1 && evidence.Form(first - 1) is "of" && (evidence.Whole[first - 2] & NameKinds.StateForm) != 0 && evidence.Shapes[first - 2] == NameEvidence.Shape.Capitalised)
        {
            from = first - 2;
            while (from > 0 && first - from < Gazetteer.LongestName && evidence.Shapes[from - 1] == NameEvidence.Shape.Capitalised && evidence.PennTag(from - 1) is PennTag.Jj or PennTag.Nnp or PennTag.Nnps
                && labels[from - 1] == MentionLabels.Outside)
            {
                from--;
            }
        }

        if (from < first)
        {
            Mark(labels, from, end, EntityType.Place);
        }
    }

    private static void Mark(Span<byte> labels, int first, int end, EntityType type)
    {
        labels[first..end].Fill(MentionLabels.Inside(type));
        labels[first] = MentionLabels.Begin(type);
        labels[end - 1] = MentionLabels.End(type);
        if (end == first + 1)
        {
            labels[first] = MentionLabels.Single(type);
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
