namespace Entente.Analysis.Text;

/// <summary>One kind of trouble: its code, how grave it is, what is wrong and what would help.</summary>
/// <param name="Template">The message; <c>{0}</c> names the culprit.</param>
/// <param name="Help">What the reader can do about it.</param>
/// <remarks>Every code is listed here and nowhere else; <c>docs/reference/errors.md</c> is generated from <see cref="All"/>.</remarks>
public sealed record DiagnosticCode(string Code, Severity Severity, string Template, string Help)
{
    private static readonly List<DiagnosticCode> s_all = [];

    // 10xx: the input as a file
    public static readonly DiagnosticCode NotFound = Define("E1001", Severity.Error, "{0}: no such file or folder", "Check the spelling; quote globs that the shell should not expand.");
    public static readonly DiagnosticCode Unreadable = Define("E1002", Severity.Error, "{0}: cannot be opened: {1}", "Check the file's permissions, or copy it to a folder that you may read.");
    public static readonly DiagnosticCode Empty = Define("E1003", Severity.Error, "{0}: empty", "Fetch the report again: nothing was saved.");
    public static readonly DiagnosticCode Binary = Define("E1004", Severity.Error, "{0}: not text ({1})", "Convert it to text, HTML or PDF with a text layer first.");
    public static readonly DiagnosticCode TooLarge = Define("E1005", Severity.Error, "{0}: larger than the limit of {1}", "Split it, or raise the limit with --max-bytes.");
    public static readonly DiagnosticCode Loop = Define("W1006", Severity.Warning, "{0}: a link back into a folder already being read; skipped", "Nothing need be done; remove the link to be rid of this line.");
    public static readonly DiagnosticCode Truncated = Define("W1007", Severity.Warning, "{0}: the compressed data ends early; what could be unpacked was read", "Fetch the file again.");
    public static readonly DiagnosticCode CorruptArchive = Define("E1008", Severity.Error, "{0}: the compressed data is damaged: {1}", "Fetch the file again.");
    public static readonly DiagnosticCode NothingInFolder = Define("W1009", Severity.Warning, "{0}: no readable file in this folder", "Name a folder that holds reports (.html, .txt, .md, .jsonl, .xml, .eml, .warc, .pdf, or any of them with .gz).");
    public static readonly DiagnosticCode ExpandsTooFar = Define("E1010", Severity.Error, "{0}: unpacks to more than {1}", "Unpack it by hand and check what it holds.");
    public static readonly DiagnosticCode PassedOver = Define("I1011", Severity.Info, "{0}: taken for a file about the folder, not a report of it; passed over", "Name the file itself to have it read.");

    // 11xx: what the bytes hold
    public static readonly DiagnosticCode UndecodableBytes = Define("W1101", Severity.Warning, "{0}: {1} bytes are not valid {2}; each was read as U+FFFD", "Save the page again, or convert it to UTF-8.");
    public static readonly DiagnosticCode CharsetContradicted = Define("W1102", Severity.Warning, "{0}: declared as {1} but read as {2}", "Nothing need be done if the text looks right.");
    public static readonly DiagnosticCode MojibakeRepaired = Define("I1103", Severity.Info, "{0}: text that had been decoded as {1} was put right in {2} places", "Nothing need be done.");
    public static readonly DiagnosticCode NoText = Define("E1104", Severity.Error, "{0}: no report found in it", "If the page is drawn by a script, save it from the browser after it has loaded.");
    public static readonly DiagnosticCode TooDeep = Define("W1105", Severity.Warning, "{0}: nested more than {1} deep; the rest was read flat", "Nothing need be done if the text looks right.");
    public static readonly DiagnosticCode TextCut = Define("W1106", Severity.Warning, "{0}: only the first {1} characters were kept", "Split the file: a report is rarely this long.");
    public static readonly DiagnosticCode LanguageNotAnalysed = Define("I1107", Severity.Info, "{0}: in {1}; read and stored, not analysed", "Analysis knows English; translate the report to have it analysed.");
    public static readonly DiagnosticCode DateUnreadable = Define("W1108", Severity.Warning, "{0}: publication time \"{1}\" cannot be read; the report counts as undated", "Write it as ISO 8601, such as 2026-03-05 or 2026-03-05T14:00+01:00.");
    public static readonly DiagnosticCode DatesDisagree = Define("W1109", Severity.Warning, "{0}: the page states two publication dates, {1} and {2}; the first is used", "Check the page; set the date in front matter if it is wrong.");
    public static readonly DiagnosticCode CharsetGuessed = Define("I1111", Severity.Info, "{0}: no UTF-8, and no charset is declared; read as {1}", "Nothing need be done if the text looks right; else convert it to UTF-8.");
    public static readonly DiagnosticCode OnlyUpdateStated = Define("I1110", Severity.Info, "{0}: states only when it was last changed, {1}; that day stands in for its publication", "Nothing need be done; set the date in front matter if the first publication is known.");

