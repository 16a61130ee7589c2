using System.Globalization;
using System.Text;
using System.Text.Json;
using Entente.Reading.Charsets;

namespace Entente.Reading.Containers;

/// <summary>One report as a JSON object: the documented keys, all but <c>text</c> or <c>html</c> optional; others are passed over.</summary>
/// <remarks>What <c>entente read --jsonl</c> prints can be read again: an outlet or time may be an object with <c>name</c> or <c>value</c>. The names that
/// the news-please crawler gives the same things (<c>date_publish</c>, <c>date_modify</c>, <c>source_domain</c>, <c>authors</c>) are understood where ours are absent.</remarks>
internal sealed class JsonRecord
{
    public StatedFacts Facts { get; } = new();

    public string? Text { get; private set; }

    public string? Html { get; private set; }

    public string? PublishedAsWritten { get; private set; }

    public string? UpdatedAsWritten { get; private set; }

    /// <summary>The record, or null and what is wrong with it.</summary>
    public static JsonRecord? TryParse(ReadOnlyMemory<byte> json, out string? objection)
    {
        try
        {
            using JsonDocument parsed = JsonDocument.Parse(json);
            if (parsed.RootElement.ValueKind != JsonValueKind.Object)
            {
                objection = "it is " + Name(parsed.RootElement.ValueKind);
                return null;
            }

            objection = null;
            return From(parsed.RootElement);
        }
        catch (JsonException failure)
        {
            objection = Objection(failure);
            return null;
        }
    }

    public static string Objection(JsonException failure) =>
        $"at line {(failure.LineNumber ?? 0) + 1}, byte {(failure.BytePositionInLine ?? 0) + 1}: {Shortened(failure.Message)}";

    private static JsonRecord From(JsonElement element)
    {
        JsonRecord record = new();
        StatedFacts facts = record.Facts;
        List<string> authors = [];
        string? crawledPublished = null, crawledUpdated = null, crawledDomain = null;
        foreach (JsonProperty property in element.EnumerateObject())
        {
            JsonElement value = property.Value;
            switch (NameOf(property))
            {
                case "id":
                    facts.Id = Word(value);
                    break;
                case "outlet":
                    facts.OutletName = Word(value, "name");
                    facts.OutletDomain = Word(value, "domain") is { } domain && value.ValueKind == JsonValueKind.Object ? domain : null;
                    break;
                case "title":
                    facts.Title = Word(value);
                    break;
                case "byline":
                    AddBylines(value, facts.Byline);
                    break;
                case "url":
                    facts.Url = Word(value);
                    break;
                case "language":
                    facts.Language = Word(value);
                    break;
                case "published":
                    record.PublishedAsWritten = Word(value, "value");
                    break;
                case "updated":
                    record.UpdatedAsWritten = Word(value, "value");
                    break;
                case "text":
                    record.Text = value.ValueKind == JsonValueKind.String ? String(value) : null;
                    break;
                case "html":
                    record.Html = value.ValueKind == JsonValueKind.String ? String(value) : null;
                    break;
                case "date_publish":
                    crawledPublished = Word(value);
                    break;
                case "date_modify":
                    crawledUpdated = Word(value);
                    break;
                case "source_domain":
                    crawledDomain = Word(value) is { } host && host.StartsWith("www.", StringComparison.OrdinalIgnoreCase) ? host[4..] : Word(value);
                    break;
                case "authors":
                    AddBylines(value, authors);
                    break;
                default:
                    break;
            }
        }

        record.PublishedAsWritten ??= crawledPublished;
        record.UpdatedAsWritten ??= crawledUpdated;
        facts.OutletDomain ??= facts.OutletName is null ? crawledDomain : null;
        if (facts.Byline.Count == 0)
        {
            facts.Byline.AddRange(authors);
        }

        return record;
    }

    private static void AddBylines(JsonElement value, List<string> byline)
    {
        byline.Clear();
        if (value.ValueKind == JsonValueKind.Array)
        {
            foreach (JsonElement one in value.EnumerateArray())
            {
                if (Word(one, "name") is { } name)
                {
                    byline.Add(name);
                }
            }
        }
        else if (Word(value, "name") is { } single)
        {
            byline.Add(single);
        }
    }

    private static string? Word(JsonElement value, string? keyOfObject = null) => value.ValueKind switch
    {
        JsonValueKind.String => String(value).Trim() is { Length: > 0 } word ? word : null,
        JsonValueKind.Number => value.GetRawText(),
        JsonValueKind.Object when keyOfObject is not null => value.EnumerateObject().Where(one => NameOf(one) == keyOfObject).Select(static one => Word(one.Value)).LastOrDefault(),
        _ => null,
    };

    private static string NameOf(JsonProperty property)
    {
        try
        {
            return property.Name;
        }
        catch (InvalidOperationException)
        {
            // Half a surrogate pair; no key of ours has one.
            return "";
        }
    }

    private static string String(JsonElement value)
    {
        try
        {
            return value.GetString() ?? "";
        }
        catch (InvalidOperationException)
        {
            // Half a surrogate pair, as a program leaves that cut a string in the middle of an emoji.
            return Unescape(value.GetRawText());
        }
    }

    private static string Unescape(string quoted)
    {
        StringBuilder text = new(quoted.Length);
        for (int i = 1; i < quoted.Length - 1; i++)
        {
            if (quoted[i] != '\\')
            {
                text.Append(quoted[i]);
                continue;
            }

            i++;
            if (quoted[i] == 'u')
            {
                text.Append((char)ushort.Parse(quoted.AsSpan(i + 1, 4), NumberStyles.HexNumber, CultureInfo.InvariantCulture));
                i += 4;
            }
            else
            {
                text.Append(quoted[i] switch { 'n' => '\n', 'r' => '\r', 't' => '\t', 'b' => '\b', 'f' => '\f', char other => other });
            }
        }

        return Surrogates.MadeWhole(text.ToString());
    }

    private static string Name(JsonValueKind kind) => kind switch
    {
        JsonValueKind.Array => "an array",
        JsonValueKind.String => "a string",
        JsonValueKind.Number => "a number",
        _ => "a bare word",
    };

    // The framework appends "LineNumber: 0 | BytePositionInLine: 5." and repeats advice for programmers.
    private static string Shortened(string message)
    {
        int end = message.IndexOf(". ", StringComparison.Ordinal);
        return end < 0 ? message.TrimEnd('.') : message[..end];
    }
}
