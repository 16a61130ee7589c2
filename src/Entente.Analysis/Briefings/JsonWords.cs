using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Text.Encodings.Web;
using System.Text.Json;
using Entente.Analysis.Text;

namespace Entente.Analysis.Briefings;

/// <summary>The spelling of findings in JSON: kebab-case words for choices, <c>[[start,end],…]</c> for spans.</summary>
internal static class JsonWords
{
    /// <summary>One object a line, for streams of documents.</summary>
    /// <remarks>The encoder leaves letters and quotation marks of every language readable. The output is a file or a pipe, never
    /// part of an HTML page, so nothing is lost by not escaping <c>&lt;</c>.</remarks>
    public static readonly JsonWriterOptions Line = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, NewLine = "\n" };

    /// <summary>One object on many lines, for reading.</summary>
    public static readonly JsonWriterOptions Pretty = Line with { Indented = true };

    public static void WriteWord<TChoice>(this Utf8JsonWriter json, string key, TChoice choice)
        where TChoice : struct, Enum => json.WriteString(key, Words<TChoice>.All[choice]);

    public static void WriteText(this Utf8JsonWriter json, string key, string? text)
    {
        if (text is not null)
        {
            json.WriteString(key, text);
        }
    }

    public static void WriteTexts(this Utf8JsonWriter json, string key, ImmutableArray<string> texts)
    {
        json.WriteStartArray(key);
        foreach (string text in texts)
        {
            json.WriteStringValue(text);
        }

        json.WriteEndArray();
    }

    public static void WriteStartEnd(this Utf8JsonWriter json, TextSpan span)
    {
        json.WriteNumber("start", span.Start);
        json.WriteNumber("end", span.End);
    }

    public static void WriteSpan(this Utf8JsonWriter json, string key, TextSpan span)
    {
        json.WritePropertyName(key);
        json.WriteRawValue($"[{span.Start},{span.End}]", skipInputValidation: true);
    }

    public static void WriteSpans(this Utf8JsonWriter json, string key, ImmutableArray<TextSpan> spans)
    {
        json.WritePropertyName(key);
        // Indented, a span would take four lines; a person reads it in one.
        if (json.Options.Indented)
        {
            json.WriteRawValue("[" + string.Join(',', spans.Select(s => $"[{s.Start},{s.End}]")) + "]", skipInputValidation: true);
            return;
        }

        json.WriteStartArray();
        foreach (TextSpan span in spans)
        {
            json.WriteStartArray();
            json.WriteNumberValue(span.Start);
            json.WriteNumberValue(span.End);
            json.WriteEndArray();
        }

        json.WriteEndArray();
    }

    private static class Words<TChoice>
        where TChoice : struct, Enum
    {
        public static readonly FrozenDictionary<TChoice, JsonEncodedText> All = Enum.GetValues<TChoice>().ToFrozenDictionary(
            c => c, c => JsonEncodedText.Encode(JsonNamingPolicy.KebabCaseLower.ConvertName(c.ToString())));
    }
}
