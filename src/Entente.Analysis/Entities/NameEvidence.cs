using Entente.Analysis.Syntax;
using Entente.Analysis.Text;

namespace Entente.Analysis.Entities;

/// <summary>What a document shows of each of its tokens that may bear on its being part of a name: form, shape, gazetteer entries, the run of capitals it stands in.</summary>
/// <remarks>One entry a token. Computed once, linear in the tokens.</remarks>
internal sealed class NameEvidence
{
    private readonly ParsedDocument _parsed;

    /// <param name="hidden">Words the gazetteers are not asked for; training hides some, so that a model does not trust the lists alone.</param>
    public NameEvidence(ParsedDocument parsed, Gazetteer gazetteer, Predicate<ulong>? hidden = null)
    {
        _parsed = parsed;
        TokenizedDocument document = parsed.Document;
        Text = document.Document.Text;
        int n = document.Tokens.Length;
        Keys = new ulong[n];
        Shapes = new Shape[n];
        Starting = new NameKinds[n];
        Inside = new NameKinds[n];
        Ending = new NameKinds[n];
        Whole = new NameKinds[n];
        RunFirst = new int[n];
        RunEnd = new int[n];
        WideFirst = new int[n];
        WideEnd = new int[n];
        Loud = new bool[document.Sentences.Length];
        for (int t = 0; t < n; t++)
        {
            ReadOnlySpan<char> form = Form(t);
            Keys[t] = Gazetteer.Key(form);
            Shapes[t] = ShapeOf(form);
        }

        for (int s = 0; s < document.Sentences.Length; s++)
        {
            Sentence sentence = document.Sentences[s];
            int end = sentence.FirstToken + sentence.TokenCount;
            Loud[s] = IsLoud(sentence.FirstToken, end);
            LookUp(gazetteer, sentence.FirstToken, end, hidden);
            FindRuns(sentence.FirstToken, end);
        }
    }

    public enum Shape : byte
    {
        Other,
        Small,
        /// <summary>One capital, the rest small.</summary>
        Capitalised,
        Capitals,
        OneCapital,
        /// <summary>Capitals after small letters: iPhone, McDonald.</summary>
        Mixed,
        Number,
        /// <summary>Letters and digits.</summary>
        Code,
        Mark,
        /// <summary>Letters of a script without capitals.</summary>
        Uncased,
    }

    public string Text { get; }

    public TokenizedDocument Document => _parsed.Document;

    public ulong[] Keys { get; }

    public Shape[] Shapes { get; }

    /// <summary>Kinds of the listed names of two tokens and more that begin at a token.</summary>
    public NameKinds[] Starting { get; }

    public NameKinds[] Inside { get; }

    public NameKinds[] Ending { get; }

    /// <summary>Kinds of the token by itself.</summary>
    public NameKinds[] Whole { get; }

    /// <summary>First token of the run of capitalised words a token stands in; -1 outside of runs.</summary>
    public int[] RunFirst { get; }

    public int[] RunEnd { get; }

    /// <summary>The same with "of", "and", "for" and "the" between capitals taken in.</summary>
    public int[] WideFirst { get; }

    public int[] WideEnd { get; }

    /// <summary>Sentences, by index, most of whose words are capitalised: a capital tells nothing there.</summary>
    public bool[] Loud { get; }

    public ReadOnlySpan<char> Form(int token) => Document.Tokens[token].Span.In(Text);

    public PartOfSpeech Tag(int token) => _parsed.Tags[token];

    public PennTag PennTag(int token) => _parsed.PennTags[token];

    public static bool IsCapital(Shape shape) => shape is Shape.Capitalised or Shape.Capitals or Shape.OneCapital or Shape.Mixed or Shape.Code or Shape.Uncased;

    private bool IsLoud(int first, int end)
    {
        int words = 0, capitals = 0;
        for (int t = first; t < end; t++)
        {
            if (Shapes[t] is Shape.Mark or Shape.Number or Shape.Other)
            {
                continue;
            }

            if (Form(t).Length > 3 || Shapes[t] != Shape.Small)
            {
                words++;
                capitals += IsCapital(Shapes[t]) ? 1 : 0;
            }
        }

        return words >= 4 && capitals * 10 >= words * 8;
    }

