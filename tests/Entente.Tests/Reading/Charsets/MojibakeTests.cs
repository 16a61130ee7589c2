using System.Text;
using Entente.Reading.Charsets;

namespace Entente.Tests.Reading.Charsets;

public sealed class MojibakeTests
{
    static MojibakeTests() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    [Theory]
    [InlineData("“We won’t go,” he said – the café was shut…")]
    [InlineData("São Paulo, Zürich, Málaga, Besançon")]
    [InlineData("It cost £50 and it was 20 °C.")]
    [InlineData("Докеры порта прекратили работу")]
    [InlineData("港の労働者は火曜日に")]
    [InlineData("A picture 😀 of joy")]
    [InlineData("W Krakowie i Łodzi odbyły się protesty, że już")]
    public void Puts_right_what_was_utf_8_read_as_windows_1252(string text)
    {
        string garbled = Misread(text);
        Assert.NotEqual(text, garbled);

        (string repaired, int places) = Mojibake.Repair(garbled);

        Assert.Equal(text, repaired);
        Assert.True(places > 0);
    }

    [Fact]
    public void Puts_right_what_was_misread_twice() => Assert.Equal("It’s “over”", Mojibake.Repair(Misread(Misread("It’s “over”"))).Text);

    [Theory]
    [InlineData("Le préfet : « il est passé », dit-il, « c’est décidé… »")]
    [InlineData("Le préfet\u00A0: «\u00A0il est passé\u00A0», dit-il, «\u00A0c’est décidé…\u00A0» à 50\u00A0€")]
    [InlineData("Han ropade ”DET ÄR GRÅ” och ”NU GÅR VI PÅ” i går.")]
    [InlineData("NÃO VÃO À GREVE – diz o sindicato")]
    [InlineData("Ân, Ê, Ô, và những người này đã đến")]
    [InlineData("STRAẞE, Straße²¹, Maß³")]
    [InlineData("Докеры порта прекратили работу")]
    [InlineData("plain ASCII text")]
    public void Leaves_plain_text_of_any_language_alone(string text) => Assert.Equal((text, 0), Mojibake.Repair(text));

    [Fact]
    public void One_garbled_place_does_not_spoil_good_text_around_it() =>
        Assert.Equal("Il est passé\u00A0», dit-il, l’été", Mojibake.Repair("Il est passé\u00A0», dit-il, lâ€™été").Text);

    private static string Misread(string text)
    {
        byte[] bytes = Encoding.UTF8.GetBytes(text);
        return Encoding.GetEncoding(1252).GetString(bytes);
    }
}
