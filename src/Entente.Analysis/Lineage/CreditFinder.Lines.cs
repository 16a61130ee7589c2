using Entente.Analysis.Text;

namespace Entente.Analysis.Lineage;

public static partial class CreditFinder
{
    private sealed partial class Search
    {
        /// <summary>Openings of a line that is a credit as a whole, with the kind of credit.</summary>
        private static readonly (string Opening, CreditKind Kind, string Rule)[] s_lines =
        [
            ("source:", CreditKind.Trailing, "source-line"),
            ("sources:", CreditKind.Trailing, "source-line"),
            ("(source:", CreditKind.Trailing, "source-line"),
            ("[source:", CreditKind.Trailing, "source-line"),
            ("original source:", CreditKind.OriginalSource, "original-source"),
            ("via", CreditKind.Via, "via"),
            ("(via", CreditKind.Via, "via"),
            ("h/t", CreditKind.Via, "via"),
            ("(h/t", CreditKind.Via, "via"),
            ("hat tip:", CreditKind.Via, "via"),
        ];

        /// <summary>Credits by the form of a line or of a paragraph's end.</summary>
        /// <param name="isLast">Whether nothing of the report follows.</param>
        /// <param name="isCreditLine">Whether all of it says where the text is from: then any name in the right place is an outlet's.</param>
        public void LineForms(TextSpan span, bool isLast, bool isCreditLine)
        {
            ReadOnlySpan<char> line = span.In(_text);
            foreach ((string opening, CreditKind kind, string rule) in s_lines)
            {
                if (line.StartsWith(opening, StringComparison.OrdinalIgnoreCase) && line.Length > opening.Length + 1 && line.Length < 200
                    && (opening[^1] == ':' || char.IsWhiteSpace(line[opening.Length])))
                {
                    AddNames(line[opening.Length..].ToString(), span.Start + opening.Length, span, kind, rule);
                    return;
                }
            }

            if (isCreditLine || line.Length < 300)
            {
                OriginalSource(span, isCreditLine);
            }

            FromLine(span);
            if (isLast || line[^1] is ')' or ']')
            {
                Ending(span, isLast);
            }
        }

        private void AddNames(string names, int offset, TextSpan line, CreditKind kind, string rule)
        {
            int at = 0;
            foreach (string part in names.Split([',', ';', '/', '|'], StringSplitOptions.None))
            {
                string name = part.Trim(' ', '.', ')', ']', '(', '*', ':', '\u00A0');
                if (name.Length > 0 && _names.TryReadWhole(name, anyName: kind != CreditKind.Via && at == 0 && IsName(name)) is { } outlet)
                {
                    int place = names.IndexOf(name, at, StringComparison.Ordinal);
                    Add(kind, outlet.Name, at == 0 ? new TextSpan(line.Start, Math.Min(line.End, offset + place + name.Length)) : new TextSpan(offset + place, offset + place + name.Length), rule);
                }

                at += part.Length + 1;
            }
        }

        /// <summary>"The original source of this article is X", "© X": in a rights line any name there is the owner's.</summary>
        private void OriginalSource(TextSpan span, bool isCreditLine)
        {
            OutletNames.ReadWords(_text, span, _words);
            for (int i = 0; i < _words.Count; i++)
            {
                if (!s_forwardByFirst.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(_words[i].Of(_text), out Cue[]? cues))
                {
                    continue;
                }

                foreach (Cue cue in cues)
                {
                    int after = i + cue.Words.Length;
                    if (cue.Kind is not (CreditKind.OriginalSource or CreditKind.Syndicated) || !Fits(i, cue.Words) || after >= _words.Count)
                    {
                        continue;
                    }

                    if (_names.TryReadForward(_words, after) is { } outlet)
                    {
                        Add(cue.Kind, outlet.Name, Span(i, outlet.Last), cue.Rule);
                        break;
                    }

                    int end = after;
                    while (end < _words.Count && end - after < 6 && (char.IsUpper(_text[_words[end].Start]) || (end > after && _text[_words[end].Start] == '&')) && (end == after || (_words[end].Joined && _text.AsSpan(_words[end - 1].End.._words[end].Start).IndexOf('\n') < 0)))
                    {
                        end++;
                    }

                    if (isCreditLine && end > after)
                    {
                        Add(cue.Kind, _text[_words[after].Start.._words[end - 1].End], Span(i, end), cue.Rule);
                        break;
                    }
                }
            }

            int sign = span.In(_text).IndexOf('©');
            if (!isCreditLine && (sign != 0 || span.Length > 120))
            {
                return;
            }

            if (sign >= 0)
            {
                Owner(span, span.Start + sign);
            }
        }

