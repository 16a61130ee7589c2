
namespace Entente.Analysis.Entities;

/// <summary>Puts names of one document that mean the same together, as they come.</summary>
/// <remarks>Each name is compared with every other name there is before it; most pairs are told apart by a word or a letter.</remarks>
internal sealed class NameChains(string text)
{
    /// <summary>How doubtful it is whom a name means that two persons have.</summary>
    private const double EitherOf = 0.4;

    private readonly List<Chain> _chains = [];

    private sealed class Chain
    {
        /// <summary>Its names, each once for each way it was read.</summary>
        public List<MentionedThing> Names { get; } = [];

        /// <summary>Of each of them what the tables call it; null where they do not have it.</summary>
        public List<string?> Usual { get; } = [];

        /// <summary>How often the names were read as each type.</summary>
        public int[] Types { get; } = new int[9];
    }

    /// <summary>The name as the document writes it, without a possessive and on one line.</summary>
    public static string NameOf(MentionedThing mention, string text)
    {
        string name = mention.Span.Of(text);
        return name.AsSpan().ContainsAny('\n', '\r', '\t') ? string.Join(' ', name.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)) : name;
    }

    /// <summary>The type most of its names were read as; of two, the one that comes first in <see cref="EntityType"/>.</summary>
    public EntityType TypeOf(int chain)
    {
        int[] types = _chains[chain].Types;
        int best = 1;
        for (int type = 2; type < types.Length; type++)
        {
            best = types[type] > types[best] ? type : best;
        }

        return (EntityType)best;
    }

    public (int Chain, LinkReason Reason, double Doubt) Add(MentionedThing name)
    {
        string? usual = NameTable.UsualName(NameOf(name, text));
        (int chain, LinkReason reason, double doubt) = Find(name, usual);
        if (chain < 0)
        {
            chain = _chains.Count;
            _chains.Add(new Chain());
        }

        if (!_chains[chain].Names.Exists(n => n.Type == name.Type && n.Sex == name.Sex && n.Words.AsSpan().SequenceEqual(name.Words)))
        {
            _chains[chain].Names.Add(name);
            _chains[chain].Usual.Add(usual);
        }

        _chains[chain].Types[(int)name.Type]++;
        return (chain, reason, doubt);
    }

    private (int Chain, LinkReason Reason, double Doubt) Find(MentionedThing name, string? usual)
    {
        int part = -1, parts = 0;
        (int Chain, LinkReason Reason, double Doubt) same = (-1, LinkReason.SameName, 0);
        (int Chain, LinkReason Reason, double Doubt) other = (-1, LinkReason.First, 0);
        for (int c = _chains.Count - 1; c >= 0; c--)
        {
            if (same.Chain < 0 && Same(c, name) is { } doubt)
            {
                same = (c, LinkReason.SameName, doubt);
                continue;
            }

            if (IsOfAnother(c, name))
            {
                continue;
            }

            for (int n = 0; n < _chains[c].Names.Count; n++)
            {
                MentionedThing known = _chains[c].Names[n];
                if (!AreOneType(known.Type, name.Type))
                {
                    continue;
                }

                if (IsPart(name, known) || (same.Chain < 0 && IsPart(known, name)))
                {
                    parts++;
                    part = part < 0 ? c : part;
                    break;
                }

                if (other.Chain < 0 && same.Chain < 0)
                {
                    other = Otherwise(c, name, known, usual is not null && usual == _chains[c].Usual[n]);
                }
            }
        }

        if (same.Chain >= 0)
        {
            // "Brandt" was Anna Brandt's name before; it is that of any other Brandt as well.
            return name.Type == EntityType.Person && name.Words.Length == 1 && parts > 0 ? (same.Chain, same.Reason, EitherOf) : same;
        }

        // Of two persons with one surname, which is meant is not to be told from the name.
        return part >= 0 && (parts == 1 || name.Type != EntityType.Person) ? (part, LinkReason.PartOfName, 0.05)
            : part >= 0 ? (part, LinkReason.PartOfName, EitherOf)
            : other;
    }

    /// <summary>Whether the chain has fuller names of a person and <paramref name="name"/>, one itself, agrees with none of them: Peter Brandt is not the Brandt who was called Anna before.</summary>
    private bool IsOfAnother(int chain, MentionedThing name)
    {
        bool others = false;
        if (name.Type == EntityType.Person && name.Words.Length > 1)
        {
            foreach (MentionedThing known in _chains[chain].Names)
            {
                if (known.Type == EntityType.Person && known.Words.Length > 1)
                {
                    others = true;
                    if (IsPart(name, known) || IsPart(known, name) || (MayBeOneSex(name, known) && LinkEvidence.IsVariant(name, known)))
                    {
                        return false;
                    }
                }
            }
        }

        return others;
    }

    /// <summary>The doubt of a name that is already in the chain; null where it is not.</summary>
    private double? Same(int chain, MentionedThing name)
    {
        foreach (MentionedThing known in _chains[chain].Names)
        {
            if (known.Words.AsSpan().SequenceEqual(name.Words) && MayBeOneType(known.Type, name.Type))
            {
                return known.Type == name.Type ? 0.02 : 0.15;
            }
        }

        return null;
    }

    private static (int Chain, LinkReason Reason, double Doubt) Otherwise(int chain, MentionedThing name, MentionedThing known, bool alias)
    {
        if (LinkEvidence.IsAcronym(name, known) || LinkEvidence.IsAcronym(known, name))
        {
            return (chain, LinkReason.Acronym, 0.08);
        }

        if (alias)
        {
            return (chain, LinkReason.KnownAlias, 0.03);
        }

        return name.Type == EntityType.Person && name.Words.Length > 1 && MayBeOneSex(name, known) && LinkEvidence.IsVariant(name, known) ? (chain, LinkReason.Spelling, 0.15) : (-1, LinkReason.First, 0);
    }

    /// <summary>Whether one name can be short for the other: a person's last or only name, a firm or body without the words that say what it is.</summary>
    private static bool IsPart(MentionedThing few, MentionedThing many)
    {
        if (few.Words.Length >= many.Words.Length || few.Words.Length == 0)
        {
            return false;
        }

        if (few.Type == EntityType.Person)
        {
            return MayBeOneSex(few, many) && (many.Words.AsSpan().EndsWith(few.Words) || (few.Words.Length == 1 && many.Words[0] == few.Words[0] && few.Forms[0].Length > 2) || (few.Words.Length == 2 && few.Words[0] == many.Words[0] && few.Words[^1] == many.Words[^1]));
        }

        if (few.Type != EntityType.Organisation || !many.Words.AsSpan().StartsWith(few.Words))
        {
            return false;
        }

        for (int w = few.Words.Length; w < many.Words.Length; w++)
        {
            if ((Gazetteer.Shipped.KindsOf(many.Words[w]) & NameKinds.FirmMark) == 0)
            {
                return false;
            }
        }

        return true;
    }

    private static bool MayBeOneSex(MentionedThing a, MentionedThing b) => a.Sex is Sex.Unknown or Sex.Neuter || b.Sex is Sex.Unknown or Sex.Neuter || a.Sex == b.Sex;

    private static bool MayBeOneType(EntityType a, EntityType b) => a == b || (a != EntityType.Person && b != EntityType.Person && a != EntityType.Group && b != EntityType.Group);

    private static bool AreOneType(EntityType a, EntityType b) => a == b;
}
