using System.Runtime.InteropServices;
using Entente.Analysis.Text;

namespace Entente.Analysis.Entities;

/// <summary>What a whole document shows of each word: what it stands beside elsewhere. A surname alone is a person's where the full name stood before.</summary>
internal sealed class WordMemory
{
    private readonly Dictionary<ulong, Traits> _traits = [];

    public WordMemory(NameEvidence evidence)
    {
        foreach (Sentence sentence in evidence.Document.Sentences)
        {
            int end = sentence.FirstToken + sentence.TokenCount;
            for (int t = sentence.FirstToken; t < end; t++)
            {
                Note(evidence, sentence.FirstToken, end, t);
                if (evidence.WideFirst[t] == t)
                {
                    NoteInitials(evidence, t, evidence.WideEnd[t]);
                }
            }
        }
    }

    /// <summary>What occurrences of a word anywhere in the document show.</summary>
    [Flags]
    public enum Traits : ushort
    {
        None = 0,
        /// <summary>Also stands in small letters.</summary>
        Small = 1,
        /// <summary>Is capitalised where no sentence begins.</summary>
        Capital = 2,
        AfterTitle = 4,
        AfterGivenName = 8,
        BeforeSurname = 16,
        InOrganisation = 32,
        InFacility = 64,
        InPlace = 128,
        AfterIn = 256,
        /// <summary>Speaks: "said", "told" beside it.</summary>
        Speaks = 512,
        /// <summary>Capitals in brackets after a name of many words: an abbreviation explained.</summary>
        Explained = 1024,
        /// <summary>Ends a run of two or three capitals that begins with a given name.</summary>
        EndsPerson = 2048,
        AfterThe = 4096,
        /// <summary>Are the initials of a longer name.</summary>
        Abbreviates = 8192,
    }

    public Traits Of(ulong key) => _traits.GetValueOrDefault(key);

    private void Note(NameEvidence evidence, int first, int end, int t)
    {
        NameEvidence.Shape shape = evidence.Shapes[t];
        if (shape is NameEvidence.Shape.Mark or NameEvidence.Shape.Number)
        {
            return;
        }

        ref Traits traits = ref CollectionsMarshal.GetValueRefOrAddDefault(_traits, evidence.Keys[t], out _);
        if (shape == NameEvidence.Shape.Small)
        {
            traits |= Traits.Small;
            return;
        }

        if (!NameEvidence.IsCapital(shape))
        {
            return;
        }

        if (t == first)
        {
            traits |= Speech(evidence, t, end) ? Traits.Speaks : 0;
        }
        else
        {
            ReadOnlySpan<char> before = evidence.Form(t - 1);
            NameKinds kinds = evidence.Whole[t - 1];
            traits |= Traits.Capital;
            traits |= (kinds & (NameKinds.Title | NameKinds.PersonNoun)) != 0 ? Traits.AfterTitle : 0;
            traits |= (kinds & NameKinds.GivenName) != 0 && NameEvidence.IsCapital(evidence.Shapes[t - 1]) ? Traits.AfterGivenName : 0;
            traits |= before is "in" or "near" or "In" ? Traits.AfterIn : 0;
            traits |= before is "the" or "The" ? Traits.AfterThe : 0;
            traits |= before is "(" && t + 1 < end && evidence.Form(t + 1) is ")" && shape is NameEvidence.Shape.Capitals or NameEvidence.Shape.Mixed ? Traits.Explained : 0;
            traits |= Speech(evidence, t, end) || before is "told" or "said" or "says" ? Traits.Speaks : 0;
        }

        if (t + 1 < end && (evidence.Whole[t + 1] & NameKinds.Surname) != 0)
        {
            traits |= Traits.BeforeSurname;
        }

        int runFirst = evidence.WideFirst[t];
        if (runFirst >= 0)
        {
            int last = evidence.WideEnd[t] - 1;
            NameKinds heads = evidence.Whole[last] | evidence.Whole[runFirst];
            traits |= last > runFirst && (heads & (NameKinds.OrganisationNoun | NameKinds.FirmMark)) != 0 ? Traits.InOrganisation : 0;
            traits |= last > runFirst && (heads & NameKinds.FacilityNoun) != 0 ? Traits.InFacility : 0;
            traits |= last > runFirst && (heads & NameKinds.PlaceNoun) != 0 ? Traits.InPlace : 0;
        }

        int run = evidence.RunFirst[t];
        if (run >= 0 && t == evidence.RunEnd[t] - 1 && t > run && t - run <= 4 && (evidence.Whole[run] & NameKinds.GivenName) != 0)
        {
            traits |= Traits.EndsPerson;
        }
    }

    /// <summary>Gives the initials of a name of several words what its words show, so that an abbreviation is known by the name it stands for.</summary>
    private void NoteInitials(NameEvidence evidence, int first, int end)
    {
        if (end - first < 2)
        {
            return;
        }

        const int Most = 12;
        Span<char> initials = stackalloc char[Most];
        int count = 0;
        for (int t = first; t < end && count < Most; t++)
        {
            if (NameEvidence.IsCapital(evidence.Shapes[t]))
            {
                initials[count++] = evidence.Form(t)[0];
            }
        }

        NameKinds heads = evidence.Whole[end - 1] | evidence.Whole[first];
        Traits shown = ((heads & (NameKinds.OrganisationNoun | NameKinds.FirmMark)) != 0 ? Traits.InOrganisation : 0)
            | ((heads & NameKinds.FacilityNoun) != 0 ? Traits.InFacility : 0)
            | ((heads & NameKinds.PlaceNoun) != 0 ? Traits.InPlace : 0);
        if (count >= 2 && shown != Traits.None)
        {
            CollectionsMarshal.GetValueRefOrAddDefault(_traits, Gazetteer.Key(initials[..count]), out _) |= shown | Traits.Abbreviates;
        }
    }

    private static bool Speech(NameEvidence evidence, int t, int end) => t + 1 < end && evidence.Form(t + 1) is "said" or "says" or "told" or "added" or "noted" or "explained";
}
