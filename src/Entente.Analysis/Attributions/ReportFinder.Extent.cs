using System.Collections.Immutable;
using Entente.Analysis.Syntax;
using Entente.Analysis.Text;

namespace Entente.Analysis.Attributions;

/// <content>How far the matter reported reaches.</content>
/// <remarks>A parser errs most in where a long phrase ends. What is reported ends, as a rule, where the sentence does, or where it visibly turns to something
/// else: so the tree says where it starts and what must stop it, and the marks of punctuation say the rest.</remarks>
internal sealed partial class ReportFinder
{
    /// <summary>Tokens from a verb to the "that" of what it reports, at the most.</summary>
    private const int FurthestThat = 12;

    private int SentenceEnd => _sentence.FirstToken + _sentence.TokenCount;

    /// <summary>The clause around a quotation whose verb the tree does not join to it: from behind the verb to where the clause ends, or to the end of the quotation
    /// and what follows it without a pause.</summary>
    /// <param name="last">The last token of the quotation.</param>
    /// <param name="names">Whether the verb gives something a name ("called it “…”"), so that the quoted words end what is reported.</param>
    public ImmutableArray<TextSpan> ClauseAround(Sentence sentence, int verb, int last, bool names)
    {
        _sentence = sentence;
        Arguments has = Read(verb);
        int start = StartOfMatter(verb, ReportingLexicon.Find(Word(verb)) is { Verb: { } cue } && cue.Has(CueTakes.Hearer) ? has.Object : -1);
        if (start > last)
        {
            return [];
        }

        _marks.Clear();
        MarkRange(start, names ? last + 1 : Math.Max(last + 1, EndOfClause(start, verb)));
        if (names)
        {
            ExtendMatter(verb);
        }

        return _marks.Spans();
    }

    /// <summary>All of a verb's group, "has repeatedly said", for a quotation read from the words beside it.</summary>
    public ImmutableArray<TextSpan> VerbGroup(Sentence sentence, int verb)
    {
        _sentence = sentence;
        return _parsed.Tags[verb] == PartOfSpeech.Verb ? CueSpans(verb) : [];
    }

    /// <summary>The sentence up to a token, without a conjunction that opens it.</summary>
    public ImmutableArray<TextSpan> SentenceBefore(Sentence sentence, int before)
    {
        _sentence = sentence;
        int start = sentence.FirstToken;
        while (start < before && _parsed.Relations[start] == Relation.Cc)
        {
            start++;
        }

        _marks.Clear();
        MarkRange(start, before);
        return _marks.Spans();
    }

    private char First(int t) => _text[_tokens[t].Start];

    private bool IsPause(int t) => t >= 0 && t < _tokens.Length && _tokens[t].Kind == TokenKind.Punctuation && First(t) is ',' or ';' or ':' or '—' or '–' or '―' or '(' || (First(t) == '-' && _tokens[t].Length >= 1 && IsSpaced(t));

    private bool IsSpaced(int t) => _tokens[t].Start > 0 && char.IsWhiteSpace(_text[_tokens[t].Start - 1]);

    private void MarkRange(int from, int to)
    {
        for (int t = from; t < to; t++)
        {
            _marks.Add(t);
        }
    }

