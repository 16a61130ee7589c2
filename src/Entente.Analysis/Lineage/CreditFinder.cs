using System.Collections.Immutable;
using Entente.Analysis.Text;

namespace Entente.Analysis.Lineage;

/// <summary>Finds where a report names another outlet as its source.</summary>
/// <remarks>
/// Names of the report's own outlet, pronouns ("told us"), bodies and unnamed reports are no credits; neither is what readers say
/// in comments. Examples: <c>docs/specs/credits.md</c>. Linear in the length of the text.
/// </remarks>
public static partial class CreditFinder
{
    /// <summary>The credits of <paramref name="document"/> in order of place.</summary>
    /// <param name="register">Extended by the outlets of the pile (<see cref="OutletRegister.With(IEnumerable{Outlet})"/>), names that no form tells are found too.</param>
    public static ImmutableArray<Credit> Find(Document document, OutletRegister register)
    {
        ArgumentNullException.ThrowIfNull(document);
        ArgumentNullException.ThrowIfNull(register);
        Search search = new(document, register);
        int lastBody = -1;
        for (int b = 0; b < document.Blocks.Length; b++)
        {
            lastBody = document.Blocks[b].Kind is BlockKind.Body or BlockKind.Quote ? b : lastBody;
        }

        for (int b = 0; b < document.Blocks.Length; b++)
        {
            Block block = document.Blocks[b];
            switch (block.Kind)
            {
                case BlockKind.Byline:
                    search.Byline(block.Span);
                    break;
                case BlockKind.Dateline:
                    search.Dateline(block.Span);
                    break;
                case BlockKind.Body or BlockKind.Quote or BlockKind.Headline:
                    search.Phrases(block.Span);
                    search.LineForms(block.Span, isLast: b == lastBody, isCreditLine: false);
                    break;
                case BlockKind.Rights or BlockKind.Furniture:
                    search.LineForms(block.Span, isLast: true, isCreditLine: block.Kind == BlockKind.Rights);
                    break;
                default:
                    break;
            }
        }

        search.StatedByline();
        search.Links();
        return search.Credits();
    }

    /// <summary>One document's search: its words, its own name, what was found.</summary>
    private sealed partial class Search
    {
        private const string CopyrightRule = "copyright";

        private readonly Document _document;
        private readonly string _text;
        private readonly OutletRegister _register;
        private readonly OutletNames _names;
        private readonly List<Word> _words = [];
        private readonly List<Credit> _found = [];
        private readonly List<Credit> _links = [];
        private readonly List<string> _own = [];

        public Search(Document document, OutletRegister register)
        {
            _document = document;
            _text = document.Text;
            _register = register;
            _names = new OutletNames(document, register);
            if (document.Outlet is { } outlet)
            {
                AddOwn(outlet.Name);
                AddOwn(outlet.Domain is { } domain ? register.TryFindByDomain(domain)?.Name ?? domain : null);
            }
        }

        public ImmutableArray<Credit> Credits()
        {
            List<Credit> kept = [];
            Dictionary<string, TextSpan> last = new(StringComparer.Ordinal);
            foreach (Credit credit in _found.OrderBy(c => c.Span.Start).ThenByDescending(c => c.Span.Length).ThenBy(c => c.Kind))
            {
                // Two phrases may find one credit ("told a Reuters reporter"): the first and longest stands.
                if (!last.TryGetValue(credit.Outlet, out TextSpan before) || (before != credit.Span && !before.Overlaps(credit.Span)))
                {
                    kept.Add(credit);
                    last[credit.Outlet] = credit.Span;
                }
            }

            int phrases = kept.Count;
            int next = 0;
            foreach (Credit link in _links.OrderBy(c => c.Span.Start))
            {
                while (next < phrases && kept[next].Span.End <= link.Span.Start)
                {
                    next++;
                }

                bool said = false;
                for (int k = next; k < phrases && kept[k].Span.Start < link.Span.End; k++)
                {
                    said |= kept[k].Outlet == link.Outlet && kept[k].Span.Overlaps(link.Span);
                }

                if (!said)
                {
                    kept.Add(link);
                }
            }

            return [.. kept.Where(c => !IsOwnCopyright(c, kept)).Select(c => InFull(c, kept)).OrderBy(c => c.Span.Start).ThenBy(c => c.Span.End).ThenBy(c => c.Kind)];
        }

        /// <summary>A report that names no outlet of its own and carries "© X" is most likely X's, unless it credits X elsewhere too.</summary>
        private bool IsOwnCopyright(Credit credit, List<Credit> all) => credit.Rule == CopyrightRule && _document.Outlet?.Name is null
            && !all.Exists(other => other.Rule != CopyrightRule && other.Outlet == credit.Outlet);

        /// <summary>"the Ledger", where the report credits one paper whose name ends so: the Harbour Ledger.</summary>
        private static Credit InFull(Credit credit, List<Credit> all)
        {
            if (credit.Outlet.Contains(' ', StringComparison.Ordinal))
            {
                return credit;
            }

            string[] longer = [.. all.Select(c => c.Outlet).Where(name => name.EndsWith(" " + credit.Outlet, StringComparison.Ordinal)).Distinct(StringComparer.Ordinal)];
            string[] keys = [.. longer.Select(name => OutletRegister.KeyOf(name)).Distinct(StringComparer.Ordinal)];
            return keys.Length == 1 ? credit with { Outlet = longer.Order(StringComparer.Ordinal).First(), Rule = credit.Rule + "+short-name" } : credit;
        }

