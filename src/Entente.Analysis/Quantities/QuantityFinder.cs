using System.Collections.Immutable;
using Entente.Analysis.Entities;
using Entente.Analysis.Syntax;
using Entente.Analysis.Text;
using Entente.Analysis.Times;

namespace Entente.Analysis.Quantities;

/// <summary>Finds the quantities of one document: numbers, what they are of, how they are bounded, and the slots they fill.</summary>
/// <remarks>
/// <para>Values are read from the words and their tags, slots from the dependency tree; a sentence without one keeps its values and has no slots. Rules and
/// examples: <c>docs/specs/slots.md</c>; what is measured and how: <c>gold/quantities/README.md</c>.</para>
/// <para>Linear in the tokens; a quantity looks at a bounded number of neighbours and arcs. Never throws, whatever the text.</para>
/// </remarks>
public static class QuantityFinder
{
    /// <param name="times">The expressions of time of the document, in order.</param>
    /// <param name="entities">The names of the document; without them a capital behind a preposition of place is taken for a place.</param>
    /// <returns>In order of their place; they do not overlap.</returns>
    public static ImmutableArray<Quantity> Find(ParsedDocument parsed, ImmutableArray<TimeExpression> times, ImmutableArray<Entity> entities = default)
    {
        TokenizedDocument document = parsed.Document;
        string text = document.Document.Text;
        ImmutableArray<Quantity>.Builder found = ImmutableArray.CreateBuilder<Quantity>();
        List<ScannedQuantity> scanned = [];
        SlotFinder? slots = null;
        bool sterling = QuantityScanner.WritesSterling(text);
        foreach (Sentence sentence in document.Sentences)
        {
            scanned.Clear();
            QuantityScanner.Scan(text, document.Tokens.AsSpan(), sentence, parsed.Tags.AsSpan().Slice(sentence.FirstToken, sentence.TokenCount), sterling, scanned);
            if (scanned.Count == 0)
            {
                continue;
            }

            slots ??= new SlotFinder(parsed, times.IsDefault ? [] : times, entities.IsDefault ? [] : entities);
            slots.Open(sentence);
            foreach (ScannedQuantity quantity in scanned)
            {
                Slot? slot = slots.Find(quantity, out string rule);
                TextSpan span = new(document.Tokens[quantity.First].Start, document.Tokens[quantity.End - 1].End);
                found.Add(new Quantity(span, quantity.Kind, quantity.Qualifier, quantity.Min, quantity.Max, quantity.Unit, rule.Length == 0 ? quantity.Rule : quantity.Rule + "+" + rule)
                {
                    Of = quantity.Of,
                    Per = quantity.Per,
                    Slot = slot,
                });
            }
        }

        return found.ToImmutable();
    }

    /// <summary>The same of a document not yet parsed, with trees only for the sentences that have quantities to place.</summary>
    /// <inheritdoc cref="Find(ParsedDocument, ImmutableArray{TimeExpression}, ImmutableArray{Entity})"/>
    public static ImmutableArray<Quantity> Find(TokenizedDocument document, SyntaxParser parser, ImmutableArray<TimeExpression> times) =>
        Find(parser.Parse(document, NeedsTree(document)), times);

    /// <summary>Chooses the sentences in which a tree can tell what a quantity is of.</summary>
    public static TreeChoice NeedsTree(TokenizedDocument document)
    {
        List<ScannedQuantity> scanned = [];
        bool sterling = QuantityScanner.WritesSterling(document.Document.Text);
        return (sentence, tags) =>
        {
            scanned.Clear();
            QuantityScanner.Scan(document.Document.Text, document.Tokens.AsSpan(), sentence, tags, sterling, scanned);
            return scanned.Exists(static quantity => quantity.MayFillSlot);
        };
    }
}
