using System.Collections.Immutable;
using Entente.Analysis.Text;

namespace Entente.Analysis.Attributions;

/// <summary>Counts who the reports of one quotation say spoke it.</summary>
/// <remarks>
/// One vote for each report and name; reports of one publisher family have one together. A person's names are one where one holds the other's words
/// (<see cref="PersonName.MayBe"/>); a name that fits two persons is nobody's vote, and counts against whichever of them leads. Bodies and outlets are
/// compared by their whole name; a body that a person is said to speak for is no rival of his. O(n²) in the names of one quotation.
/// </remarks>
internal static class SpeakerCount
{
    /// <param name="stated">The variants in their order, each with what its report says of the speaker.</param>
    public static SpeakerVote Of(IReadOnlyList<(Document Document, SpeakerMention? Mention)> stated)
    {
        List<Tally> tallies = Tallied([.. stated.Select(s => s.Mention).OfType<SpeakerMention>()]);
        Dictionary<string, string> publishers = new(StringComparer.Ordinal);
        foreach ((Document document, _) in stated)
        {
            publishers[document.Id] = PublisherOf(document);
        }

        (SpeakerCandidate Candidate, Tally Tally)[] ranked =
        [
            .. tallies.Select((t, order) => (Candidate: new SpeakerCandidate(t.Fullest, VotesFor(t, publishers), [.. t.Mentions]), Tally: t, order))
                .OrderBy(c => c.Tally.Fits.Count > 0).ThenByDescending(c => c.Candidate.Votes).ThenBy(c => c.order).Select(c => (c.Candidate, c.Tally)),
        ];
        HashSet<string> naming = [.. ranked.SelectMany(c => c.Candidate.Mentions).Select(m => m.Document)];
        ImmutableArray<SpeakerMention> unnamed = [.. stated.Select(s => s.Mention).OfType<SpeakerMention>().Where(m => !naming.Contains(m.Document))];
        HashSet<string> saying = [.. naming, .. unnamed.Select(m => m.Document)];
        return new SpeakerVote(
            ranked.Length > 0 ? (Leads(ranked) ? SpeakerStanding.Named : SpeakerStanding.Contested) : unnamed.IsEmpty ? SpeakerStanding.NotStated : SpeakerStanding.AsStated,
            [.. ranked.Select(c => c.Candidate)],
            unnamed,
            [.. stated.Select(s => s.Document.Id).Where(id => !saying.Contains(id)).Distinct(StringComparer.Ordinal)]);
    }

    /// <summary>Mentions of one person, body or outlet.</summary>
    private sealed class Tally(string? body, PersonName? person)
    {
        public string? Body { get; } = body;

        public PersonName? Person { get; } = person;

        public List<SpeakerMention> Mentions { get; } = [];

        /// <summary>The persons that the name fits, where it fits more than one.</summary>
        public List<Tally> Fits { get; } = [];

        public string Fullest => Person is null ? Mentions[0].Naming : Mentions.MaxBy(m => PersonName.TryFrom(m.Naming)?.Fullness ?? 0)!.Naming;
    }

    private static List<Tally> Tallied(List<SpeakerMention> mentions)
    {
        Dictionary<SpeakerMention, PersonName> persons = [];
        foreach (SpeakerMention mention in mentions.Where(m => m.Kind is SourceKind.Person || m.Resolved is not null))
        {
            if (PersonName.TryFrom(mention.Naming) is { } name)
            {
                persons[mention] = name;
            }
        }

        // Fuller names first: they found the persons that the shorter ones may be.
        List<Tally> tallies = [];
        Dictionary<SpeakerMention, Tally> of = [];
        foreach ((SpeakerMention mention, PersonName name) in persons.OrderByDescending(p => p.Value.Fullness).ThenBy(p => string.Join(' ', p.Value.Words), StringComparer.Ordinal))
        {
            Tally[] fitting = [.. tallies.Where(t => t.Fits.Count == 0 && t.Person!.MayBe(name))];
            Tally? tally = fitting.Length == 1 ? fitting[0] : tallies.Find(t => t.Person!.Words.SequenceEqual(name.Words));
            if (tally is null)
            {
                tallies.Add(tally = new Tally(null, name));
                tally.Fits.AddRange(fitting);
            }

            of[mention] = tally;
        }

        string[] spokenFor = [.. persons.Keys.Select(m => OutletRegister.KeyOf(m.Naming))];
        foreach (SpeakerMention mention in mentions.Where(m => m is { Kind: SourceKind.Body or SourceKind.Outlet, Resolved: null } && IsNamed(m.Words)))
        {
            string key = BodyKey(mention);
            if (key.Length > 0 && !Array.Exists(spokenFor, s => s.Contains(key, StringComparison.Ordinal)))
            {
                Tally? tally = tallies.Find(t => t.Body == key);
                if (tally is null)
                {
                    tallies.Add(tally = new Tally(key, null));
                }

                of[mention] = tally;
            }
        }

        foreach (SpeakerMention mention in mentions)
        {
            // "the harbour office", of which another report writes "the Harbour Office".
            Tally? tally = of.GetValueOrDefault(mention) ?? (mention.Kind is SourceKind.Body or SourceKind.Outlet ? tallies.Find(t => t.Body == BodyKey(mention)) : null);
            tally?.Mentions.Add(mention);
        }

        return [.. tallies.OrderBy(t => mentions.IndexOf(t.Mentions[0]))];
    }

    private static int VotesFor(Tally tally, Dictionary<string, string> publishers) =>
        tally.Mentions.Select(m => publishers[m.Document]).Distinct(StringComparer.Ordinal).Count();

    private static bool Leads((SpeakerCandidate Candidate, Tally Tally)[] ranked)
    {
        (SpeakerCandidate leader, Tally leading) = ranked[0];
        return leading.Fits.Count == 0 && ranked.Skip(1).Where(c => c.Tally.Fits.Count == 0).All(rival =>
            leader.Votes > rival.Candidate.Votes + ranked.Where(c => c.Tally.Fits.Contains(rival.Tally)).Sum(c => c.Candidate.Votes));
    }

    /// <summary>A word of it is a name: not "the ministry" or "Police".</summary>
    private static bool IsNamed(string words) => words.Split(' ', StringSplitOptions.RemoveEmptyEntries)
        .Any(w => char.IsUpper(w[0]) && Vocabulary.Function(w) is null && Vocabulary.Speaker(w.TrimEnd(',', '.')) is null);

    private static string BodyKey(SpeakerMention mention)
    {
        string name = mention.Words.Split(',')[0].Trim();
        return OutletRegister.KeyOf(mention.Kind == SourceKind.Outlet ? OutletRegister.Shipped.TryFindByName(name)?.Name ?? name : name);
    }

    /// <summary>Whose report it is: the publisher family, the outlet, or, where none is stated, the report itself.</summary>
    private static string PublisherOf(Document document)
    {
        string? name = document.Outlet?.Family ?? document.Outlet?.Name ?? document.Outlet?.Domain;
        return name is not null && OutletRegister.KeyOf(name) is { Length: > 0 } key ? key : "report " + document.Id;
    }
}
