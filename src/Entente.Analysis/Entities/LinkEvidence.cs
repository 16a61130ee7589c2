
namespace Entente.Analysis.Entities;

/// <summary>What speaks for and against two mentions meaning the same thing, as named features of a linear model.</summary>
internal static class LinkEvidence
{
    /// <summary>What is known of all mentions compared: how common a head is among them.</summary>
    internal sealed record Setting(IReadOnlyDictionary<ulong, int> DocumentsWithHead, int Documents, Func<int, int, double> Likeness, Func<MentionedThing, MentionedThing, double> SentenceLikeness);

    /// <summary>Appends the names of the features of a pair to <paramref name="features"/>.</summary>
    public static void Write(MentionedThing a, MentionedThing b, Setting setting, List<string> features)
    {
        string kinds = string.Concat(Letter(a.Kind < b.Kind ? a.Kind : b.Kind), Letter(a.Kind < b.Kind ? b.Kind : a.Kind));
        bool same = a.Document == b.Document;
        string where = same ? "in" : "across";
        string prefix = $"{kinds} {where} ";
        features.Add(prefix);
        if (a.Kind == MentionKind.Pronoun || b.Kind == MentionKind.Pronoun)
        {
            WritePronoun(a, b, same, prefix, features);
            return;
        }

        bool head = a.Head == b.Head || a.Words.AsSpan().Contains(b.Head) && b.Words.AsSpan().Contains(a.Head);
        bool exact = a.Words.AsSpan().SequenceEqual(b.Words);
        (int shared, int onlyA, int onlyB) = Compare(a, b);
        bool contained = onlyA == 0 || onlyB == 0;
        string form = exact ? "exact" : head ? contained ? "head contained" : "head" : contained ? "contained" : shared > 0 ? "shared" : "none";
        bool variant = !exact && a.Kind == MentionKind.Name && b.Kind == MentionKind.Name && IsVariant(a, b);
        bool acronym = a.Kind == MentionKind.Name && b.Kind == MentionKind.Name && (IsAcronym(a, b) || IsAcronym(b, a));
        features.Add(prefix + form);
        if (a.Coordinated || b.Coordinated)
        {
            features.Add(prefix + (a.Coordinated && b.Coordinated ? "both coordinated " : "one coordinated ") + form);
        }

        if (contained && !exact && a.Kind == MentionKind.Name && b.Kind == MentionKind.Name)
        {
            (MentionedThing few, MentionedThing many) = onlyA == 0 ? (a, b) : (b, a);
            features.Add(prefix + "contained, more are " + MoreWords(few, many) + " of " + few.Type);
            features.Add(prefix + "contained " + (many.Words[0] == few.Words[0] ? "at the beginning" : many.Words[^1] == few.Words[^1] ? "at the end" : "inside") + " of " + few.Type);
        }

        if (variant)
        {
            features.Add(prefix + "variant");
        }

        if (acronym)
        {
            features.Add(prefix + "acronym");
        }

        bool alike = exact || head || variant || acronym || contained;
        if (!alike)
        {
            features.Add(prefix + (shared > 0 ? "some shared" : "nothing shared"));
        }

        if (alike)
        {
            int rare = (int)Math.Min(4, Math.Log2(1 + setting.DocumentsWithHead.GetValueOrDefault(a.Head)));
            features.Add(prefix + form + " head in 2^" + rare);
            features.Add(prefix + form + (a.Plural == b.Plural ? " same number" : " other number"));
            features.Add(prefix + form + (a.Definite && b.Definite ? " both definite" : a.Definite || b.Definite ? " one definite" : " none definite"));
            features.Add(prefix + form + " words " + Math.Min(3, Math.Min(a.Words.Length, b.Words.Length)) + "/" + Math.Min(3, Math.Max(a.Words.Length, b.Words.Length)));
            features.Add(prefix + form + " only " + Math.Min(3, Math.Min(onlyA, onlyB)) + "/" + Math.Min(3, Math.Max(onlyA, onlyB)));
            features.Add(prefix + form + " type " + a.Type + "/" + b.Type);
        }

        string types = a.Type == EntityType.None || b.Type == EntityType.None ? "unknown" : a.Type == b.Type ? "same" : "other";
        features.Add(prefix + "type " + types + (alike ? " alike" : " unlike"));
        features.Add(prefix + "type " + (a.Type < b.Type ? $"{a.Type}/{b.Type}" : $"{b.Type}/{a.Type}") + (alike ? " alike" : " unlike"));
        if (a.Number != 0 && b.Number != 0)
        {
            features.Add(prefix + (a.Number == b.Number ? "same figure" : "other figure"));
        }

        if (a.Sex != Sex.Unknown && b.Sex != Sex.Unknown)
        {
            features.Add(prefix + (a.Sex == b.Sex ? "same sex " : "other sex ") + (alike ? "alike" : "unlike"));
        }

        if (a.Plural != b.Plural)
        {
            features.Add(prefix + "other number");
        }

        if (same)
        {
            int apart = Math.Abs(a.Sentence - b.Sentence);
            features.Add(prefix + (alike ? "alike" : "unlike") + " apart " + (apart == 0 ? 0 : 1 + (int)Math.Log2(apart)));
            (MentionedThing left, MentionedThing right) = a.Span.Start <= b.Span.Start ? (a, b) : (b, a);
            if (left.Span.Overlaps(right.Span))
            {
                features.Add(prefix + "overlap");
            }
            else if (right.First - left.End <= 2 && apart == 0)
            {
                features.Add(prefix + "beside " + (right.First - left.End) + " " + types);
            }
        }
        else
        {
            features.Add(prefix + (alike ? "alike" : "unlike") + " documents " + Bucket(setting.Likeness(a.Document, b.Document)));
            if (alike)
            {
                features.Add(prefix + form + " documents " + Bucket(setting.Likeness(a.Document, b.Document)));
            }
        }

        if (a.Sentence != b.Sentence || !same)
        {
            features.Add(prefix + (alike ? form : "unlike") + " sentences " + Bucket(setting.SentenceLikeness(a, b)));
        }
    }

