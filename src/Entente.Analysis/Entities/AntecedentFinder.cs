namespace Entente.Analysis.Entities;

/// <summary>Finds for pronouns, and descriptions that repeat no name, the earlier mention in the document that means the same.</summary>
/// <remarks>A mention-ranking model (Denis and Baldridge 2008; Durrett and Klein 2013): of all earlier mentions near by, and of "none of them", the one with the best score.</remarks>
internal sealed class AntecedentFinder
{
    private readonly IReadOnlyList<MentionedThing> _mentions;
    private readonly int[] _often;
    private readonly bool[] _first;

    /// <param name="mentions">The mentions of one document in order of their place.</param>
    public AntecedentFinder(IReadOnlyList<MentionedThing> mentions)
    {
        _mentions = mentions;
        _often = new int[mentions.Count];
        _first = new bool[mentions.Count];
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

    /// <summary>Candidates of one mention, nearest first, each with its evidence.</summary>
    public List<(int Candidate, List<string> Features)> Candidates(int anaphor)
    {
        MentionedThing of = _mentions[anaphor];
        List<(int Candidate, List<string> Features)> candidates = [];
        int between = 0;
        for (int c = anaphor - 1; c >= 0 && of.Sentence - _mentions[c].Sentence <= AntecedentEvidence.Furthest; c--)
        {
            List<string> features = [];
            AntecedentEvidence.Write(of, _mentions[c], between, _often[c], _first[c], features);
            candidates.Add((c, features));
            between += AntecedentEvidence.Fits(of, _mentions[c]) ? 1 : 0;
        }

        return candidates;
    }

    /// <summary>The best antecedent, and how likely it is; -1 for none.</summary>
    public (int Antecedent, double Probability) Find(int anaphor, LinkModel model)
    {
        double nothing = model.Score([AntecedentEvidence.Nothing(_mentions[anaphor])]);
        double best = nothing, sum = Math.Exp(nothing);
        int found = -1;
        foreach ((int candidate, List<string> features) in Candidates(anaphor))
        {
            double score = model.Score(features);
            sum += Math.Exp(score);
            if (score > best)
            {
                best = score;
                found = candidate;
            }
        }

        return (found, Math.Exp(best) / sum);
    }
}
