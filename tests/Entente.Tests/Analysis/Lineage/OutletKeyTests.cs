using Entente.Analysis.Lineage;
using Entente.Analysis.Text;

namespace Entente.Tests.Analysis.Lineage;

public class OutletKeyTests
{
    [Theory]
    [InlineData("The Pellow Post", "PellowPost")]
    [InlineData("Pellow-Post", "pellow post")]
    [InlineData("Pellow Post (Harrow)", "Pellow Post")]
    [InlineData("Pellow Post Online", "Pellow Post")]
    public void Spellings_of_one_name_have_one_key(string one, string other) => Assert.Equal(OutletKey.Of(one), OutletKey.Of(other));

    [Theory]
    [InlineData("Harrow Valley Press", "HVP", true)]
    [InlineData("The Harrow Valley Press", "Harrow Valley Press", true)]
    [InlineData("Harrow Press", "HP", false)]
    [InlineData("Harrow Valley Press", "Valley Press", false)]
    public void An_outlet_answers_to_its_name_and_to_its_initials_if_there_are_enough(string outlet, string credited, bool isSelf)
        => Assert.Equal(isSelf, OutletKey.IsSelf(credited, new Outlet(outlet)));

    [Fact]
    public void An_outlet_answers_to_its_domain()
    {
        Assert.True(OutletKey.IsSelf("Pellow Post", new Outlet(null, "www.pellowpost.co.uk")));
        Assert.True(OutletKey.IsSelf("pellowpost", new Outlet("The Post", "news.pellowpost.example")));
    }

    [Fact]
    public void A_house_is_its_outlets_self()
    {
        Assert.True(OutletKey.IsSelf("Vale Group", new Outlet("Pellow Post", null, "Vale Group")));
        Assert.False(OutletKey.IsSelf("Harrow Courier", new Outlet("Pellow Post", null, "Vale Group")));
    }

    [Fact]
    public void No_outlet_answers_to_nothing() => Assert.Empty(OutletKey.Of((Outlet?)null));
}
