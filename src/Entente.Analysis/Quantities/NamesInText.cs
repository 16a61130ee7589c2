using System.Collections.Immutable;
using Entente.Analysis.Entities;
using Entente.Analysis.Text;

namespace Entente.Analysis.Quantities;

/// <summary>The names of a document by their place: what stands at a word, and what kind of thing it names.</summary>
/// <remarks>Sorting them once is O(n log n), a question O(log n).</remarks>
internal sealed class NamesInText
{
    private readonly List<(TextSpan Span, EntityType Type)> _names = [];

    public NamesInText(ImmutableArray<Entity> entities)
    {
        foreach (Entity entity in entities)
        {
            foreach (LinkedMention mention in entity.Mentions)
            {
                if (mention.Kind == MentionKind.Name)
                {
                    _names.Add((mention.Span, entity.Type));
                }
            }
        }

        _names.Sort();
    }

    /// <returns>The name that <paramref name="word"/> is part of; of type <see cref="EntityType.None"/> where it is part of none.</returns>
    public (TextSpan Span, EntityType Type) At(TextSpan word)
    {
        int low = 0;
        int high = _names.Count;
        while (low < high)
        {
            int middle = (low + high) / 2;
            if (_names[middle].Span.Start <= word.Start)
            {
                low = middle + 1;
            }
            else
            {
                high = middle;
            }
        }

        return low > 0 && _names[low - 1].Span.Contains(word) ? _names[low - 1] : (default, EntityType.None);
    }
}
