using System.Collections.Immutable;
using Entente.Analysis.Syntax;
using Entente.Analysis.Text;

namespace Entente.Analysis.Attributions;

/// <content>What becomes of quotations that are left without a speaker once all reports are taken in.</content>
internal sealed partial class ReportMerger
{
    private const int MostTitleWords = 12;

    private void GroupBySentence()
    {
        for (int a = 0; a < _merged.Count; a++)
        {
            if (!_gone[a] && !_merged[a].Cue.IsEmpty && TokenAt(_merged[a].Cue[0].Start) is >= 0 and var cue)
            {
                int sentence = SentenceOf(cue).FirstToken;
                if (!_bySentence.TryGetValue(sentence, out List<int>? there))
                {
                    _bySentence[sentence] = there = [];
                }

                there.Add(a);
            }
        }
    }

    private List<int> In(Sentence sentence) => _bySentence.TryGetValue(sentence.FirstToken, out List<int>? there) ? there : [];

    /// <summary>A partial quotation that nothing gives a speaker belongs to the report whose sentence it ends: "called it “late”, “costly” and a “burden”".</summary>
    private void TakeUp()
    {
        for (int q = 0; q < _merged.Count; q++)
        {
            Attribution quoted = _merged[q];
            if (_gone[q] || quoted.Mode != AttributionMode.Mixed || !quoted.Cue.IsEmpty || !quoted.Source.IsEmpty || quoted.Nested is not null)
            {
                continue;
            }

            int nearest = -1;
            foreach (int r in In(SentenceOf(TokenAt(quoted.Content[0].Start))))
            {
                Attribution said = _merged[r];
                if (!_gone[r] && r != q && said.Nested is null && !said.Source.IsEmpty
                    && said.Cue[0].Start < said.Content[0].Start && said.Content[^1].End <= quoted.Content[0].Start
                    && (nearest < 0 || said.Cue[0].Start > _merged[nearest].Cue[0].Start))
                {
                    nearest = r;
                }
            }

            if (nearest < 0)
            {
                continue;
            }

            Attribution taken = _merged[nearest];
            _merged[nearest] = taken with
            {
                Content = Union(taken.Content, [new TextSpan(taken.Content[^1].Start, quoted.Content[^1].End)]),
                Quotations = [.. taken.Quotations, .. quoted.Quotations],
                Mode = taken.Mode == AttributionMode.Direct ? taken.Mode : AttributionMode.Mixed,
            };
            _gone[q] = true;
        }
    }

    /// <summary>A quotation that closes right before a phrase that only the tree shows to name its speaker.</summary>
    private void NameSpeakers()
    {
        ImmutableArray<Token> tokens = _parsed.Document.Tokens;
        for (int q = 0; q < _merged.Count; q++)
        {
            Attribution quoted = _merged[q];
            if (_gone[q] || quoted.Rule != "not-stated" || quoted.Mode != AttributionMode.Direct || quoted.Nested is not null
                || TokenAt(quoted.Content[^1].End - 1) is not (>= 0 and var last) || _text[tokens[last].End - 1] is not (',' or '!' or '?'))
            {
                continue;
            }

            int behind = last + 2;
            if (behind >= tokens.Length || tokens[last + 1].Kind != TokenKind.Punctuation)
            {
                continue;
            }

            Sentence sentence = SentenceOf(behind);
            if (sentence.Block != SentenceOf(last).Block || In(sentence).Any(r => !_gone[r] && r != q && _merged[r].Cue[0].Start > tokens[behind].Start))
            {
                continue;
            }

            if (_finder.SpeakerBehind(sentence, behind) is { Source.IsEmpty: false } speaker)
            {
                _merged[q] = quoted with
                {
                    Source = speaker.Source,
                    SourceKind = KindOf(speaker),
                    Cue = speaker.Cue,
                    Recipient = speaker.Recipient,
                    Certainty = speaker.Certainty,
                    Rule = speaker.Rule,
                };
                if (!_bySentence.TryGetValue(sentence.FirstToken, out List<int>? there))
                {
                    _bySentence[sentence.FirstToken] = there = [];
                }

                there.Add(q);
            }
        }
    }

