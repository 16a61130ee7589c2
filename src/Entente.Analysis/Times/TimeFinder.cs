using System.Collections.Immutable;
using Entente.Analysis.Text;

namespace Entente.Analysis.Times;

/// <summary>Finds the expressions of time in a document and says what they mean, after TimeML 1.2.1 (TIMEX3).</summary>
/// <remarks>Two steps: <see cref="TimeGrammar"/> reads what the words say, <see cref="TimeResolver"/> gives it a place in the calendar, counted from the dateline's day, else
/// from the day of publication, else from what the text named before. A document without any of these keeps its relative expressions relative. Time is linear in
/// the tokens. What is found and what not: <c>docs/specs/times.md</c>.</remarks>
public static class TimeFinder
{
    /// <summary>So many times with their year must a report name, of so many years, and three for each that counts from its own day, to be told as history.</summary>
    private const int DatedTimes = 5;
    private const int Years = 3;

    public static ImmutableArray<TimeExpression> Find(TokenizedDocument document)
    {
        ArgumentNullException.ThrowIfNull(document);
        List<TimeMatch> matches = [];
        List<int> sentenceOf = [];
        TimeGrammar grammar = new(document);
        for (int s = 0; s < document.Sentences.Length; s++)
        {
            int first = s;
            Sentence sentence = document.Sentences[s];
            int before = matches.Count;
            int end = sentence.FirstToken + sentence.TokenCount;

            // "10:15 a.m. EST", "9 p.m. Friday": the stop of "a.m." may have been taken for a full one.
            while (grammar.ReadsOn(end) && s + 1 < document.Sentences.Length)
            {
                s++;
                end += document.Sentences[s].TokenCount;
            }

            grammar.Read(sentence.FirstToken, end, matches);
            for (int m = before; m < matches.Count; m++)
            {
                sentenceOf.Add(first);
                grammar.IsAncient |= matches[m].Phrase.Point.IsBce;
            }
        }

        if (matches.Count == 0)
        {
            return [];
        }

        ShareYears(document, matches);
        (DateOnly? day, TimeAnchor anchor) = AnchorOf(document.Document);
        bool isHistory = IsHistory(matches);
        TimeResolver resolver = new(day, anchor, isHistory || day is null, isHistory, ClockOf(document.Document, anchor));
        ImmutableArray<TimeExpression>.Builder found = ImmutableArray.CreateBuilder<TimeExpression>(matches.Count);
        for (int m = 0; m < matches.Count; m++)
        {
            if (m == 0 || sentenceOf[m] != sentenceOf[m - 1])
            {
                resolver.StartSentence();
            }

            TimeMatch match = matches[m];
            Sentence sentence = document.Sentences[sentenceOf[m]];
            TextSpan span = new(document.Tokens[match.First].Start, document.Tokens[match.End - 1].End);

            // "EST." is taken for "established": the stop is the sentence's.
            span = span.In(document.Document.Text).EndsWith("EST.") ? new TextSpan(span.Start, span.End - 1) : span;
            Tense tense = TenseReader.Read(document, sentence.FirstToken, sentence.FirstToken + sentence.TokenCount, match.First, match.End);
            if (tense == Tense.Unknown && match.First > sentence.FirstToken && document.Tokens[match.First - 1].Span.In(document.Document.Text) is "until" or "till" or "by")
            {
                // "he has until Friday"
                tense = Tense.Future;
            }

            found.Add(resolver.Resolve(match.Phrase, span, tense, match.First <= sentence.FirstToken + 1));
        }

        return found.MoveToImmutable();
    }

