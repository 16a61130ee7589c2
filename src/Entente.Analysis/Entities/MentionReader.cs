using Entente.Analysis.Syntax;
using Entente.Analysis.Text;

namespace Entente.Analysis.Entities;

/// <summary>Reads what a mention shows of the thing meant: head, kind, type, number, sex.</summary>
internal static class MentionReader
{
    /// <param name="labels">The labels of names, one a token.</param>
    public static MentionedThing? Read(ParsedDocument parsed, NameEvidence evidence, ReadOnlySpan<byte> labels, int document, int sentence, int first, int end)
    {
        if (first >= end)
        {
            return null;
        }

        int head = HeadOf(parsed, evidence, labels, first, end);
        MentionKind kind = KindOf(parsed, evidence, labels, first, end, head);
        List<ulong> words = [];
        List<string> forms = [];
        int headWord = 0;
        ulong number = 0;
        bool definite = false;
        (int nameFirst, int nameEnd) = kind == MentionKind.Name ? NameAround(labels, first, end, head) : (first, end);
        bool coordinated = false;
        for (int t = first; t < end; t++)
        {
            PennTag tag = parsed.PennTags[t];
            coordinated |= tag == PennTag.Cc && (t < nameFirst || t >= nameEnd || kind != MentionKind.Name);
            definite |= evidence.Form(t) is "the" or "The" or "this" or "This" or "that" or "these" or "those" || tag is PennTag.PrpPoss;
            if (tag == PennTag.Cd)
            {
                number = evidence.Keys[t];
            }

            if (t != head && (t < nameFirst || t >= nameEnd || tag is PennTag.Dt or PennTag.PrpPoss or PennTag.Pos || evidence.Shapes[t] is NameEvidence.Shape.Mark || tag is PennTag.In or PennTag.To && kind != MentionKind.Name))
            {
                continue;
            }

            if (t == head)
            {
                headWord = words.Count;
            }

            words.Add(evidence.Keys[t]);
            forms.Add(evidence.Form(t).ToString());
        }

        bool plural = parsed.PennTags[head] is PennTag.Nns or PennTag.Nnps || evidence.Form(head) is "they" or "them" or "their" or "we" or "our" or "us" or "They" or "We" or "Their" or "Our" or "themselves";
        return new MentionedThing(
            document,
            sentence,
            new TextSpan(evidence.Document.Tokens[first].Start, evidence.Document.Tokens[end - 1].End),
            first,
            end,
            kind,
            TypeOf(evidence, labels, kind, first, end, head),
            [.. words],
            [.. forms],
            kind == MentionKind.Name ? evidence.Keys[head] : Gazetteer.Key(parsed.Lemma(head)),
            headWord,
            plural,
            SexOf(evidence, labels, first, end, head),
            definite,
            number,
            coordinated);
    }

    /// <summary>The last noun before what is put to it: "the head of the firm", "a man who fled", "clashes in the town".</summary>
    private static int HeadOf(ParsedDocument parsed, NameEvidence evidence, ReadOnlySpan<byte> labels, int first, int end)
    {
        int head = -1;
        for (int t = first; t < end; t++)
        {
            bool inName = labels[t] != 0;
            PennTag tag = parsed.PennTags[t];
            if (inName && head >= 0 && labels[head] != 0 && !MentionLabels.Opens(labels[t]))
            {
                head = t;
                continue;
            }

            if (tag is PennTag.Nn or PennTag.Nns or PennTag.Nnp or PennTag.Nnps or PennTag.Prp or PennTag.PrpPoss or PennTag.Cd or PennTag.Wp || inName)
            {
                if (!(tag == PennTag.PrpPoss && t + 1 < end) && !(tag == PennTag.Cd && t + 1 < end))
                {
                    head = t;
                }
            }
            else if (head >= 0 && (tag is PennTag.In or PennTag.To or PennTag.Wdt or PennTag.Wp or PennTag.Comma or PennTag.Vbd or PennTag.Vbz or PennTag.Vbp or PennTag.Vbn or PennTag.Vbg or PennTag.Md))
            {
                break;
            }
        }

        return head >= 0 ? head : end - 1;
    }

    /// <summary>The name the head stands in.</summary>
    private static (int First, int End) NameAround(ReadOnlySpan<byte> labels, int first, int end, int head)
    {
        if (labels[head] == 0)
        {
            return (first, end);
        }

        int from = head, to = head + 1;
        while (from > first && !MentionLabels.Opens(labels[from]))
        {
            from--;
        }

        while (to < end && !MentionLabels.Closes(labels[to - 1]))
        {
            to++;
        }

        return (from, to);
    }

    private static MentionKind KindOf(ParsedDocument parsed, NameEvidence evidence, ReadOnlySpan<byte> labels, int first, int end, int head)
    {
        if (parsed.PennTags[head] is PennTag.Prp or PennTag.PrpPoss or PennTag.Wp or PennTag.Wdt || (end - first == 1 && parsed.PennTags[head] is PennTag.Dt))
        {
            return MentionKind.Pronoun;
        }

        const NameKinds Nouns = NameKinds.PersonNoun | NameKinds.Title | NameKinds.OrganisationNoun | NameKinds.EventNoun;
        return labels[head] != 0 || ((evidence.Whole[head] & Nouns) == 0 && parsed.PennTags[head] is PennTag.Nnp or PennTag.Nnps && NameEvidence.IsCapital(evidence.Shapes[head])) ? MentionKind.Name : MentionKind.Description;
    }

    private static EntityType TypeOf(NameEvidence evidence, ReadOnlySpan<byte> labels, MentionKind kind, int first, int end, int head)
    {
        if (labels[head] != 0)
        {
            return MentionLabels.TypeOf(labels[head]);
        }

        if (kind == MentionKind.Pronoun)
        {
            return SexWords.OfWord(evidence.Keys[head]) is Sex.Male or Sex.Female || evidence.Form(head) is "I" or "me" or "my" or "who" ? EntityType.Person : EntityType.None;
        }

        NameKinds kinds = evidence.Whole[head];
        return (kinds & NameKinds.PersonNoun) != 0 || SexWords.OfWord(evidence.Keys[head]) is Sex.Male or Sex.Female ? EntityType.Person
            : (kinds & NameKinds.OrganisationNoun) != 0 ? EntityType.Organisation
            : (kinds & NameKinds.FacilityNoun) != 0 ? EntityType.Facility
            : (kinds & NameKinds.PlaceNoun) != 0 ? EntityType.Place
            : (kinds & NameKinds.EventNoun) != 0 ? EntityType.Event
            : EntityType.None;
    }

    private static Sex SexOf(NameEvidence evidence, ReadOnlySpan<byte> labels, int first, int end, int head)
    {
        Sex sex = SexWords.OfWord(evidence.Keys[head]);
        if (sex != Sex.Unknown)
        {
            return sex;
        }

        for (int t = first; t < end; t++)
        {
            sex = SexWords.OfWord(evidence.Keys[t]);
            if (sex is Sex.Male or Sex.Female && t <= head)
            {
                return sex;
            }
        }

        int name = head;
        while (name > first && labels[name] != 0 && !MentionLabels.Opens(labels[name]))
        {
            name--;
        }

        return labels[head] != 0 && MentionLabels.TypeOf(labels[head]) == EntityType.Person && name < head ? SexWords.OfName(evidence.Keys[name])
            : labels[head] != 0 && MentionLabels.TypeOf(labels[head]) != EntityType.Person ? Sex.Neuter : Sex.Unknown;
    }
}
