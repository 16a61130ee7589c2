using Entente.Analysis.Text;

namespace Entente.Analysis.Attributions;

/// <summary>What a quotation's own words tell: whether it is a sentence, asks for a speaker behind it, or is only a term or title.</summary>
internal static class QuotationShape
{
    public static int Words(string text, Quotation quotation)
    {
        int words = 0;
        foreach (TextSpan span in quotation.Content)
        {
            bool inside = false;
            foreach (char c in span.In(text))
            {
                bool letter = char.IsLetterOrDigit(c) || (inside && c is '\'' or '’');
                words += letter && !inside ? 1 : 0;
                inside = letter;
            }
        }

        return words;
    }

    /// <summary>It ends with a comma, a question or exclamation mark, a dash or an ellipsis: the sentence goes on behind it.</summary>
    public static bool AsksForSpeaker(string text, Quotation quotation)
    {
        char last = Last(text, quotation);
        return last is ',' or '?' or '!' or '—' or '–' or '-' or '…' || (last == '.' && quotation.Content[^1].In(text).EndsWith(".."));
    }

    /// <summary>The last character that is no closing mark.</summary>
    private static char Last(string text, Quotation quotation)
    {
        ReadOnlySpan<char> content = quotation.Content[^1].In(text);
        int i = content.Length - 1;
        while (i > 0 && (char.IsWhiteSpace(content[i]) || content[i] is '"' or '”' or '’' or '\'' or '*' or '_' or ')' or ']' or '»'))
        {
            i--;
        }

        return content[i];
    }

    /// <summary>Whether the quoted words are a sentence of their own rather than a part of the reporter's.</summary>
    public static bool IsSentence(string text, IReadOnlyList<Token> tokens, Quotation quotation, Line line, int at, Reading? reading)
    {
        ReadOnlySpan<char> content = quotation.Content[0].In(text);
        int first = 0;
        while (first < content.Length && !char.IsLetterOrDigit(content[first]))
        {
            first++;
        }

        if (first >= content.Length)
        {
            return false;
        }

        int words = Words(text, quotation);
        bool capital = !char.IsLower(content[first]);
        char last = Last(text, quotation);
        bool stopped = last is '.' or '!' or '?' or '…' or '。';
        bool leads = at == 0 || line.First(at - 1) is ':' or ',' || reading?.Verb?.Frame is CueFrame.Speech or CueFrame.Tell or CueFrame.Weak && line.Cue(at - 1) is not null;
        bool clause = HasFiniteVerb(text, tokens, quotation);
        if (reading?.Verb?.Frame is CueFrame.As or CueFrame.Call && !reading.IsAfter)
        {
            return false;
        }

        if (!capital)
        {
            // A lower-case start is part of the reporter's sentence, but for a whole clause that opens the sentence.
            return at == 0 && clause && words > 4 && AsksForSpeaker(text, quotation);
        }

        if (leads)
        {
            return stopped || clause || (at == 0 && words > 3) || (reading is { IsAfter: true } && AsksForSpeaker(text, quotation));
        }

        return clause && (stopped || words > 4);
    }

    private static bool HasFiniteVerb(string text, IReadOnlyList<Token> tokens, Quotation quotation)
    {
        TextSpan first = quotation.Content[0];
        int subjects = 0;
        for (int t = quotation.FirstToken + 1; t < tokens.Count && tokens[t].Start < first.End; t++)
        {
            ReadOnlySpan<char> word = tokens[t].Span.In(text);
            string? function = Vocabulary.Function(word);
            if (function is "verb" || (function is "auxiliary" && word is not ("'s" or "’s" or "be" or "being" or "having" or "not" or "never")))
            {
                return true;
            }

            subjects += function == "pronoun" ? 1 : 0;
        }

        return subjects > 0 && first.Length > 12;
    }

    /// <summary>Whether it is a scare quote, the title of a work or a quoted term rather than speech.</summary>
    public static bool IsTerm(string text, IReadOnlyList<Token> tokens, Quotation quotation, Line line, int at, bool hasCue, int termWords)
    {
        int words = Words(text, quotation);
        if (words == 0)
        {
            return true;
        }

        bool named = line.Word(at - 1) is "called" or "dubbed" or "nicknamed" or "titled" or "entitled" or "named" or "so-called" or "codenamed" or "nickname"
            || (line.Word(at - 1) is "called" && line.IsHyphen(at - 2)) || (line.Is(at - 1, "as") && line.Word(at - 2) is "known")
            || line.Word(at - 1) is "term" or "word" or "phrase" or "words" or "terms" or "slogan";
        bool callsActively = line.Cue(at - 1) is { Frame: CueFrame.Call } && hasCue && line.Function(at - 2) is not "auxiliary" && !line.IsHyphen(at - 2);
        if (words <= termWords && ((named && !callsActively) || !hasCue))
        {
            return true;
        }

        return IsTitle(text, tokens, quotation) && words <= 10 && (!hasCue || NamesWork(line, at));
    }

    private static bool NamesWork(Line line, int at)
    {
        for (int i = Math.Max(0, at - 2); i < at; i++)
        {
            if (line.Word(i) is "book" or "novel" or "film" or "movie" or "song" or "album" or "play" or "show" or "series" or "essay" or "article" or "poem" or "podcast" or "documentary"
                or "memoir" or "report" or "paper" or "titled" or "entitled" or "called" or "programme" or "program" or "exhibition" or "painting" or "opera" or "column" or "of")
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Every word of weight capitalised, and no stop at the end.</summary>
    private static bool IsTitle(string text, IReadOnlyList<Token> tokens, Quotation quotation)
    {
        if (quotation.Content.Length > 1 || Last(text, quotation) is '.' or '!' or '?')
        {
            return false;
        }

        int capitals = 0;
        for (int t = quotation.FirstToken + 1; t < tokens.Count && tokens[t].Start < quotation.Content[0].End; t++)
        {
            if (tokens[t].Kind != TokenKind.Word)
            {
                continue;
            }

            ReadOnlySpan<char> word = tokens[t].Span.In(text);
            if (char.IsUpper(word[0]))
            {
                capitals++;
            }
            else if (word.Length > 4 || Vocabulary.Function(word) is null or "verb" && word.Length > 2)
            {
                return false;
            }
        }

        return capitals >= 2;
    }
}
