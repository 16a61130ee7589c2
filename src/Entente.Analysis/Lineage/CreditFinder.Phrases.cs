using System.Buffers;
using Entente.Analysis.Text;

namespace Entente.Analysis.Lineage;

public static partial class CreditFinder
{
    private static readonly SearchValues<char> s_closingMarks = SearchValues.Create(".,;!?)");

    private readonly record struct Cue(CreditKind Kind, string Rule, string[] Words);

    /// <summary>Phrases with the outlet right behind them. The longest that fits counts.</summary>
    private static readonly Cue[] s_forward = Cues(
        (CreditKind.Told, "told", "told|tells|telling|in an interview with|in an interview to|in an interview for|in an interview by|in an interview published by|in an interview published in|in an interview on|interview with|interview to|interviewed by|interviewed on|speaking to|speaking with|speaking on|spoke to|spoke with|speaks to|talking to|talked to|in comments to|in remarks to|in a statement to|comments to|statement to|confirmed to|admitted to|explained to|confided to|passed on to|disclosed to|in an email to|in an e-mail to|in a telephone interview with"),
        (CreditKind.AccordingTo, "according-to", "according to|according to a report by|according to a report in|according to a report on|according to a story in|according to an article in|according to reports in|according to reports by|according to sources cited by|citing|citing reports in|citing a report by|citing a report in|quoting|as per|per"),
        (CreditKind.ReportedBy, "reported-by", "reported by|as reported by|first reported by|quoted by|cited by|carried by|carried on|published by|published in|published on|published this week in|broadcast by|broadcast on|aired by|aired on|obtained by|seen by|reviewed by|quoted in|quoted on|cited in|report by|report in|report on|reports in|reports by|story in|story by|article in|article by|article for|account in|investigation by|writing in|writing for|wrote in|op-ed in|told to|appeared in|reported in|reported on|figures compiled by|tally by|count by|counted by|described by|revealed by|revealed in"),
        (CreditKind.Via, "via", "via|by way of|h/t|hat tip to|hat tip|ht"),
        (CreditKind.OriginalSource, "original-source", "original source of this article is|original source of this story is|original source|originally published by|originally published in|originally published on|originally published at|first published by|first published in|first published on|first published at|originally appeared in|originally appeared on|originally appeared at|first appeared in|first appeared on|first appeared at|republished from|reprinted from|reproduced from|reposted from|cross-posted from|taken from|adapted from|republished with permission from|reprinted with permission from|republished with permission of|reprinted with permission of|reprinted by permission of|courtesy of|republished courtesy of|permission from|permission of"),
        (CreditKind.Syndicated, "syndicated", "distributed by|syndicated by|provided by|supplied by|with inputs from|with input from|additional reporting by|with reporting by|with material from|with files from"));

    /// <summary>Verbs whose subject, when it is an outlet, reported the matter.</summary>
    private static readonly HashSet<string> s_reportVerbs = new(StringComparer.OrdinalIgnoreCase)
    {
        "reported", "reports", "wrote", "writes", "revealed", "reveals", "published", "publishes", "broadcast", "broadcasts", "aired", "carried", "quoted", "quotes", "cited", "cites", "described", "describes",
        "claimed", "claims", "noted", "notes", "disclosed", "put", "puts", "reporting", "citing", "quoting", "announced", "showed",
    };

    /// <summary>Verbs that any body may be the subject of: only for outlets beyond doubt.</summary>
    private static readonly HashSet<string> s_sayVerbs = new(StringComparer.OrdinalIgnoreCase) { "said", "says", "added", "adds", "stated", "states", "learned", "learnt", "saw", "understands" };

    private static readonly HashSet<string> s_reportNouns = new(StringComparer.OrdinalIgnoreCase)
    {
        "report", "reports", "story", "article", "account", "interview", "investigation", "exclusive", "scoop", "reporting", "coverage", "dispatch",
    };

    private static readonly HashSet<string> s_staff = new(StringComparer.OrdinalIgnoreCase) { "reporter", "correspondent", "journalist", "reporters", "correspondents", "journalists" };

    /// <summary>Verbs that come before the outlet behind a quotation: "…", writes Harbour Gazette.</summary>
    private static readonly HashSet<string> s_invertedVerbs = new(StringComparer.OrdinalIgnoreCase) { "writes", "wrote", "reports", "reported", "said", "says" };

    /// <summary>Words that say what an apposition names: "Harbour Alert, a trade service, …".</summary>
    private static readonly HashSet<string> s_outletNouns = new(StringComparer.OrdinalIgnoreCase)
    {
        "service", "newspaper", "paper", "daily", "weekly", "agency", "newswire", "site", "website", "portal", "magazine", "broadcaster", "bulletin", "newsletter", "blog", "outlet", "tabloid", "channel", "station", "monthly", "publication",
    };

