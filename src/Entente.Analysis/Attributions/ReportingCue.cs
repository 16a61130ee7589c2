using System.Collections.Immutable;

namespace Entente.Analysis.Attributions;

/// <summary>What a word of reporting takes for the matter it reports.</summary>
[Flags]
internal enum CueTakes : ushort
{
    None = 0,
    Clause = 1,
    /// <summary>It may stand in or behind the clause it reports: "…, X said".</summary>
    Speech = 1 << 1,
    Infinitive = 1 << 2,
    Gerund = 1 << 3,
    Object = 1 << 4,
    ObjectInfinitive = 1 << 5,
    ObjectPredicate = 1 << 6,
    /// <summary>Its object is whoever is spoken to.</summary>
    Hearer = 1 << 7,
    Predicate = 1 << 8,
    /// <summary>How a thing looks to nobody in particular: "seems to be late".</summary>
    Seeming = 1 << 9,
    /// <summary>Thinking rather than speaking, though it stands where speech does: "…, X thinks".</summary>
    Thought = 1 << 11,
    /// <summary>Lends its subject to a noun of reporting that is its object: "made the claim".</summary>
    Lends = 1 << 12,
    /// <summary>Its subject is told or finds out what it reports, and is not who says it: "we hear that …".</summary>
    Learns = 1 << 13,
    /// <summary>Reports nothing, but carries the subject of the verb below it: "went on to say".</summary>
    Carries = 1 << 10,
}

/// <summary>A word of reporting as one part of speech: what it takes, and how sure it makes what it reports.</summary>
/// <param name="Prepositions">Those that open the matter reported: "called <em>for</em> a vote".</param>
/// <param name="AfterObject">Those that open the second half of it, behind the object: "accused them <em>of</em> lying".</param>
internal sealed record ReportingCue(
    string Lemma,
    CueTakes Takes,
    ImmutableArray<string> Prepositions,
    ImmutableArray<string> AfterObject,
    Certainty Certainty)
{
    public bool Has(CueTakes takes) => (Takes & takes) != 0;

    /// <summary>Whether it reports by itself.</summary>
    public bool Reports => (Takes & ~(CueTakes.Carries | CueTakes.Lends | CueTakes.Learns)) != 0 || !Prepositions.IsEmpty || !AfterObject.IsEmpty;
}

/// <summary>What a form of a word can report as, by its part of speech; each may be null.</summary>
internal sealed record ReportingForm(ReportingCue? Verb, ReportingCue? Noun, ReportingCue? Adjective);
