using System.Collections.Immutable;
using Entente.Analysis.Text;

namespace Entente.Analysis.Entities;

/// <summary>All entities of a pile with their names as numbers, and what else two documents name.</summary>
/// <remarks>What a newsroom prints under everything (agencies, platforms, common bodies) and countries with their capitals are no context: two reports are not about one matter because both name them.
/// Building is linear in the entities; comparing two documents in the names of both.</remarks>
internal sealed class LinkContext
{
    /// <summary>Most other names that are counted.</summary>
    public const int Most = 32;

    private const NameKinds Common = NameKinds.OrganisationNoun | NameKinds.FacilityNoun | NameKinds.EventNoun | NameKinds.CommonNoun | NameKinds.CommonAdjective;

    private readonly Dictionary<string, int> _numbers = new(StringComparer.Ordinal);
    private readonly List<Page> _pages = [];

    /// <summary>What one document names, countries aside: numbers ascending, and the candidate each is a name of.</summary>
    private sealed record Page(int[] Names, int[] Bearers, HashSet<string> Countries);

    /// <param name="documents">In the order of their ids.</param>
    public LinkContext(IReadOnlyList<(TokenizedDocument Document, ImmutableArray<Entity> Entities)> documents)
    {
        Dictionary<(string, int), PlaceReading> readings = [];
        PlaceSurvey survey = PlaceSurvey.Of([.. documents.Select(d => (d.Document.Document, d.Entities))]);
        foreach (PlaceNaming naming in survey.Located.SelectMany(l => l.Namings))
        {
            foreach (TextSpan span in naming.Spans)
            {
                readings[(naming.Document.Id, span.Start)] = naming.Reading;
            }
        }

        foreach ((TokenizedDocument document, ImmutableArray<Entity> entities) in documents)
        {
            AddDocument(document, entities, readings);
        }
    }

    /// <summary>Those of the first document first, then by their order in it.</summary>
    public List<LinkCandidate> Candidates { get; } = [];

    /// <summary>Where the candidates of a document begin, and how many it has.</summary>
    public List<(int First, int Count)> Documents { get; } = [];

    /// <summary>How many other things both documents name, at most <see cref="Most"/>.</summary>
    public int Agreeing(LinkCandidate a, LinkCandidate b)
    {
        Page one = _pages[a.Place], other = _pages[b.Place];
        Span<int> here = stackalloc int[Most], there = stackalloc int[Most];
        int counted = 0, countedThere = 0;
        for (int i = 0, j = 0; i < one.Names.Length && j < other.Names.Length;)
        {
            int name = one.Names[i];
            if (name != other.Names[j])
            {
                _ = name < other.Names[j] ? i++ : j++;
                continue;
            }

            if (!a.IsCalled(name) && !b.IsCalled(name))
            {
                Count(one.Bearers[i], here, ref counted);
                Count(other.Bearers[j], there, ref countedThere);
            }

            i++;
            j++;
        }

        // A thing that has two names in both is one thing.
        return Math.Min(counted, countedThere);
    }

    public bool ShareCountry(LinkCandidate a, LinkCandidate b) => _pages[a.Place].Countries.Overlaps(_pages[b.Place].Countries);

    /// <summary>A country that each document names and the other does not, where they have none in common.</summary>
    public (string One, string Other)? OtherCountries(LinkCandidate a, LinkCandidate b)
    {
        HashSet<string> one = _pages[a.Place].Countries, other = _pages[b.Place].Countries;
        return one.Count > 0 && other.Count > 0 && !one.Overlaps(other) ? (one.Min(StringComparer.Ordinal)!, other.Min(StringComparer.Ordinal)!) : null;
    }

    /// <summary>Whether every word of a name is common, so that many bodies or buildings are called so: "Supreme Court", "City Hall".</summary>
    public static bool IsCommon(LinkName name) =>
        Array.TrueForAll(name.Words, static w => (Gazetteer.Shipped.KindsOf(Gazetteer.Key(w)) & Common) != 0) && (name.Words.Length != 1 || NameTable.UsualName(name.Text) is null);

    private static bool IsCountry(Entity entity) => entity.Type == EntityType.Place && NameTable.IsCountry(entity.Name);

    private static void Count(int bearer, Span<int> seen, ref int counted)
    {
        if (counted < seen.Length && !seen[..counted].Contains(bearer))
        {
            seen[counted++] = bearer;
        }
    }

