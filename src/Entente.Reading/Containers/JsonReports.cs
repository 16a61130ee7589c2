using System.Text.Json;
using Entente.Analysis.Text;
using Entente.Reading.Inputs;

namespace Entente.Reading.Containers;

/// <summary>Finds the reports in JSON Lines, and in JSON files that hold one object or an array of them.</summary>
internal static class JsonReports
{
    /// <summary>One report for every line that is not blank, numbered by line.</summary>
    /// <param name="isCut">Asked at the end: whether the stream broke off, so that half a last line is not its writer's fault.</param>
    public static IEnumerable<RawReport> InLines(InputFile file, Stream stream, long limit, Func<bool> isCut)
    {
        LineReader lines = new(stream, limit);
        while (lines.Read() is { } line)
        {
            if (!lines.WasTooLong && line.AsSpan().IndexOfAnyExcept(" \t\r"u8) < 0)
            {
                continue;
            }

            if (!lines.WasEnded && isCut() && !IsWholeObject(line))
            {
                yield break;
            }

            if (lines.WasTooLong)
            {
                string input = $"{file.Name}#{lines.Number}";
                yield return RawReport.Broken(input, file.IsStandardInput ? null : file.Name, DiagnosticCode.LineTooLong.For(input, ByteSize.Say(limit)));
            }
            else
            {
                yield return Entry(file, lines.Number, line);
            }
        }
    }

    /// <summary>One report for each element of an array; for anything else one report that is the whole.</summary>
    public static IEnumerable<RawReport> InWhole(InputFile file, byte[] json, string sha256)
    {
        string? path = file.IsStandardInput ? null : file.Name;
        ReadOnlySpan<byte> content = json.AsSpan().TrimStart(" \t\r\n"u8);
        if (content is not [(byte)'[', ..])
        {
            yield return new RawReport(file.Name) { Path = path, Stem = file.Stem, Form = ReportForm.Record, Bytes = json, Sha256 = sha256 };
            yield break;
        }

        (List<ReadOnlyMemory<byte>> elements, string? objection) = Elements(json);
        for (int i = 0; i < elements.Count; i++)
        {
            yield return Entry(file, i + 1, elements[i]);
        }

        if (objection is not null)
        {
            yield return RawReport.Broken(file.Name, path, DiagnosticCode.MalformedRecord.For(file.Name, objection));
        }
        else if (elements.Count == 0)
        {
            yield return RawReport.Broken(file.Name, path, DiagnosticCode.NoText.For(file.Name));
        }
    }

    /// <summary>Whether JSON whose first line is this is one object a line, and not one object spread over lines.</summary>
    public static bool IsWholeObject(ReadOnlySpan<byte> line)
    {
        try
        {
            Utf8JsonReader reader = new(line);
            if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject)
            {
                return false;
            }

            while (reader.Read())
            {
            }

            return true;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    private static RawReport Entry(InputFile file, int number, ReadOnlyMemory<byte> json) => new($"{file.Name}#{number}")
    {
        Path = file.IsStandardInput ? null : file.Name,
        Stem = $"{file.Stem}#{number}",
        Form = ReportForm.Record,
        Bytes = json,
    };

    // Element by element, so that an array which breaks off still gives what stands before the break.
    private static (List<ReadOnlyMemory<byte>> Elements, string? Objection) Elements(byte[] json)
    {
        List<ReadOnlyMemory<byte>> elements = [];
        try
        {
            Utf8JsonReader reader = new(json, new JsonReaderOptions { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip });
            reader.Read();
            while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
            {
                int start = (int)reader.TokenStartIndex;
                reader.Skip();
                elements.Add(json.AsMemory(start, (int)reader.BytesConsumed - start));
            }

            while (reader.Read())
            {
            }

            return (elements, null);
        }
        catch (JsonException failure)
        {
            return (elements, JsonRecord.Objection(failure));
        }
    }
}