    /// <summary>The first token of a clause behind its verb: past the hearer, and past when, where and how it was said.</summary>
    private int StartOfMatter(int verb, int hearer)
    {
        int t = verb + 1;
        int end = SentenceEnd;
        // "said Monday the pier …", where the tree takes the day into the clause.
        if (t + 1 < end && When.EndFrom(t) == t + 1 && _parsed.Tags[t + 1] is PartOfSpeech.Det or PartOfSpeech.Pron or PartOfSpeech.Propn)
        {
            t++;
        }

        while (t < end)
        {
            // "told the council two days ago that …"
            if (When.EndFrom(t) is var behind && behind > t && behind < end && Is(behind, "that"))
            {
                t = behind;
                break;
            }

            int top = t;
            while (_parsed.Heads[top] >= 0 && _parsed.Heads[top] != verb)
            {
                top = _parsed.Heads[top];
            }

            if (_parsed.Heads[top] != verb)
            {
                break;
            }

            Relation relation = _parsed.Relations[top].Universal();
            if (_tokens[t].Kind == TokenKind.Punctuation && First(t) is ',' or ':')
            {
                t++;
                continue;
            }

            bool skip = top == hearer
                || _parsed.Relations[top] == Relation.CompoundPrt
                || (relation == Relation.Advmod && top == t && !IsQuestionWord(t))
                || (relation == Relation.Obl && IsOccasion(top));
            if (!skip)
            {
                break;
            }

            int right = Rightmost(top);
            // The tree may hang the clause on the hearer: "told officials that …".
            for (t++; t <= right && !(Is(t, "that") && _parsed.Relations[t] is Relation.Mark or Relation.Nsubj or Relation.Obj); t++)
            {
            }

            if (t <= right)
            {
                break;
            }
        }

        return t;
    }

    private bool IsQuestionWord(int t) => Word(t) is "how" or "why" or "when" or "where" or "whether" or "what";

    /// <summary>When, where or to whom something was said: "on Friday", "in a statement", "to reporters".</summary>
    private bool IsOccasion(int phrase)
    {
        if (IsTime(phrase) || _tokens[phrase].Kind == TokenKind.Number)
        {
            return true;
        }

        int marker = Marker(phrase);
        return marker >= 0 && Is(marker, "to") | Is(marker, "with") ? CanSpeak(phrase)
            : marker >= 0 && Is(marker, "in") | Is(marker, "at") | Is(marker, "on") | Is(marker, "during") | Is(marker, "through") | Is(marker, "via") | Is(marker, "after") | Is(marker, "before") | Is(marker, "of") | Is(marker, "from");
    }

    /// <summary>The token after a reported clause that starts at <paramref name="start"/>: where the sentence ends or turns back to the verb's own level.</summary>
    private int EndOfClause(int start, int verb)
    {
        int end = SentenceEnd;
        for (int t = start; t < end; t++)
        {
            bool pause = IsPause(t);
            if (First(t) == ';' && pause)
            {
                return t;
            }

            bool joins = _parsed.Relations[t] == Relation.Cc;
            if ((!pause && !joins) || (_quoted[t] && t + 1 < end && _quoted[t + 1]))
            {
                continue;
            }

            int next = t + 1;
            while (next < end && (_tokens[next].Kind == TokenKind.Punctuation || _parsed.Relations[next] == Relation.Cc))
            {
                next++;
            }

            if (next >= end)
            {
                return end;
            }

            if (Turns(t, next, start, verb))
            {
                return t;
            }
        }

        return end;
    }

