namespace Entente.Analysis.Briefings;

/// <summary>A quotation that several reports carry as part of a page: its wordings side by side, on a phone one below the other.</summary>
internal static class FamilyHtml
{
    public const string Key = "<p class=\"key\"><span>Against the first wording: <del class=\"bears\">left out</del>, <ins class=\"bears\">put in</ins> – set strong and underlined where it changes what was said;</span> "
        + "<span><del>spelling</del> or <ins>form</ins> only.</span></p>";

    /// <param name="level">Of the heading.</param>
    /// <param name="more">What else there is to say of it.</param>
    public static void Write(TextWriter writer, WordingTable quotation, ReportList list, int level, params IEnumerable<Phrase> more)
    {
        writer.Write($"<article class=\"quotation\">\n<h{level}>{HtmlText.Of(FamilyWords.Speaker(quotation))}</h{level}>\n");
        foreach (Phrase line in new[] { FamilyWords.Vote(quotation, list) }.OfType<Phrase>().Concat(more))
        {
            writer.Write($"<p class=\"vote\">{HtmlText.Of(line)}</p>\n");
        }

        writer.Write("<div class=\"sides\">\n");
        foreach (Wording wording in quotation.Wordings)
        {
            string printers = string.Join(", ", wording.Citations.Select(c => $"{HtmlText.Foreign(ReportList.NameOf(list.Reports[c.Report - 1].Document))} {HtmlText.Cite(c)}"));
            writer.Write($"<figure><blockquote>“<bdi>{HtmlText.Of(wording.Pieces)}</bdi>”</blockquote><figcaption>{printers}</figcaption></figure>\n");
        }

        writer.Write("</div>\n");
        if (!quotation.Edits.IsEmpty)
        {
            writer.Write("<ul class=\"edits\">\n");
            foreach (SharedEdit edit in quotation.Edits)
            {
                string label = edit.MeaningBearing ? "<strong class=\"bears\">changes what was said</strong> " : "";
                writer.Write($"<li{(edit.MeaningBearing ? " class=\"bears\"" : "")}>{label}{HtmlText.Of(BriefingWords.Edit(edit))}</li>\n");
            }

            writer.Write("</ul>\n");
        }

        writer.Write("</article>\n");
    }
}
