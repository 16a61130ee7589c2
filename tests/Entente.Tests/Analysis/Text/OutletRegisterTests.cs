using Entente.Analysis.Text;

namespace Entente.Tests.Analysis.Text;

public sealed class OutletRegisterTests
{
    private static readonly OutletRegister s_register = OutletRegister.Shipped;

    [Theory]
    [InlineData("Reuters", "Reuters")]
    [InlineData("reuters news agency", "Reuters")]
    [InlineData("Zerohedge", "Zero Hedge")]
    [InlineData("ZERO-HEDGE", "Zero Hedge")]
    [InlineData("WaPo", "The Washington Post")]
    [InlineData("the Washington Post", "The Washington Post")]
    [InlineData("RIA", "RIA Novosti")]
    [InlineData("RIA news agency", "RIA Novosti")]
    [InlineData("al-Sumaria TV Channel", "Al-Sumaria")]
    [InlineData("El Pais", "El País")]
    [InlineData("Süddeutsche Zeitung", "Süddeutsche Zeitung")]
    [InlineData("Agence France Presse", "Agence France-Presse")]
    public void Finds_an_outlet_however_its_name_is_spelt(string written, string listed) => Assert.Equal(listed, s_register.TryFindByName(written)?.Name);

    [Theory]
    [InlineData("the Post")]
    [InlineData("the Times")]
    [InlineData("Harbour Gazette")]
    [InlineData("")]
    [InlineData("news agency")]
    public void Says_nothing_of_a_name_that_is_not_listed_or_means_many(string name) => Assert.Null(s_register.TryFindByName(name));

    [Theory]
    [InlineData("www.bbc.co.uk", "BBC")]
    [InlineData("news.bbc.co.uk:443", "BBC")]
    [InlineData("WWW.REUTERS.COM", "Reuters")]
    [InlineData("edition.cnn.com", "CNN")]
    public void Finds_a_domain_by_its_last_labels(string host, string name) => Assert.Equal(name, s_register.TryFindByDomain(host)?.Name);

    [Theory]
    [InlineData("notreuters.com")]
    [InlineData("co.uk")]
    [InlineData("reuters.com.example")]
    [InlineData("")]
    public void Does_not_take_a_host_for_one_that_it_only_resembles(string host) => Assert.Null(s_register.TryFindByDomain(host));

    [Fact]
    public void Papers_of_one_owner_are_one_family() => Assert.Equal(s_register.TryFindByName("Bild")!.Family, s_register.TryFindByName("Die Welt")!.Family);

    [Fact]
    public void Ships_more_than_four_hundred_outlets() => Assert.True(s_register.Count > 400, $"{s_register.Count} outlets");

    [Fact]
    public void Every_shipped_name_is_found_under_its_own_spelling()
    {
        using Stream data = typeof(OutletRegister).Assembly.GetManifestResourceStream("Text/Languages/en/outlets.tsv")!;
        using StreamReader rows = new(data);
        while (rows.ReadLine() is { } row)
        {
            if (!row.StartsWith('#'))
            {
                string[] cells = row.Split('\t');
                Assert.Equal(6, cells.Length);
                Assert.Equal(cells[0], s_register.TryFindByName(cells[0])?.Name);
                Assert.All(cells[1].Split('|', StringSplitOptions.RemoveEmptyEntries), alias => Assert.Equal(cells[0], s_register.TryFindByName(alias)?.Name));
                Assert.Contains(cells[5], (string[])["agency", "paper", "broadcaster", "site", "magazine"]);
            }
        }
    }

    [Theory]
    [InlineData("Harbour Gazette")]
    [InlineData("Orlan news agency")]
    [InlineData("Qamar TV channel")]
    [InlineData("Radio Tamarind")]
    [InlineData("The Lower Vale Courier")]
    [InlineData("Saltmarsh Press Service")]
    [InlineData("Diario del Estuario")]
    public void A_name_can_have_the_form_of_an_outlet(string name) => Assert.True(OutletRegister.IsOutletLike(name));

    [Theory]
    [InlineData("Ministry of Transport")]
    [InlineData("Ana Roe")]
    [InlineData("the news")]
    [InlineData("Reporter")]
    [InlineData("European Central Bank")]
    [InlineData("Environment Agency")]
    [InlineData("")]
    public void A_body_or_person_has_not(string name) => Assert.False(OutletRegister.IsOutletLike(name));

    [Fact]
    public void Knows_agencies_from_papers()
    {
        Assert.True(s_register.IsAgency(s_register.TryFindByName("AFP")!));
        Assert.False(s_register.IsAgency(s_register.TryFindByName("Le Monde")!));
    }

    [Fact]
    public void Learns_the_outlets_of_a_pile_without_forgetting_its_own()
    {
        OutletRegister pile = s_register.With([new Outlet("La Orilla de Hoy"), new Outlet("Vale Ledger Online"), new Outlet("Radio Kelp (website)"), new Outlet("reuters")]);
        Assert.Equal("La Orilla de Hoy", pile.TryFindByName("la orilla de hoy")?.Name);
        Assert.Equal("Vale Ledger Online", pile.TryFindByName("Vale Ledger")?.Name);
        Assert.Equal("Radio Kelp (website)", pile.TryFindByName("Radio Kelp")?.Name);
        Assert.Equal("Reuters", pile.TryFindByName("reuters")?.Name);
        Assert.Null(s_register.TryFindByName("La Orilla de Hoy"));
    }

    [Fact]
    public void What_a_user_lists_goes_before_what_is_shipped_and_a_bad_row_is_passed_over()
    {
        List<(int Row, string Objection)> rejected = [];
        OutletRegister own = OutletRegister.Parse(
            new StringReader("# ours\n\nHarrow Courier\tHC|The Courier of Harrow\tharrow.example|hc.example\tVale Papers\tGB\tpaper\nOur Reuters\tReuters\n\tnameless\na\tb\tc\td\te\tf\tg\n"), rejected);
        OutletRegister both = s_register.With(own);
        Assert.Equal(new Outlet("Harrow Courier", "harrow.example", "Vale Papers"), both.TryFindByName("courier of harrow"));
        Assert.Equal("Harrow Courier", both.TryFindByDomain("www.hc.example")?.Name);
        Assert.Equal("Our Reuters", both.TryFindByName("Reuters")?.Name);
        Assert.Equal("Le Monde", both.TryFindByName("Le Monde")?.Name);
        Assert.Equal([(5, "no name in the first column"), (6, "more than 6 columns")], rejected);
    }
}
