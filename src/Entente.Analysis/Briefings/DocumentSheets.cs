using System.Collections.Immutable;
using System.Text.Json;
using Entente.Analysis.Attributions;
using Entente.Analysis.Text;

namespace Entente.Analysis.Briefings;

/// <summary>A sheet for each report: what was read and, where it was analysed, who is quoted. For a person who checks the reading.</summary>
/// <remarks>Reports are written as they come and nothing is kept, so any number of them can pass.</remarks>
public static class DocumentSheets
{
    private const string NoHeadline = "(no headline)";
    private const int LabelColumns = 12;

    public static void Write(IEnumerable<DocumentFindings> documents, TextWriter output, SheetFormat format, int width, bool color)
    {
        switch (format)
        {
            case SheetFormat.Html:
                WriteHtml(documents, output);
                break;
            case SheetFormat.Markdown:
                WriteMarkdown(documents, output);
                break;
            default:
                WriteText(documents, new TerminalPage(output, width, color));
                break;
        }
    }

    private static void WriteText(IEnumerable<DocumentFindings> documents, TerminalPage page)
    {
        foreach (DocumentFindings found in documents)
        {
            page.Heading(Title(found.Document));
            foreach ((string label, Phrase value) in Facts(found))
            {
                Phrase line = new Phrase().Faint(label.PadRight(LabelColumns - 3, '\u00A0')).Say(" ");
                foreach (PhrasePiece piece in value.Pieces)
                {
                    line.Add(piece);
                }

                page.Line(2, LabelColumns, line);
            }

            foreach (Phrase quotation in Quotations(found))
            {
                page.Line(LabelColumns, LabelColumns + 2, quotation);
            }

            page.Blank();
        }
    }

    private static void WriteMarkdown(IEnumerable<DocumentFindings> documents, TextWriter output)
    {
        foreach (DocumentFindings found in documents)
        {
            output.Write($"## {MarkdownText.Escaped(Title(found.Document))}\n\n");
            foreach ((string label, Phrase value) in Facts(found))
            {
                output.Write($"- {label}: {MarkdownText.Of(value)}\n");
            }

            foreach (Phrase quotation in Quotations(found))
            {
                output.Write($"  - {MarkdownText.Of(quotation)}\n");
            }

            output.Write('\n');
        }
    }

    private static void WriteHtml(IEnumerable<DocumentFindings> documents, TextWriter output)
    {
        output.Write("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
            + "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n"
            + "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>Reports as read</title>\n<style>\n");
        output.Write(DataFile.Text("Briefings/sheets.css"));
        output.Write("</style>\n</head>\n<body>\n<main>\n<h1>Reports as read</h1>\n");
        foreach (DocumentFindings found in documents)
        {
            Document document = found.Document;
            output.Write($"<article>\n<h2>{HtmlText.Foreign(Title(document), document.Language)}</h2>\n<dl>\n");
            foreach ((string label, Phrase value) in Facts(found))
            {
                output.Write($"<dt>{label}</dt><dd>{HtmlText.Of(value)}</dd>\n");
            }

            output.Write("</dl>\n");
            ImmutableArray<Phrase> quotations = [.. Quotations(found)];
            if (!quotations.IsEmpty)
            {
                output.Write("<ul>\n" + string.Concat(quotations.Select(q => $"<li>{HtmlText.Of(q)}</li>\n")) + "</ul>\n");
            }

            foreach (Block block in document.Blocks)
            {
                string kind = Word(block.Kind);
                string who = (block.Author is { } author ? $" by {author}" : "") + (block.ReplyTo is { } answered ? $", to {answered}" : "");
                output.Write($"<div class=\"block {kind}\"><span class=\"kind\">{HtmlText.Escaped(kind + who)}</span><p>{HtmlText.Foreign(block.Span.Of(document.Text), document.Language)}</p></div>\n");
            }

            output.Write("</article>\n");
        }

        output.Write("</main>\n</body>\n</html>\n");
    }

    private static string Title(Document document) => document.Title is { } title ? ForeignText.OneLine(title) : NoHeadline;

    private static IEnumerable<(string Label, Phrase Value)> Facts(DocumentFindings found)
    {
        Document document = found.Document;
        yield return ("id", Of(document.Id));
        if (document.Outlet is { } outlet)
        {
            yield return ("outlet", Of(string.Join(", ", new[] { outlet.Name, outlet.Domain, outlet.Family is { } family ? $"family {family}" : null }.OfType<string>())));
        }

        if (!document.Byline.IsEmpty)
        {
            yield return ("by", Of(string.Join("; ", document.Byline)));
        }

        yield return ("published", document.Published is { } time ? At(time) : Of("undated"));
        if (document.Updated is { } updated)
        {
            yield return ("updated", At(updated));
        }

        if ((document.Url ?? document.Path) is { } place)
        {
            yield return ("at", Of(place));
        }

        yield return ("language", Of(document.Language));
        yield return ("blocks", Of(string.Join(", ", document.Blocks.GroupBy(b => b.Kind).OrderBy(g => g.Key).Select(g => $"{g.Count()} {Word(g.Key)}"))));
        foreach (Credit credit in document.Credits)
        {
            // What metadata states covers no words of the text.
            yield return ("credit", credit.Span.IsEmpty
                ? Of(credit.Outlet).Say($" ({Word(credit.Kind)}, stated beside the text)")
                : Of(credit.Outlet).Say($" ({Word(credit.Kind)}: ").Quote(ForeignText.OneLine(credit.Span.In(document.Text))).Say(")"));
        }

        foreach (Diagnostic diagnostic in document.Diagnostics)
        {
            yield return (diagnostic.Code, Of(diagnostic.Message));
        }

        if (!found.Tokenized.Sentences.IsEmpty)
        {
            yield return ("sentences", Of($"{found.Tokenized.Sentences.Length} ({found.Tokenized.Tokens.Length} tokens)"));
        }

        if (found.Attributions.Count(a => a.IsQuoted) is > 0 and var quotations)
        {
            yield return ("quotations", Of($"{quotations}"));
        }

        static Phrase Of(string words) => Phrase.Of(ForeignText.OneLine(words));

        static Phrase At(StatedTime time) => Phrase.Of(time.Value).Faint($" (from {Word(time.From)})");
    }

    private static IEnumerable<Phrase> Quotations(DocumentFindings found)
    {
        string text = found.Document.Text;
        foreach (Attribution attribution in found.Attributions.Where(a => a.IsQuoted))
        {
            Phrase phrase = new Phrase().Speech(Join([.. attribution.Quoted])).Say(" — ");
            if (attribution.Source.IsEmpty)
            {
                phrase.Faint("speaker not stated");
            }
            else
            {
                phrase.Name(Join(attribution.Source));
            }

            yield return attribution.Recipient.IsEmpty ? phrase : phrase.Say($", to {Join(attribution.Recipient)}");
        }

        string Join(ImmutableArray<TextSpan> spans) => string.Join(" … ", spans.Select(s => ForeignText.OneLine(s.In(text))));
    }

    private static string Word<TChoice>(TChoice choice)
        where TChoice : struct, Enum => JsonNamingPolicy.KebabCaseLower.ConvertName(choice.ToString());
}
