using System.Text.Json;
using Entente.Analysis.Attributions;
using Entente.Analysis.Lineage;
using Entente.Analysis.Reuse;
using Entente.Analysis.Tracing;

namespace Entente.Analysis.Briefings;

/// <summary>Two reports side by side as one JSON object: what <c>entente diff --format json</c> prints.</summary>
/// <remarks>Both come with their texts; spans are half-open UTF-16 positions in them.</remarks>
public static class ComparisonJson
{
    public static void Write(ReportComparison comparison, Stream stream)
    {
        using (Utf8JsonWriter json = new(stream, JsonWords.Pretty))
        {
            json.WriteStartObject();
            WriteReport("first", comparison.First, json);
            WriteReport("second", comparison.Second, json);
            json.WriteString("earlier", comparison.FirstIsEarlier switch { true => comparison.First.Document.Id, false => comparison.Second.Document.Id, _ => null });
            json.WriteNumber("sharedInQuotation", comparison.WordsInQuotation);
            json.WriteNumber("sharedOutsideQuotation", comparison.WordsOutsideQuotation);
            json.WriteStartArray("passages");
            foreach (AlignedPassage passage in comparison.Passages)
            {
                WritePassage(passage, json);
            }

            json.WriteEndArray();
            json.WriteStartArray("dependences");
            foreach (Dependence dependence in comparison.Dependences)
            {
                BriefingJson.WriteDependence(dependence, json);
            }

            json.WriteEndArray();
            json.WriteStartArray("rejected");
            foreach (NearMiss miss in comparison.NearMisses)
            {
                BriefingJson.WriteNearMiss(miss, json);
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        stream.WriteByte((byte)'\n');
    }

    private static void WriteReport(string key, ComparedReport report, Utf8JsonWriter json)
    {
        json.WriteStartObject(key);
        DocumentJson.WriteStated(report.Document, json);
        json.WriteString("text", report.Document.Text);
        json.WriteNumber("words", report.Words);
        json.WriteNumber("sharedWords", report.SharedWords);
        json.WriteNumber("share", Math.Round(report.Share, 3));
        json.WriteStartArray("pieces");
        foreach (TextPiece piece in report.Pieces)
        {
            json.WriteStartObject();
            if (piece.Passage is { } passage)
            {
                json.WriteNumber("passage", passage);
            }

            json.WriteSpans("spans", piece.Spans);
            json.WriteNumber("words", piece.Words);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        DocumentJson.WriteCredits(report.Document.Credits, json);
        json.WriteEndObject();
    }

    private static void WritePassage(AlignedPassage passage, Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteNumber("number", passage.Number);
        json.WriteSpan("firstSpan", passage.FirstSpan);
        json.WriteSpan("secondSpan", passage.SecondSpan);
        json.WriteNumber("words", passage.Words);
        json.WriteBoolean("inQuotation", passage.InQuotation);
        json.WriteNumber("outsideQuotation", passage.WordsOutsideQuotation);
        json.WriteBoolean("moved", passage.IsMoved);
        json.WriteStartArray("runs");
        foreach (SharedRun run in passage.Runs)
        {
            json.WriteStartObject();
            json.WriteSpan("first", run.First);
            json.WriteSpan("second", run.Second);
            json.WriteNumber("words", run.Words);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartArray("edits");
        foreach (WordEdit edit in passage.Edits)
        {
            TraceJson.WriteEdit(edit, json);
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }
}
