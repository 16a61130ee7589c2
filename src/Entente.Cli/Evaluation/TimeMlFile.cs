using System.Text;
using System.Xml;
using Entente.Analysis.Scoring;
using Entente.Analysis.Text;

namespace Entente.Cli.Evaluation;

/// <summary>A report in TimeML: its text, its day, and the expressions of time marked in it.</summary>
/// <remarks>Every line is a paragraph. The creation time is the report's day and counts as no expression; what stands outside TEXT is not read.</remarks>
internal sealed record TimeMlFile(Document Document, IReadOnlyList<GoldTime> Gold)
{
    public static TimeMlFile Read(string path)
    {
        StringBuilder text = new();
        List<GoldTime> gold = [];
        Stack<(int Start, string? Value)> open = [];
        StatedTime? published = null;
        bool inText = false, inCreation = false;
        using XmlReader xml = XmlReader.Create(path, new XmlReaderSettings { DtdProcessing = DtdProcessing.Ignore, XmlResolver = null });
        while (xml.Read())
        {
            switch (xml.NodeType)
            {
                case XmlNodeType.Element when xml.LocalName == "DCT":
                    inCreation = true;
                    break;
                case XmlNodeType.Element when xml.LocalName == "TEXT":
                    inText = true;
                    break;
                case XmlNodeType.Element when xml.LocalName == "TIMEX3" && inCreation:
                    published = DateOnly.TryParseExact((xml.GetAttribute("value") ?? "").Split('T')[0], "yyyy-MM-dd", out DateOnly day) ? StatedTime.FromDay(day, TimeOrigin.Record) : null;
                    break;
                case XmlNodeType.Element when xml.LocalName == "TIMEX3" && inText && !xml.IsEmptyElement:
                    open.Push((text.Length, xml.GetAttribute("value")));
                    break;
                case XmlNodeType.EndElement when xml.LocalName == "DCT":
                    inCreation = false;
                    break;
                case XmlNodeType.EndElement when xml.LocalName == "TEXT":
                    inText = false;
                    break;
                case XmlNodeType.EndElement when xml.LocalName == "TIMEX3" && open.Count > 0:
                    (int start, string? value) = open.Pop();
                    gold.Add(new GoldTime(new TextSpan(start, text.Length), value));
                    break;
                case XmlNodeType.Text or XmlNodeType.Whitespace or XmlNodeType.SignificantWhitespace or XmlNodeType.CDATA when inText:
                    text.Append(xml.Value);
                    break;
                default:
                    break;
            }
        }

        gold.Sort((one, other) => one.Span.CompareTo(other.Span));
        string all = text.ToString();
        return new TimeMlFile(
            new Document
            {
                Id = Path.GetFileNameWithoutExtension(path),
                Sha256 = "",
                Text = all,
                Blocks = [.. Lines(all)],
                Language = "en",
                Published = published,
            },
            gold);
    }

    private static IEnumerable<Block> Lines(string text)
    {
        for (int start = 0; start < text.Length;)
        {
            int end = text.IndexOf('\n', start);
            end = end < 0 ? text.Length : end;
            if (!string.IsNullOrWhiteSpace(text[start..end]))
            {
                yield return new Block(BlockKind.Body, new TextSpan(start, end));
            }

            start = end + 1;
        }
    }
}
