using System.Text;

namespace Entente.Reading.Charsets;

/// <summary>The encodings that pages, mails and feeds mean by the names they use.</summary>
/// <remarks>As in the WHATWG Encoding Standard, Latin-1 and ASCII mean windows-1252 and the older East Asian names their supersets: that is what senders wrote.</remarks>
internal static class CharsetNames
{
    private static readonly Dictionary<string, string> s_meant = new(StringComparer.OrdinalIgnoreCase)
    {
        ["utf8"] = "utf-8",
        ["unicode-1-1-utf-8"] = "utf-8",
        ["ascii"] = "windows-1252",
        ["us-ascii"] = "windows-1252",
        ["ansi_x3.4-1968"] = "windows-1252",
        ["iso-8859-1"] = "windows-1252",
        ["iso8859-1"] = "windows-1252",
        ["iso88591"] = "windows-1252",
        ["iso_8859-1"] = "windows-1252",
        ["latin1"] = "windows-1252",
        ["l1"] = "windows-1252",
        ["cp1252"] = "windows-1252",
        ["x-cp1252"] = "windows-1252",
        ["ansi"] = "windows-1252",
        ["iso-8859-9"] = "windows-1254",
        ["latin5"] = "windows-1254",
        ["iso-8859-11"] = "windows-874",
        ["tis-620"] = "windows-874",
        ["cp1250"] = "windows-1250",
        ["cp1251"] = "windows-1251",
        ["win-1251"] = "windows-1251",
        ["cp1253"] = "windows-1253",
        ["cp1254"] = "windows-1254",
        ["cp1255"] = "windows-1255",
        ["cp1256"] = "windows-1256",
        ["koi8r"] = "koi8-r",
        ["koi"] = "koi8-r",
        ["gb2312"] = "gb18030",
        ["gb_2312-80"] = "gb18030",
        ["gbk"] = "gb18030",
        ["x-gbk"] = "gb18030",
        ["chinese"] = "gb18030",
        ["x-x-big5"] = "big5",
        ["big5-hkscs"] = "big5",
        ["sjis"] = "shift_jis",
        ["shift-jis"] = "shift_jis",
        ["x-sjis"] = "shift_jis",
        ["windows-31j"] = "shift_jis",
        ["ms_kanji"] = "shift_jis",
        ["x-euc-jp"] = "euc-jp",
        ["ks_c_5601-1987"] = "ks_c_5601-1987",
        ["euc-kr"] = "ks_c_5601-1987",
        ["ksc5601"] = "ks_c_5601-1987",
        ["windows-949"] = "ks_c_5601-1987",
        // A page that calls itself UTF-16 in bytes that an ASCII reader understood is in fact UTF-8.
        ["utf-16"] = "utf-8",
        ["utf-16le"] = "utf-8",
        ["utf-16be"] = "utf-8",
    };

    static CharsetNames() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    public static Encoding Western => TryFind("windows-1252")!;

    public static Encoding? TryFind(string name)
    {
        string trimmed = name.Trim(' ', '\t', '\r', '\n', '"', '\'', ';');
        // UTF-7 hides mark-up in harmless letters; nobody sends it in good faith.
        if (trimmed.Length is 0 or > 40 || trimmed.Contains("utf-7", StringComparison.OrdinalIgnoreCase))
        {
            return null;
        }

        try
        {
            return Encoding.GetEncoding(s_meant.GetValueOrDefault(trimmed, trimmed));
        }
        catch (ArgumentException)
        {
            return null;
        }
        catch (NotSupportedException)
        {
            return null;
        }
    }
}
