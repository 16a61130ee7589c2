using Entente.Analysis.Text;

namespace Entente.Analysis.Entities;

/// <summary>What speaks for and against each label of a token, as hashed features of a linear-chain model.</summary>
/// <remarks>Form, affixes, shape and tags of the token and its neighbours, gazetteer entries, the run of capitals it stands in, and what the document shows of the
/// word elsewhere (after Ratinov and Roth 2009, "Design Challenges and Misconceptions in Named Entity Recognition").</remarks>
internal static class MentionFeatures
{
    /// <summary>No token has more.</summary>
    public const int Most = 160;

    private const ulong Outside = 0xABCD_EF01;

    /// <summary>Writes the features of one token that do not depend on the labels of others.</summary>
    /// <returns>How many were written.</returns>
    public static int Write(NameEvidence evidence, WordMemory memory, int sentenceIndex, int t, Span<ulong> features)
    {
        Sentence sentence = evidence.Document.Sentences[sentenceIndex];
        int first = sentence.FirstToken;
        int end = first + sentence.TokenCount;
        bool loud = evidence.Loud[sentenceIndex];
        Writer to = new(features);

        ulong Key(int i) => i >= first && i < end ? evidence.Keys[i] : Outside + (ulong)(i < first ? 0 : 1);
        ulong Shape(int i) => i >= first && i < end ? (ulong)evidence.Shapes[i] : 63;
        ulong Tag(int i) => i >= first && i < end ? (ulong)evidence.PennTag(i) : 63;
        NameKinds Kinds(int i) => i >= first && i < end ? evidence.Whole[i] & ~NameKinds.NoFeature : NameKinds.None;

        ulong word = Key(t);
        ulong shape = Shape(t) | (loud ? 32u : 0) | (t == first ? 64u : 0);
        ulong tag = Tag(t);
        to.Add(1, 0);
        to.Add(2, word);
        to.Add(3, Key(t - 1));
        to.Add(4, Key(t + 1));
        to.Add(5, Key(t - 2));
        to.Add(6, Key(t + 2));
        to.Add(7, Key(t - 1), word);
        to.Add(8, word, Key(t + 1));
        to.Add(9, shape);
        to.Add(10, shape, Shape(t - 1));
        to.Add(11, shape, Shape(t + 1));
        to.Add(12, shape, Shape(t - 1) << 6 | Shape(t + 1));
        to.Add(13, tag);
        to.Add(14, tag, Tag(t - 1));
        to.Add(15, tag, Tag(t + 1));
        to.Add(16, tag, Tag(t - 1) << 6 | Tag(t + 1));
        to.Add(17, tag, shape);
        to.Add(18, Key(t - 1), shape);
        to.Add(19, Key(t + 1), shape);

        ReadOnlySpan<char> form = evidence.Form(t);
        bool capital = NameEvidence.IsCapital(evidence.Shapes[t]);
        ulong cased = capital ? 1u : 0;
        if (evidence.Shapes[t] != NameEvidence.Shape.Mark)
        {
            for (int length = 1; length <= 4 && length < form.Length; length++)
            {
                to.Add(20 + (uint)length, Gazetteer.Key(form[^length..]), cased);
                if (length > 1)
                {
                    to.Add(25 + (uint)length, Gazetteer.Key(form[..length]), cased);
                }
            }
        }

        AddKinds(ref to, 40, Kinds(t), cased);
        AddKinds(ref to, 41, Kinds(t - 1), 0);
        AddKinds(ref to, 42, Kinds(t + 1), 0);
        AddKinds(ref to, 43, evidence.Starting[t], 0);
        AddKinds(ref to, 44, evidence.Inside[t], 0);
        AddKinds(ref to, 45, evidence.Ending[t], 0);
        ulong mask = (ulong)Kinds(t) | ((ulong)evidence.Starting[t] << 25) ^ ((ulong)evidence.Ending[t] << 30);
        to.Add(46, mask, shape);
        to.Add(47, (ulong)Kinds(t), (ulong)Kinds(t - 1));
        to.Add(48, (ulong)Kinds(t), (ulong)Kinds(t + 1));
        to.Add(49, (ulong)Kinds(t), tag);

        if (capital)
        {
            AddRun(ref to, 60, evidence, first, end, t, loud ? -1 : evidence.RunFirst[t], evidence.RunEnd[t]);
            AddRun(ref to, 80, evidence, first, end, t, loud ? -1 : evidence.WideFirst[t], evidence.WideEnd[t]);
            AddMemory(ref to, 100, memory.Of(word), shape);
        }
        else if (!loud && evidence.WideFirst[t] >= 0)
        {
            AddRun(ref to, 80, evidence, first, end, t, evidence.WideFirst[t], evidence.WideEnd[t]);
        }

        if (t > first && evidence.Form(t - 1) is "(" && t + 1 < end && evidence.Form(t + 1) is ")")
        {
            to.Add(110, shape);
            if (t - 2 >= first && evidence.WideFirst[t - 2] >= 0)
            {
                to.Add(111, shape, (ulong)((evidence.Whole[t - 2] | evidence.Whole[evidence.WideFirst[t - 2]]) & ~NameKinds.NoFeature));
                to.Add(112, evidence.Keys[t - 2]);
            }
        }

        return to.Count;
    }

