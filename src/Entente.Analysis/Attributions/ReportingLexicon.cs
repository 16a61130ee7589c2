using System.Collections.Frozen;
using System.Collections.Immutable;
using Entente.Analysis.Text;

namespace Entente.Analysis.Attributions;

/// <summary>The words with which English reports speech and thought, in all their forms.</summary>
/// <remarks>Look-ups ignore case and allocate nothing. The format is described at the head of <c>reporting-verbs.tsv</c>.</remarks>
internal static class ReportingLexicon
{
    private static readonly FrozenDictionary<string, ReportingForm>.AlternateLookup<ReadOnlySpan<char>> s_forms = Load();

    public static ReportingForm? Find(ReadOnlySpan<char> word) => s_forms.TryGetValue(word, out ReportingForm? form) ? form : null;

    private static FrozenDictionary<string, ReportingForm>.AlternateLookup<ReadOnlySpan<char>> Load()
    {
        Dictionary<string, ReportingForm> forms = new(StringComparer.OrdinalIgnoreCase);
        foreach ((ReportingCue cue, ImmutableArray<string> irregular) in Read("Text/Languages/en/reporting-verbs.tsv"))
        {
            foreach (string form in WordForms.OfVerb(cue.Lemma, irregular))
            {
                // "lay" is a form of two verbs; the one listed first has it.
                forms.TryAdd(form, new ReportingForm(cue, null, null));
            }
        }

        foreach ((ReportingCue cue, _) in Read("Text/Languages/en/reporting-nouns.tsv"))
        {
            foreach (string form in WordForms.OfNoun(cue.Lemma))
            {
                forms[form] = new ReportingForm(forms.GetValueOrDefault(form)?.Verb, cue, null);
            }
        }

        foreach ((ReportingCue cue, _) in Read("Text/Languages/en/reporting-adjectives.tsv"))
        {
            ReportingForm? before = forms.GetValueOrDefault(cue.Lemma);
            forms[cue.Lemma] = new ReportingForm(before?.Verb, before?.Noun, cue);
        }

        return forms.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();
    }

    /// <summary>The cues of one file in its order; a lemma on several lines takes all that they say.</summary>
    private static IEnumerable<(ReportingCue Cue, ImmutableArray<string> Irregular)> Read(string file)
    {
        List<string> order = [];
        Dictionary<string, (ReportingCue Cue, ImmutableArray<string> Irregular)> cues = new(StringComparer.Ordinal);
        foreach (string[] row in DataFile.Rows(file))
        {
            foreach ((string lemma, ImmutableArray<string> irregular) in Lemmas(row[0]))
            {
                ReportingCue cue = Parse(lemma, row[1], row.Length > 2 ? Enum.Parse<Certainty>(row[2], ignoreCase: true) : Certainty.Attributed);
                if (cues.TryGetValue(lemma, out (ReportingCue Cue, ImmutableArray<string> Irregular) before))
                {
                    cue = cue with
                    {
                        Takes = cue.Takes | before.Cue.Takes,
                        Prepositions = [.. before.Cue.Prepositions.Union(cue.Prepositions)],
                        AfterObject = [.. before.Cue.AfterObject.Union(cue.AfterObject)],
                        Certainty = before.Cue.Certainty,
                    };
                    cues[lemma] = (cue, [.. before.Irregular.Union(irregular)]);
                }
                else
                {
                    order.Add(lemma);
                    cues[lemma] = (cue, irregular);
                }
            }
        }

        return order.Select(lemma => cues[lemma]);
    }

    private static IEnumerable<(string Lemma, ImmutableArray<string> Irregular)> Lemmas(string column)
    {
        string? lemma = null;
        List<string> irregular = [];
        bool inside = false;
        foreach (string part in column.Replace("(", "( ", StringComparison.Ordinal).Replace(")", " )", StringComparison.Ordinal).Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            if (part is "(" or ")")
            {
                inside = part == "(";
            }
            else if (inside)
            {
                irregular.Add(part);
            }
            else
            {
                if (lemma is not null)
                {
                    yield return (lemma, [.. irregular]);
                }

                lemma = part;
                irregular = [];
            }
        }

        if (lemma is not null)
        {
            yield return (lemma, [.. irregular]);
        }
    }

    private static ReportingCue Parse(string lemma, string column, Certainty certainty)
    {
        CueTakes takes = CueTakes.None;
        ImmutableArray<string>.Builder prepositions = ImmutableArray.CreateBuilder<string>();
        ImmutableArray<string>.Builder afterObject = ImmutableArray.CreateBuilder<string>();
        foreach (string word in column.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            switch (word)
            {
                case "that":
                    takes |= CueTakes.Clause;
                    break;
                case "speech":
                    takes |= CueTakes.Clause | CueTakes.Speech;
                    break;
                case "thought":
                    takes |= CueTakes.Clause | CueTakes.Speech | CueTakes.Thought;
                    break;
                case "to":
                    takes |= CueTakes.Infinitive;
                    break;
                case "to+np":
                    prepositions.Add("to");
                    break;
                case "ing":
                    takes |= CueTakes.Gerund;
                    break;
                case "np":
                    takes |= CueTakes.Object;
                    break;
                case "np+to":
                    takes |= CueTakes.ObjectInfinitive;
                    break;
                case "np+pred":
                    takes |= CueTakes.ObjectPredicate;
                    break;
                case "np+that":
                    takes |= CueTakes.Hearer | CueTakes.Clause;
                    break;
                case "adj":
                    takes |= CueTakes.Predicate;
                    break;
                case "seem":
                    takes |= CueTakes.Seeming;
                    break;
                case "learns":
                    takes |= CueTakes.Learns;
                    break;
                case "lend":
                    takes |= CueTakes.Lends;
                    break;
                case "carry":
                    takes |= CueTakes.Carries;
                    break;
                case "np+to+np":
                    afterObject.Add("to");
                    break;
                default:
                    if (word.StartsWith("np+", StringComparison.Ordinal))
                    {
                        afterObject.Add(word[3..]);
                    }
                    else
                    {
                        prepositions.Add(word);
                    }

                    break;
            }
        }

        return new ReportingCue(lemma, takes, prepositions.ToImmutable(), afterObject.ToImmutable(), certainty);
    }
}
