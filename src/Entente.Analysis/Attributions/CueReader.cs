namespace Entente.Analysis.Attributions;

/// <summary>The speaker, cue and hearer that a line gives for one quotation, as item ranges; and how they were read.</summary>
internal sealed record Reading(Line Line, (int From, int To)? Source, (int From, int To)? Cue, Cue? Verb, (int From, int To)? Recipient, string Rule)
{
    /// <summary>The cue stands behind the quotation.</summary>
    public bool IsAfter { get; init; }

    /// <summary>The second half of a cue in two: "quoted … as saying".</summary>
    public (int From, int To)? CueRest { get; init; }
}

/// <summary>Reads who spoke from the reporter's words before and behind a quotation in one line.</summary>
internal static partial class CueReader
{
    private const int WidestGap = 30;

    /// <summary>Items before a quotation that are read at all; keeps a sentence without end linear.</summary>
    private const int WidestReach = 200;

    /// <summary>Words behind the quotation at <paramref name="at"/>: "…, said X", "…, X said", "…, according to X".</summary>
    /// <param name="open">Whether the quotation asks for such words: it ends with a comma, or with a stop that is not a full stop.</param>
    public static Reading? After(Line line, int at, int limit, bool open)
    {
        int i = at + 1;
        bool comma = open;
        if (at == 0 && line.First(i) is '―' or '—' or '–' && SpeakerPhrases.StartingAt(line, i + 1, line.Count) is { } signature && signature.To >= line.Count - 1
            && line.IsName(i + 1) && !line.IsWord(signature.To))
        {
            return new Reading(line, signature, (i, i + 1), null, null, "dash-signature") { IsAfter = true };
        }

        while (i < limit && line.First(i) is ',' or '—' or '–' or '-' or '―')
        {
            comma = true;
            i++;
        }

        if (i >= limit)
        {
            return null;
        }

        if (comma && line.Is(i, "according") && line.Is(i + 1, "to"))
        {
            return SpeakerPhrases.StartingAt(line, i + 2, limit) is { } authority
                ? new Reading(line, authority, (i, i + 2), null, null, "according-to") { IsAfter = true }
                : null;
        }

        // said X
        int verb = Vocabulary.IsAdverb(line.Word(i)) && line.Cue(i + 1) is not null ? i + 1 : i;
        if (line.Cue(verb) is { Frame: CueFrame.Speech or CueFrame.Weak } inverted && !IsParticiple(line, verb) && comma)
        {
            return SpeakerPhrases.StartingAt(line, verb + 1, limit) is { } named && line.Function(named.From) != "object"
                ? new Reading(line, named, (verb, verb + 1), inverted, Hearer(line, named.To, limit), "verb-then-speaker") { IsAfter = true }
                : null;
        }

        // X said
        int start = line.Function(i) is "and" or "stop" && comma ? i + 1 : i;
        for (int v = start + 1; v < Math.Min(limit, start + WidestGap); v++)
        {
            if (line.IsQuotation(v) || line.First(v) is ';' or ':')
            {
                break;
            }

            if (line.Cue(v) is not { Frame: not CueFrame.As } cue || cue.Frame == CueFrame.Call || IsParticiple(line, v))
            {
                continue;
            }

            int before = v - 1;
            while (before > start && Vocabulary.IsAdverb(line.Word(before)))
            {
                before--;
            }

            if (line.Word(before) is "who" or "which" or "that" or "to")
            {
                continue;
            }

            if (IsPassive(line, v))
            {
                return null;
            }

            if (Subject(line, start, v) is { } speaker && (comma || line.Is(v, "said") || line.Is(v, "says") || cue.Frame == CueFrame.Tell))
            {
                return new Reading(line, speaker, (v, v + 1), cue, Hearer(line, v, limit, cue), "speaker-then-verb") { IsAfter = true };
            }

            // A second verb further on can still have the phrase as subject only across a relative clause.
            if (line.Function(i) is null or "determiner" or "pronoun" && HasRelative(line, start, v))
            {
                continue;
            }

            return null;
        }

        if (QuotedAsSaying(line, i, limit) is { } quoted)
        {
            return quoted with { IsAfter = true };
        }

        return null;
    }

    private static Reading? AccordingTo(Line line, int bound, int gapEnd)
    {
        for (int i = bound; i + 2 < gapEnd; i++)
        {
            if (line.Is(i, "according") && line.Is(i + 1, "to") && SpeakerPhrases.StartingAt(line, i + 2, gapEnd) is { } authority)
            {
                // Only where no verb of speech comes after it: "According to Reuters, X said: “…”".
                for (int v = authority.To; v < gapEnd; v++)
                {
                    if (line.Cue(v) is { Frame: not CueFrame.Weak } || BreaksScope(line, v))
                    {
                        return null;
                    }
                }

                return gapEnd - authority.To <= 25 ? new Reading(line, authority, (i, i + 2), null, null, "according-to") : null;
            }
        }

        return null;
    }