        /// <summary>"© 2015 X": the owner, where it is another outlet.</summary>
        private void Owner(TextSpan span, int sign)
        {
            int first = 0;
            while (first < _words.Count && (_words[first].Start < sign || char.IsDigit(_text[_words[first].Start]) || IsWord(first, "copyright") || IsWord(first, "by")))
            {
                first++;
            }

            if (first < _words.Count && _words[first].Start - sign <= 16 && _names.TryReadForward(_words, first) is { } owner)
            {
                Add(CreditKind.OriginalSource, owner.Name, new TextSpan(sign, _words[owner.Last - 1].End), CopyrightRule);
            }
        }

        /// <summary>"From Harbour Gazette:" on a line of its own, or opening the report.</summary>
        private void FromLine(TextSpan span)
        {
            ReadOnlySpan<char> line = span.In(_text);
            if (!line.StartsWith("From ", StringComparison.Ordinal))
            {
                return;
            }

            int colon = line.IndexOf(':');
            if (colon is > 5 and < 80 && _names.TryReadWhole(line[5..colon].ToString()) is { } outlet)
            {
                Add(CreditKind.OriginalSource, outlet.Name, new TextSpan(span.Start, span.Start + colon), "from-line");
            }
        }

        /// <summary>"… on Friday. (Harbour Wire)", "… on Friday. — Harbour Wire".</summary>
        private void Ending(TextSpan span, bool isLast)
        {
            string text = _text;
            int end = span.End;
            while (end > span.Start && text[end - 1] is '.' or ' ' or '*')
            {
                end--;
            }

            if (end - span.Start < 3)
            {
                return;
            }

            if (text[end - 1] is ')' or ']')
            {
                char mark = text[end - 1] == ')' ? '(' : '[';
                int open = text.LastIndexOf(mark, end - 1, end - span.Start);
                if (open < 0 || end - open > 120)
                {
                    return;
                }

                string inside = text[(open + 1)..(end - 1)];
                if (inside.Contains('/', StringComparison.Ordinal) && _register.TryFindByName(inside) is null)
                {
                    return; // "(Jo Roe/Harbour Wire)" says who took a picture.
                }

                bool labelled = inside.StartsWith("source:", StringComparison.OrdinalIgnoreCase) || inside.StartsWith("via ", StringComparison.OrdinalIgnoreCase) || inside.StartsWith("h/t ", StringComparison.OrdinalIgnoreCase);
                string name = labelled ? inside[(inside.IndexOfAny([':', ' ']) + 1)..] : inside;
                // A name in brackets explains the word before it, unless it stands behind a finished sentence or is an outlet beyond doubt.
                bool afterSentence = open == span.Start || text[Math.Max(span.Start, open - 2)] is '.' or '”' or '"' or '!' or '?';
                if (_names.TryReadWhole(name) is { } outlet && (labelled || afterSentence || outlet.IsCertain || isLast))
                {
                    CreditKind kind = labelled && !inside.StartsWith("source", StringComparison.OrdinalIgnoreCase) ? CreditKind.Via : CreditKind.Trailing;
                    Add(kind, outlet.Name, new TextSpan(open, end), "trailing-brackets");
                }

                return;
            }

            int dash = text.AsSpan(span.Start, end - span.Start).LastIndexOfAny('—', '–');
            if (isLast && dash >= 0 && end - (span.Start + dash) < 60)
            {
                string name = text[(span.Start + dash + 1)..end];
                bool afterSentence = dash == 0 || text[Math.Max(span.Start, span.Start + dash - 2)] is '.' or '”' or '"';
                if (afterSentence && _names.TryReadWhole(name) is { } outlet)
                {
                    Add(CreditKind.Trailing, outlet.Name, new TextSpan(span.Start + dash, end), "trailing-dash");
                }
            }
        }

        private static bool IsName(string words)
        {
            foreach (string word in words.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            {
                if (char.IsLower(word[0]) && word is not ("of" or "de" or "la" or "and" or "del"))
                {
                    return false;
                }
            }

            return words.Length is > 1 and < 50;
        }
    }
}
