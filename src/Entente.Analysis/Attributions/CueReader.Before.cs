namespace Entente.Analysis.Attributions;

/// <content>The reporter's words before a quotation.</content>
internal static partial class CueReader
{
    /// <summary>Words before the quotation at <paramref name="at"/>: "X said: “…”", "X described it as “…”", "X was quoted by Y as saying “…”".</summary>
    /// <param name="bound">First item that may be read.</param>
    /// <param name="earlier">The speaker that a quotation before it in the line already has, for "…, adding “…”".</param>
    public static Reading? Before(Line line, int bound, int at, (int From, int To)? earlier)
    {
        bound = Math.Max(bound, at - WidestReach);
        int gapEnd = at;
        while (gapEnd > bound && (line.First(gapEnd - 1) is ':' or ',' or '—' or '–' or '(' or '[' || line.Word(gapEnd - 1) is "that"))
        {
            gapEnd--;
        }

        if (gapEnd <= bound)
        {
            return null;
        }

        bool pointed = gapEnd < at;
        if (AccordingTo(line, bound, gapEnd) is { } authority)
        {
            return authority;
        }

        if (QuotedAsSaying(line, bound, at) is { } quoted)
        {
            return quoted;
        }

        Reading? without = null;
        for (int v = gapEnd - 1; v >= Math.Max(bound, gapEnd - WidestGap); v--)
        {
            if (BreaksScope(line, v))
            {
                break;
            }

            bool tight = v == gapEnd - 1 || (v == gapEnd - 2 && line.Is(v + 1, "as")) || (v == gapEnd - 2 && Vocabulary.IsAdverb(line.Word(v + 1)))
                || (v == gapEnd - 2 && line.Word(v + 1) is "on" or "out" && line.Word(v) is "went" or "going" or "pointed" or "pointing");
            if (line.Cue(v) is { } cue)
            {
                if (!Governs(line, v, gapEnd, cue, tight, pointed))
                {
                    continue;
                }

                if (!tight && line.Word(v - 1) is "who" or "which" && !line.IsComma(v - 2))
                {
                    // "told a man who suggested that … that “…”": the relative clause says nothing about these words.
                    continue;
                }

                Reading reading = ForVerb(line, bound, v, at, cue, earlier);
                if (reading.Source is null && !tight && (IsParticiple(line, v) || line.Word(v - 1) is "who" or "which" or "that"))
                {
                    // A verb inside a relative or participle clause; the one that reports may stand further left.
                    without ??= reading;
                    continue;
                }

                return reading;
            }

            if (tight && line.Word(v) is "went" or "goes" && line.Is(v + 1, "on") && SpeakerPhrases.EndingBefore(line, v, bound) is { } speaking)
            {
                return new Reading(line, speaking, (v, v + 2), Vocabulary.Cue("continued"), null, "speaker-then-verb");
            }

            // "X also annouced that “…”", "…, annoucing “…”": where a verb must stand, a word the list does not know is one.
            if (tight && pointed && line.Is(gapEnd, "that") && line.IsWord(v) && char.IsLower(line.First(v)) && line.Function(v) is null && !Vocabulary.IsAdverb(line.Word(v))
                && Vocabulary.Speaker(line.Word(v)) is null && v > bound && SpeakerPhrases.EndingBefore(line, v, bound) is { } subject && EndsNamed(line, subject))
            {
                return new Reading(line, subject, (v, v + 1), null, null, "speaker-then-unknown-verb");
            }

            if (tight && !pointed && line.IsWord(v) && line.Word(v).EndsWith("ing") && (v == bound || line.IsComma(v - 1)) && earlier is { } same)
            {
                return new Reading(line, same, (v, v + 1), null, null, "speaker-then-unknown-verb");
            }
        }

        // "X: “…”"
        if (line.First(at - 1) == ':' && SpeakerPhrases.StartingAt(line, bound, at - 1) is { } named && named.To == at - 1 && named.From == bound && EndsNamed(line, named))
        {
            return new Reading(line, named, (at - 1, at), null, null, "speaker-colon");
        }

        // "X chose his words: “…”": the colon ties the quotation to the clause; a named person or he or she is its subject.
        if (without is null && line.First(at - 1) == ':' && SubjectOfMainClause(line, bound, at - 1, onlyClauses: true) is { } owner
            && (line.Word(owner.From) is "he" or "she" or "He" or "She" || (line.IsName(owner.To - 1) && SourceKinds.IsPerson(line, owner.From, owner.To))))
        {
            return new Reading(line, owner, null, null, null, "clause-colon");
        }

        return without;
    }

