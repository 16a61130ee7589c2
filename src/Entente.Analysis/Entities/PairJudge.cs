using System.Globalization;

namespace Entente.Analysis.Entities;

/// <summary>Says of two documents' entities whether they are one: by their names first, then by what else both documents name, then by what each calls the thing and where it puts it.</summary>
internal sealed class PairJudge(LinkContext context)
{
    /// <summary>So many other names in both, and what each calls a person tells nothing against one: people change their calling.</summary>
    private const int Plenty = 4;

    /// <summary>A join is likelier wrong than right.</summary>
    private const double Unlikely = 0.6;

    /// <summary>Either.</summary>
    private const double Even = 0.5;

    private const double OneSound = 0.45;

    /// <param name="Reason">What the names show.</param>
    /// <param name="Doubt">Of the join, also where it is not made.</param>
    /// <param name="Agreeing">Other names in both documents.</param>
    internal sealed record Verdict(bool Joins, LinkReason Reason, double Doubt, string Why, int Agreeing = 0)
    {
        /// <summary>The same pair not joined.</summary>
        public Verdict Apart(string why) => this with { Joins = false, Doubt = Unlikely, Why = $"{Why}; {why}" };
    }

    /// <summary>Null where the names have nothing to do with each other.</summary>
    public Verdict? Judge(LinkCandidate a, LinkCandidate b)
    {
        if (Names(a, b) is not { } names)
        {
            return null;
        }

        int agreeing = context.Agreeing(a, b);
        // "Paris" is no context of itself.
        bool countries = a.Entity.Type != EntityType.Place && context.ShareCountry(a, b);
        Verdict verdict = a.Entity.Type switch
        {
            EntityType.Person => Person(a, b, names, agreeing, countries),
            EntityType.Place => Place(a, b, names, agreeing),
            _ => Thing(a, b, names, agreeing),
        };
        string shared = agreeing > 0 ? $"{agreeing.ToString(CultureInfo.InvariantCulture)} other {(agreeing == 1 ? "name" : "names")} in both" : countries ? "only countries in both" : "nothing else in both";
        return verdict with { Why = $"{verdict.Why}; {shared}", Agreeing = agreeing };
    }

    /// <summary>Whether the full names of two persons may be one's: William Carr and William Stone are two, though both are called William.</summary>
    public static bool AreRelated(LinkCandidate a, LinkCandidate b) => Array.Exists(a.Names, n => n.Words.Length > 1 && b.IsCalled(n.Number)) || Persons(a, b) is not null;

    /// <summary>Whether the names alone allow two entities of one document to be one after all: a part of the other, initials, another spelling.</summary>
    public static bool MayBeOne(LinkCandidate a, LinkCandidate b) => Names(a, b) is not null && !OtherSex(a, b) && Against(a, b) is null;

    /// <summary>What tells two persons of one name apart, or two bodies; null for nothing.</summary>
    public static string? Against(LinkCandidate a, LinkCandidate b)
    {
        if (a.Calling is { } one && b.Calling is { } other)
        {
            return WalksOfLife.Shipped.Conflict(one.Walks, other.Walks) ? $"{WithArticle(one.Noun!)} in one report, {WithArticle(other.Noun!)} in the other" : null;
        }

        return a.Where is not null && b.Where is not null && a.Where.Excludes(b.Where) ? $"one report puts it in {a.Where.Words}, the other in {b.Where.Words}" : null;
    }

    private static bool OtherSex(LinkCandidate a, LinkCandidate b) => a.Sex is Sex.Male or Sex.Female && b.Sex is Sex.Male or Sex.Female && a.Sex != b.Sex;

    /// <param name="Text">Why the names may be of one thing, in words.</param>
    /// <param name="Shared">Where both have it: the name.</param>
    /// <param name="Few">Words of the shorter name.</param>
    /// <param name="Surname">A surname alone that is spelled otherwise, or stands first in the other name.</param>
    private sealed record NamesOfBoth(LinkReason Reason, string Text, LinkName? Shared = null, int Few = 0, bool Surname = false);

    private static NamesOfBoth? Names(LinkCandidate a, LinkCandidate b)
    {
        if (a.Entity.Type != b.Entity.Type || (a.Entity.Type == EntityType.Person && a.Words.Length > 1 && b.Words.Length > 1 && !AreRelated(a, b)))
        {
            return null;
        }

        NamesOfBoth? alias = null;
        foreach (LinkName one in a.Names)
        {
            foreach (LinkName other in b.Names)
            {
                if (one.Number != other.Number)
                {
                    continue;
                }

                if (one.Words.AsSpan().SequenceEqual(other.Words))
                {
                    return new NamesOfBoth(LinkReason.SameName, $"both say \"{one.Text}\"", one, one.Words.Length);
                }

                alias ??= new NamesOfBoth(LinkReason.KnownAlias, $"\"{one.Text}\" and \"{other.Text}\" are names of {NameTable.UsualName(one.Text)}");
            }
        }

        if (alias is not null)
        {
            return alias;
        }

        return a.Entity.Type switch
        {
            EntityType.Person => Persons(a, b),
            EntityType.Organisation => Bodies(a, b),
            _ => null,
        };
    }