    /// <summary>What the words are that one name has more than the other.</summary>
    private static string MoreWords(MentionedThing few, MentionedThing many)
    {
        NameKinds kinds = NameKinds.None;
        int more = 0;
        foreach (ulong word in many.Words)
        {
            if (!few.Words.AsSpan().Contains(word))
            {
                more++;
                kinds |= Gazetteer.Shipped.KindsOf(word);
            }
        }

        return (kinds & NameKinds.FirmMark) != 0 ? "firm marks" : (kinds & NameKinds.OrganisationNoun) != 0 ? "organisation nouns" : (kinds & NameKinds.GivenName) != 0 ? "given names"
            : (kinds & NameKinds.PersonNoun) != 0 ? "offices" : $"others {Math.Min(more, 2)}";
    }

    private static void WritePronoun(MentionedThing a, MentionedThing b, bool same, string prefix, List<string> features)
    {
        if (!same)
        {
            return;
        }

        (MentionedThing pronoun, MentionedThing other) = b.Kind == MentionKind.Pronoun ? (b, a) : (a, b);
        string form = pronoun.Forms.Length > 0 ? pronoun.Forms[0].ToLowerInvariant() : "";
        bool before = other.Span.Start <= pronoun.Span.Start;
        int apart = Math.Abs(a.Sentence - b.Sentence);
        string sex = pronoun.Sex == Sex.Unknown || other.Sex == Sex.Unknown ? "?" : pronoun.Sex == other.Sex ? "same" : "other";
        features.Add(prefix + form + (before ? " after " : " before ") + Math.Min(4, apart));
        features.Add(prefix + form + " type " + other.Type);
        features.Add(prefix + form + " sex " + sex);
        features.Add(prefix + "sex " + sex + " apart " + Math.Min(4, apart));
        features.Add(prefix + form + (other.Plural ? " plural" : " single"));
        if (other.Kind == MentionKind.Pronoun && other.Forms.Length > 0)
        {
            string second = other.Forms[0].ToLowerInvariant();
            features.Add(prefix + (string.CompareOrdinal(form, second) < 0 ? form + "/" + second : second + "/" + form));
        }
    }

    private static (int Shared, int OnlyA, int OnlyB) Compare(MentionedThing a, MentionedThing b)
    {
        int shared = 0;
        foreach (ulong word in a.Words)
        {
            shared += b.Words.AsSpan().Contains(word) ? 1 : 0;
        }

        int back = 0;
        foreach (ulong word in b.Words)
        {
            back += a.Words.AsSpan().Contains(word) ? 1 : 0;
        }

        return (shared, a.Words.Length - shared, b.Words.Length - back);
    }

    /// <summary>Whether the names agree word by word from the end but for spelling: "Moeen Karimi" and "Muen Karimi".</summary>
    internal static bool IsVariant(MentionedThing a, MentionedThing b)
    {
        if (a.Forms.Length != b.Forms.Length)
        {
            return false;
        }

        int n = a.Forms.Length;
        int near = 0;
        for (int i = 1; i <= n; i++)
        {
            if (a.Words[^i] == b.Words[^i])
            {
                continue;
            }

            if (!NameSpelling.MayBeOne(a.Forms[^i], b.Forms[^i]))
            {
                return false;
            }

            near++;
        }

        return near is 1 or 2;
    }

    internal static bool IsAcronym(MentionedThing shorter, MentionedThing longer)
    {
        if (shorter.Forms.Length != 1 || longer.Forms.Length < 2 || shorter.Forms[0].Length < 2 || !Gazetteer.IsCapitals(shorter.Forms[0]))
        {
            return false;
        }

        int at = 0;
        string letters = shorter.Forms[0].Replace(".", "", StringComparison.Ordinal);
        foreach (string form in longer.Forms)
        {
            if (at < letters.Length && char.ToUpperInvariant(form[0]) == letters[at])
            {
                at++;
            }
            else if (char.IsUpper(form[0]))
            {
                return false;
            }
        }

        return at == letters.Length;
    }

    private static char Letter(MentionKind kind) => kind switch { MentionKind.Name => 'N', MentionKind.Description => 'D', _ => 'P' };

    private static string Bucket(double likeness) => likeness < 0.02 ? "0" : likeness < 0.08 ? "1" : likeness < 0.16 ? "2" : likeness < 0.3 ? "3" : likeness < 0.5 ? "4" : "5";
}
