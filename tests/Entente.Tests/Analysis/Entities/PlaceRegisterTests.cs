using Entente.Analysis.Entities;

namespace Entente.Tests.Analysis.Entities;

public class PlaceRegisterTests
{
    [Theory]
    [InlineData("Linz", "AT")]
    [InlineData("Komarno", "SK")]
    [InlineData("the Netherlands", "NL")]
    [InlineData("U.S.", "US")]
    [InlineData("New York", "US")]
    [InlineData("Washington", "US")]
    public void A_name_is_found_whatever_its_accents_points_and_article(string name, string country) => Assert.Equal(country, Locate(name).Place?.Country);

    [Fact]
    public void A_name_that_no_table_has_is_not_located()
    {
        PlaceReading reading = Locate("Quillhaven", inReport: ["GB"]);
        Assert.Null(reading.Place);
        Assert.Equal(PlaceReason.Unknown, reading.Reason);
    }

    [Fact]
    public void A_region_whose_position_is_not_known_is_said_to_be_one()
    {
        PlaceReading reading = Locate("Aargau-Nowhere");
        Assert.Equal((null, PlaceReason.Unknown), (reading.Place, reading.Reason));
        Assert.Equal(PlaceReason.NoPosition, Locate("Cumbria").Reason);
    }

    [Fact]
    public void Of_several_the_one_in_the_country_that_the_report_names_is_taken()
    {
        PlaceReading canada = Locate("Hamilton", inReport: ["CA"]);
        Assert.Equal(("CA", PlaceReason.NamedInReport, false), (canada.Place!.Country, canada.Reason, canada.IsAmbiguous));
        Assert.Equal("NZ", Locate("Hamilton", inReport: ["NZ"], inPile: ["CA", "NZ"]).Place!.Country);
        Assert.Equal(("NZ", PlaceReason.NamedInPile), (Locate("Hamilton", inPile: ["NZ"]).Place!.Country, Locate("Hamilton", inPile: ["NZ"]).Reason));
    }

    [Fact]
    public void Without_a_country_the_largest_is_taken_and_said_to_be_ambiguous()
    {
        PlaceReading reading = Locate("Hamilton");
        Assert.Equal((PlaceReason.Largest, true), (reading.Reason, reading.IsAmbiguous));
        Assert.NotEmpty(reading.Others);
        Assert.All(reading.Others, o => Assert.True(o.Thousands <= Math.Max(reading.Place!.Thousands, 200)));
        Assert.StartsWith("ambiguous", reading.Why, StringComparison.Ordinal);
    }

    [Fact]
    public void A_capital_gives_way_to_no_namesake_unless_the_report_writes_where_it_is()
    {
        Assert.Equal(("FR", PlaceReason.Capital), (Locate("Paris", inReport: ["US"]).Place!.Country, Locate("Paris", inReport: ["US"]).Reason));
        Assert.Equal("US", Locate("Paris", behind: "Texas").Place!.Country);
        Assert.Equal("CA", Locate("London", behind: "Canada").Place!.Country);
        Assert.Equal("US", Locate("Paris, Texas").Place!.Country);
    }

    [Fact]
    public void A_state_behind_the_name_chooses_the_town_that_lies_in_it()
    {
        KnownPlace illinois = Locate("Springfield", behind: "Illinois").Place!;
        KnownPlace missouri = Locate("Springfield", behind: "Missouri").Place!;
        Assert.InRange(illinois.Longitude, -91.6, -87.4);
        Assert.InRange(missouri.Longitude, -95.8, -89);
    }

    [Fact]
    public void Georgia_is_the_country_unless_its_report_speaks_of_another_only()
    {
        Assert.Equal(PlaceKind.Country, Locate("Georgia").Place!.Kind);
        Assert.Equal(PlaceKind.Country, Locate("Georgia", inReport: ["GE", "US"]).Place!.Kind);
        Assert.Equal(("US", PlaceKind.Region), (Locate("Georgia", inReport: ["US"]).Place!.Country, Locate("Georgia", inReport: ["US"]).Place!.Kind));
    }

    [Fact]
    public void Another_spelling_is_taken_only_in_a_country_that_is_named()
    {
        Assert.Null(Locate("Tartoos").Place);
        Assert.Null(Locate("Raqqa", inReport: ["EG"]).Place);
        Assert.Equal(("SY", PlaceReason.Spelling), (Locate("Raqqa", inReport: ["SY"]).Place!.Country, Locate("Raqqa", inReport: ["SY"]).Reason));
    }

    [Fact]
    public void Every_country_on_the_outlines_has_its_middle_on_its_own_largest_land()
    {
        Assert.True(CountryOutline.All.Length > 200);
        Assert.All(CountryOutline.All, outline =>
        {
            MapPoint middle = outline.Middle();
            int crossings = 0;
            for (int i = 0; i < outline.Rings[0].Length; i++)
            {
                (MapPoint a, MapPoint b) = (outline.Rings[0][i], outline.Rings[0][(i + 1) % outline.Rings[0].Length]);
                double latitude = middle.Latitude + 0.001;
                if (a.Latitude > latitude != b.Latitude > latitude && a.Longitude + ((latitude - a.Latitude) / (b.Latitude - a.Latitude) * (b.Longitude - a.Longitude)) > middle.Longitude)
                {
                    crossings++;
                }
            }

            // Of an island of a few hundredths of a degree the middle is rounded away.
            Assert.True(crossings % 2 == 1 || outline.Rings[0].Max(p => p.Latitude) - outline.Rings[0].Min(p => p.Latitude) < 0.3, outline.Name);
        });
    }

    [Fact]
    public void No_outline_jumps_across_the_globe() => Assert.All(CountryOutline.All.SelectMany(o => o.Rings.Select(r => (o.Name, r))), ring =>
    {
        for (int i = 1; i < ring.r.Length; i++)
        {
            Assert.True(Math.Abs(ring.r[i].Longitude - ring.r[i - 1].Longitude) < 60, ring.Name);
        }
    });

    [Fact]
    public void Any_name_at_all_has_an_answer()
    {
        Random random = new(7);
        string[] pieces = ["", " ", ",", ", ", "the ", "St. ", "-", "ü", "\ud800", "\u0301", "Linz", "ah", "ou", "Al ", "'", "\u200f", "Georgia"];
        for (int i = 0; i < 5000; i++)
        {
            string name = string.Concat(Enumerable.Range(0, random.Next(6)).Select(_ => pieces[random.Next(pieces.Length)]));
            PlaceReading reading = Locate(name, behind: pieces[random.Next(pieces.Length)], inReport: ["US"], inPile: ["AT"]);
            Assert.Equal(reading.Place is null, reading.Reason is PlaceReason.Unknown or PlaceReason.NoPosition);
        }
    }

    private static PlaceReading Locate(string name, string? behind = null, string[]? inReport = null, string[]? inPile = null) =>
        PlaceRegister.Shipped.Locate(name, behind, new HashSet<string>(inReport ?? [], StringComparer.Ordinal), new HashSet<string>(inPile ?? inReport ?? [], StringComparer.Ordinal));
}
