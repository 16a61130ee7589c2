namespace Entente.Analysis.Entities;

/// <summary>What speaks for an earlier mention in the same document being what a pronoun or a description means.</summary>
internal static class AntecedentEvidence
{
    /// <summary>Sentences further back are not searched.</summary>
    public const int Furthest = 6;

    /// <summary>The evidence for meaning nothing mentioned before.</summary>
    /// <param name="form">The anaphor's <see cref="Form"/>.</param>
    public static void WriteNothing(string form, EvidenceList evidence) => evidence.Add($"{form} nothing");

    /// <param name="anaphor">A pronoun, or a description.</param>
    /// <param name="form">Its <see cref="Form"/>.</param>
    /// <param name="candidateForm">Read of pronouns only.</param>
    /// <param name="between">How many mentions that would fit stand between the two.</param>
    /// <param name="often">How often the candidate's thing is named in the document.</param>
    /// <param name="firstInSentence">Whether the candidate is the first thing mentioned in its sentence, as subjects are.</param>
    public static void Write(MentionedThing anaphor, string form, MentionedThing candidate, string candidateForm, int between, int often, bool firstInSentence, EvidenceList evidence)
    {
        int apart = Math.Min(4, anaphor.Sentence - candidate.Sentence);
        string fits = Fits(anaphor, candidate) ? "fits" : "does not fit";
        evidence.Add($"{form} apart {apart}");
        evidence.Add($"{form} {fits} between {Math.Min(3, between)}");
        evidence.Add($"{form} apart {apart} between {Math.Min(3, between)} {candidate.Kind}");
        evidence.Add($"{form} type {candidate.Type} {candidate.Kind}");
        evidence.Add($"{form} {(candidate.Plural ? "plural" : "single")} {candidate.Kind}");
        evidence.Add($"{form} sex {candidate.Sex}");
        evidence.Add($"{form} often {Math.Min(4, often)}");
        evidence.Add($"{form} first {firstInSentence} apart {apart}");
        evidence.Add($"{candidate.Kind} {fits}");
        if (candidate.Kind == MentionKind.Pronoun)
        {
            evidence.Add($"{form} after {candidateForm}");
        }

        if (candidate.Kind == MentionKind.Description)
        {
            evidence.Add($"{form} {(candidate.Definite ? "definite" : "indefinite")}");
        }

        if (anaphor.Span.Overlaps(candidate.Span))
        {
            evidence.Add($"{form} inside");
        }

        if (anaphor.Sentence == candidate.Sentence)
        {
            evidence.Add($"{form} tokens between {Math.Min(6, (anaphor.First - candidate.End + 2) / 3)}");
        }
    }

    /// <summary>Whether number, sex and type allow both to mean one thing.</summary>
    public static bool Fits(MentionedThing anaphor, MentionedThing candidate)
    {
        bool people = anaphor.Kind == MentionKind.Pronoun && anaphor.Sex is Sex.Male or Sex.Female;
        bool sexes = anaphor.Sex == Sex.Unknown || candidate.Sex == Sex.Unknown || anaphor.Sex == candidate.Sex;
        bool types = anaphor.Type == EntityType.None || candidate.Type == EntityType.None || anaphor.Type == candidate.Type;
        return sexes && types && (anaphor.Plural == candidate.Plural || candidate.Type == EntityType.Organisation) && !(people && candidate.Type is EntityType.Place or EntityType.Organisation or EntityType.Event or EntityType.Product);
    }

    /// <summary>What the model knows of the words of a mention: a pronoun itself, of a description what kind it is.</summary>
    public static string Form(MentionedThing mention) => mention.Kind == MentionKind.Pronoun
        ? mention.Forms.Length > 0 ? mention.Forms[^1].ToLowerInvariant() : "?"
        : $"{mention.Kind} {mention.Type}{(mention.Definite ? " definite" : "")}{(mention.Plural ? " plural" : "")} {Math.Min(3, mention.Words.Length)}";
}
