using System.Text.Json;
using Entente.Analysis.Attributions;
using Entente.Analysis.Entities;
using Entente.Analysis.Quantities;
using Entente.Analysis.Text;
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
        json.WriteStartArray("entities");
        foreach (Entity entity in findings.Entities)
        {
            Write(entity, json);
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
        json.WriteStartArray("quantities");
        foreach (Quantity quantity in findings.Quantities)
        {
            Write(quantity, findings.Document.Text, json);
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Write(Entity entity, Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteString("id", entity.Id);
        json.WriteString("type", entity.Type.Word());
        json.WriteString("name", entity.Name);
        json.WriteTexts("aliases", entity.Aliases);
        json.WriteSpans("mentions", [.. entity.Mentions.Select(m => m.Span)]);
        json.WriteStartArray("links");
        foreach (LinkedMention mention in entity.Mentions)
        {
            json.WriteStartObject();
            json.WriteWord("kind", mention.Kind);
            json.WriteWord("reason", mention.Reason);
            json.WriteNumber("doubt", mention.Doubt);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    // An open end is null, which says more than a missing key; a part of the slot that the sentence does not give is left out.
    private static void Write(Quantity quantity, string text, Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteStartEnd(quantity.Span);
        json.WriteWord("kind", quantity.Kind);
        WriteNumber("min", quantity.Min);
        WriteNumber("max", quantity.Max);
        if (quantity.Of is { } of)
        {
            json.WriteNumber("of", of);
        }

        json.WriteText("unit", quantity.Unit);
        json.WriteText("per", quantity.Per);
        json.WriteWord("qualifier", quantity.Qualifier);
        if (quantity.Slot is { } slot)
        {
            WritePart("noun", slot.Noun);
            json.WriteText("nounLemma", slot.NounLemma);
            WritePart("nounPhrase", slot.NounPhrase, spanToo: false);
            WritePart("predicate", slot.Predicate);
            json.WriteText("predicateLemma", slot.PredicateLemma);
            WritePart("place", slot.Place);
            WritePart("asOf", slot.AsOf?.Span);
            // "Friday" of no known week is said as it stands and has no value.
            json.WriteText("asOfValue", slot.AsOf is { IsRelative: false } moment ? moment.Value : null);
        }

        if (quantity.Attribution is { } attribution)
        {
            json.WriteNumber("attribution", attribution);
        }

        json.WriteString("rule", quantity.Rule);
        json.WriteEndObject();

        void WriteNumber(string key, decimal? number)
        {
            if (number is { } known)
            {
                json.WriteNumber(key, known);
            }
            else
            {
                json.WriteNull(key);
            }
        }

        void WritePart(string key, TextSpan? span, bool spanToo = true)
        {
            if (span is { } stated)
            {
                json.WriteString(key, stated.In(text));
                if (spanToo)
                {
                    json.WriteSpan(key + "Span", stated);
                }
            }
        }
    }

    // The four roles are always there: an empty list says "looked for and not stated", which a missing key would not.
    private static void Write(Attribution attribution, Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteSpans("source", attribution.Source);
        json.WriteWord("sourceKind", attribution.SourceKind);
        json.WriteText("entity", attribution.Entity);
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
