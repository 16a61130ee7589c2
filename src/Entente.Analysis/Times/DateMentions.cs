using System.Collections.Immutable;
using Entente.Analysis.Text;

namespace Entente.Analysis.Times;

/// <summary>The dates that a text calls by a name of the calendar, as recognisers of names count them.</summary>
/// <remarks>
/// A recogniser of names marks "Friday", "June", "5 May 2015", "2015–16", "Easter" and "the 19th century", and marks no more of "last Friday", "early June", "Friday night", "the end of
/// 2015" and "the summer of 1990" than Friday, June, Friday, 2015 and 1990. It marks nothing of "yesterday", "last week", "three days later", "two years", "9 p.m.", "now", "daily". So:
/// of each expression that is no duration, the stretch from its first to its last word that is a month, a weekday, a holiday, a figure of a date or a numbered
/// century; and the two ends of a range that stand without a preposition between them are one. Linear in the expressions' tokens.
/// </remarks>
public static class DateMentions
{
    public static ImmutableArray<TextSpan> Find(TokenizedDocument document, ImmutableArray<TimeExpression> expressions)
    {
        ArgumentNullException.ThrowIfNull(document);
        ImmutableArray<TextSpan>.Builder found = ImmutableArray.CreateBuilder<TextSpan>();
        int token = 0;
        bool opened = false;
        foreach (TimeExpression expression in expressions)
        {
            while (token < document.Tokens.Length && document.Tokens[token].Start < expression.Span.Start)
            {
                token++;
            }

            if (expression.Type == TimeType.Duration || NameIn(document, expression, token) is not { } name)
            {
                continue;
            }

            // "from 2016 to 2021" names two years, "2016 to 2021" one stretch of them.
            if (found.Count > 0 && !opened && IsOneRange(document.Document.Text, found[^1], name))
            {
                found[^1] = new TextSpan(found[^1].Start, name.End);
            }
            else
            {
                found.Add(name);
                opened = token > 0 && document.Tokens[token - 1].Span.In(document.Document.Text) is "from" or "From" or "between" or "Between";
            }
        }

        return found.ToImmutable();
    }

    /// <summary>The part of the expression that is a name of the calendar; null where it has none.</summary>
    private static TextSpan? NameIn(TokenizedDocument document, TimeExpression expression, int first)
    {
        string text = document.Document.Text;
        int limit = first;
        while (limit < document.Tokens.Length && document.Tokens[limit].Start < expression.Span.End)
        {
            limit++;
        }

        (int start, int end) = (-1, -1);
        for (int t = first; t < limit; t++)
        {
            int holiday = t;
            if (Holiday.Find(document, t, limit, out int after) is not null)
            {
                holiday = after;
            }

            if (holiday == t && !IsNamed(document, t, first, limit))
            {
                continue;
            }

            start = start < 0 ? document.Tokens[t].Start : start;
            end = document.Tokens[Math.Max(t, holiday - 1)].End;
            t = Math.Max(t, holiday - 1);
        }

        if (start < 0)
        {
            return null;
        }

        // "mid-May" names May.
        return text.AsSpan(start, end - start).StartsWith("mid-", StringComparison.OrdinalIgnoreCase) ? new TextSpan(start + 4, end) : new TextSpan(start, end);
    }

    private static bool IsNamed(TokenizedDocument document, int t, int first, int limit)
    {
        string text = document.Document.Text;
        Token token = document.Tokens[t];
        ReadOnlySpan<char> word = token.Span.In(text);
        TimeWord? next = t + 1 < limit ? TimeWords.Find(document.Tokens[t + 1].Span.In(text)) : null;
        if (token.Kind == TokenKind.Number)
        {
            // An hour, or a count: "9 p.m.", "14:00", "2 weeks".
            bool clock = word.Contains(':') || next is { Meridiem: not '\0' } or { Zone: not null } || (t + 1 < limit && document.Tokens[t + 1].Span.In(text) is "o'clock" or "o’clock" or "hours" or "hrs" or "in");
            bool counts = next is { Unit: not TimeUnit.None and not TimeUnit.Century and not TimeUnit.PartOfDay };
            return !clock && !counts;
        }

        TimeWord? known = TimeWords.Find(word.StartsWith("mid-", StringComparison.OrdinalIgnoreCase) ? word[4..] : word);
        if (known is null)
        {
            return false;
        }

        bool ordinalBefore = t > first && (TimeWords.Find(document.Tokens[t - 1].Span.In(text)) is { Ordinal: > 0 } || document.Tokens[t - 1].Kind == TokenKind.Number || document.Tokens[t - 1].Span.In(text) is "-");
        return known.Month > 0 || known.Weekday > 0 || known.Era != 0 || known.Decade > 0
            || (known.Unit == TimeUnit.Century && ordinalBefore)
            || (known.Ordinal > 0 && (next is { Unit: TimeUnit.Century } || (t + 2 < limit && document.Tokens[t + 1].Span.In(text) is "-" or "of")) && known.Unit == TimeUnit.None);
    }

    /// <summary>"2015–16", "3-5 May", "May 3 to 5": one mention where only a dash or "to" is between.</summary>
    private static bool IsOneRange(string text, TextSpan one, TextSpan other)
    {
        if (other.Start - one.End is < 1 or > 4)
        {
            return false;
        }

        ReadOnlySpan<char> between = text.AsSpan(one.End, other.Start - one.End).Trim();
        bool figures = char.IsAsciiDigit(text[other.Start]);
        return between is "-" or "–" or "/" || (between is "to" && (figures || !char.IsAsciiDigit(text[one.Start])));
    }
}