    /// <summary>The stretches of time whose two ends are among <paramref name="expressions"/>.</summary>
    public static ImmutableArray<TimeRange> Ranges(Document document, ImmutableArray<TimeExpression> expressions)
    {
        ArgumentNullException.ThrowIfNull(document);
        ImmutableArray<TimeRange>.Builder ranges = ImmutableArray.CreateBuilder<TimeRange>();
        for (int e = 0; e + 1 < expressions.Length; e++)
        {
            (TimeExpression one, TimeExpression other) = (expressions[e], expressions[e + 1]);
            if (one.Type is not (TimeType.Date or TimeType.Time) || other.Type is not (TimeType.Date or TimeType.Time) || other.Span.Start - one.Span.End > 10)
            {
                continue;
            }

            ReadOnlySpan<char> between = document.Text.AsSpan(one.Span.End, other.Span.Start - one.Span.End).Trim();
            (int start, string? opened) = Opening(document.Text, one.Span.Start);
            if (between is "-" or "–" or "—" or "to" or "until" or "till" or "through" || (between is "and" && opened == "between"))
            {
                ranges.Add(new TimeRange(e, e + 1, new TextSpan(start, other.Span.End)));
                e++;
            }
        }

        return ranges.ToImmutable();
    }

    private static (int Start, string? Word) Opening(string text, int start)
    {
        foreach (string word in new[] { "from", "between" })
        {
            int at = start - word.Length - 1;
            if (at >= 0 && char.IsWhiteSpace(text[start - 1]) && text.AsSpan(at, word.Length).Equals(word, StringComparison.OrdinalIgnoreCase) && (at == 0 || !char.IsLetter(text[at - 1])))
            {
                return (at, word);
            }
        }

        return (start, null);
    }

    /// <summary>"from March to June 1999", "January and February 1942": the year of the second is the first's too.</summary>
    private static void ShareYears(TokenizedDocument document, List<TimeMatch> matches)
    {
        for (int m = matches.Count - 2; m >= 0; m--)
        {
            (TimeMatch one, TimeMatch other) = (matches[m], matches[m + 1]);
            (TimePhrase first, TimePhrase second) = (one.Phrase, other.Phrase);

            // "3:00 to 4:00 tomorrow": both are tomorrow's.
            if (other.First - one.End == 1 && first is { Kind: PhraseKind.Point, Point: { Grain: TimeUnit.None, Hour: not null } } && second.Point.Hour is not null
                && (second.Point.Grain == TimeUnit.Day || second.Kind == PhraseKind.Offset) && document.Tokens[one.End].Span.In(document.Document.Text) is "to" or "-" or "–" or "and" or "until")
            {
                matches[m] = one with { Phrase = second with { Point = second.Point.WithTimeOf(first.Point), Rule = "time and date" } };
                continue;
            }

            string joint = other.First - one.End == 1 ? document.Tokens[one.End].Span.Of(document.Document.Text) : "";
            bool ranges = joint is "to" or "until" or "till" or "through" or "-" or "–";

            // "from next Monday to Friday": the Friday after it.
            if (ranges && second is { Kind: PhraseKind.Point, Direction: Direction.None, Of: null, Point: { Weekday: > 0, Part: 0, Day: 0 } } && first is { Kind: PhraseKind.Point, Point.Grain: TimeUnit.Day })
            {
                matches[m + 1] = other with { Phrase = second with { Direction = Direction.Following } };
            }

            // "from May to September", "28 June in 2020"
            bool yearless = first is { Kind: PhraseKind.Point, Direction: Direction.None, Of: null, Holiday: null, Point: { Year: null, Part: > 0, Grain: TimeUnit.Month or TimeUnit.Day } };
            if (yearless && ranges && second is { Kind: PhraseKind.Point, Direction: Direction.None, Of: null, Holiday: null, Point: { Year: null, Part: > 0, Weekday: 0, Grain: TimeUnit.Month or TimeUnit.Day } } && first.Point.Grain == second.Point.Grain)
            {
                matches[m] = one with { Phrase = first with { Of = second } };
                continue;
            }

            if (yearless && joint == "in" && second is { Kind: PhraseKind.Point, Point: { Grain: TimeUnit.Year, Year: { } stated } })
            {
                matches[m] = one with { Phrase = first with { Point = first.Point with { Year = stated } } };
                continue;
            }

            if (other.First - one.End != 1 || first.Kind != PhraseKind.Point || second.Kind != PhraseKind.Point || first.Point.Year is not null || second.Point.CalendarYear is not { } year
                || first.Of is not null || first.Direction != Direction.None || first.Holiday is not null
                || first.Point.Grain is not (TimeUnit.Month or TimeUnit.Day or TimeUnit.Season or TimeUnit.Quarter) || first.Point.Part == 0 || second.Point.Grain == TimeUnit.Year)
            {
                continue;
            }

            if (ranges || joint is "and" or "or" or "/" or "&")
            {
                bool before = first.Point.Grain == second.Point.Grain && first.Point.Part > second.Point.Part && first.Point.Grain is TimeUnit.Month or TimeUnit.Day && joint is not ("and" or "or");
                matches[m] = one with { Phrase = first with { Point = first.Point with { Year = before ? Calendar.AddYears(year, -1) : year } } };
            }
        }
    }