    /// <summary>Words that may stand between an outlet and its verb.</summary>
    private static readonly HashSet<string> s_between = new(StringComparer.OrdinalIgnoreCase)
    {
        "first", "earlier", "also", "later", "has", "had", "now", "separately", "exclusively", "already", "previously", "initially", "subsequently", "on", "early", "late", "this", "last", "week", "month", "yesterday", "today", "which",
        "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "morning", "evening", "night", "afternoon", "then", "again", "itself", "citing",
    };

    private static Cue[] Cues(params (CreditKind Kind, string Rule, string Phrases)[] rows)
    {
        List<Cue> cues = [];
        foreach ((CreditKind kind, string rule, string phrases) in rows)
        {
            foreach (string phrase in phrases.Split('|'))
            {
                cues.Add(new Cue(kind, rule, phrase.Split(' ')));
            }
        }

        // Longest first, so that "in an interview with" is not read as "interview with".
        return [.. cues.OrderByDescending(c => c.Words.Length)];
    }

    /// <summary>The cues by their first word.</summary>
    private static readonly Dictionary<string, Cue[]> s_forwardByFirst = s_forward
        .GroupBy(c => c.Words[0], StringComparer.OrdinalIgnoreCase)
        .ToDictionary(g => g.Key, g => g.ToArray(), StringComparer.OrdinalIgnoreCase);

    private sealed partial class Search
    {
        /// <summary>Credits in running text.</summary>
        public void Phrases(TextSpan span)
        {
            OutletNames.ReadWords(_text, span, _words);
            for (int i = 0; i < _words.Count; i++)
            {
                ReadOnlySpan<char> word = _words[i].Of(_text);
                if (s_forwardByFirst.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(word, out Cue[]? cues))
                {
                    i = Math.Max(i, TryForward(i, cues) - 1);
                }

                TryInverted(i);
                if (i < _words.Count && s_reportVerbs.GetAlternateLookup<ReadOnlySpan<char>>().Contains(_words[i].Of(_text)))
                {
                    TryBackward(i, "outlet-reports", needsCertainty: false);
                }
                else if (i < _words.Count && s_sayVerbs.GetAlternateLookup<ReadOnlySpan<char>>().Contains(_words[i].Of(_text)))
                {
                    TryBackward(i, "outlet-says", needsCertainty: true);
                }
                else if (i < _words.Count && s_staff.GetAlternateLookup<ReadOnlySpan<char>>().Contains(_words[i].Of(_text)))
                {
                    TryStaff(i);
                }
                else if (i < _words.Count && s_reportNouns.GetAlternateLookup<ReadOnlySpan<char>>().Contains(_words[i].Of(_text)))
                {
                    TryPossessive(i);
                }
                else if (i + 2 < _words.Count && IsWord(i, "contributed") && (IsWord(i + 1, "to") || IsWord(i + 1, "reporting")))
                {
                    if (_names.TryReadBackward(_words, i) is { } partner)
                    {
                        Add(CreditKind.Syndicated, partner.Name, Span(partner.First, i + 1), "contributed");
                    }
                }
            }
        }

        /// <summary>A cue at word <paramref name="i"/> with an outlet behind it; returns the word after the cue, 0 if no cue stands here.</summary>
        private int TryForward(int i, Cue[] cues)
        {
            foreach (Cue cue in cues)
            {
                if (!Fits(i, cue.Words))
                {
                    continue;
                }

                int after = i + cue.Words.Length;
                if (after >= _words.Count || !_words[after].Joined && !StartsBracketOrQuote(after))
                {
                    continue;
                }

                if (_names.TryReadForward(_words, after) is not { } outlet)
                {
                    continue;
                }

                if (cue.Kind == CreditKind.Via && IsPictureCredit(_words[i].Start))
                {
                    return outlet.Last;
                }

                // "told Radio Marea's director" names a person by his office, not who was told; "told a Reuters reporter" does.
                Add(cue.Kind, outlet.Name, Span(i, outlet.Last), cue.Rule);
                AddListed(cue, outlet.Last);
                return outlet.Last;
            }

            return 0;
        }

        /// <summary>"told Reuters and the BBC": the second is told as well.</summary>
        private void AddListed(Cue cue, int at)
        {
            while (at + 1 < _words.Count && IsWord(at, "and") && _words[at].Joined && _words[at + 1].Joined && _names.TryReadForward(_words, at + 1) is { IsCertain: true } next)
            {
                Add(cue.Kind, next.Name, Span(at + 1, next.Last), cue.Rule);
                at = next.Last;
            }
        }

        private bool StartsBracketOrQuote(int word) =>
            word > 0 && _words[word].Start - _words[word - 1].End is 2 or 3 && _text[_words[word].Start - 1] is '"' or '“' or '‘' or '\'' or ':' or '[' or ' '
            && _text.AsSpan(_words[word - 1].End, _words[word].Start - _words[word - 1].End).IndexOfAny(s_closingMarks) < 0;