        /// <summary>"By Harbour Wire", "By Ana Roe, Harbour Wire", "Harbour Star via Harbour Wire".</summary>
        public void Byline(TextSpan span)
        {
            string line = span.Of(_text);
            AddFromByline(line, span);
        }

        /// <summary>A byline given beside the text (a record, a page's metadata): it has no place in the text.</summary>
        public void StatedByline()
        {
            foreach (string name in _document.Byline)
            {
                if (!_found.Exists(c => c.Kind == CreditKind.Byline))
                {
                    AddFromByline(name, default);
                }
            }
        }

        private void AddFromByline(string line, TextSpan span)
        {
            string names = line;
            foreach (string opening in (ReadOnlySpan<string>)["Articles by:", "Article by:", "Written by", "Story by", "Author:", "By:", "By "])
            {
                if (names.StartsWith(opening, StringComparison.OrdinalIgnoreCase))
                {
                    names = names[opening.Length..];
                    break;
                }
            }

            foreach (string part in names.Split([" via ", " for ", " / ", " | ", ", ", " and ", " with ", " - ", " – ", " — "], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
            {
                if (_names.TryReadWhole(part) is { } outlet)
                {
                    int at = span.IsEmpty ? -1 : line.IndexOf(part, StringComparison.Ordinal);
                    TextSpan place = at < 0 ? default : at > 0 && names.Trim() == part ? span : new TextSpan(span.Start + at, span.Start + at + part.Length);
                    Add(CreditKind.Byline, outlet.Name, place, "byline-outlet");
                }
            }
        }

        /// <summary>"LONDON, March 3 (Harbour Wire) —", "Harbour Wire –".</summary>
        public void Dateline(TextSpan span)
        {
            string line = span.Of(_text);
            int open = line.LastIndexOf('(');
            int close = line.LastIndexOf(')');
            if (open >= 0 && close > open)
            {
                foreach (string part in line[(open + 1)..close].Split('/', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
                {
                    if (_names.TryReadWhole(part) is { } agency)
                    {
                        int at = line.IndexOf(part, open, StringComparison.Ordinal);
                        bool alone = at == open + 1 && at + part.Length == close;
                        Add(CreditKind.Dateline, agency.Name, alone ? new TextSpan(span.Start + open, span.Start + close + 1) : new TextSpan(span.Start + at, span.Start + at + part.Length), "dateline-brackets");
                    }
                }

                return;
            }

            string mark = line.TrimEnd(' ', '-', '–', '—', ':');
            if (_names.TryReadWhole(mark) is { } dateword)
            {
                Add(CreditKind.Dateline, dateword.Name, new TextSpan(span.Start, span.Start + mark.Length), "dateline-mark");
            }
        }

        /// <summary>Links to another outlet's pages, or whose words name one; only where no phrase has credited it already.</summary>
        public void Links()
        {
            foreach (Link link in _document.Links)
            {
                if (link.Href.StartsWith("mailto:", StringComparison.OrdinalIgnoreCase) || !IsInReporting(link.Span))
                {
                    continue;
                }

                string? host = OutletNames.HostOf(link.Href);
                Outlet? listed = host is null ? null : _register.TryFindByDomain(host);
                if (listed?.Name is { } name)
                {
                    Add(CreditKind.Link, name, link.Span, "link-host");
                    continue;
                }

                OutletNames.ReadWords(_text, link.Span, _words);
                for (int i = 0; i < _words.Count; i++)
                {
                    if (_names.TryReadForward(_words, i) is { } named)
                    {
                        Add(CreditKind.Link, named.Name, link.Span, "link-words");
                        break;
                    }
                }
            }
        }

        private bool IsInReporting(TextSpan span)
        {
            foreach (Block block in _document.Blocks)
            {
                if (block.Span.Contains(span))
                {
                    return block.Kind is BlockKind.Body or BlockKind.Quote;
                }
            }

            return false;
        }

        private void Add(CreditKind kind, string outlet, TextSpan span, string rule)
        {
            if (!IsOwn(outlet))
            {
                (kind == CreditKind.Link ? _links : _found).Add(new Credit(kind, outlet, span, rule));
            }
        }

        private void AddOwn(string? name)
        {
            if (name is null)
            {
                return;
            }

            int bracket = name.IndexOf(" (", StringComparison.Ordinal);
            string bare = bracket > 0 ? name[..bracket] : name;
            _own.Add(OutletRegister.KeyOf(_register.TryFindByName(bare)?.Name ?? bare));
            _own.Add(OutletRegister.KeyOf(bare));
        }

        /// <summary>Its own name, or a part of it as papers call themselves: "the Reporter" for the Aller Valley Reporter.</summary>
        private bool IsOwn(string outlet)
        {
            string key = OutletRegister.KeyOf(outlet);
            foreach (string own in _own)
            {
                if (key == own || (key.Length >= 4 && own.Length > key.Length && own.EndsWith(key, StringComparison.Ordinal) && !outlet.Contains(' ', StringComparison.Ordinal))
                    || (key.Length >= 8 && (own.StartsWith(key, StringComparison.Ordinal) || key.StartsWith(own, StringComparison.Ordinal))))
                {
                    return true;
                }
            }

            return false;
        }
    }
}
