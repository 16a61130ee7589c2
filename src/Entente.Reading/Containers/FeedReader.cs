using System.Text;
using System.Xml;
using Entente.Analysis.Text;
using Entente.Reading.Charsets;
using Entente.Reading.Inputs;

namespace Entente.Reading.Containers;

/// <summary>Finds the reports in RSS 0.9x, 1.0 (RDF) and 2.0 and in Atom.</summary>
/// <remarks>Streams over the elements and never recurses. Entries before an error are kept. A document type with declarations in it is refused whole:
/// no feed needs one, and entity bombs do.</remarks>
internal sealed class FeedReader
{
    private readonly InputFile _file;
    private readonly string _xml;
    private readonly int[] _lineStarts;
    private readonly XmlReader _reader;
    private readonly IXmlLineInfo _place;
    private bool _isFeed;
    private string? _title;
    private string? _link;
    private string? _language;

    private FeedReader(InputFile file, string xml, XmlReader reader)
    {
        _file = file;
        _xml = xml;
        _reader = reader;
        _place = (IXmlLineInfo)reader;
        List<int> starts = [0];
        for (int at = 0; (at = xml.IndexOf('\n', at)) >= 0;)
        {
            starts.Add(++at);
        }

        _lineStarts = [.. starts];
    }

    public static IEnumerable<RawReport> Read(InputFile file, byte[] bytes)
    {
        string? path = file.IsStandardInput ? null : file.Name;
        DecodedText decoded = TextDecoder.Decode(bytes, file.Name, isMarkup: true);
        string xml = FeedMarkup.Mend(decoded.Text);
        if (FeedMarkup.DeclaresEntities(xml))
        {
            yield return RawReport.Broken(file.Name, path, DiagnosticCode.ForbiddenEntity.For(file.Name));
            yield break;
        }

        XmlReaderSettings settings = new()
        {
            DtdProcessing = DtdProcessing.Ignore,
            XmlResolver = null,
            CheckCharacters = false,
            IgnoreComments = true,
            IgnoreProcessingInstructions = true,
        };
        using XmlReader reader = XmlReader.Create(new StringReader(xml), settings);
        FeedReader feed = new(file, xml, reader);
        int number = 0;
        while (true)
        {
            RawReport? entry;
            Diagnostic? trouble = null;
            try
            {
                entry = feed.Next(number + 1);
            }
            catch (XmlException failure)
            {
                entry = null;
                trouble = DiagnosticCode.MalformedFeed.For(file.Name, Failure.Line(failure.Message));
            }

            if (entry is null)
            {
                trouble ??= number > 0 ? null : feed._isFeed ? DiagnosticCode.EmptyFeed.For(file.Name) : DiagnosticCode.NoText.For(file.Name);
                if (trouble is not null)
                {
                    yield return RawReport.Broken(file.Name, path, trouble);
                }

                yield break;
            }

            number++;
            yield return number == 1 ? entry with { Diagnostics = decoded.Diagnostics } : entry;
        }
    }

    // The next item or entry; null at the end. What is said of the feed as a whole is noted on the way.
    private RawReport? Next(int number)
    {
        while (_reader.Read())
        {
            if (_reader.NodeType != XmlNodeType.Element)
            {
                continue;
            }

            if (!_isFeed)
            {
                _isFeed = _reader.LocalName is "rss" or "feed" or "RDF" or "channel";
                if (!_isFeed)
                {
                    return null;
                }
            }
            else if (_reader.LocalName is "item" or "entry" && !_reader.IsEmptyElement)
            {
                return Entry(number);
            }
            else if (_reader.LocalName is "image" or "textinput" or "textInput" or "author")
            {
                FeedNode.PassOver(_reader);
            }
            else if (_reader.LocalName == "title" && _title is null)
            {
                _title = FeedNode.ReadWords(_reader);
            }
            else if (_reader.LocalName == "link" && _link is null)
            {
                _link = FeedNode.ReadLink(_reader);
            }
            else if (_reader.LocalName == "language")
            {
                _language = FeedNode.ReadWords(_reader);
            }
        }

        return null;
    }

    private RawReport Entry(int number)
    {
        int start = Place() - 1;
        FeedEntryParts parts = new();
        int depth = _reader.Depth;
        while (_reader.Read() && _reader.Depth > depth)
        {
            if (_reader.NodeType == XmlNodeType.Element)
            {
                parts.Add(_reader);
            }
        }

        int end = _xml.IndexOf('>', Math.Min(Place(), _xml.Length));
        string own = _xml[start..(end < 0 ? _xml.Length : end + 1)];
        return new RawReport($"{_file.Name}#{number}")
        {
            Path = _file.IsStandardInput ? null : _file.Name,
            Stem = $"{_file.Stem}#{number}",
            Form = ReportForm.FeedEntry,
            Bytes = Encoding.UTF8.GetBytes(own),
            Entry = parts.Finish(_title, _link, _language),
        };
    }

    // Of the name in the tag that the reader stands on.
    private int Place()
    {
        int line = Math.Clamp(_place.LineNumber - 1, 0, _lineStarts.Length - 1);
        return Math.Clamp(_lineStarts[line] + _place.LinePosition - 1, 1, _xml.Length);
    }
}