    /// <summary>What an earlier pass made of the same word elsewhere in the document.</summary>
    public static int WriteSecond(NameEvidence evidence, int sentenceIndex, int t, EarlierLabels earlier, Span<ulong> features)
    {
        Sentence sentence = evidence.Document.Sentences[sentenceIndex];
        if (!NameEvidence.IsCapital(evidence.Shapes[t]))
        {
            return 0;
        }

        Writer to = new(features);
        int end = sentence.FirstToken + sentence.TokenCount;
        AddEarlier(ref to, 120, earlier.Of(evidence.Keys[t]));
        if (t > sentence.FirstToken && NameEvidence.IsCapital(evidence.Shapes[t - 1]))
        {
            AddEarlier(ref to, 130, earlier.Of(evidence.Keys[t - 1]));
        }

        if (t + 1 < end && NameEvidence.IsCapital(evidence.Shapes[t + 1]))
        {
            AddEarlier(ref to, 140, earlier.Of(evidence.Keys[t + 1]));
        }

        return to.Count;
    }

    private static void AddEarlier(ref Writer to, uint template, (EntityType Most, EntityType InLonger, bool Sure) seen)
    {
        to.Add(template, (ulong)seen.Most, seen.Sure ? 1u : 0);
        to.Add(template + 1, (ulong)seen.InLonger);
        to.Add(template + 2, (ulong)seen.Most, (ulong)seen.InLonger);
    }

    private static void AddKinds(ref Writer to, uint template, NameKinds kinds, ulong with)
    {
        for (uint rest = (uint)kinds; rest != 0; rest &= rest - 1)
        {
            to.Add(template, (ulong)System.Numerics.BitOperations.TrailingZeroCount(rest), with);
        }
    }

    private static void AddMemory(ref Writer to, uint template, WordMemory.Traits traits, ulong shape)
    {
        for (uint rest = (uint)traits; rest != 0; rest &= rest - 1)
        {
            to.Add(template, (ulong)System.Numerics.BitOperations.TrailingZeroCount(rest), shape >> 6);
        }

        to.Add(template + 1, (ulong)traits);
    }

    private static void AddRun(ref Writer to, uint template, NameEvidence evidence, int first, int end, int t, int from, int to2)
    {
        if (from < 0)
        {
            return;
        }

        int last = to2 - 1;
        ulong place = (ulong)((t == from ? 1 : 0) | (t == last ? 2 : 0));
        int length = Math.Min(to2 - from, 6);
        ulong before = from > first ? evidence.Keys[from - 1] : Outside;
        ulong after = to2 < end ? evidence.Keys[to2] : Outside + 1;
        to.Add(template, place, (ulong)length);
        to.Add(template + 1, evidence.Keys[last], place);
        to.Add(template + 2, evidence.Keys[from], place);
        to.Add(template + 3, before, place);
        to.Add(template + 4, after, place);
        to.Add(template + 5, evidence.Keys[last]);
        NameKinds all = NameKinds.None;
        for (int i = from; i < to2; i++)
        {
            all |= evidence.Whole[i];
        }

        to.Add(template + 6, (ulong)(evidence.Whole[last] & Heads), place);
        to.Add(template + 7, (ulong)(evidence.Whole[from] & Heads), place);
        to.Add(template + 8, (ulong)(all & Telling), (ulong)length);
        to.Add(template + 9, (ulong)(evidence.Whole[from] & Names), (ulong)(evidence.Whole[last] & Names) | (place << 60));
        to.Add(template + 10, from > first ? (ulong)evidence.PennTag(from - 1) : 63, to2 < end ? (ulong)evidence.PennTag(to2) : 63);
        ReadOnlySpan<char> form = evidence.Form(last);
        to.Add(template + 11, Gazetteer.Key(form[^Math.Min(3, form.Length)..]), place);
        if (from > first)
        {
            to.Add(template + 12, (ulong)(evidence.Whole[from - 1] & ~NameKinds.NoFeature), place);
        }
    }

    private const NameKinds Heads = NameKinds.PersonNoun | NameKinds.OrganisationNoun | NameKinds.FacilityNoun | NameKinds.PlaceNoun | NameKinds.EventNoun | NameKinds.Title | NameKinds.FirmMark;
    private const NameKinds Telling = NameKinds.GivenName | NameKinds.Surname | NameKinds.OrganisationNoun | NameKinds.FacilityNoun | NameKinds.PlaceNoun | NameKinds.FirmMark | NameKinds.Demonym;
    private const NameKinds Names = NameKinds.GivenName | NameKinds.Surname | NameKinds.Country | NameKinds.City | NameKinds.Town | NameKinds.Region;

    private ref struct Writer(Span<ulong> features)
    {
        private readonly Span<ulong> _features = features;

        public int Count { get; private set; }

        public void Add(uint template, ulong a, ulong b = 0)
        {
            if (Count < _features.Length)
            {
                _features[Count++] = WordHash.Mix((a * 0x9E37_79B9_7F4A_7C15) ^ (b * 0xC2B2_AE3D_27D4_EB4F) ^ ((ulong)template << 56) ^ template);
            }
        }
    }
}
