using System.Text;
using Entente.Reading.Charsets;

namespace Entente.Tests.Reading.Charsets;

public sealed class TextDecoderTests
{
    private const string French = "Les dockers du port ont cessé le travail mardi ; la grève, a déclaré le préfet, « durera » jusqu’à samedi.";
    private const string Russian = "Докеры порта прекратили работу во вторник, сообщил профсоюз, и забастовка может продлиться неделю.";
    private const string Japanese = "港の労働者は火曜日に仕事を停止した。組合によると、ストライキは一週間続く可能性がある。";

    static TextDecoderTests() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    [Theory]
    [InlineData("utf-8", French)]
    [InlineData("utf-16", Russian)]
    [InlineData("utf-16BE", Russian)]
    [InlineData("utf-32", French)]
    public void A_byte_order_mark_goes_before_everything(string charset, string text)
    {
        Encoding encoding = Encoding.GetEncoding(charset);
        DecodedText decoded = TextDecoder.Decode([.. encoding.GetPreamble(), .. encoding.GetBytes(text)], "x", header: "iso-8859-5");

        Assert.Equal(text, decoded.Text);
        Assert.Empty(decoded.Diagnostics);
    }

    [Theory]
    [InlineData("utf-16", "Dockers walked out on Tuesday, the union said.")]
    [InlineData("utf-16BE", "Dockers walked out on Tuesday, the union said.")]
    [InlineData("utf-16", Russian)]
    public void Utf_16_without_a_mark_is_known_by_its_zero_bytes(string charset, string text) =>
        Assert.Equal(text, TextDecoder.Decode(Encoding.GetEncoding(charset).GetBytes(text), "x").Text);

    [Theory]
    [InlineData("windows-1252", French)]
    [InlineData("iso-8859-15", French)]
    [InlineData("windows-1251", Russian)]
    [InlineData("koi8-r", Russian)]
    [InlineData("shift_jis", Japanese)]
    [InlineData("euc-jp", Japanese)]
    public void A_declared_charset_is_used(string charset, string text)
    {
        text = charset == "iso-8859-15" ? text.Replace('’', '\'') : text;
        byte[] bytes = Encoding.GetEncoding(charset).GetBytes(text);

        DecodedText byHeader = TextDecoder.Decode(bytes, "x", header: charset);
        byte[] page = [.. Encoding.ASCII.GetBytes($"<html><head><meta http-equiv=\"Content-Type\" content=\"text/html; charset={charset}\"></head><body>"), .. bytes];
        DecodedText byMeta = TextDecoder.Decode(page, "x", isMarkup: true);

        Assert.Equal(text, byHeader.Text);
        Assert.EndsWith(text, byMeta.Text, StringComparison.Ordinal);
        Assert.Empty(byHeader.Diagnostics);
        Assert.Empty(byMeta.Diagnostics);
    }

    [Theory]
    [InlineData("windows-1252", French)]
    [InlineData("windows-1251", Russian)]
    [InlineData("shift_jis", Japanese)]
    [InlineData("utf-8", Russian)]
    public void An_undeclared_charset_is_told_from_the_bytes(string charset, string text) =>
        Assert.Equal(text, TextDecoder.Decode(Encoding.GetEncoding(charset).GetBytes(text), "x").Text);

    [Fact]
    public void Bytes_that_are_no_utf_8_overrule_a_declaration_of_it()
    {
        DecodedText decoded = TextDecoder.Decode(Encoding.GetEncoding("windows-1252").GetBytes(French), "x", header: "utf-8");

        Assert.Equal(French, decoded.Text);
        Assert.Equal("W1102", Assert.Single(decoded.Diagnostics).Code);
    }

    [Fact]
    public void Utf_8_overrules_a_declaration_of_another_charset()
    {
        DecodedText decoded = TextDecoder.Decode(Encoding.UTF8.GetBytes(French), "x", header: "ISO-8859-1");

        Assert.Equal(French, decoded.Text);
        Assert.Equal("W1102", Assert.Single(decoded.Diagnostics).Code);
    }

    [Fact]
    public void Latin_1_means_windows_1252()
    {
        DecodedText decoded = TextDecoder.Decode([(byte)'a', 0x93, (byte)'b', 0x94], "x", header: "iso-8859-1");

        Assert.Equal("a“b”", decoded.Text);
    }

    [Fact]
    public void A_few_broken_bytes_in_utf_8_are_marked_and_counted()
    {
        byte[] bytes = [.. Encoding.UTF8.GetBytes(Russian), 0xC3, (byte)' ', .. Encoding.UTF8.GetBytes(Russian)];

        DecodedText decoded = TextDecoder.Decode(bytes, "x");

        Assert.Equal(Russian + "\uFFFD " + Russian, decoded.Text);
        Assert.Equal("W1101", Assert.Single(decoded.Diagnostics).Code);
        Assert.Contains("1 bytes", decoded.Diagnostics[0].Message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_unknown_or_dangerous_charset_name_is_passed_over()
    {
        Assert.Equal("+ADw-b+AD4-", TextDecoder.Decode("+ADw-b+AD4-"u8, "x", header: "utf-7").Text);
        Assert.Equal(French, TextDecoder.Decode(Encoding.UTF8.GetBytes(French), "x", header: "klingon-8").Text);
    }

    [Fact]
    public void A_stray_zero_byte_does_not_make_a_text_binary()
    {
        DecodedText decoded = TextDecoder.Decode("Dockers walked out\0 on Tuesday."u8, "x");

        Assert.Equal("Dockers walked out\0 on Tuesday.", decoded.Text);
    }
}