    /// <summary>"X was quoted by Y as saying", "X was quoted as saying by Y".</summary>
    private static Reading? QuotedAsSaying(Line line, int bound, int limit)
    {
        for (int v = bound + 1; v < limit; v++)
        {
            if (!(line.Word(v) is "quoted" or "cited") || line.Function(v - 1) != "auxiliary")
            {
                continue;
            }

            int saying = v;
            while (saying < limit && !(line.Is(saying, "as") && line.Word(saying + 1) is "saying" or "telling"))
            {
                saying++;
            }

            if (saying >= limit || SpeakerPhrases.EndingBefore(line, v, bound) is not { } speaker)
            {
                continue;
            }

            // Whoever quotes is credited, not spoken to: the words may have been said to anybody.
            return new Reading(line, speaker, (v, v + 1), Vocabulary.Cue("saying"), null, "quoted-as-saying") { CueRest = (saying, saying + 2) };
        }

        return null;
    }

    /// <summary>All that stands between the quotation and its verb, when it can be one noun phrase.</summary>
    private static (int From, int To)? Subject(Line line, int start, int verb)
    {
        if (SpeakerPhrases.EndingBefore(line, verb, start) is { } phrase && phrase.From == start)
        {
            return phrase;
        }

        if (!(line.IsName(start) || line.Function(start) == "determiner" || Vocabulary.Speaker(line.Word(start)) is not null) || verb - start > 14)
        {
            return null;
        }

        int end = verb;
        while (end > start + 1 && (Vocabulary.IsAdverb(line.Word(end - 1)) || line.Function(end - 1) == "auxiliary"))
        {
            end--;
        }

        for (int i = start; i < end; i++)
        {
            if (!line.IsWord(i) && !line.IsNumber(i) && !line.IsHyphen(i) || line.IsVerb(i) || line.Function(i) is "stop" or "pronoun" or "object" or "time" || line.Word(i) is "that" && i > start)
            {
                return null;
            }
        }

        return (start, end);
    }

    private static bool HasRelative(Line line, int from, int to)
    {
        for (int i = from; i < to; i++)
        {
            if (line.Word(i) is "who" or "which" or "that" or "whose")
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>"saying", but not the "is saying" of a finite clause.</summary>
    private static bool IsParticiple(Line line, int v)
    {
        if (!line.Word(v).EndsWith("ing"))
        {
            return false;
        }

        int i = v - 1;
        while (i > 0 && Vocabulary.IsAdverb(line.Word(i)))
        {
            i--;
        }

        return !(line.Word(i) is "is" or "are" or "was" or "were" or "been" or "be" or "'s" or "’s" or "'re" or "’re" or "'m" or "’m");
    }

    private static bool IsPassive(Line line, int v)
    {
        if (!line.Word(v).EndsWith("ed") && !(line.Word(v) is "said" or "told" or "quoted" or "written"))
        {
            return false;
        }

        int i = v - 1;
        while (i > 0 && Vocabulary.IsAdverb(line.Word(i)))
        {
            i--;
        }

        return line.Word(i) is "is" or "are" or "was" or "were" or "be" or "been" or "being";
    }

    /// <summary>Whom the words were spoken to: "told Y", "said to Y", "in an interview with Y".</summary>
    private static (int From, int To)? Hearer(Line line, int verb, int limit, Cue? cue = null)
    {
        if (cue?.Frame == CueFrame.Tell && SpeakerPhrases.StartingAt(line, verb + 1, limit) is { } told && line.Function(told.From) != "pronoun" | line.Word(told.From) is "you" or "it")
        {
            return told;
        }

        if (cue is not null && line.Word(verb + 1) is "to" && !line.IsVerb(verb + 2))
        {
            return SpeakerPhrases.StartingAt(line, verb + 2, limit);
        }

        for (int i = Math.Max(0, verb - WidestGap); i + 2 < Math.Min(line.Count, verb + WidestGap); i++)
        {
            if (line.Word(i) is "interview" or "interviews" or "conversation" or "comments" or "remarks" or "statement" or "speaking" or "Speaking" or "email" or "e-mail" or "letter"
                && line.Word(i + 1) is "with" or "to" && SpeakerPhrases.StartingAt(line, i + 2, Math.Min(line.Count, verb + 2 * WidestGap)) is { } interviewer)
            {
                return interviewer;
            }
        }

        return null;
    }
}