        private void TryBackward(int verb, string rule, bool needsCertainty)
        {
            int end = verb;
            while (end > 0 && verb - end < 5 && s_between.GetAlternateLookup<ReadOnlySpan<char>>().Contains(_words[end - 1].Of(_text)) && _words[end].Joined)
            {
                end--;
            }

            if (end == 0)
            {
                return;
            }

            OutletName? found = _words[end].Joined ? _names.TryReadBackward(_words, end) : TryBeforeApposition(end);
            if (found is not { } outlet || (needsCertainty && !outlet.IsCertain))
            {
                return;
            }

            Add(CreditKind.ReportedBy, outlet.Name, Span(outlet.First, verb + 1), rule);
        }

        /// <summary>"Harbour Alert, a trade service, reported": the outlet before the comma of an apposition that a comma closes.</summary>
        private OutletName? TryBeforeApposition(int end)
        {
            if (_text[_words[end - 1].End] != ',')
            {
                return null;
            }

            int comma = end - 1;
            while (comma > 0 && end - comma < 10 && _words[comma].Joined)
            {
                comma--;
            }

            if (comma == 0 || _text[_words[comma - 1].End] != ',')
            {
                return null;
            }

            ReadOnlySpan<char> opening = _words[comma].Of(_text);
            if (opening is not ("a" or "an" or "the" or "which" or "citing" or "quoting" or "its"))
            {
                return null;
            }

            bool described = false;
            // "the director of a civil aviation agency" is a person.
            for (int w = comma; w < end && !described && _words[w].Of(_text) is not ("of" or "at" or "for" or "in" or "with" or "from" or "to"); w++)
            {
                described |= s_outletNouns.GetAlternateLookup<ReadOnlySpan<char>>().Contains(_words[w].Of(_text));
            }

            return _names.TryReadBackward(_words, comma, described);
        }

        /// <summary>"…", writes Harbour Gazette; only behind a comma or mark, for papers are written to and reported too.</summary>
        private void TryInverted(int i)
        {
            if (i == 0 || i + 1 >= _words.Count || _words[i].Joined || !_words[i + 1].Joined || !s_invertedVerbs.GetAlternateLookup<ReadOnlySpan<char>>().Contains(_words[i].Of(_text))
                || char.IsUpper(_text[_words[i].Start]))
            {
                return;
            }

            bool needsCertainty = IsWord(i, "said") || IsWord(i, "says");
            if (_names.TryReadForward(_words, i + 1) is { } outlet && (!needsCertainty || outlet.IsCertain) && !IsFollowedByStaffOrOffice(outlet.Last))
            {
                Add(CreditKind.ReportedBy, outlet.Name, Span(i, outlet.Last), "outlet-writes");
            }
        }

        /// <summary>"said Harbour Radio director Ana Roe" is said by the director.</summary>
        private bool IsFollowedByStaffOrOffice(int at) => at < _words.Count && _words[at].Joined && _text[_words[at - 1].End] == ' ' && !IsWord(at, "on") && !IsWord(at, "in") && !IsWord(at, "and");

        /// <summary>"a Harbour Wire reporter counted": what an outlet's staff saw.</summary>
        private void TryStaff(int noun)
        {
            if (noun > 0 && _words[noun].Joined && _names.TryReadBackward(_words, noun) is { } outlet)
            {
                Add(CreditKind.ReportedBy, outlet.Name, Span(outlet.First, noun + 1), "outlets-reporter");
            }
        }

        /// <summary>"Harbour Gazette's report", "in a Harbour Gazette interview".</summary>
        private void TryPossessive(int noun)
        {
            if (noun == 0 || _names.TryReadBackward(_words, noun) is not { } outlet)
            {
                return;
            }

            Add(CreditKind.ReportedBy, outlet.Name, Span(outlet.First, noun + 1), "outlets-report");
        }

        /// <summary>"(Jo Roe/Vale Courier via AP)" says who took a picture.</summary>
        private bool IsPictureCredit(int at)
        {
            ReadOnlySpan<char> before = _text.AsSpan(Math.Max(0, at - 80), Math.Min(80, at));
            int open = before.LastIndexOfAny('(', '[');
            return open >= 0 && before[open..].Contains('/') && !before[open..].ContainsAny(')', ']');
        }

        private bool Fits(int at, string[] phrase)
        {
            if (at + phrase.Length > _words.Count)
            {
                return false;
            }

            for (int p = 0; p < phrase.Length; p++)
            {
                if ((p > 0 && !_words[at + p].Joined) || !IsWord(at + p, phrase[p]))
                {
                    return false;
                }
            }

            return true;
        }

        private bool IsWord(int i, string word) => i < _words.Count && _words[i].Of(_text).Equals(word, StringComparison.OrdinalIgnoreCase);

        private TextSpan Span(int first, int end) => new(_words[first].Start, _words[end - 1].End);
    }
}
