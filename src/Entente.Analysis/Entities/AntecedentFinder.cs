namespace Entente.Analysis.Entities;

/// <summary>Finds for pronouns, and descriptions that repeat no name, the earlier mention in the document that means the same.</summary>
/// <remarks>A mention-ranking model (Denis and Baldridge 2008; Durrett and Klein 2013): of all earlier mentions near by, and of "none of them", the one with the best score.</remarks>
internal sealed class AntecedentFinder
{
    private readonly IReadOnlyList<MentionedThing> _mentions;
    private readonly int[] _often;
    private readonly bool[] _first;
    private readonly string?[] _forms;
    private readonly EvidenceList _evidence = new();

    /// <param name="mentions">The mentions of one document in order of their place.</param>
    public AntecedentFinder(IReadOnlyList<MentionedThing> mentions)
    {
        _mentions = mentions;
        _often = new int[mentions.Count];
        _first = new bool[mentions.Count];
        _forms = new string?[mentions.Count];
        Dictionary<(ulong, MentionKind), int> counts = [];
        for (int m = 0; m < mentions.Count; m++)
        {
            (ulong, MentionKind) key = (mentions[m].Head, mentions[m].Kind);
            counts[key] = counts.GetValueOrDefault(key) + 1;
            _first[m] = m == 0 || mentions[m - 1].Sentence != mentions[m].Sentence;
        }

        for (int m = 0; m < mentions.Count; m++)
        {
            _often[m] = counts[(mentions[m].Head, mentions[m].Kind)];
        }
    }

    /// <summary>Writes the evidence for each candidate of one mention, nearest first, and last that for none; what is in the list when it is handed over belongs to the candidate at hand, -1 for none.</summary>
    public void ForEachCandidate(int anaphor, EvidenceList evidence, Action<int> judge)
    {
        MentionedThing of = _mentions[anaphor];
        string form = FormOf(anaphor);
        int between = 0;
        for (int c = anaphor - 1; c >= 0 && of.Sentence - _mentions[c].Sentence <= AntecedentEvidence.Furthest; c--)
        {
            evidence.Clear();
            AntecedentEvidence.Write(of, form, _mentions[c], _mentions[c].Kind == MentionKind.Pronoun ? FormOf(c) : "", between, _often[c], _first[c], evidence);
            judge(c);
            between += AntecedentEvidence.Fits(of, _mentions[c]) ? 1 : 0;
        }

        evidence.Clear();
        AntecedentEvidence.WriteNothing(form, evidence);
        judge(-1);
    }

    /// <summary>The best antecedent, and how likely it is; -1 for none.</summary>
    public (int Antecedent, double Probability) Find(int anaphor, LinkModel model)
    {
        double best = double.NegativeInfinity, sum = 0;
        int found = -1;
        ForEachCandidate(anaphor, _evidence, candidate =>
        {
            double score = model.Score(_evidence);
            sum += Math.Exp(score);
            // None is judged last, and wins where nothing is better.
            if (score > best || (candidate < 0 && score == best))
            {
                best = score;
                found = candidate;
            }
        });

        return (found, Math.Exp(best) / sum);
    }

    private string FormOf(int mention) => _forms[mention] ??= AntecedentEvidence.Form(_mentions[mention]);
}
