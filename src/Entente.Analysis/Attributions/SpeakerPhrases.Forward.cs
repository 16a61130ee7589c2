namespace Entente.Analysis.Attributions;

/// <content>To the right of a verb or preposition: "said X, a lawyer".</content>
internal static partial class SpeakerPhrases
{
    /// <summary>The phrase that starts at <paramref name="start"/>.</summary>
    /// <param name="limit">The item after the last it may hold.</param>
    public static (int From, int To)? StartingAt(Line line, int start, int limit)
    {
        if (start >= limit || line.IsQuotation(start))
        {
            return null;
        }

        if (line.Function(start) is "pronoun" or "object")
        {
            return (start, start + 1);
        }

        int end = Forward(line, start, limit);
        if (end <= start || !IsSpeakerLike(line, start, end))
        {
            return null;
        }

        // Appositions: ", a senior lawmaker", ", head of the unit", ", 45,".
        for (int steps = 0; steps < 3 && end + 1 < limit; steps++)
        {
            // "X (D-Ohio), head of …"
            if (line.First(end) == '(')
            {
                int bracket = end;
                while (bracket < limit && bracket - end < 12 && line.First(bracket) != ')')
                {
                    bracket++;
                }

                end = bracket < limit && line.First(bracket) == ')' ? bracket + 1 : end;
            }

            if (!line.IsComma(end) || end + 1 >= limit)
            {
                break;
            }

            int close = end + 1;
            while (close < limit && !line.IsComma(close) && !line.IsQuotation(close) && line.First(close) is not (';' or ':' or '.' or '–' or '—' or '('))
            {
                close++;
            }

            if (!IsApposition(line, end + 1, close) || !(line.IsNumber(end + 1) || line.Word(end + 1) is "a" or "an" or "one" || HoldsSpeaker(line, end + 1, close)))
            {
                break;
            }

            int next = line.IsNumber(end + 1) ? close : Forward(line, end + 1, Math.Min(limit, close));
            if (next <= end + 1)
            {
                break;
            }

            end = next;
        }

        return (start, end);
    }

    private static int Forward(Line line, int start, int limit)
    {
        int i = start;
        bool afterName = false;
        bool office = false;
        while (i < limit && i - start <= Longest)
        {
            string? function = line.Function(i);
            if (line.IsName(i))
            {
                afterName = true;
                i++;
            }
            else if (line.IsHyphen(i))
            {
                i++;
                if (i < limit && line.IsWord(i))
                {
                    i++;
                }
            }
            else if (line.IsPossessive(i) && i > start)
            {
                afterName = false;
                i++;
            }
            else if (line.First(i) == '&')
            {
                i++;
            }
            else if (function == "determiner" && (i == start || line.Function(i - 1) is "preposition" or "determiner" or "and"))
            {
                i++;
            }
            else if (function == "preposition" && i > start && i + 1 < limit && Continues(line, i, office))
            {
                afterName = false;
                office = false;
                i++;
            }
            else if (function == "and" && i > start && i + 1 < limit && (line.IsName(i + 1) || (Vocabulary.Speaker(line.Word(i + 1)) is not null && !afterName)) && !line.IsVerb(i + 1))
            {
                i++;
            }
            else if (!afterName && (line.IsNumber(i) || (line.IsWord(i) && function is null && char.IsLower(line.First(i)) && (!line.IsVerb(i) || Vocabulary.Speaker(line.Word(i)) is not null) && !Vocabulary.IsAdverb(line.Word(i)))))
            {
                office = Vocabulary.Speaker(line.Word(i)) is "role" or "voice" or "source";
                i++;
            }
            else if (afterName && Vocabulary.Speaker(line.Word(i)) is not null && char.IsLower(line.First(i)))
            {
                // "Foreign Ministry spokesman X", "the Kyrgyz border service".
                office = Vocabulary.Speaker(line.Word(i)) is "role" or "voice" or "source";
                i++;
            }
            else if (afterName && line.IsWord(i) && function is null && char.IsLower(line.First(i)) && !line.IsVerb(i) && !Vocabulary.IsAdverb(line.Word(i)) && LeadsToOffice(line, i, limit))
            {
                i++;
            }
            else
            {
                break;
            }
        }

        while (i > start && (line.Function(i - 1) is "preposition" or "and" or "determiner" && i - 1 > start))
        {
            i--;
        }

        return i;
    }

    private static bool LeadsToOffice(Line line, int i, int limit)
    {
        for (int k = i + 1; k < Math.Min(limit, i + 4); k++)
        {
            if (Vocabulary.Speaker(line.Word(k)) is not null && char.IsLower(line.First(k)))
            {
                return true;
            }

            if (!line.IsWord(k) || line.Function(k) is not null || line.IsVerb(k))
            {
                return false;
            }
        }

        return false;
    }

    private static bool Continues(Line line, int i, bool office)
    {
        int next = line.Function(i + 1) == "determiner" ? i + 2 : i + 1;
        if (line.Function(next) == "time" || line.IsNumber(next))
        {
            return false;
        }

        if (line.Is(i, "of"))
        {
            return true;
        }

        return office && line.Word(i) is "for" or "at" or "from" or "in" or "to" or "with" && office && Vocabulary.Speaker(line.Word(next)) is not "document"
            && !(line.Word(next) is "interview" or "speech" or "comments" or "remarks" or "conference" or "briefing" or "interviews");
    }
}