    /// <summary>Whether the text tells history: it names many years, and hardly a time that counts from its own day.</summary>
    private static bool IsHistory(List<TimeMatch> matches)
    {
        int dated = 0, near = 0;
        HashSet<int> years = [];
        foreach (TimeMatch match in matches)
        {
            TimePhrase phrase = match.Phrase;
            if (phrase.Kind == PhraseKind.Point && phrase.Point.CalendarYear is { } year)
            {
                dated++;
                years.Add(year);
            }
            else if (phrase.Kind == PhraseKind.Offset && phrase.Shift is Shift.Ago or Shift.Hence)
            {
                near++;
            }
            else if (phrase.Kind == PhraseKind.Point && (phrase.Point.Weekday > 0 || phrase.Direction is Direction.Last or Direction.Next or Direction.This))
            {
                near++;
            }
        }

        return dated >= DatedTimes && years.Count >= Years && dated > 3 * near;
    }

    /// <summary>The day that the report's "today" is.</summary>
    private static (DateOnly? Day, TimeAnchor Anchor) AnchorOf(Document document)
    {
        DateOnly? published = document.Published is { Precision: >= TimePrecision.Day } time ? time.Date : null;
        foreach (Block block in document.Blocks)
        {
            if (block.Kind == BlockKind.Dateline && DatelineDay(document, block.Span, published) is { } day)
            {
                return (day, TimeAnchor.Dateline);
            }
        }

        return (published, published is null ? TimeAnchor.None : TimeAnchor.Published);
    }

    private static TimeOnly? ClockOf(Document document, TimeAnchor anchor) =>
        anchor == TimeAnchor.Published && document.Published is { Precision: TimePrecision.Minute or TimePrecision.Second, Value.Length: >= 16 } time
            && TimeOnly.TryParseExact(time.Value.AsSpan(11, 5), "HH:mm", out TimeOnly clock) ? clock : null;

    /// <summary>The day that a dateline states; its year may come from the publication, which follows it.</summary>
    private static DateOnly? DatelineDay(Document document, TextSpan span, DateOnly? published)
    {
        List<Token> tokens = [];
        Tokenizer.Tokenize(document.Text, span, tokens);
        TokenizedDocument line = new(document, [.. tokens], []);
        List<TimeMatch> matches = [];
        new TimeGrammar(line).Read(0, tokens.Count, matches);
        foreach (TimeMatch match in matches)
        {
            TimePoint point = match.Phrase.Point;
            if (match.Phrase.Kind != PhraseKind.Point || point.Grain != TimeUnit.Day || point.Part == 0 || match.Phrase.Holiday is not null)
            {
                continue;
            }

            if (point.Year is null && published is { } day)
            {
                // A dateline of 30 December on a report of 2 January.
                int year = point.Part > day.Month + 6 ? day.Year - 1 : point.Part < day.Month - 6 ? day.Year + 1 : day.Year;
                point = point with { Year = year };
            }

            return point.ToDay();
        }

        return null;
    }
}
