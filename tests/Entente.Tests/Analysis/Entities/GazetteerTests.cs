using Entente.Analysis.Entities;

namespace Entente.Tests.Analysis.Entities;

public sealed class GazetteerTests
{
    [Fact]
    public void A_body_written_in_capitals_is_not_the_small_word()
    {
        NameEvidence evidence = Evidence("The WHO asked who would pay. Who knows?");

        Assert.True((evidence.Whole[1] & NameKinds.Body) != 0);
        Assert.True((evidence.Whole[3] & NameKinds.Body) == 0);
        Assert.True((evidence.Whole[7] & NameKinds.Body) == 0);
    }

    [Theory]
    [InlineData("Peru")]
    [InlineData("Perú")]
    [InlineData("PERU")]
    public void Diacritics_and_case_do_not_hide_a_country(string word) =>
        Assert.True((Evidence($"He left {word} .").Whole[2] & NameKinds.Country) != 0);

    [Fact]
    public void A_country_without_its_capital_is_not_looked_up() => Assert.Equal(NameKinds.None, Evidence("He left peru .").Whole[2]);

    [Fact]
    public void Letters_and_marks_that_belong_together_have_one_key()
    {
        Assert.Equal(Gazetteer.Key("Curaçao"), Gazetteer.Key("Curac\u0327ao"));
        Assert.Equal(Gazetteer.Key("U.N"), Gazetteer.Key("UN"));
        Assert.Equal(Gazetteer.Key("Shi’ite"), Gazetteer.Key("shi'ite"));
        Assert.NotEqual(Gazetteer.Key("Oman"), Gazetteer.Key("Omar"));
        Assert.NotEqual(Gazetteer.CapitalsKey("WHO", Gazetteer.Key("WHO")), Gazetteer.Key("WHO"));
        Assert.Equal(0UL, Gazetteer.CapitalsKey("Who", Gazetteer.Key("Who")));
    }

    [Theory]
    [InlineData("UN", true)]
    [InlineData("U.N.", true)]
    [InlineData("G7", false)]
    [InlineData("I", false)]
    [InlineData("McDAY", false)]
    [InlineData("...", false)]
    [InlineData("", false)]
    public void A_word_of_capitals_has_two_and_no_small_letter(string word, bool expected) => Assert.Equal(expected, Gazetteer.IsCapitals(word));

    [Fact]
    public void A_name_of_several_words_is_known_by_all_of_them_and_the_first_tells_how_far_to_look()
    {
        ulong[] keys = [Gazetteer.Key("United"), Gazetteer.Key("Arab"), Gazetteer.Key("Emirates")];

        Assert.True((Gazetteer.Shipped.Find(keys).Kinds & NameKinds.Country) != 0);
        Assert.True(Gazetteer.Shipped.Find(keys.AsSpan(0, 1)).Longest >= 3);
        Assert.True((Gazetteer.Shipped.Find(keys.AsSpan(0, 2)).Kinds & NameKinds.Country) == 0);
    }

    [Fact]
    public void A_listed_name_is_marked_from_its_first_word_to_its_last()
    {
        NameEvidence evidence = Evidence("She left the United Arab Emirates today.");

        Assert.True((evidence.Starting[3] & NameKinds.Country) != 0);
        Assert.True((evidence.Inside[4] & NameKinds.Country) != 0);
        Assert.True((evidence.Ending[5] & NameKinds.Country) != 0);
        Assert.True((evidence.Starting[4] & NameKinds.Country) == 0);
    }

    [Fact]
    public void What_no_list_has_is_nothing()
    {
        Assert.Equal(NameKinds.None, Gazetteer.Shipped.KindsOf(Gazetteer.Key("Qwxvarholmz")));
        Assert.Equal((NameKinds.None, 0), Gazetteer.Shipped.Find([Gazetteer.Key("Qwxvarholmz"), Gazetteer.Key("Peru")]));
    }

    [Theory]
    [InlineData("Burma", "Myanmar")]
    [InlineData("WHO", "World Health Organization")]
    [InlineData("Britain", "UK")]
    public void The_tables_know_names_that_mean_one_thing(string a, string b)
    {
        Assert.NotNull(NameTable.UsualName(a));
        Assert.Equal(NameTable.UsualName(a), NameTable.UsualName(b));
    }

    [Fact]
    public void The_tables_tell_nothing_of_a_name_they_do_not_have() => Assert.Null(NameTable.UsualName("Marrow Bridge Trust"));

    private static NameEvidence Evidence(string text) => new(NamesIn.Tagged(text), Gazetteer.Shipped);
}
