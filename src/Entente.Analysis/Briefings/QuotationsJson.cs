using System.Collections.Immutable;
using System.Text.Json;
using Entente.Analysis.Text;
using Entente.Analysis.Tracing;

namespace Entente.Analysis.Briefings;

/// <summary>The quotations of a pile as one JSON object: what <c>entente quotes --format json</c> prints.</summary>
/// <remarks>Reports are named by id and come without their texts; spans are half-open UTF-16 positions in those texts.</remarks>
public static class QuotationsJson
{
    public static void Write(CollectedQuotations quotations, Stream stream)
    {
        QuotationsOutline outline = new(quotations);
        using (Utf8JsonWriter json = new(stream, JsonWords.Pretty))
        {
            json.WriteStartObject();
            json.WriteText("speaker", quotations.Filter.Speaker);
            json.WriteText("said", quotations.Filter.Said);
            json.WriteNumber("searched", quotations.Searched);
            json.WriteNumber("notAnalysed", quotations.NotAnalysed);
            json.WriteStartArray("documents");
            foreach (Document report in outline.Reports)
            {
                json.WriteStartObject();
                DocumentJson.WriteStated(report, json);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteStartArray("families");
            foreach (CollectedFamily family in quotations.Families)
            {
                json.WriteStartObject();
                BriefingJson.WriteMembers(family.Family, json);
                WriteAll("places", family.Members, json);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            WriteAll("alone", quotations.Alone, json);
            WriteAll("reported", quotations.Reported, json);
            json.WriteEndObject();
        }

        stream.WriteByte((byte)'\n');
    }

    private static void WriteAll(string key, ImmutableArray<FoundQuotation> quotations, Utf8JsonWriter json)
    {
        json.WriteStartArray(key);
        foreach (FoundQuotation quotation in quotations)
        {
            json.WriteStartObject();
            json.WriteString("document", quotation.Document.Id);
            json.WriteNumber("attribution", quotation.Index);
            json.WriteSpans("spans", quotation.Words);
            json.WriteString("text", quotation.Text);
            json.WriteString("speaker", quotation.Speaker);
            json.WriteWord("speakerKnown", quotation.Known);
            json.WriteWord("sourceKind", quotation.Attribution.SourceKind);
            json.WriteSpans("source", quotation.Attribution.Source);
            json.WriteText("recipient", quotation.Recipient);
            json.WriteSpans("cue", quotation.Attribution.Cue);
            json.WriteWord("mode", quotation.Attribution.Mode);
            json.WriteWord("certainty", quotation.Attribution.Certainty);
            json.WriteString("rule", quotation.Attribution.Rule);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