    /// <summary>Whether what starts at <paramref name="t"/>, behind a pause, is no longer part of the clause reported.</summary>
    private bool Turns(int pause, int t, int start, int verb)
    {
        if (Is(t, "according"))
        {
            return true;
        }

        // "…, although it may take days"; "when he has said his piece, he will go": the main clause is not below the verb.
        if (Word(t) is "although" or "though" or "while" or "whereas" || (_parsed.Relations[t] != Relation.Punct && Top(t, verb) < 0 && IsBefore(verb)))
        {
            return true;
        }

        // "…, adding that …" is said beside it.
        if (_parsed.PennTags[t] == PennTag.Vbg && IsPause(pause) && ReportingLexicon.Find(Word(t)) is { Verb: { } beside } && beside.Has(CueTakes.Speech))
        {
            return true;
        }

        if (Is(pause, "but") || Is(Math.Min(pause + 1, t), "but"))
        {
            // "X said A, but B": B is the report's own, if it has a subject.
            int contrast = t;
            while (_parsed.Heads[contrast] >= start && Leftmost(_parsed.Heads[contrast]) >= pause)
            {
                contrast = _parsed.Heads[contrast];
            }

            if (_parsed.Relations[contrast] == Relation.Conj && OwnSubject(contrast) >= 0 && !Is(t, "that"))
            {
                return verb < start && (start <= verb + 1 || !IsComma(verb + 1));
            }
        }

        int top = t;
        while (_parsed.Heads[top] >= start && _parsed.Heads[top] != verb && _parsed.Heads[top] < SentenceEnd && Leftmost(_parsed.Heads[top]) >= pause)
        {
            top = _parsed.Heads[top];
        }

        int head = _parsed.Heads[top];
        bool speaks = _parsed.Tags[top] == PartOfSpeech.Verb && ReportingLexicon.Find(Word(top)) is { Verb: { } cue } && cue.Has(CueTakes.Speech);
        if (head == verb)
        {
            Relation relation = _parsed.Relations[top].Universal();
            return relation switch
            {
                // "said A, and B": B is said too unless it has a speaker or a speech verb of its own.
                Relation.Conj => _parsed.PennTags[top] != PennTag.Vb && (speaks || OwnSubject(top) >= 0 || _parsed.Dependent(top, Relation.Aux) < 0) && !(Marker(top) is >= 0 and var that && Is(that, "that")),
                Relation.Advcl => IsGerund(top) || Marker(top) is >= 0 and var mark && Word(mark) is "although" or "though" or "while" or "as",
                Relation.Parataxis => speaks,
                _ => false,
            };
        }

        // "said she would close the pier and warned of …": she warned in the past, as she said.
        if (speaks && _parsed.Relations[top] == Relation.Conj && OwnSubject(top) < 0 && head > verb && _parsed.PennTags[verb] == PennTag.Vbd && _parsed.PennTags[top] == PennTag.Vbd
            && _parsed.PennTags[head] is PennTag.Vb or PennTag.Vbp or PennTag.Vbz)
        {
            return true;
        }

        // "X says A — and Y noted that B", where the tree hangs B on A.
        return speaks && _parsed.Relations[top] is Relation.Conj or Relation.Parataxis && OwnSubject(top) is >= 0 and var subject && subject < top && _parsed.Dependent(top, Relation.Ccomp) > top
            || (head >= 0 && head < verb && _parsed.Relations[top] is Relation.Conj or Relation.Advcl or Relation.Parataxis && _parsed.Tags[top] == PartOfSpeech.Verb);
    }