    private static bool EndsNamed(Line line, (int From, int To) phrase)
    {
        for (int i = phrase.From; i < phrase.To; i++)
        {
            if (line.IsName(i) || line.Function(i) == "pronoun" || Vocabulary.Speaker(line.Word(i)) is not null)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Past these the sentence has turned to something else.</summary>
    private static bool BreaksScope(Line line, int v) =>
        line.First(v) == ';' || (line.Word(v) is "but" or "while" or "although" or "though" or "whereas" && line.IsComma(v - 1));

    private static bool Governs(Line line, int v, int gapEnd, Cue cue, bool tight, bool pointed)
    {
        if (v > 0 && line.Function(v - 1) is "determiner" or "preposition" or "object" && !IsParticiple(line, v))
        {
            // "the call", "his demand", "in reply".
            return false;
        }

        switch (cue.Frame)
        {
            case CueFrame.Weak:
                return tight;
            case CueFrame.As:
                if (line.Is(gapEnd - 1, "as") || tight)
                {
                    return true;
                }

                // described the move as an "act of war"
                for (int k = v + 1; k < gapEnd; k++)
                {
                    if (line.Is(k, "as"))
                    {
                        return gapEnd - k <= 5;
                    }
                }

                return false;
            case CueFrame.Call:
                return !(line.Word(v + 1) is "for" or "on" or "off" or "up" or "in") && gapEnd - v <= 12 && !pointed;
            default:
                return true;
        }
    }

    private static Reading ForVerb(Line line, int bound, int v, int at, Cue cue, (int From, int To)? earlier)
    {
        (int, int) span = (v, v + 1);
        (int, int)? hearer = Hearer(line, v, at, cue);
        if (IsPassive(line, v))
        {
            for (int k = v + 1; k < at; k++)
            {
                if (line.Is(k, "by") && SpeakerPhrases.StartingAt(line, k + 1, at) is { } agent)
                {
                    return new Reading(line, agent, span, cue, null, "passive-by");
                }
            }

            return new Reading(line, null, span, cue, null, "passive");
        }

        if (IsParticiple(line, v))
        {
            (int From, int To)? subject = Undisturbed(line, bound, v) ? earlier ?? SubjectOfMainClause(line, bound, v) : SubjectOfMainClause(line, bound, v);
            return new Reading(line, subject, span, cue, hearer, subject is null ? "participle" : "participle-of-main-clause");
        }

        // "went on to say", "was expected to say"
        int verb = v;
        if (verb > bound + 1 && line.Is(verb - 1, "to"))
        {
            verb -= line.Is(verb - 2, "on") ? 3 : 2;
            if (verb <= bound || !line.IsVerb(verb))
            {
                return new Reading(line, null, span, cue, hearer, "infinitive");
            }
        }

        // "… and added: “…”": the verb shares the subject of the one before.
        if (verb > bound && (line.Function(verb - 1) == "and" || (Vocabulary.IsAdverb(line.Word(verb - 1)) && verb - 1 > bound && line.Function(verb - 2) == "and")))
        {
            (int From, int To)? shared = Undisturbed(line, bound, verb) ? earlier ?? SubjectOfMainClause(line, bound, verb) : SubjectOfMainClause(line, bound, verb);
            return new Reading(line, shared, span, cue, hearer, shared is null ? "shared-subject-unknown" : "shared-subject");
        }

        (int From, int To)? speaker = SpeakerPhrases.EndingBefore(line, verb, bound);
        if (speaker is { } who && line.Word(who.From) is "who" or "which" or "that")
        {
            speaker = null;
        }

        // "… , said X: “…”": the speaker behind the verb.
        if (speaker is null && (verb == bound || line.IsComma(verb - 1)) && SpeakerPhrases.StartingAt(line, v + 1, at) is { } inverted && line.Function(inverted.From) != "object")
        {
            speaker = inverted;
        }

        return new Reading(line, speaker, span, cue, hearer, speaker is null ? "verb-without-speaker" : "speaker-then-verb");
    }

    /// <summary>Whether no other verb than that of the quotation before stands between it and this one.</summary>
    private static bool Undisturbed(Line line, int bound, int verb)
    {
        int verbs = 0;
        for (int i = bound; i < verb; i++)
        {
            verbs += line.IsVerb(i) ? 1 : 0;
        }

        return verbs <= 1 && verb - bound <= 20;
    }

    private static (int From, int To)? SubjectOfMainClause(Line line, int bound, int verb, bool onlyClauses = false)
    {
        int comma = onlyClauses ? verb : verb - 1;
        if (line.Function(comma) == "and")
        {
            comma--;
        }

        int segment = comma;
        while (segment > bound && !line.IsComma(segment - 1) && line.First(segment - 1) is not (';' or ')'))
        {
            segment--;
        }

        if (line.Function(segment) is "and" or "stop" && segment < comma)
        {
            segment++;
        }

        if (ClauseSubject(line, segment, comma) is { } near)
        {
            return near;
        }

        for (int u = segment; u < comma && !onlyClauses; u++)
        {
            if (line.Cue(u) is { Frame: not CueFrame.Weak } && !IsParticiple(line, u) && SpeakerPhrases.EndingBefore(line, u, segment) is { } subject)
            {
                return subject;
            }
        }

        int start = bound;
        while (start < comma && line.Function(start) is "and" or "stop" or "adverb" || line.IsComma(start))
        {
            start++;
        }

        return segment == start ? null : ClauseSubject(line, start, comma);
    }

    /// <summary>The noun phrase at the front of a clause, if a verb comes right behind it.</summary>
    private static (int From, int To)? ClauseSubject(Line line, int from, int to)
    {
        if (SpeakerPhrases.StartingAt(line, from, to) is not { } phrase)
        {
            return null;
        }

        int next = phrase.To;
        while (next < to && next - phrase.To < 2 && line.IsWord(next) && char.IsLower(line.First(next)) && line.Function(next) is null && !line.IsVerb(next) && !Vocabulary.IsAdverb(line.Word(next)))
        {
            next++;
        }

        phrase.To = next;
        while (next < to && Vocabulary.IsAdverb(line.Word(next)) || line.IsComma(next) && next == phrase.To)
        {
            next++;
        }

        return next < to && line.IsVerb(next) ? phrase : null;
    }
}
