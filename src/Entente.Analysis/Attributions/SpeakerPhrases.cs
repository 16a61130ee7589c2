namespace Entente.Analysis.Attributions;

/// <summary>Bounds the noun phrase that names a speaker, to the left or right of a verb, by capitals, closed-class words and nouns of office.</summary>
/// <remarks>The phrase is maximal — "port engineer Tomas Lind, a former diver" — but ends before a relative clause, a time or a place of speaking.
/// What does not look like the name of a speaker is none: better not stated than wrong.</remarks>
internal static partial class SpeakerPhrases
{
    /// <summary>Noun phrases longer than this, in words, are taken for something else.</summary>
    private const int Longest = 40;
    private const int MostNounsBeforeOffice = 3;

    /// <summary>The phrase that ends right before <paramref name="verb"/>, adverbs and auxiliaries between aside.</summary>
    /// <param name="bound">First item it may hold.</param>
    public static (int From, int To)? EndingBefore(Line line, int verb, int bound)
    {
        int end = verb;
        while (end > bound && (Vocabulary.IsAdverb(line.Word(end - 1)) || (line.Function(end - 1) == "auxiliary" && !line.IsPossessive(end - 1))) && !line.IsName(end - 1))
        {
            end--;
        }

        if (end <= bound)
        {
            return null;
        }

        if (line.IsComma(end - 1))
        {
            return EndingBeforeParenthesis(line, end - 1, bound);
        }

        if (line.Word(end - 1) is "who" or "which" or "that")
        {
            int antecedent = line.IsComma(end - 2) ? end - 2 : end - 1;
            return antecedent > bound ? Walk(line, antecedent, bound) : null;
        }

        if (Walk(line, end, bound) is not { } phrase)
        {
            return null;
        }

        // "X, a senior lawmaker told …": the second comma is often forgotten.
        if (phrase.From - 2 >= bound && line.IsComma(phrase.From - 1) && IsApposition(line, phrase.From, phrase.To) && !line.IsName(phrase.To - 1)
            && Walk(line, phrase.From - 1, bound) is { } named && HoldsName(line, named.From, named.To) && (named.From == bound || line.Function(named.From - 1) is "and" or "stop"))
        {
            return (named.From, phrase.To);
        }

        // "The head of the committee, X said": an office before the name belongs to it.
        return WithOfficeBefore(line, phrase, bound);
    }

    private static (int From, int To) WithOfficeBefore(Line line, (int From, int To) phrase, int bound)
    {
        if (phrase.From - 2 >= bound && line.IsComma(phrase.From - 1) && line.IsName(phrase.From) && !IsApposition(line, phrase.From, phrase.To)
            && Walk(line, phrase.From - 1, bound, throughPlaces: true) is { } office && line.Function(office.From) == "determiner" && HoldsSpeaker(line, office.From, office.To)
            && (office.From == bound || line.Function(office.From - 1) is "and" or "stop" || line.IsComma(office.From - 1)))
        {
            return (office.From, phrase.To);
        }

        return phrase;
    }

    /// <param name="comma">The comma that closes the parenthesis: "X, a lawyer, in an interview, said".</param>
    private static (int From, int To)? EndingBeforeParenthesis(Line line, int comma, int bound)
    {
        int to = comma;
        for (int steps = 0; steps < 4; steps++)
        {
            int open = comma - 1;
            while (open > bound && !line.IsComma(open) && !line.IsQuotation(open))
            {
                open--;
            }

            if (open <= bound || !line.IsComma(open))
            {
                return null;
            }

            // The parenthesis stays in the phrase when it says who the speaker is.
            to = IsApposition(line, open + 1, comma) ? Math.Min(to, RelativeClause(line, open + 1, comma) is int cut && cut < comma ? cut : to) : open;
            if (Walk(line, open, bound) is not { } head)
            {
                return null;
            }

            bool listed = head.From > bound && line.IsComma(head.From - 1);
            if (!listed || (HoldsName(line, head.From, head.To) && !IsApposition(line, head.From, head.To)))
            {
                return (WithOfficeBefore(line, head, bound).From, to);
            }

            comma = open;
        }

        return null;
    }

