using System.Text.Json;
using Entente.Analysis.Text;

namespace Entente.Cli.Evaluation;

/// <summary>An expression that a case of the specification expects: where it stands, of which type it is, and its possible readings.</summary>
/// <param name="Type">date, daterange, time, timerange, datetime, datetimerange, duration or set.</param>
internal sealed record SpecifiedTime(TextSpan Span, string Type, IReadOnlyList<SpecifiedReading> Readings)
{
    public static SpecifiedTime Read(JsonElement result)
    {
        int start = result.GetProperty("Start").GetInt32();
        int end = result.TryGetProperty("Length", out JsonElement length) ? start + length.GetInt32() : result.GetProperty("End").GetInt32() + 1;
        string type = Text(result, "TypeName") ?? Text(result, "Type") ?? "";
        type = type.StartsWith("datetimeV2.", StringComparison.Ordinal) ? type["datetimeV2.".Length..] : type;
        List<SpecifiedReading> readings = [];
        JsonElement value = result.TryGetProperty("Resolution", out JsonElement resolution) ? resolution : result.TryGetProperty("Value", out JsonElement parsed) ? parsed : default;
        if (value.ValueKind == JsonValueKind.Object && value.TryGetProperty("values", out JsonElement values))
        {
            foreach (JsonElement reading in values.EnumerateArray())
            {
                readings.Add(new SpecifiedReading(Text(reading, "timex") ?? "", Text(reading, "value"), Text(reading, "start"), Text(reading, "end")));
            }
        }
        else if (value.ValueKind == JsonValueKind.Object)
        {
            foreach (string side in new[] { "FutureResolution", "PastResolution" })
            {
                JsonElement found = value.TryGetProperty(side, out JsonElement stated) ? stated : default;
                readings.Add(new SpecifiedReading(
                    Text(value, "Timex") ?? "",
                    Text(found, "date") ?? Text(found, "dateTime") ?? Text(found, "time") ?? Text(found, "duration"),
                    Text(found, "startDate") ?? Text(found, "startDateTime") ?? Text(found, "startTime"),
                    Text(found, "endDate") ?? Text(found, "endDateTime") ?? Text(found, "endTime")));
            }
        }

        return new SpecifiedTime(new TextSpan(start, end), type, readings);
    }

    private static string? Text(JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out JsonElement found) && found.ValueKind == JsonValueKind.String ? found.GetString() : null;
}
