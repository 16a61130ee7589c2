using System.Text.Json;
using Entente.Analysis.Attributions;
using Entente.Analysis.Times;

namespace Entente.Analysis.Briefings;

/// <summary>A document with what was found in it as one JSON object: what <c>entente analyse --jsonl</c> prints.</summary>
public static class FindingsJson
{
    public static void Write(DocumentFindings findings, Utf8JsonWriter json)
    {
        json.WriteStartObject();
        DocumentJson.WriteMembers(findings.Document, json);
        json.WriteSpans("sentences", [.. findings.Tokenized.Sentences.Select(s => s.Span)]);
        json.WriteStartArray("attributions");
        foreach (Attribution attribution in findings.Attributions)
        {
            Write(attribution, json);
        }

        json.WriteEndArray();
        json.WriteStartArray("times");
        foreach (TimeExpression time in findings.Times)
        {
            json.WriteStartObject();
            TimelineJson.WriteTime(time, json);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    // The four roles are always there: an empty list says "looked for and not stated", which a missing key would not.
    private static void Write(Attribution attribution, Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteSpans("source", attribution.Source);
        json.WriteWord("sourceKind", attribution.SourceKind);
        json.WriteSpans("cue", attribution.Cue);
        json.WriteSpans("content", attribution.Content);
        json.WriteSpans("recipient", attribution.Recipient);
        json.WriteSpans("quoted", [.. attribution.Quoted]);
        json.WriteWord("mode", attribution.Mode);
        json.WriteWord("certainty", attribution.Certainty);
        if (attribution.Nested is { } outer)
        {
            json.WriteNumber("nested", outer);
        }

        if (attribution.Meant is { } meant)
        {
            json.WriteStartObject("meant");
            json.WriteNumber("start", meant.Mention.Start);
            json.WriteNumber("end", meant.Mention.End);
            json.WriteString("reason", meant.Reason);
            json.WriteEndObject();
        }

        json.WriteString("rule", attribution.Rule);
        json.WriteEndObject();
    }
}