    /// <summary>Where "who …", "which …" or "that …" starts; <paramref name="to"/> when nothing does.</summary>
    private static int RelativeClause(Line line, int from, int to)
    {
        for (int i = from + 1; i < to; i++)
        {
            if (line.Word(i) is "who" or "which" or "that" or "whose" or "where" or "whom")
            {
                return line.IsComma(i - 1) ? i - 1 : i;
            }
        }

        return to;
    }

    /// <summary>Whether [from, to) can say who someone is: "a senior lawmaker", "head of the unit", "45".</summary>
    private static bool IsApposition(Line line, int from, int to)
    {
        if (to <= from)
        {
            return false;
        }

        if (line.IsNumber(from))
        {
            return to - from <= 3;
        }

        if (line.Is(from, "of") && to - from > 1)
        {
            return true;
        }

        if (to - from == 1 && line.Word(from) is [.., '.'] && char.IsUpper(line.First(from)))
        {
            // The state behind a town: ", Md.,".
            return true;
        }

        string? function = line.Function(from);
        if (function is not null and not "determiner")
        {
            return false;
        }

        if (function == "determiner")
        {
            return !line.IsVerb(from + 1);
        }

        // Without an article: "head of the unit", "Iraqi defence minister".
        for (int i = from; i < to && line.Function(i) != "preposition"; i++)
        {
            if (Vocabulary.Speaker(line.Word(i)) is not null)
            {
                return i + 1 >= to || !line.IsName(i + 1);
            }
        }

        return false;
    }

    private static bool HoldsName(Line line, int from, int to)
    {
        for (int i = from; i < to; i++)
        {
            if (line.IsName(i) || line.Function(i) == "pronoun")
            {
                return true;
            }
        }

        return false;
    }

