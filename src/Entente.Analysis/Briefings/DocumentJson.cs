using System.Collections.Immutable;
using System.Text.Json;
using Entente.Analysis.Text;

namespace Entente.Analysis.Briefings;

/// <summary>A document as one JSON object: what <c>entente read --jsonl</c> prints.</summary>
/// <remarks>What the report does not state has no key. Offsets are half-open UTF-16 positions in <c>text</c>.</remarks>
public static class DocumentJson
{
    /// <summary>How to open the writer for one object a line.</summary>
    public static JsonWriterOptions LineOptions => JsonWords.Line;

    public static void Write(Document document, Utf8JsonWriter json)
    {
        json.WriteStartObject();
        WriteMembers(document, json);
        json.WriteEndObject();
    }

    internal static void WriteMembers(Document document, Utf8JsonWriter json)
    {
        WriteStated(document, json);
        json.WriteString("text", document.Text);
        json.WriteStartArray("blocks");
        foreach (Block block in document.Blocks)
        {
            json.WriteStartObject();
            json.WriteWord("type", block.Kind);
            json.WriteStartEnd(block.Span);
            json.WriteText("author", block.Author);
            json.WriteText("replyTo", block.ReplyTo);
            if (block.IsHeading)
            {
                json.WriteBoolean("heading", true);
            }

            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartArray("links");
        foreach (Link link in document.Links)
        {
            json.WriteStartObject();
            json.WriteStartEnd(link.Span);
            json.WriteString("href", link.Href);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        WriteCredits(document.Credits, json);
        WriteDiagnostics("diagnostics", document.Diagnostics, json);
    }

    /// <summary>What the report states about itself, without its text.</summary>
    internal static void WriteStated(Document document, Utf8JsonWriter json)
    {
        json.WriteString("id", document.Id);
        json.WriteString("sha256", document.Sha256);
        json.WriteText("path", document.Path);
        json.WriteText("url", document.Url);
        json.WriteText("title", document.Title);
        if (!document.Byline.IsEmpty)
        {
            json.WriteTexts("byline", document.Byline);
        }

        if (document.Outlet is { } outlet)
        {
            json.WriteStartObject("outlet");
            json.WriteText("name", outlet.Name);
            json.WriteText("domain", outlet.Domain);
            json.WriteText("family", outlet.Family);
            json.WriteEndObject();
        }

        json.WriteString("language", document.Language);
        WriteTime("published", document.Published, json);
        WriteTime("updated", document.Updated, json);
    }

    internal static void WriteCredits(ImmutableArray<Credit> credits, Utf8JsonWriter json)
    {
        json.WriteStartArray("credits");
        foreach (Credit credit in credits)
        {
            json.WriteStartObject();
            json.WriteWord("kind", credit.Kind);
            json.WriteString("outlet", credit.Outlet);
            json.WriteStartEnd(credit.Span);
            json.WriteString("rule", credit.Rule);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    internal static void WriteDiagnostics(string key, ImmutableArray<Diagnostic> diagnostics, Utf8JsonWriter json)
    {
        json.WriteStartArray(key);
        foreach (Diagnostic diagnostic in diagnostics)
        {
            json.WriteStartObject();
            json.WriteString("code", diagnostic.Code);
            json.WriteWord("severity", diagnostic.Severity);
            json.WriteString("message", diagnostic.Message);
            if (diagnostic.Span is { } span)
            {
                json.WriteStartEnd(span);
            }

            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    internal static void WriteTime(string key, StatedTime? time, Utf8JsonWriter json)
    {
        if (time is null)
        {
            return;
        }

        json.WriteStartObject(key);
        json.WriteString("value", time.Value);
        json.WriteWord("precision", time.Precision);
        json.WriteWord("from", time.From);
        if (time.Span is { } span)
        {
            json.WriteStartEnd(span);
        }

        json.WriteEndObject();
    }
}
