using System.Collections.Immutable;
using System.Text.Json;
using Entente.Analysis.Entities;

namespace Entente.Analysis.Briefings;

/// <summary>Entity sheets as one JSON object: what <c>entente who --format json</c> prints.</summary>
/// <remarks>Reports are named by id; spans are half-open UTF-16 positions in their texts.</remarks>
public static class EntitySheetJson
{
    public static void Write(ImmutableArray<EntitySheet> sheets, int searched, Stream stream)
    {
        ArgumentNullException.ThrowIfNull(stream);
        using (Utf8JsonWriter json = new(stream, JsonWords.Pretty))
        {
            json.WriteStartObject();
            json.WriteNumber("searched", searched);
            json.WriteStartArray("entities");
            foreach (EntitySheet sheet in sheets)
            {
                Write(sheet, json);
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        stream.WriteByte((byte)'\n');
    }

    private static void Write(EntitySheet sheet, Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteString("type", sheet.Entity.Type.Word());
        json.WriteString("name", sheet.Entity.Name);
        Names("names", sheet.Names, json);
        Names("roles", sheet.Roles, json);
        json.WriteText("firstSeen", sheet.FirstSeen?.Published?.Value);
        json.WriteText("lastSeen", sheet.LastSeen?.Published?.Value);
        json.WriteStartArray("mentions");
        foreach (EntityMember member in sheet.Entity.Members)
        {
            json.WriteStartObject();
            json.WriteString("document", member.Document);
            json.WriteString("entity", member.Entity.Id);
            json.WriteSpans("spans", [.. member.Entity.Mentions.Select(m => m.Span)]);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        Said("saidBy", sheet.SaidBy, json);
        Said("saidAbout", sheet.SaidAbout, json);
        Joins("joins", sheet.Entity.Joins, json);
        Joins("keptApart", sheet.KeptApart, json);
        json.WriteEndObject();
    }

    private static void Names(string key, ImmutableArray<UsedName> names, Utf8JsonWriter json)
    {
        json.WriteStartArray(key);
        foreach (UsedName name in names)
        {
            json.WriteStartObject();
            json.WriteString("name", name.Name);
            json.WriteNumber("times", name.Times);
            json.WriteTexts("documents", [.. name.Places.Select(p => p.Document.Id)]);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void Said(string key, ImmutableArray<SaidOf> said, Utf8JsonWriter json)
    {
        json.WriteStartArray(key);
        foreach (SaidOf each in said)
        {
            json.WriteStartObject();
            json.WriteString("document", each.Document.Id);
            json.WriteSpans("source", each.Attribution.Source);
            json.WriteSpans("content", each.Attribution.Content);
            json.WriteWord("mode", each.Attribution.Mode);
            json.WriteWord("certainty", each.Attribution.Certainty);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void Joins(string key, ImmutableArray<EntityJoin> joins, Utf8JsonWriter json)
    {
        json.WriteStartArray(key);
        foreach (EntityJoin join in joins)
        {
            json.WriteStartObject();
            json.WriteTexts("between", [$"{join.First.Document}#{join.First.Entity}", $"{join.Second.Document}#{join.Second.Entity}"]);
            json.WriteWord("reason", join.Reason);
            json.WriteNumber("doubt", join.Doubt);
            json.WriteString("why", join.Why);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