    private void LookUp(Gazetteer gazetteer, int first, int end, Predicate<ulong>? hidden)
    {
        for (int t = first; t < end; t++)
        {
            if (hidden is not null && hidden(Keys[t]))
            {
                continue;
            }

            ulong capitals = Gazetteer.CapitalsKey(Form(t), Keys[t]);
            if (capitals != 0)
            {
                Whole[t] |= gazetteer.KindsOf(capitals);
            }

            const NameKinds Nouns = NameKinds.PersonNoun | NameKinds.OrganisationNoun | NameKinds.FacilityNoun | NameKinds.PlaceNoun | NameKinds.EventNoun
                | NameKinds.VehicleNoun | NameKinds.Title | NameKinds.FirmMark | NameKinds.NameParticle | NameKinds.CommonNoun;
            int most = Math.Min(Gazetteer.LongestName, end - t);
            int longest = 1;
            for (int length = 1; length <= Math.Min(most, longest); length++)
            {
                (NameKinds kinds, int reach) = gazetteer.Find(Keys.AsSpan(t, length));
                longest = Math.Max(length == 1 ? 1 : longest, reach);
                if (kinds == NameKinds.None)
                {
                    continue;
                }

                if (length == 1)
                {
                    Whole[t] |= IsCapital(Shapes[t]) ? kinds : kinds & Nouns;
                }
                else if (HasCapital(t, t + length))
                {
                    Starting[t] |= kinds;
                    Ending[t + length - 1] |= kinds;
                    for (int i = t + 1; i < t + length - 1; i++)
                    {
                        Inside[i] |= kinds;
                    }
                }
            }
        }
    }

    private bool HasCapital(int first, int end)
    {
        for (int t = first; t < end; t++)
        {
            if (IsCapital(Shapes[t]))
            {
                return true;
            }
        }

        return false;
    }

    private void FindRuns(int first, int end)
    {
        Fill(first, end, RunFirst, RunEnd, static (evidence, t) => evidence.Shapes[t] == Shape.Mark
            ? evidence.Form(t) is "-" or "‑" or "'" or "’" or "." or "&"
            : (evidence.Whole[t] & NameKinds.NameParticle) != 0);
        Fill(first, end, WideFirst, WideEnd, static (evidence, t) => evidence.Shapes[t] == Shape.Mark
            ? evidence.Form(t) is "-" or "‑" or "'" or "’" or "." or "&" or "/"
            : (evidence.Whole[t] & NameKinds.NameParticle) != 0 || evidence.Form(t) is "of" or "and" or "for" or "the" or "on" or "in" or "to" or "'s" or "’s" or "against" or "with");
    }

    /// <summary>Marks runs that begin and end with a capital and have at most two joining tokens between.</summary>
    private void Fill(int first, int end, int[] firsts, int[] ends, Func<NameEvidence, int, bool> joins)
    {
        firsts.AsSpan(first, end - first).Fill(-1);
        int t = first;
        while (t < end)
        {
            if (!IsCapital(Shapes[t]))
            {
                t++;
                continue;
            }

            int from = t;
            int to = t + 1;
            for (int i = to; i < end && i < to + 3; i++)
            {
                if (IsCapital(Shapes[i]))
                {
                    to = i + 1;
                }
                else if (!joins(this, i))
                {
                    break;
                }
            }

            firsts.AsSpan(from, to - from).Fill(from);
            ends.AsSpan(from, to - from).Fill(to);
            t = to;
        }
    }

    private static Shape ShapeOf(ReadOnlySpan<char> form)
    {
        int upper = 0, lower = 0, digits = 0, letters = 0;
        bool mixed = false;
        for (int i = 0; i < form.Length; i++)
        {
            char c = form[i];
            if (char.IsUpper(c))
            {
                upper++;
                mixed |= lower > 0;
            }
            else if (char.IsLower(c))
            {
                lower++;
            }
            else if (char.IsDigit(c))
            {
                digits++;
            }

            letters += char.IsLetter(c) ? 1 : 0;
        }

        return (upper, lower, digits, letters) switch
        {
            (0, 0, 0, 0) => Shape.Mark,
            (0, 0, 0, > 0) => Shape.Uncased,
            (_, _, > 0, 0) => Shape.Number,
            (_, _, > 0, > 0) => upper > 0 ? Shape.Code : Shape.Other,
            (0, _, _, _) => Shape.Small,
            (1, 0, _, _) => Shape.OneCapital,
            (_, 0, _, _) => Shape.Capitals,
            _ => mixed || !char.IsUpper(form[0]) ? Shape.Mixed : Shape.Capitalised,
        };
    }
}