    // 12xx: records and containers
    public static readonly DiagnosticCode MalformedRecord = Define("E1201", Severity.Error, "{0}: not a JSON object: {1}", "Write one JSON object a line, with \"text\" or \"html\".");
    public static readonly DiagnosticCode RecordWithoutText = Define("E1202", Severity.Error, "{0}: the record has neither \"text\" nor \"html\"", "Add one of them.");
    public static readonly DiagnosticCode LineTooLong = Define("E1203", Severity.Error, "{0}: a line longer than {1}", "Write one record a line; split the file if it holds none.");
    public static readonly DiagnosticCode MalformedFeed = Define("E1204", Severity.Error, "{0}: not well-formed XML: {1}; the entries before the error were kept", "Fetch the feed again.");
    public static readonly DiagnosticCode ForbiddenEntity = Define("E1205", Severity.Error, "{0}: declares XML entities; refused", "A feed needs none. Treat a source that sends them with suspicion.");
    public static readonly DiagnosticCode EmptyFeed = Define("W1206", Severity.Warning, "{0}: a feed without entries", "Fetch it again later.");
    public static readonly DiagnosticCode MalformedMail = Define("E1207", Severity.Error, "{0}: not a readable e-mail: {1}", "Export the message again as .eml.");
    public static readonly DiagnosticCode MalformedWarc = Define("E1208", Severity.Error, "{0}: not a readable WARC record: {1}; the records before it were kept", "Make the archive again, or check it with its maker's tool.");
    public static readonly DiagnosticCode PdfToolMissing = Define("E1209", Severity.Error, "{0}: PDF needs poppler's pdftotext, which is not installed", "Install it (Debian: apt install poppler-utils).");
    public static readonly DiagnosticCode PdfFailed = Define("E1210", Severity.Error, "{0}: pdftotext could not read it: {1}", "Check that the file opens in a viewer; a scan needs text recognition first.");
    public static readonly DiagnosticCode MalformedFrontMatter = Define("W1211", Severity.Warning, "{0}: the front matter cannot be read: {1}; it was kept as text", "Write one key: value a line between two lines of ---.");
    public static readonly DiagnosticCode DuplicateId = Define("W1212", Severity.Warning, "{0}: the id \"{1}\" is taken; this report is called \"{2}\"", "Give every report an id of its own.");
    public static readonly DiagnosticCode MalformedRegister = Define("W1213", Severity.Warning, "{0}: row {1} is passed over: {2}", "Write name, aliases, domains (several parted by |), family, country and kind, parted by tabs; all but the name may be empty.");
    public static readonly DiagnosticCode ReaderFailed = Define("E1299", Severity.Error, "{0}: could not be read: {1}", "Please report this with the file: the reader should have said more.");

    // 13xx: a report that is named
    public static readonly DiagnosticCode SeveralReports = Define("E1301", Severity.Error, "{0}: holds {1} reports where one is needed: {2}", "Name one of them behind a #, by its id or its number: FILE#2. entente read FILE lists them.");
    public static readonly DiagnosticCode NoSuchReport = Define("E1302", Severity.Error, "{0}: no report called {1} in it", "entente read FILE lists its reports with their ids.");
    public static readonly DiagnosticCode NamedTwice = Define("E1303", Severity.Error, "{0}: the same report named twice", "Name two different reports.");

    // 14xx: saved files of our own
    public static readonly DiagnosticCode DamagedIndex = Define("E1401", Severity.Error, "{0}: not a readable index of shared text: {1}", "Build it again from the reports.");

    // 15xx: gold data to measure against
    public static readonly DiagnosticCode MalformedAnnotation = Define("E1501", Severity.Error, "{0}: line {1}: {2}; passed over", "Write brat's standoff: T1<tab>Content 10 18<tab>words, E1<tab>Attribution:T2 Content:T1.");
    public static readonly DiagnosticCode MisplacedAnnotation = Define("E1502", Severity.Error, "{0}: line {1}: the text has other words there than \"{2}\"; passed over", "Check that the text is the one that was annotated; places count code points.");
    public static readonly DiagnosticCode AnnotationWithoutContent = Define("W1503", Severity.Warning, "{0}: line {1}: an attribution without content; left out", "Nothing need be done.");
    public static readonly DiagnosticCode UnmappedText = Define("E1504", Severity.Error, "{0}: the text as read is not the text as annotated; left out", "Save the text as UTF-8 without repair of its characters.");
    public static readonly DiagnosticCode MalformedTreebank = Define("E1505", Severity.Error, "{0}: line {1}: {2}; the sentence was left out", "Write CoNLL-U: ten columns parted by tabs, words numbered from 1, an empty line after each sentence.");

    public static IReadOnlyList<DiagnosticCode> All => s_all;

    /// <summary>The diagnostic for one culprit.</summary>
    public Diagnostic For(string culprit, params object[] details) => new(Code, Severity, WithoutControls(Format(culprit, details)) + ". " + Help);

    public Diagnostic At(TextSpan span, string culprit, params object[] details) => For(culprit, details) with { Span = span };

    private string Format(string culprit, object[] details) => details.Length == 0
        ? string.Format(Template, culprit)
        : string.Format(Template, [culprit, .. details]);

    /// <summary>A file's name, or what a parser quotes of its bytes, must not steer the terminal that shows the message.</summary>
    private static string WithoutControls(string message) => message.AsSpan().IndexOfAnyInRange('\0', '\u001F') < 0 && message.AsSpan().IndexOfAnyInRange('\u007F', '\u009F') < 0
        ? message
        : string.Create(message.Length, message, static (clean, from) =>
        {
            for (int i = 0; i < clean.Length; i++)
            {
                clean[i] = char.IsControl(from[i]) ? '\uFFFD' : from[i];
            }
        });

    private static DiagnosticCode Define(string code, Severity severity, string template, string help)
    {
        DiagnosticCode defined = new(code, severity, template, help);
        s_all.Add(defined);
        return defined;
    }
}
