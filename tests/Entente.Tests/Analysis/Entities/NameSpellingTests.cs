using Entente.Analysis.Entities;

namespace Entente.Tests.Analysis.Entities;

public sealed class NameSpellingTests
{
    [Theory]
    [InlineData("Moeen", "Muen")]
    [InlineData("Karim", "Kareem")]
    [InlineData("Kadir", "Qadir")]
    [InlineData("Yousef", "Yusuf")]
    [InlineData("Müstafa", "Mustafa")]
    [InlineData("Abdallah", "Abdalah")]
    [InlineData("Sokolov", "Sokolow")]
    [InlineData("O'Dowdal", "ODowdal")]
    public void Two_ways_to_write_one_sound_may_be_one_name(string a, string b) => Assert.True(NameSpelling.MayBeOne(a, b), $"{NameSpelling.Distance(a, b)}");

    [Theory]
    [InlineData("Omar", "Amir")]
    [InlineData("Hassan", "Hussein")]
    [InlineData("Ali", "Aly")]
    [InlineData("Hasan", "Hamad")]
    [InlineData("Brandt", "Grandt")]
    [InlineData("Varholm", "Varheim")]
    [InlineData("Lund", "Lindt")]
    [InlineData("Farsali", "Farsalipour")]
    [InlineData("Anna", "")]
    public void Other_names_are_not(string a, string b) => Assert.False(NameSpelling.MayBeOne(a, b), $"{NameSpelling.Distance(a, b)}");

    [Theory]
    [InlineData("Hossam El-Sherbini's", "hossam sherbini")]
    [InlineData("The Altan Bank’s", "altan bank")]
    [InlineData("S. Kellerman", "s kellerman")]
    [InlineData("Dorota Wańkowicz", "dorota wankowicz")]
    [InlineData("Kwangmyongsong-4", "kwangmyongsong 4")]
    [InlineData("...", "")]
    public void The_words_of_a_name_are_small_without_marks_articles_and_the_possessive(string name, string words) => Assert.Equal(words, string.Join(' ', NameSpelling.Words(name)));

    [Theory]
    [InlineData("kadir", "qadir")]
    [InlineData("karimi", "kareemi")]
    [InlineData("sherbini", "sharbini")]
    [InlineData("yahaira", "yajaira")]
    public void Spellings_of_one_name_share_a_key(string a, string b)
    {
        HashSet<string> one = [], other = [];
        NameSpelling.AddKeys(a, one);
        NameSpelling.AddKeys(b, other);

        Assert.True(NameSpelling.MayBeOne(a, b));
        Assert.True(one.Overlaps(other));
    }

    [Fact]
    public void The_distances_stated_for_readers_are_those_counted()
    {
        Assert.Equal(0.3, NameSpelling.Distance("Karim", "Kareem"), 6);
        Assert.Equal(0.6, NameSpelling.Distance("Omar", "Amir"), 6);
        Assert.Equal(0.8, NameSpelling.Distance("Hassan", "Hussein"), 6);
        Assert.Equal(0.4, NameSpelling.Distance("Kadir", "Qadir"), 6);
        Assert.Equal(1, NameSpelling.Distance("Brandt", "Brand"), 6);
        Assert.Equal(0, NameSpelling.Distance("José", "jose"), 6);
    }

    [Fact]
    public void The_distance_of_any_two_strings_is_none_to_itself_and_the_same_both_ways()
    {
        const string Letters = "aeiouyhksztdéÄß-'. 0\u0301\uD83D\uDE00ЖعM";
        Random random = new(5);
        int apart = 0;
        for (int round = 0; round < 3000; round++)
        {
            string a = Any(), b = Any();
            Assert.Equal(0, NameSpelling.Distance(a, a), 9);
            double distance = NameSpelling.Distance(a, b);
            Assert.Equal(distance, NameSpelling.Distance(b, a), 9);
            Assert.True(distance >= 0, $"{a} {b}");
            Assert.Equal(NameSpelling.MayBeOne(a, b), NameSpelling.MayBeOne(b, a));
            apart += distance > 0 ? 1 : 0;
        }

        Assert.True(apart > 2500);

        string Any() => string.Concat(Enumerable.Range(0, random.Next(0, 60)).Select(_ => Letters[random.Next(Letters.Length)]));
    }

    [Theory]
    [InlineData("Moeen Farsali", "Muen Farsali", true)]
    [InlineData("Moeen Farsaly", "Muen Farsali", true)]
    [InlineData("Moeen Farsali", "Peter Farsali", false)]
    [InlineData("Moeen Farsali", "Moeen Farsali", false)]
    [InlineData("Moeen Farsali", "Moeen Abd Farsali", false)]
    [InlineData("Omar Farsali", "Amir Farsali", false)]
    public void A_whole_name_is_a_variant_where_every_word_is_near_and_not_all_are_the_same(string a, string b, bool expected) =>
        Assert.Equal(expected, LinkEvidence.IsVariant(NamesIn.Name(EntityType.Person, a), NamesIn.Name(EntityType.Person, b)));

    [Theory]
    [InlineData("HLC", "Harwick Lock Company", true)]
    [InlineData("H.L.C.", "Harwick Lock Company", true)]
    [InlineData("ODM", "Office for Dry Marshes", true)]
    [InlineData("HLC", "Harwick Canal Company", false)]
    [InlineData("HL", "Harwick Lock Company", false)]
    [InlineData("HLCX", "Harwick Lock Company", false)]
    [InlineData("Hlc", "Harwick Lock Company", false)]
    [InlineData("H", "Harwick Lock", false)]
    public void Initials_stand_for_a_name_whose_capitals_they_all_are(string initials, string name, bool expected) =>
        Assert.Equal(expected, LinkEvidence.IsAcronym(NamesIn.Name(EntityType.Organisation, initials), NamesIn.Name(EntityType.Organisation, name)));
}
