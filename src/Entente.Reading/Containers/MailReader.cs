using Entente.Analysis.Text;
using Entente.Reading.Charsets;
using Entente.Reading.Inputs;
using MimeKit;
using MimeKit.Text;

namespace Entente.Reading.Containers;

/// <summary>Reads a report that came as an e-mail: subject, sender, date and the body that reads best. Forwarded messages stay in the text as they stand there.</summary>
/// <remarks>The sender is the byline; it is the outlet only where the register knows its name or domain, for most senders are people.</remarks>
internal static class MailReader
{
    private static readonly string[] s_subjectOpenings = ["re:", "fw:", "fwd:", "aw:", "wg:", "tr:"];

    public static Understood Read(RawReport report, ReadOnlySpan<byte> bytes, ReadingOptions options)
    {
        Understood understood = new(null, new StatedFacts());
        MimeMessage message;
        try
        {
            using MemoryStream stream = new(bytes.ToArray());
            ParserOptions parsing = ParserOptions.Default.Clone();
            parsing.MaxMimeDepth = 64;
            message = MimeMessage.Load(parsing, stream);
        }
        catch (Exception failure) when (failure is FormatException or IOException)
        {
            understood.Diagnostics.Add(DiagnosticCode.MalformedMail.For(report.Input, Failure.Line(failure.Message)));
            return understood;
        }

        using (message)
        {
            bool isMail = message.Headers.Contains(HeaderId.From) || message.Headers.Contains(HeaderId.Subject)
                || message.Headers.Contains(HeaderId.Date) || message.Headers.Contains(HeaderId.MimeVersion) || message.Headers.Contains(HeaderId.Received);
            if (!isMail)
            {
                understood.Diagnostics.Add(DiagnosticCode.MalformedMail.For(report.Input, "no header of a mail"));
                return understood;
            }

            ReadHeaders(message, understood.Facts, options.Outlets);
            understood.Draft = ReadBody(message, report.Input, understood, options);
            if (understood.Draft is null)
            {
                understood.Diagnostics.Clear();
                understood.Diagnostics.Add(DiagnosticCode.NoText.For(report.Input));
            }
        }

        return understood;
    }

    private static void ReadHeaders(MimeMessage message, StatedFacts facts, OutletRegister register)
    {
        facts.Title = Title(message.Subject);
        // A page that a browser saved as .mhtml looks like a mail; its date and sender are the browser's.
        if (message.Headers[HeaderId.ContentLocation] is { } || message.Headers["Snapshot-Content-Location"] is { })
        {
            facts.Url = message.Headers["Snapshot-Content-Location"] ?? message.Headers[HeaderId.ContentLocation];
            return;
        }

        if (message.Headers[HeaderId.Date] is not null && message.Date.Year > 1970)
        {
            facts.Published = StatedTime.FromClock(message.Date.DateTime, message.Date.Offset, HasSeconds(message.Headers[HeaderId.Date]), TimeOrigin.Mail);
        }

        foreach (MailboxAddress sender in message.From.Mailboxes)
        {
            string name = sender.Name?.Trim(' ', '"', '\'') ?? "";
            Outlet? known = (name.Length > 0 ? register.TryFindByName(name) : null) ?? (string.IsNullOrEmpty(sender.Domain) ? null : register.TryFindByDomain(sender.Domain));
            if (known is not null)
            {
                facts.OutletName ??= known.Name;
                facts.OutletDomain ??= known.Domain;
            }

            if (name.Length > 0 && known?.Name != name && !name.Contains('@', StringComparison.Ordinal))
            {
                facts.Byline.Add(name);
            }
        }
    }

    private static bool HasSeconds(string? date) => date is not null && date.AsSpan().Count(':') >= 2;

    private static string? Title(string? subject)
    {
        string title = (subject ?? "").Trim();
        for (int i = 0; i < s_subjectOpenings.Length; i++)
        {
            if (title.StartsWith(s_subjectOpenings[i], StringComparison.OrdinalIgnoreCase))
            {
                title = title[s_subjectOpenings[i].Length..].TrimStart();
                i = -1;
            }
        }

        return title.Length == 0 ? null : title;
    }

    private static DocumentDraft? ReadBody(MimeMessage message, string culprit, Understood understood, ReadingOptions options)
    {
        (TextPart? plain, TextPart? html) = Bodies(message);
        if (plain is not null)
        {
            string text = Decode(plain, culprit, isMarkup: false, understood);
            if (plain.IsFlowed)
            {
                text = new FlowedToText { DeleteSpace = plain.ContentType.Parameters["delsp"]?.Equals("yes", StringComparison.OrdinalIgnoreCase) == true }.Convert(text);
            }

            if (!string.IsNullOrWhiteSpace(text))
            {
                return StatedText.Read(text, understood.Facts.Title, culprit, understood.Diagnostics, options);
            }
        }

        if (html is null)
        {
            return null;
        }

        string markup = Decode(html, culprit, isMarkup: true, understood);
        return string.IsNullOrWhiteSpace(markup) ? null : StatedHtml.Read(markup, understood.Facts.Title, understood.Facts.Url, options);
    }

    // The first of each kind that is no attachment; if there is none, the first of all.
    private static (TextPart? Plain, TextPart? Html) Bodies(MimeMessage message)
    {
        TextPart? plain = null;
        TextPart? html = null;
        foreach (bool takesAttachments in (ReadOnlySpan<bool>)[false, true])
        {
            if (plain is not null || html is not null)
            {
                break;
            }

            foreach (TextPart part in message.BodyParts.OfType<TextPart>())
            {
                if (part.IsAttachment == takesAttachments)
                {
                    plain ??= part.IsPlain ? part : null;
                    html ??= part.IsHtml ? part : null;
                }
            }
        }

        return (plain, html);
    }

    private static string Decode(TextPart part, string culprit, bool isMarkup, Understood understood)
    {
        if (part.Content is null)
        {
            return "";
        }

        using MemoryStream bytes = new();
        part.Content.DecodeTo(bytes);
        DecodedText decoded = TextDecoder.Decode(bytes.GetBuffer().AsSpan(0, (int)bytes.Length), culprit, part.ContentType.Charset, isMarkup);
        understood.Diagnostics.AddRange(decoded.Diagnostics);
        return decoded.Text;
    }
}
