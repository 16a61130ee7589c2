using System.Collections.Immutable;
using System.Text.Json;
using Entente.Analysis.Entities;
using Entente.Analysis.Text;

namespace Entente.Analysis.Briefings;

/// <summary>The places of a pile as one JSON object: what <c>entente map --format json</c> prints.</summary>
/// <remarks>Reports are named by id and come without their texts; spans are half-open UTF-16 positions in those texts; latitude and longitude are degrees north and east.</remarks>
public static class PlaceMapJson
{
    public static void Write(PlaceSurvey survey, Stream stream)
    {
        ArgumentNullException.ThrowIfNull(survey);
        ArgumentNullException.ThrowIfNull(stream);
        using (Utf8JsonWriter json = new(stream, JsonWords.Pretty))
        {
            json.WriteStartObject();
            json.WriteNumber("searched", survey.Searched);
            json.WriteString("rule", PlaceReading.Rule);
            json.WriteStartArray("documents");
            foreach (Document report in new PlaceMapOutline(survey).Reports)
            {
                json.WriteStartObject();
                DocumentJson.WriteStated(report, json);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            WritePlaces("places", survey.Located, json);
            WritePlaces("notLocated", survey.NotLocated, json);
            json.WriteEndObject();
        }

        stream.WriteByte((byte)'\n');
    }

    private static void WritePlaces(string key, ImmutableArray<NamedPlace> places, Utf8JsonWriter json)
    {
        json.WriteStartArray(key);
        foreach (NamedPlace named in places)
        {
            json.WriteStartObject();
            json.WriteString("name", named.Name);
            if (named.Place is { } place)
            {
                WritePosition(place, json);
                json.WriteBoolean("ambiguous", named.IsAmbiguous);
            }

            json.WriteNumber("reports", named.Reports);
            json.WriteStartArray("namings");
            foreach (PlaceNaming naming in named.Namings)
            {
                WriteNaming(naming, json);
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteNaming(PlaceNaming naming, Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteString("document", naming.Document.Id);
        json.WriteString("name", naming.Name);
        json.WriteSpans("mentions", naming.Spans);
        json.WriteWord("reason", naming.Reading.Reason);
        json.WriteString("why", naming.Reading.Why);
        if (!naming.Reading.Others.IsEmpty)
        {
            json.WriteStartArray("others");
            foreach (KnownPlace other in naming.Reading.Others)
            {
                json.WriteStartObject();
                json.WriteString("name", other.Name);
                WritePosition(other, json);
                json.WriteEndObject();
            }

            json.WriteEndArray();
        }

        json.WriteEndObject();
    }

    private static void WritePosition(KnownPlace place, Utf8JsonWriter json)
    {
        json.WriteWord("kind", place.Kind);
        json.WriteString("country", place.Country);
        json.WriteString("countryName", place.CountryName);
        json.WriteNumber("latitude", place.Latitude);
        json.WriteNumber("longitude", place.Longitude);
    }
}