    /// <summary>Whether a verb stands in a clause that opens its sentence, in front of the clause it hangs on.</summary>
    private bool IsBefore(int verb)
    {
        for (int up = verb; _parsed.Heads[up] >= 0; up = _parsed.Heads[up])
        {
            if (_parsed.Heads[up] > verb)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>A finite predicate behind one token and before another that belongs to no relative clause: the sign that a clause stands there though the tree shows none.</summary>
    private int FinitePredicate(int from, int to, int verb)
    {
        for (int t = from + 1; t < to; t++)
        {
            if (_parsed.PennTags[t] is not (PennTag.Vbd or PennTag.Vbz or PennTag.Vbp or PennTag.Md))
            {
                continue;
            }

            bool relative = false;
            for (int up = t; up >= 0 && up != verb && !relative; up = _parsed.Heads[up])
            {
                // Nor is "after she left" what is described, or "and left" what is wanted.
                relative = _parsed.Relations[up].Universal() is Relation.Acl || _parsed.Relations[up] == Relation.AdvclRelcl
                    || (_parsed.Relations[up] == Relation.Advcl && _parsed.Heads[up] == verb && OpensAside(Leftmost(up)))
                    || (_parsed.Relations[up] == Relation.Conj && _parsed.Heads[up] == verb && OwnSubject(up) < 0);
            }

            if (!relative)
            {
                return _parsed.Tags[t] == PartOfSpeech.Aux && _parsed.Heads[t] >= from && _parsed.Heads[t] < to ? _parsed.Heads[t] : t;
            }
        }

        return -1;
    }

    /// <summary>Whether verb and subject stand behind or inside what they report: a comma before them, and a comma or the end after.</summary>
    private bool StandsBehind(int verb, int subject)
    {
        if (subject < 0)
        {
            return false;
        }

        int first = Math.Min(Leftmost(subject), FirstOfVerb(verb));
        int last = Math.Max(subject > verb ? Rightmost(subject) : verb, verb);
        if (first <= _sentence.FirstToken || !(IsComma(first - 1) || First(first - 1) is '”' or '"' or '—' or '–' or '’' or '\'' or '?' or '!'))
        {
            return false;
        }

        // "After the vote, he said in a speech that …": what is reported is still to come.
        for (int t = last + 1; t < SentenceEnd && !IsComma(t) && t <= last + FurthestThat; t++)
        {
            if (Is(t, "that") && _parsed.Relations[t] == Relation.Mark && _parsed.Tags[t] == PartOfSpeech.Sconj)
            {
                return false;
            }
        }

        int next = last + 1;
        // "…, he said on Friday."
        while (next < SentenceEnd && _tokens[next].Kind != TokenKind.Punctuation && Top(next, verb) is >= 0 and var phrase
            && (_parsed.Relations[phrase].Universal() is Relation.Obl or Relation.Advmod || (_parsed.Relations[phrase] == Relation.Obj && CanSpeak(phrase)) || _parsed.Relations[phrase] == Relation.Advcl && Marker(phrase) is >= 0 and var mark && Word(mark) is "as" or "while" or "after" or "before"))
        {
            next = Math.Max(next, Rightmost(phrase)) + 1;
        }

        if (next < SentenceEnd && _tokens[next].Kind != TokenKind.Punctuation)
        {
            return false;
        }

        // "When the pier closed, the mayor said, …" still has its matter behind; only an opening clause with a subject of its own can be the matter.
        return next >= SentenceEnd || OnlyMarks(next, SentenceEnd)
            || (!OpensSubordinate() && (FinitePredicate(_sentence.FirstToken - 1, first, verb) >= 0
                // "The pier, the auditors found, was late": subject and verb stand on either side.
                || (_parsed.Relations[verb] == Relation.AclRelcl && next == verb + 1 && IsComma(next) && IsFinite(next + 1))));
    }

    private bool IsFinite(int t) => t < SentenceEnd && _parsed.PennTags[t] is PennTag.Vbd or PennTag.Vbz or PennTag.Vbp or PennTag.Md;

    /// <summary>The dependent of a verb that a token belongs to; -1 for none.</summary>
    private int Top(int t, int verb)
    {
        while (t >= 0 && _parsed.Heads[t] != verb)
        {
            t = _parsed.Heads[t];
        }

        return t;
    }

    private bool OpensSubordinate() => Word(_sentence.FirstToken) is "When" or "While" or "If" or "As" or "After" or "Before" or "Although" or "Though" or "Because" or "Since" or "In" or "On" or "At" or "To" or "For" or "With";

    private int ClauseAround(int verb, int subject)
    {
        int first = Math.Min(Leftmost(subject), FirstOfVerb(verb));
        int found = FinitePredicate(_sentence.FirstToken - 1, first, verb);
        return found >= 0 ? found : _parsed.Heads[verb] >= 0 ? _parsed.Heads[verb] : -1;
    }

    /// <summary>All of the sentence around a parenthesis "X said", from its start and to its end.</summary>
    private void MarkAround(int verb, int subject)
    {
        int first = Math.Min(Leftmost(subject), FirstOfVerb(verb));
        int last = Math.Max(subject, verb);
        for (int t = last + 1; t < SentenceEnd && Top(t, verb) >= 0 && !(IsComma(t)); t++)
        {
            last = t;
        }

        last = Math.Max(last, subject > verb ? Rightmost(subject) : verb);
        int start = _sentence.FirstToken;
        while (start < first && (_parsed.Relations[start] == Relation.Cc || _tokens[start].Kind == TokenKind.Punctuation && First(start) is not ('"' or '“' or '\'')))
        {
            start++;
        }

        _marks.Clear();
        MarkRange(start, first);
        int end = SentenceEnd;
        if (last + 1 < end && IsComma(last + 1))
        {
            int resume = EndOfClause(last + 2, verb);
            int next = last + 2;
            bool aside = next < end && (OpensAside(next) || (_parsed.PennTags[next] == PennTag.Vbg && ReportingLexicon.Find(Word(next)) is { Verb: not null }) || Is(next, "according"));
            if (next < end && !aside)
            {
                MarkRange(next, resume);
            }
        }
    }

    /// <summary>"When the pier closed, the mayor said, trade fell": between commas, the verb leaves what opens the sentence to what it reports.</summary>
    private void MarkOpening(int verb, int subject)
    {
        if (subject < 0 || subject > verb || verb + 1 >= SentenceEnd || !IsComma(verb + 1) || !IsComma(Leftmost(subject) - 1))
        {
            return;
        }

        int start = _sentence.FirstToken;
        while (start < subject && _parsed.Relations[start] == Relation.Cc)
        {
            start++;
        }

        for (int t = start; t < Leftmost(subject); t++)
        {
            if (IsFinite(t))
            {
                MarkRange(start, Leftmost(subject) - 1);
                return;
            }
        }
    }

    /// <summary>Takes what a comma sets off behind a noun, "…, which …" and "…, the third this year", out of the matter.</summary>
    private void RemoveAside(int noun)
    {
        int last = _marks.Last;
        for (int t = noun + 1; t < last; t++)
        {
            if (IsComma(t) && _marks.Contains(t + 1) && Word(t + 1) is "which" or "who" or "whose" or "where")
            {
                // Whichever noun of the phrase it hangs on.
                for (int rest = t; rest <= last; rest++)
                {
                    _marks.Remove(rest);
                }

                break;
            }
        }

        foreach (int child in _parsed.Of(noun))
        {
            if (child > noun && _parsed.Relations[child].Universal() is Relation.Acl or Relation.Appos or Relation.Parataxis && IsPause(Leftmost(child)) | IsPause(Leftmost(child) - 1)
                && Rightmost(child) >= Rightmost(noun))
            {
                _marks.RemoveSubtree(child);
            }
        }
    }

    /// <summary>Takes into the matter what follows it without a pause, up to when and where it was said, or the next clause.</summary>
    private void ExtendMatter(int verb)
    {
        int t = _marks.Last + 1;
        while (t < SentenceEnd && !IsPause(t) && _tokens[t].Kind != TokenKind.Punctuation && !_quoted[t])
        {
            if (_marks.Contains(t))
            {
                t++;
                continue;
            }

            int top = Top(t, verb);
            Relation relation = top >= 0 ? _parsed.Relations[top].Universal() : Relation.None;
            if (OpensAside(t) || _parsed.Relations[t] is Relation.Cc or Relation.Mark && !Is(t, "to") && !(relation == Relation.Conj && _parsed.PennTags[top] == PennTag.Vb)
                || IsTime(t)
                || (_parsed.Relations[t] == Relation.Case && (IsTimePhrase(_parsed.Heads[t]) || Is(t, "by") && relation == Relation.OblAgent)))
            {
                break;
            }

            _marks.Add(t);
            t++;
        }

        // "mentioned it in early [March]": what leans on a word that is left out goes with it.
        for (int last = _marks.Last; last > verb && _parsed.Heads[last] > last && _parsed.Heads[last] < SentenceEnd && !_marks.Contains(_parsed.Heads[last]); last = _marks.Last)
        {
            _marks.Remove(last);
        }
    }

    private bool OpensAside(int t) => Word(t) is "when" or "while" or "after" or "before" or "although" or "though" or "so" or "as" && _parsed.Relations[t] is Relation.Mark or Relation.Advmod;

    private bool IsTime(int t) => When.Holds(t);

    private bool IsTimePhrase(int noun) => noun >= 0 && (IsTime(noun) || Word(noun) is "statement" or "interview" or "speech" or "news" or "email" or "tweet" or "post" or "letter" or "ruling");
}