    private static bool HoldsSpeaker(Line line, int from, int to)
    {
        for (int i = from; i < to; i++)
        {
            if (Vocabulary.Speaker(line.Word(i)) is not null)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Walks left from <paramref name="end"/> while the words still belong to one noun phrase.</summary>
    private static (int From, int To)? Walk(Line line, int end, int bound, bool throughPlaces = false)
    {
        int i = end - 1;
        if (i < bound)
        {
            return null;
        }

        if (line.Function(i) == "pronoun")
        {
            return line.Is(i, "it") && line.Function(end) == "auxiliary" ? null : (i, end);
        }

        // "X (R-Ohio)": the bracket is passed over.
        if (line.First(i) == ')')
        {
            int open = i;
            while (open > bound && line.First(open) != '(' && i - open < 12)
            {
                open--;
            }

            i = line.First(open) == '(' ? open - 1 : i;
        }

        int from = i + 1;
        bool sawName = false;
        bool sawOffice = false;
        while (i >= bound && end - i <= Longest)
        {
            string? function = line.Function(i);
            if (line.IsName(i))
            {
                sawName = true;
                from = i--;
            }
            else if (line.IsHyphen(i) || line.IsPossessive(i) || line.First(i) == '&')
            {
                from = i--;
            }
            else if (line.IsQuotation(i) && i > bound && line.IsName(i - 1) && i + 1 < end && line.IsName(i + 1))
            {
                // A nickname between names.
                from = i--;
            }
            else if (function == "determiner" && !(line.Word(i) is "that" or "this" or "those" or "these" && sawName))
            {
                from = i--;
                if (i < bound || !LinksToOffice(line, i, bound, throughPlaces))
                {
                    if (i >= bound && line.Function(i) == "determiner" && line.Word(i) is "the" or "all" or "both" or "most")
                    {
                        continue;
                    }

                    break;
                }
            }
            else if (function == "preposition")
            {
                if (!LinksToOffice(line, i, bound, throughPlaces))
                {
                    break;
                }

                from = i--;
            }
            else if (function == "and")
            {
                bool joins = i > bound && i + 1 < end && line.IsName(i + 1) && !line.IsComma(i - 1) && (line.IsName(i - 1) || Vocabulary.Speaker(line.Word(i - 1)) is not null);
                bool joinsOffices = i > bound && throughPlaces && char.IsLower(line.First(i - 1)) && char.IsLower(line.First(i + 1));
                if (!joins && !joinsOffices && !JoinsWithinBody(line, i, end))
                {
                    break;
                }

                from = i--;
            }
            else if (line.IsNumber(i) || Vocabulary.Speaker(line.Word(i)) is not null || Vocabulary.IsAdjective(line.Word(i)))
            {
                sawOffice |= Vocabulary.Speaker(line.Word(i)) is not null;
                from = i--;
            }
            else if (line.IsWord(i) && function is null && char.IsLower(line.First(i)) && !line.IsVerb(i) && (!sawName || ArticleBefore(line, i, bound) || (Vocabulary.Speaker(line.Word(i + 1)) is not null && line.IsName(i - 1)) || (sawOffice && ReachesBound(line, i, bound))))
            {
                from = i--;
            }
            else
            {
                break;
            }
        }

        return from < end && IsSpeakerLike(line, from, end) ? (from, end) : null;
    }

    /// <summary>"security and defence committee": the conjunction stands inside the name of a body.</summary>
    private static bool JoinsWithinBody(Line line, int i, int end)
    {
        for (int k = i + 1; k < end && k <= i + 3; k++)
        {
            if (Vocabulary.Speaker(line.Word(k)) == "body")
            {
                return line.IsWord(i - 1);
            }
        }

        return false;
    }

    /// <summary>Whether the preposition at <paramref name="i"/> ties what follows to an office before it: "spokesman for", "professor at", anything "of".</summary>
    private static bool LinksToOffice(Line line, int i, int bound, bool throughPlaces)
    {
        if (i <= bound || line.Function(i) != "preposition" || line.Is(i, "as"))
        {
            return false;
        }

        if (line.Is(i, "of"))
        {
            return line.IsWord(i - 1) && !line.IsVerb(i - 1) && line.Function(i - 1) is null or "determiner";
        }

        if (!(line.Word(i) is "for" or "at" or "from" or "in" or "to" or "with" or "on" or "by" or "against" or "inside"))
        {
            return false;
        }

        return Vocabulary.Speaker(line.Word(i - 1)) is "role" or "voice" or "source" || (throughPlaces && Vocabulary.Speaker(line.Word(i - 1)) is not null)
            || (line.Word(i) is "on" or "to" && Vocabulary.Speaker(line.Word(i - 1)) is "body");
    }

    /// <summary>Whether nothing but a few nouns stands from the phrase back to where it must begin: "…,” duty harbour officer X said".</summary>
    private static bool ReachesBound(Line line, int i, int bound)
    {
        for (int k = i; k >= bound; k--)
        {
            if (i - k >= MostNounsBeforeOffice || !line.IsWord(k) || line.Function(k) is not null || char.IsUpper(line.First(k)) || line.IsVerb(k))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Whether an article stands within four lower-case words to the left: "the veteran opposition figure X".</summary>
    private static bool ArticleBefore(Line line, int i, int bound)
    {
        for (int k = i - 1; k >= Math.Max(bound, i - 4); k--)
        {
            if (line.Function(k) == "determiner")
            {
                return true;
            }

            if (!line.IsWord(k) && !line.IsHyphen(k) || line.Function(k) is not null || char.IsUpper(line.First(k)) || line.IsVerb(k))
            {
                return false;
            }
        }

        return false;
    }

    private static bool IsSpeakerLike(Line line, int from, int to)
    {
        if (line.Word(from) is "that" or "this" or "those" or "these" && to - from == 1)
        {
            return false;
        }

        bool article = line.Function(from) == "determiner";
        bool content = false;
        for (int i = from; i < to; i++)
        {
            if (line.IsName(i) || Vocabulary.Speaker(line.Word(i)) is not null)
            {
                return true;
            }

            content |= line.IsWord(i) && line.Function(i) is null;
        }

        // "critics", "the caretaker": a bare common noun speaks when it has an article or is plural; "the move" hardly ever does.
        return (article && (content || line.Word(from) is "another" or "one" or "some" or "many" or "several" or "others" && to - from == 1)) || (content && to - from <= 3 && line.Word(to - 1) is [.., 's']);
    }
}