    private static NamesOfBoth? Persons(LinkCandidate a, LinkCandidate b)
    {
        (LinkCandidate shorter, LinkCandidate longer) = a.Words.Length <= b.Words.Length ? (a, b) : (b, a);
        (string[] few, string[] many) = (shorter.Words, longer.Words);
        if (few.Length == 0)
        {
            return null;
        }

        string part = $"\"{shorter.Name}\" is part of \"{longer.Name}\"", spelling = $"\"{a.Name}\" is \"{b.Name}\" spelled otherwise";
        if (few.Length < many.Length)
        {
            return many.AsSpan().EndsWith(few) || (few.Length == 2 && few[0] == many[0] && few[1] == many[^1]) ? new NamesOfBoth(LinkReason.PartOfName, part, Few: few.Length)
                : few.Length == 2 && few[1] == many[^1] && (IsInitial(few[0], many[0]) || IsInitial(many[0], few[0])) ? new NamesOfBoth(LinkReason.PartOfName, $"\"{a.Name}\" may be short for \"{b.Name}\"", Few: 1)
                : few.Length == 1 && few[0] == many[0] && shorter.IsTitled ? new NamesOfBoth(LinkReason.PartOfName, part, Few: 1, Surname: true)
                : few.Length == 1 && few[0] != many[^1] && IsOneSurname(few[0], many[^1]) ? new NamesOfBoth(LinkReason.Spelling, spelling, Few: 1, Surname: true)
                : null;
        }

        int near = 0, initials = 0;
        for (int w = 0; w < few.Length; w++)
        {
            if (few[w] == many[w])
            {
                continue;
            }

            bool initial = w < few.Length - 1 && (IsInitial(few[w], many[w]) || IsInitial(many[w], few[w]));
            initials += initial ? 1 : 0;
            near += initial ? 0 : 1;
            if (!initial && !(few.Length == 1 ? IsOneSurname(few[w], many[w]) : NameSpelling.MayBeOne(few[w], many[w])))
            {
                return null;
            }
        }

        return near == 0 && initials > 0 ? new NamesOfBoth(LinkReason.PartOfName, $"\"{a.Name}\" may be short for \"{b.Name}\"", Few: 1) : new NamesOfBoth(LinkReason.Spelling, spelling, Few: few.Length, Surname: few.Length == 1);
    }

    /// <summary>A surname alone is short, and much is near it: one sound may be written otherwise. The Brandts are no other spelling of Brandt.</summary>
    private static bool IsOneSurname(string a, string b)
    {
        (string shorter, string longer) = a.Length <= b.Length ? (a, b) : (b, a);
        bool isPlural = longer.StartsWith(shorter, StringComparison.Ordinal) && longer.AsSpan(shorter.Length) is "s" or "es";
        return !isPlural && NameSpelling.MayBeOne(a, b) && NameSpelling.Distance(a, b) <= OneSound;
    }

    private static bool IsInitial(string letter, string name) => letter.Length == 1 && name.Length > 1 && name[0] == letter[0];

    private static NamesOfBoth? Bodies(LinkCandidate a, LinkCandidate b)
    {
        if (IsInitials(a, b) || IsInitials(b, a))
        {
            return new NamesOfBoth(LinkReason.Acronym, IsInitials(a, b) ? $"\"{a.Name}\" are the initials of \"{b.Name}\"" : $"\"{b.Name}\" are the initials of \"{a.Name}\"");
        }

        (LinkCandidate shorter, LinkCandidate longer) = a.Words.Length <= b.Words.Length ? (a, b) : (b, a);
        bool isFirm = shorter.Words.Length > 0 && longer.Words.AsSpan().StartsWith(shorter.Words) && NameSpelling.WithoutFirmMarks(longer.Words) <= shorter.Words.Length;
        return isFirm ? new NamesOfBoth(LinkReason.PartOfName, $"\"{shorter.Name}\" is \"{longer.Name}\" but for what kind of firm it is", Few: shorter.Words.Length) : null;
    }

    private static bool IsInitials(LinkCandidate initials, LinkCandidate name) =>
        initials.Words.Length == 1 && name.Words.Length > 1 && Gazetteer.IsCapitals(initials.Name) && initials.Words[0] == NameSpelling.Initials(name.Words);