    private void AddDocument(TokenizedDocument document, ImmutableArray<Entity> entities, Dictionary<(string, int), PlaceReading> readings)
    {
        Document text = document.Document;
        int first = Candidates.Count;
        Whereabouts.Places places = new(entities, Reading);
        HashSet<string> countries = new(StringComparer.Ordinal);
        List<(int Name, int Bearer)> context = [];
        foreach (Entity entity in entities)
        {
            LinkName[] names = [.. entity.Aliases.Prepend(entity.Name).Select(NameOf)];
            bool isCommon = entity.Type is EntityType.Organisation or EntityType.Facility && IsCommon(names[0]);
            PlaceReading? reading = entity.Type == EntityType.Place ? Reading(entity) : null;
            string? country = entity.Type == EntityType.Place ? PlaceRegister.Shipped.CountryNamedBy(PlaceRegister.KeyOf(entity.Name)) : null;
            if (country is not null || IsCountry(entity))
            {
                countries.Add(country is null ? entity.Name : PlaceRegister.Shipped.NameOfCountry(country) ?? entity.Name);
            }
            else if (entity.Type is not (EntityType.Group or EntityType.None) && !isCommon && !IsPlatform(names[0]))
            {
                context.AddRange(names.Select(n => (n.Number, Candidates.Count)).Distinct());
            }

            Candidates.Add(new LinkCandidate(
                _pages.Count,
                text,
                entity,
                names,
                entity.Type == EntityType.Person ? SexOf(document, entity) : Sex.Unknown,
                entity.Type == EntityType.Person && names[0].Words.Length == 1 && IsTitled(document, entity),
                entity.Type == EntityType.Person ? Calling.Of(document, entity) : null,
                entity.Type switch
                {
                    EntityType.Place => IsCountry(entity) ? null : Written(Behind(text.Text, entity), Definite(reading)),
                    _ when isCommon => Whereabouts.Beside(text, entity, places),
                    _ => null,
                },
                reading));
        }

        context.Sort();
        _pages.Add(new Page([.. context.Select(c => c.Name)], [.. context.Select(c => c.Bearer)], countries));
        Documents.Add((first, Candidates.Count - first));

        PlaceReading? Reading(Entity place)
        {
            foreach (LinkedMention mention in place.Mentions)
            {
                if (mention.Kind == MentionKind.Name)
                {
                    return readings.GetValueOrDefault((text.Id, mention.Span.Start));
                }
            }

            return null;
        }
    }

    private LinkName NameOf(string name)
    {
        string[] words = NameSpelling.Words(name);
        string key = NameTable.UsualName(name) ?? (words.Length > 0 ? string.Join(' ', words) : name);
        if (!_numbers.TryGetValue(key, out int number))
        {
            _numbers[key] = number = _numbers.Count;
        }

        return new LinkName(number, name, words);
    }

    /// <summary>What prints news or carries what everyone writes.</summary>
    private static bool IsPlatform(LinkName name)
    {
        if (name.Words.Length is 0 or > Gazetteer.LongestName)
        {
            return false;
        }

        ulong[] keys = [.. name.Words.Select(w => Gazetteer.Key(w))];
        ulong capitals = name.Words.Length == 1 ? Gazetteer.CapitalsKey(name.Text, keys[0]) : 0;
        return (Gazetteer.Shipped.Find(keys).Kinds & NameKinds.Outlet) != 0 || (capitals != 0 && (Gazetteer.Shipped.KindsOf(capitals) & NameKinds.Outlet) != 0) || NameTable.IsPlatform(name.Text);
    }

    private static bool IsTitled(TokenizedDocument document, Entity person)
    {
        foreach (LinkedMention mention in person.Mentions)
        {
            int first = document.TokensIn(mention.Span).First;
            if (mention.Kind == MentionKind.Name && first > 0 && document.Tokens[first - 1].Span.In(document.Document.Text) is var before && char.IsUpper(before[0])
                && (Gazetteer.Shipped.KindsOf(Gazetteer.Key(before)) & (NameKinds.Title | NameKinds.PersonNoun)) != 0)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Of the title before the name, or of the given name; unknown where they differ.</summary>
    private static Sex SexOf(TokenizedDocument document, Entity person)
    {
        Sex sex = Sex.Unknown;
        foreach (LinkedMention mention in person.Mentions)
        {
            if (mention.Kind != MentionKind.Name)
            {
                continue;
            }

            (int first, int end) = document.TokensIn(mention.Span);
            string text = document.Document.Text;
            ReadOnlySpan<char> before = first > 0 ? document.Tokens[first - 1].Span.In(text) : "";
            Sex told = before.Length > 1 && char.IsUpper(before[0]) && !(before is "He" or "His" or "She" or "Her" or "It" or "Its") ? SexWords.OfWord(Gazetteer.Key(before)) : Sex.Unknown;
            told = told == Sex.Unknown && IsGivenName(document, first, end) ? SexWords.OfName(Gazetteer.Key(document.Tokens[first].Span.In(text))) : told;
            if (told is Sex.Male or Sex.Female)
            {
                if (sex != Sex.Unknown && sex != told)
                {
                    return Sex.Unknown;
                }

                sex = told;
            }
        }

        return sex;
    }

    /// <summary>Whether a name begins with one: in Abdel-Naby, or Abu Naby, it does not.</summary>
    private static bool IsGivenName(TokenizedDocument document, int first, int end) =>
        end - first > 1 && document.Tokens[first + 1].Kind == TokenKind.Word && document.Tokens[first + 1].Start > document.Tokens[first].End
        && (Gazetteer.Shipped.KindsOf(Gazetteer.Key(document.Tokens[first].Span.In(document.Document.Text))) & NameKinds.NameParticle) == 0;

    private static Whereabouts? Behind(string text, Entity place)
    {
        Whereabouts? told = null;
        foreach (LinkedMention mention in place.Mentions)
        {
            if (mention.Kind == MentionKind.Name && PlaceSurvey.WrittenBehind(text, mention.Span.End) is { } found)
            {
                if (told is not null && told.Excludes(found))
                {
                    return null;
                }

                told = told?.Part is null ? found : told;
            }
        }

        return told;
    }

    /// <summary>Several countries have a Florida; which one is meant, the town that lies in it may tell.</summary>
    private static Whereabouts? Written(Whereabouts? behind, Whereabouts? definite) => behind is { Country: null } ? behind with { Country = definite?.Country } : behind ?? definite;

    // That the tables have one place of a name alone does not say that there is no other: they have no villages.
    private static Whereabouts? Definite(PlaceReading? reading) =>
        reading is { Place: { } place, Reason: PlaceReason.Spelling or PlaceReason.Written or PlaceReason.NamedInReport } ? new Whereabouts(place.Country, null, place.CountryName) : null;
}
