using System.Collections.Immutable;
using System.Text.Json;
using Entente.Analysis.Quantities;
using Entente.Analysis.Scoring;
using Entente.Analysis.Text;

namespace Entente.Cli.Evaluation;

/// <summary>A region of a report in which every quantity is marked, as a line of <c>gold/quantities/*.jsonl</c> gives it.</summary>
internal sealed record QuantityGold(string File, string Part, TextSpan Region, ImmutableArray<GoldQuantity> Slots)
{
    public static ImmutableArray<QuantityGold> ReadAll(string path) => [.. System.IO.File.ReadLines(path).Where(line => line.Length > 0).Select(Read)];

    private static QuantityGold Read(string line)
    {
        using JsonDocument json = JsonDocument.Parse(line);
        JsonElement root = json.RootElement;
        return new QuantityGold(
            root.GetProperty("file").GetString()!,
            root.GetProperty("part").GetString()!,
            Span(root.GetProperty("region")),
            [.. root.GetProperty("slots").EnumerateArray().Select(Slot)]);
    }

    private static GoldQuantity Slot(JsonElement slot) => new(
        new TextSpan(slot.GetProperty("start").GetInt32(), slot.GetProperty("end").GetInt32()),
        Word<QuantityKind>(slot.GetProperty("kind")),
        Word<Qualifier>(slot.GetProperty("qualifier")),
        Number(slot, "min"),
        Number(slot, "max"),
        Number(slot, "of"),
        slot.TryGetProperty("unit", out JsonElement unit) ? unit.GetString() : null,
        Spans(slot, "noun"),
        Spans(slot, "predicate"),
        Spans(slot, "place"),
        Spans(slot, "asOf"));

    private static TChoice Word<TChoice>(JsonElement word)
        where TChoice : struct, Enum => Enum.Parse<TChoice>(word.GetString()!.Replace("-", "", StringComparison.Ordinal), ignoreCase: true);

    private static decimal? Number(JsonElement slot, string key) =>
        slot.TryGetProperty(key, out JsonElement number) && number.ValueKind == JsonValueKind.Number ? number.GetDecimal() : null;

    private static ImmutableArray<TextSpan> Spans(JsonElement slot, string key) => slot.TryGetProperty(key, out JsonElement spans) ? [.. spans.EnumerateArray().Select(Span)] : [];

    private static TextSpan Span(JsonElement span) => new(span[0].GetInt32(), span[1].GetInt32());
}