    /// <summary>A quotation that is a sentence of its own right behind "…, X said." goes on with X, though the sentence before holds no quotation.</summary>
    private void FollowOn()
    {
        for (int q = 0; q < _merged.Count; q++)
        {
            Attribution quoted = _merged[q];
            if (_gone[q] || quoted.Rule != "not-stated" || quoted.Mode != AttributionMode.Direct || quoted.Nested is not null)
            {
                continue;
            }

            int first = TokenAt(quoted.Content[0].Start) - 1;
            if (first <= 0)
            {
                continue;
            }

            Sentence own = SentenceOf(first);
            Sentence before = SentenceOf(Math.Max(0, own.FirstToken - 1));
            if (first != own.FirstToken || before.Block != own.Block || before.FirstToken == own.FirstToken)
            {
                continue;
            }

            foreach (int r in In(before))
            {
                Attribution said = _merged[r];
                if (!_gone[r] && r != q && (said.Rule.StartsWith("parenthesis", StringComparison.Ordinal) || said.Rule.StartsWith("speaker-behind", StringComparison.Ordinal)) && !said.Source.IsEmpty && said.Content[0].Start < said.Cue[0].Start)
                {
                    _merged[r] = said with
                    {
                        Content = [.. said.Content, .. quoted.Content],
                        Quotations = [.. said.Quotations, .. quoted.Quotations],
                        Mode = AttributionMode.Mixed,
                        Rule = said.Rule + "+follows-on",
                    };
                    _gone[q] = true;
                    break;
                }
            }
        }
    }

    /// <summary>Titles of works are no speech. Quoted words without a speaker of their own, inside what somebody is said to have said, are part of that.</summary>
    private void DropParts()
    {
        int[] order = Order();
        for (int i = 0; i < order.Length; i++)
        {
            Attribution quoted = _merged[order[i]];
            if (!quoted.Source.IsEmpty || !quoted.Cue.IsEmpty)
            {
                continue;
            }

            if (IsTitle(quoted))
            {
                _gone[order[i]] = true;
                continue;
            }

            for (int k = i - 1; k >= 0 && k >= i - Reach; k--)
            {
                Attribution other = _merged[order[k]];
                if (!_gone[order[k]] && !other.Source.IsEmpty && quoted.Content.All(part => other.Content.Any(c => c.Contains(part))))
                {
                    _gone[order[i]] = true;
                    if (!quoted.Content.All(part => other.Quoted.Any(q => q.Contains(part))))
                    {
                        _merged[order[k]] = other with
                        {
                            Quotations = [.. other.Quotations.Concat(quoted.Quotations).OrderBy(parts => parts[0])],
                            Mode = other.Mode == AttributionMode.Direct ? other.Mode : AttributionMode.Mixed,
                        };
                    }

                    break;
                }
            }
        }
    }

    /// <summary>“All Quiet on the Quay”: words that stand in capitals as nobody speaks them.</summary>
    private bool IsTitle(Attribution quoted)
    {
        int first = TokenAt(quoted.Content[0].Start);
        int last = TokenAt(quoted.Content[^1].End - 1);
        return quoted.Content.Length == 1 && first >= 0 && last >= first && last - first < MostTitleWords && TitleCase.Is(_text, _parsed.Document.Tokens.AsSpan()[first..(last + 1)]);
    }

    /// <summary>A quotation of one sentence is as sure as that sentence is: “We may close the pier,” Holm said.</summary>
    private void Hedge()
    {
        for (int q = 0; q < _merged.Count; q++)
        {
            Attribution quoted = _merged[q];
            if (_gone[q] || quoted.Mode != AttributionMode.Direct || quoted.Content.Length != 1 || quoted.Certainty != Certainty.Attributed)
            {
                continue;
            }

            int first = TokenAt(quoted.Content[0].Start);
            int last = TokenAt(quoted.Content[0].End - 1);
            if (first >= 0 && last >= first && SentenceOf(first).FirstToken == SentenceOf(last).FirstToken && HeadWithin(first, last) is >= 0 and var head)
            {
                _merged[q] = quoted with { Certainty = CertaintyReader.Of(_parsed, head, quoted.Certainty) };
            }
        }
    }

    /// <summary>The one predicate that nothing else of [first, last] governs, or without a tree the first verb; -1 where there are more, or none.</summary>
    private int HeadWithin(int first, int last)
    {
        int head = -1;
        for (int t = first; t <= last; t++)
        {
            if (_parsed.Relations[t] == Relation.None)
            {
                if (_parsed.Tags[t] == PartOfSpeech.Verb)
                {
                    return t;
                }

                continue;
            }

            if ((_parsed.Heads[t] < first || _parsed.Heads[t] > last) && _parsed.Tags[t] is not (PartOfSpeech.Punct or PartOfSpeech.Cconj))
            {
                if (head >= 0)
                {
                    return -1;
                }

                head = t;
            }
        }

        return head;
    }
}
