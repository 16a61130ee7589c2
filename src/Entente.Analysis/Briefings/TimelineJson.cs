using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using Entente.Analysis.Text;
using Entente.Analysis.Times;

namespace Entente.Analysis.Briefings;

/// <summary>A timeline as one JSON object: what <c>entente when --format json</c> prints.</summary>
/// <remarks>Reports are named by id and come without their texts; spans are half-open UTF-16 positions in those texts.</remarks>
public static class TimelineJson
{
    public static void Write(Timeline timeline, Stream stream)
    {
        ArgumentNullException.ThrowIfNull(timeline);
        ArgumentNullException.ThrowIfNull(stream);
        TimelineOutline outline = new(timeline);
        using (Utf8JsonWriter json = new(stream, JsonWords.Pretty))
        {
            json.WriteStartObject();
            json.WriteNumber("searched", timeline.Searched);
            json.WriteStartArray("documents");
            foreach (Document report in outline.Reports)
            {
                json.WriteStartObject();
                DocumentJson.WriteStated(report, json);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteStartArray("timeline");
            foreach (TimelineEntry entry in timeline.Entries)
            {
                json.WriteStartObject();
                json.WriteString("value", entry.Value);
                json.WriteWord("precision", entry.Precision);
                WriteDays(entry.Days, json);
                json.WriteString("text", TimelineOutline.NameOf(entry));
                WriteMentions("mentions", entry.Mentions, json);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            WriteMentions("relative", timeline.Relative, json);
            json.WriteEndObject();
        }

        stream.WriteByte((byte)'\n');
    }

    /// <summary>A time as <c>entente analyse</c> prints it.</summary>
    internal static void WriteTime(TimeExpression time, Utf8JsonWriter json)
    {
        json.WriteStartEnd(time.Span);
        json.WriteWord("type", time.Type);
        json.WriteString("value", time.Value);
        json.WriteWord("anchor", time.Anchor);
        json.WriteWord("precision", time.Precision);
        if (time.Modifier != TimeModifier.None)
        {
            json.WriteWord("mod", time.Modifier);
        }

        json.WriteText("quant", time.Quantity);
        json.WriteText("freq", time.Frequency);
        if (time.IsRelative)
        {
            json.WriteBoolean("relative", true);
        }

        WriteDays(time.Days, json);
        json.WriteString("rule", time.Rule);
    }

    private static void WriteDays(DayInterval? days, Utf8JsonWriter json)
    {
        if (days is { } known)
        {
            json.WriteString("earliest", known.First.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
            json.WriteString("latest", known.Last.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        }
    }

    private static void WriteMentions(string key, ImmutableArray<TimelineMention> mentions, Utf8JsonWriter json)
    {
        json.WriteStartArray(key);
        foreach (TimelineMention mention in mentions)
        {
            json.WriteStartObject();
            json.WriteString("document", mention.Document.Id);
            WriteTime(mention.Time, json);
            json.WriteSpan("sentence", mention.Sentence);
            json.WriteString("text", mention.Sentence.Of(mention.Document.Text));
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
