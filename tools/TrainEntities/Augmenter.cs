using Entente.Analysis.Text;

namespace Entente.Tools.TrainEntities;

/// <summary>Writes a text again with other names of persons and places, so that what stands around a name is learned and not the name.</summary>
internal sealed class Augmenter(NameStore names, ulong seed)
{
    private readonly Shuffler _shuffler = new(seed);

    public AnnotatedText Rewrite(AnnotatedText text, int copy)
    {
        Dictionary<string, string> words = new(StringComparer.Ordinal);
        List<(TextSpan Span, string New)> edits = [];
        foreach (MarkedName name in text.Names)
        {
            string old = name.Span.Of(text.Text);
            if (name.Types == TypeSet.Person)
            {
                string[] parts = old.Split(' ');
                if (parts.Length <= 3 && parts.All(p => p.Length > 1 && char.IsUpper(p[0]) && p.All(c => char.IsLetter(c) || c is '-' or '\'')))
                {
                    edits.Add((name.Span, string.Join(' ', parts.Select((p, i) => Replacement(words, p, i == 0 && parts.Length > 1)))));
                }
            }
            else if ((name.Types & TypeSet.Place) != 0 && (name.Types & ~(TypeSet.Place | TypeSet.Facility)) == 0 && !old.Contains(' ', StringComparison.Ordinal) && old.Length > 3 && _shuffler.Chance(0.6))
            {
                if (!words.TryGetValue(old, out string? other))
                {
                    words[old] = other = _shuffler.Chance(0.25) ? NameStore.Blend(_shuffler.Pick(names.Towns), _shuffler.Pick(names.Towns)) : _shuffler.Pick(names.Towns);
                }

                edits.Add((name.Span, other));
            }
        }

        return Apply(text, edits, copy);
    }

    private string Replacement(Dictionary<string, string> words, string old, bool given)
    {
        if (words.TryGetValue(old, out string? name))
        {
            return name;
        }

        IReadOnlyList<string> culture = _shuffler.Chance(0.5) ? _shuffler.Pick(given ? names.GivenByPeople : names.SurnamesByPeople) : given ? names.Given : names.Surnames;
        name = _shuffler.Pick(culture);
        if (_shuffler.Chance(0.3))
        {
            name = NameStore.Blend(name, _shuffler.Pick(culture));
        }

        return words[old] = name;
    }

    private static AnnotatedText Apply(AnnotatedText text, List<(TextSpan Span, string New)> edits, int copy)
    {
        edits.Sort((a, b) => a.Span.CompareTo(b.Span));
        System.Text.StringBuilder written = new();
        List<(int Old, int New)> steps = [(0, 0)];
        int at = 0;
        foreach ((TextSpan span, string other) in edits)
        {
            if (span.Start < at)
            {
                continue;
            }

            written.Append(text.Text, at, span.Start - at).Append(other);
            at = span.End;
            steps.Add((at, written.Length));
        }

        written.Append(text.Text, at, text.Text.Length - at);

        int Move(int old)
        {
            int low = 0, high = steps.Count - 1;
            while (low < high)
            {
                int mid = (low + high + 1) / 2;
                if (steps[mid].Old <= old)
                {
                    low = mid;
                }
                else
                {
                    high = mid - 1;
                }
            }

            return steps[low].New + (old - steps[low].Old);
        }

        TextSpan MoveSpan(TextSpan span) => new(Move(span.Start), Move(span.End));
        return text with
        {
            Id = $"{text.Id}~{copy}",
            Text = written.ToString(),
            Sentences = [.. text.Sentences.Select(MoveSpan)],
            Names = [.. text.Names.Select(n => n with { Span = MoveSpan(n.Span) })],
            Unknown = [.. text.Unknown.Select(MoveSpan)],
        };
    }
}