    private static Verdict Person(LinkCandidate a, LinkCandidate b, NamesOfBoth names, int agreeing, bool countries)
    {
        bool full = names.Reason == LinkReason.SameName && names.Few > 1;
        if (!full && OtherSex(a, b))
        {
            return new Verdict(false, names.Reason, 0.9, $"{names.Text}, but one is a man and the other a woman");
        }

        if (Against(a, b) is { } against)
        {
            return new Verdict(agreeing >= Plenty, names.Reason, agreeing >= Plenty ? 0.3 : 0.8, $"{names.Text}; {against}");
        }

        Calling one = a.Calling!, other = b.Calling!;
        if (agreeing < 2 && one.Countries.Length > 0 && other.Countries.Length > 0 && !one.Countries.AsSpan().ContainsAny(other.Countries.AsSpan()))
        {
            return new Verdict(false, names.Reason, 0.7, $"{names.Text}; of {Country(one)} in one report, of {Country(other)} in the other");
        }

        string? role = one.Nouns.FirstOrDefault(other.Nouns.Contains);
        return names switch
        {
            { Reason: LinkReason.SameName } when full && agreeing == 0 && !countries && role is not null => new Verdict(true, names.Reason, 0.15, $"{names.Text} and \"{role}\""),
            { Reason: LinkReason.SameName } when full => new Verdict(agreeing > 0 || countries, names.Reason, agreeing > 0 ? 0.02 : countries ? 0.1 : Even, names.Text),
            { Reason: LinkReason.SameName } => new Verdict(agreeing > 0, names.Reason, agreeing > 0 ? 0.15 : Unlikely, $"{names.Text}, which others bear too"),
            { Reason: LinkReason.KnownAlias } => new Verdict(true, names.Reason, 0.03, names.Text),
            { Reason: LinkReason.PartOfName, Surname: false } => new Verdict(agreeing > 0, names.Reason, agreeing == 0 ? Unlikely : names.Few > 1 ? 0.05 : agreeing > 1 ? 0.12 : 0.25, names.Text),
            { Surname: true } => new Verdict(agreeing > 1, names.Reason, agreeing > 1 ? 0.3 : 0.7, names.Text),
            _ => new Verdict(agreeing > 0, names.Reason, agreeing > 0 ? 0.2 : Unlikely, names.Text),
        };
    }

    private static Verdict Place(LinkCandidate a, LinkCandidate b, NamesOfBoth names, int agreeing)
    {
        if (Against(a, b) is { } against)
        {
            return new Verdict(false, names.Reason, 0.9, $"{names.Text}; {against}");
        }

        // "Paris" alone beside Paris, Texas.
        if (a.Reading?.Place is { } one && b.Reading?.Place is { } other && one != other && one.Country != other.Country && (a.Where is null) != (b.Where is null))
        {
            return new Verdict(agreeing > 0, names.Reason, agreeing > 0 ? 0.3 : Unlikely, $"{names.Text}; one report puts it in {(a.Where ?? b.Where)!.Words}, the other does not say where it is");
        }

        return new Verdict(true, names.Reason, agreeing > 0 ? 0.02 : 0.1, names.Text);
    }

    private Verdict Thing(LinkCandidate a, LinkCandidate b, NamesOfBoth names, int agreeing)
    {
        if (names.Reason != LinkReason.SameName)
        {
            return names.Reason == LinkReason.Acronym
                ? new Verdict(agreeing > 0, names.Reason, agreeing > 0 ? 0.15 : Unlikely, names.Text)
                : new Verdict(true, names.Reason, 0.03, names.Text);
        }

        if (a.Entity.Type is not (EntityType.Organisation or EntityType.Facility) || !LinkContext.IsCommon(names.Shared!))
        {
            return new Verdict(true, names.Reason, agreeing > 0 ? 0.02 : 0.1, names.Text);
        }

        string text = $"{names.Text}, which others bear too";
        if (Against(a, b) is { } against)
        {
            return new Verdict(false, names.Reason, 0.9, $"{text}; {against}");
        }

        bool together = a.Where is not null && b.Where is not null && a.Where.Is(b.Where);
        if (!together && agreeing < Plenty && context.OtherCountries(a, b) is { } countries)
        {
            return new Verdict(false, names.Reason, 0.7, $"{text}; one report is of {a.Where?.Words ?? countries.One}, the other of {b.Where?.Words ?? countries.Other}");
        }

        return new Verdict(agreeing > 0 || together, names.Reason, agreeing > 0 || together ? 0.15 : Unlikely, together ? $"{text}, both of {a.Where!.Words}" : text);
    }

    private static string Country(Calling calling) => PlaceRegister.Shipped.NameOfCountry(calling.Countries[0]) ?? calling.Countries[0];

    private static string WithArticle(string noun) => $"{(noun[0] is 'a' or 'e' or 'i' or 'o' or 'u' ? "an" : "a")} {noun}";
}
