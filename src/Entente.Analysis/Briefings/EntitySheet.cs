using System.Collections.Immutable;
using Entente.Analysis.Attributions;
using Entente.Analysis.Entities;
using Entente.Analysis.Text;

namespace Entente.Analysis.Briefings;

/// <summary>A place in a report, with the report.</summary>
public sealed record ReportPlace(Document Document, TextSpan Span);

/// <summary>A name that reports use for something, and where each uses it first.</summary>
/// <param name="Times">How often all of them use it.</param>
public sealed record UsedName(string Name, int Times, ImmutableArray<ReportPlace> Places);

/// <summary>Something said by or about an entity.</summary>
public sealed record SaidOf(Document Document, Attribution Attribution);

/// <summary>All that a pile says of one person, body, place or other thing: what <c>entente who</c> shows.</summary>
/// <param name="Names">The most used first; which name an outlet chooses is a finding.</param>
/// <param name="Roles">What reports call it beside the name, as they write it.</param>
/// <param name="SaidBy">In the order of the reports.</param>
/// <param name="FirstSeen">The earliest report with a day that mentions it; null where none has one.</param>
/// <param name="KeptApart">What looks like it in other reports and was not joined.</param>
public sealed record EntitySheet(
    SharedEntity Entity,
    ImmutableArray<UsedName> Names,
    ImmutableArray<UsedName> Roles,
    ImmutableArray<SaidOf> SaidBy,
    ImmutableArray<SaidOf> SaidAbout,
    Document? FirstSeen,
    Document? LastSeen,
    ImmutableArray<Document> Reports,
    ImmutableArray<EntityJoin> KeptApart)
{
    /// <summary>The sheets of every entity one of whose names has all the words of <paramref name="name"/>, case and diacritics aside; the most mentioned first.</summary>
    public static ImmutableArray<EntitySheet> Find(string name, IReadOnlyList<DocumentFindings> reports)
    {
        ArgumentNullException.ThrowIfNull(name);
        string[] sought = WordsOf(name);
        SharedEntities shared = EntityLinker.Link([.. reports.Select(r => (r.Tokenized, r.Entities))]);
        Dictionary<string, DocumentFindings> byId = reports.ToDictionary(r => r.Document.Id, StringComparer.Ordinal);
        return
        [
            .. shared.Entities
                .Where(e => sought.Length > 0 && e.Members.Any(m => m.Entity.Aliases.Add(m.Entity.Name).Any(n => WordsOf(n) is var words && sought.All(words.Contains))))
                .Select(e => Of(e, byId, shared.KeptApart))
                .OrderByDescending(s => s.Entity.Members.Sum(m => m.Entity.Mentions.Length)).ThenBy(s => s.Entity.Name, StringComparer.Ordinal),
        ];
    }

    private static EntitySheet Of(SharedEntity entity, Dictionary<string, DocumentFindings> byId, ImmutableArray<EntityJoin> apart)
    {
        Dictionary<string, (int Times, List<ReportPlace> Places)> names = new(StringComparer.Ordinal), roles = new(StringComparer.Ordinal);
        List<SaidOf> by = [], about = [];
        List<Document> documents = [];
        foreach (IGrouping<string, EntityMember> inReport in entity.Members.GroupBy(m => m.Document, StringComparer.Ordinal))
        {
            DocumentFindings report = byId[inReport.Key];
            Document document = report.Document;
            documents.Add(document);
            LinkedMention[] mentions = [.. inReport.SelectMany(m => m.Entity.Mentions)];
            foreach (LinkedMention mention in mentions.Where(m => m.Kind == MentionKind.Name))
            {
                Note(names, ForeignText.OneLine(mention.Span.In(document.Text)), new ReportPlace(document, mention.Span));
                if (entity.Type is EntityType.Person && RoleReader.Find(report.Tokenized, mention.Span) is { } role)
                {
                    Note(roles, ForeignText.OneLine(role.In(document.Text)), new ReportPlace(document, role));
                }
            }

            foreach (Attribution attribution in report.Attributions)
            {
                bool speaks = attribution.Source.Any(s => Mentions(mentions, s)) || (attribution.Meant is { } meant && Mentions(mentions, meant.Mention));
                if (speaks)
                {
                    by.Add(new SaidOf(document, attribution));
                }
                else if (attribution.Content.Any(c => Mentions(mentions, c)))
                {
                    about.Add(new SaidOf(document, attribution));
                }
            }
        }

        Document[] dated = [.. documents.Where(d => d.Published is { Precision: >= TimePrecision.Day }).OrderBy(d => d.Published!.Earliest).ThenBy(d => d.Id, StringComparer.Ordinal)];
        HashSet<(string, string)> members = [.. entity.Members.Select(m => (m.Document, m.Entity.Id))];
        return new EntitySheet(entity, Listed(names), Listed(roles), [.. by], [.. about], dated.FirstOrDefault(), dated.LastOrDefault(), [.. documents], [.. apart.Where(j => members.Contains(j.First) != members.Contains(j.Second))]);
    }

    private static bool Mentions(LinkedMention[] mentions, TextSpan span) => Array.Exists(mentions, m => m.Span.Overlaps(span));

    private static void Note(Dictionary<string, (int Times, List<ReportPlace> Places)> names, string name, ReportPlace place)
    {
        (int times, List<ReportPlace> places) = names.TryGetValue(name, out (int Times, List<ReportPlace> Places) known) ? known : (0, []);
        if (!places.Exists(p => p.Document == place.Document))
        {
            places.Add(place);
        }

        names[name] = (times + 1, places);
    }

    private static ImmutableArray<UsedName> Listed(Dictionary<string, (int Times, List<ReportPlace> Places)> names) =>
        [.. names.Select(n => new UsedName(n.Key, n.Value.Times, [.. n.Value.Places])).OrderByDescending(n => n.Times).ThenBy(n => n.Name, StringComparer.Ordinal)];

    private static string[] WordsOf(string name) => [.. name.Split([' ', '-', '\u00A0', ',', '.', '’', '\''], StringSplitOptions.RemoveEmptyEntries).Select(w => WordFolding.Fold(w))];
}
