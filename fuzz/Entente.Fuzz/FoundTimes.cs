using System.Collections.Immutable;
using System.Text;
using Entente.Analysis.Text;
using Entente.Analysis.Times;

namespace Entente.Fuzz;

/// <summary>Any text at all, dated or not: expressions of time lie in it in order, have a value, and mean days in the right order.</summary>
internal static class FoundTimes
{
    public static string? Broken(byte[] bytes)
    {
        string text = Encoding.UTF8.GetString(bytes);
        StatedTime? published = bytes.Length % 2 == 0 ? null : StatedTime.FromDay(DateOnly.FromDayNumber(bytes.Length * 7919 % DateOnly.MaxValue.DayNumber), TimeOrigin.Record);
        Document document = new() { Id = "a", Sha256 = "", Text = text, Blocks = [new Block(BlockKind.Body, new TextSpan(0, text.Length))], Language = "en", Published = published };
        TokenizedDocument tokens = Tokenizer.Tokenize(document);
        ImmutableArray<TimeExpression> found = TimeFinder.Find(tokens);
        int last = 0;
        foreach (TimeExpression time in found)
        {
            if (time.Span.Start < last || time.Span.End <= time.Span.Start || time.Span.End > text.Length)
            {
                return $"{time.Span} does not follow {last}";
            }

            if (time.Value.Length == 0 || time.Days is { } days && days.First > days.Last)
            {
                return $"{time.Span} has the value \"{time.Value}\" and the days {time.Days}";
            }

            last = time.Span.End;
        }

        Timeline timeline = Timeline.Of([(tokens, found)]);
        return timeline.Entries.Any(e => e.Mentions.IsEmpty) ? "an entry of the timeline has no mention" : null;
    }
}
