using System.Collections.Immutable;
using System.Text.Json;
using Entente.Analysis.Attributions;
using Entente.Analysis.Lineage;
using Entente.Analysis.Text;
using Entente.Analysis.Tracing;

namespace Entente.Analysis.Briefings;

/// <summary>A trace as one JSON object: what <c>entente trace --format json</c> prints.</summary>
/// <remarks>Reports are named by id and come without their texts; spans are half-open UTF-16 positions in those texts.</remarks>
public static class TraceJson
{
    public static void Write(SentenceTrace trace, Stream stream)
    {
        using (Utf8JsonWriter json = new(stream, JsonWords.Pretty))
        {
            json.WriteStartObject();
            json.WriteString("sentence", trace.Sentence);
            WriteAppearances("appearances", trace.Appearances, json);
            WriteAppearances("apart", trace.Apart, json);
            WriteOrigin(trace.Origin, json);
            json.WriteStartArray("chains");
            foreach (CreditChain chain in trace.Chains)
            {
                BriefingJson.WriteChain(chain, json);
            }

            json.WriteEndArray();
            WriteRejected(trace, json);
            json.WriteEndObject();
        }

        stream.WriteByte((byte)'\n');
    }

    private static void WriteAppearances(string key, ImmutableArray<Appearance> appearances, Utf8JsonWriter json)
    {
        json.WriteStartArray(key);
        foreach (Appearance appearance in appearances)
        {
            json.WriteStartObject();
            WriteReport(appearance.Document, json);
            json.WriteWord("block", appearance.Block);
            json.WriteText("author", appearance.Author);
            json.WriteSpan("span", appearance.Span);
            json.WriteSpans("parts", appearance.Parts);
            json.WriteString("text", appearance.Text);
            json.WriteNumber("words", appearance.Words);
            json.WriteNumber("share", Math.Round(appearance.Share, 3));
            json.WriteBoolean("partOnly", appearance.IsPart);
            if (appearance.IsReporting)
            {
                json.WriteBoolean("inQuotation", appearance.InQuotation);
                json.WriteNumber("quotedWords", appearance.QuotedWords);
                json.WriteString("speaker", appearance.Speaker);
                json.WriteText("pronoun", appearance.Pronoun);
                if (appearance.Attribution is { } attribution)
                {
                    json.WriteWord("speakerKind", attribution.SourceKind);
                    json.WriteSpans("recipient", attribution.Recipient);
                }
            }

            if (appearance.Step is { } step)
            {
                json.WriteNumber("step", step);
            }

            if (appearance.EditsFrom is { } from)
            {
                json.WriteString("editsFrom", from.Document.Id);
                json.WriteSpan("editsFromSpan", from.Span);
            }

            json.WriteStartArray("edits");
            foreach (WordEdit edit in appearance.Edits)
            {
                WriteEdit(edit, json);
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteReport(Document document, Utf8JsonWriter json)
    {
        json.WriteString("document", document.Id);
        json.WriteText("outlet", document.Outlet?.Name ?? document.Outlet?.Domain);
        json.WriteText("title", document.Title);
        DocumentJson.WriteTime("published", document.Published, json);
    }

    internal static void WriteEdit(WordEdit edit, Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteWord("kind", edit.Kind);
        json.WriteBoolean("meaningBearing", edit.MeaningBearing);
        json.WriteString("from", edit.From);
        json.WriteString("to", edit.To);
        json.WriteSpan("fromSpan", edit.FromSpan);
        json.WriteSpan("toSpan", edit.ToSpan);
        json.WriteEndObject();
    }

    private static void WriteOrigin(Origin origin, Utf8JsonWriter json)
    {
        json.WriteStartObject("origin");
        json.WriteWord("kind", origin.Kind);
        json.WriteString("document", origin.Document);
        json.WriteString("outlet", origin.Outlet);
        json.WriteString("why", origin.Why);
        json.WriteStartArray("evidence");
        foreach (OriginEvidence evidence in origin.Evidence)
        {
            json.WriteStartObject();
            json.WriteString("document", evidence.Document);
            json.WriteString("kind", evidence.Kind);
            json.WriteString("detail", evidence.Detail);
            json.WriteSpans("spans", evidence.Spans);
            if (evidence.Relation is { } relation)
            {
                json.WritePropertyName("dependence");
                BriefingJson.WriteDependence(relation, json);
            }

            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteTexts("unaccounted", origin.Unaccounted);
        json.WriteEndObject();
    }

    private static void WriteRejected(SentenceTrace trace, Utf8JsonWriter json)
    {
        json.WriteStartArray("rejected");
        foreach (RejectedPlace place in trace.Rejected)
        {
            json.WriteStartObject();
            json.WriteString("kind", "appearance");
            WriteReport(place.Document, json);
            json.WriteWord("block", place.Block);
            json.WriteSpan("span", place.Span);
            json.WriteString("text", place.Text);
            json.WriteNumber("words", place.Words);
            json.WriteNumber("share", Math.Round(place.Share, 3));
            json.WriteString("reason", place.Reason);
            json.WriteEndObject();
        }

        foreach (NearMiss miss in trace.NearMisses)
        {
            BriefingJson.WriteNearMiss(miss, json);
        }

        json.WriteEndArray();
    }
}
