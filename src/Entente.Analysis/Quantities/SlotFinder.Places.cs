using Entente.Analysis.Entities;
using Entente.Analysis.Syntax;
using Entente.Analysis.Text;

namespace Entente.Analysis.Quantities;

/// <summary>The place of a slot: nearest in the tree first.</summary>
internal sealed partial class SlotFinder
{
    /// <summary>Phrases within phrases: "in an attack on a mosque in Lynmar" is two deep.</summary>
    private const int Deepest = 2;

    /// <summary>Words from the first of a sentence to the comma that ends the phrase it opens with: "In Lynmar on Friday,".</summary>
    private const int LongestOpening = 9;

    private TextSpan? Place(ScannedQuantity quantity, Frame frame)
    {
        // "12 women hurt in Lynmar and four men in Norvale": the second noun has its own place, and only the first is at the verb.
        bool isFurther = frame.Noun != None && _parsed.Relations[frame.Noun].Universal() == Relation.Conj;
        foreach (int holder in (ReadOnlySpan<int>)(isFurther ? [frame.Noun, frame.Predicate, frame.Clause] : [frame.Predicate, frame.Clause, frame.Noun]))
        {
            if (holder != None && PlaceAt(holder, quantity, frame) is { } near)
            {
                return near;
            }
        }

        if (frame.Predicate == None && frame.Clause == None)
        {
            return PlaceAtNoun(quantity, frame);
        }

        return PlaceAtNoun(quantity, frame)
            ?? PlaceWhere(quantity, frame)
            ?? PlaceUnder(frame.Predicate, quantity, frame, Deepest)
            ?? PlaceUnder(frame.Clause, quantity, frame, Deepest)
            ?? PlaceOfOccasion(frame.Predicate, quantity, frame)
            ?? PlaceOfOccasion(frame.Clause, quantity, frame)
            ?? PlaceOfSubject(quantity, frame)
            ?? PlaceAbove(quantity, frame)
            ?? PlaceOfOpening(frame);
    }

    /// <summary>The nearest phrase at a word that a preposition of place opens and that holds a name.</summary>
    private TextSpan? PlaceAt(int holder, ScannedQuantity quantity, Frame frame)
    {
        TextSpan? best = null;
        int nearest = int.MaxValue;
        foreach (int child in _parsed.Of(holder))
        {
            if (_parsed.Relations[child].Universal() is not (Relation.Obl or Relation.Nmod) || child == frame.Noun || !LeadsToPlace(child, holder, frame) || NamedPlace(child) is not { } span
                || IsTimeSpan(span))
            {
                continue;
            }

            int distance = Math.Abs(child - quantity.CoreEnd);
            if (distance < nearest)
            {
                nearest = distance;
                best = span;
            }
        }

        return best;
    }

    /// <summary>"in Lynmar"; "on Lynmar Bridge"; "to Lynmar" of what is sent there.</summary>
    private bool LeadsToPlace(int phrase, int holder, Frame frame)
    {
        ReadOnlySpan<char> preposition = CaseOf(phrase);
        return LeadsThere(preposition, frame)
            || (preposition is "to" && IsSending(holder))
            || (preposition is "on" or "along" && (QuantityWords.Is(Word(phrase), QuantityWord.Place) || _names.At(_parsed.Document.Tokens[phrase].Span).Type == EntityType.Facility));
    }

    private bool IsSending(int verb) => verb != None && QuantityWords.Is(Word(verb), QuantityWord.Sending);

    /// <summary>"40 members of the council in Lynmar", "40 patients at a clinic in Lynmar"; the last of a row speaks for those before it: "12 men and four women in Lynmar".</summary>
    private TextSpan? PlaceAtNoun(ScannedQuantity quantity, Frame frame)
    {
        if (frame.Noun == None)
        {
            return null;
        }

        foreach (int child in _parsed.Of(frame.Noun))
        {
            bool leads = _parsed.Relations[child].Universal() switch
            {
                Relation.Nmod => CaseOf(child) is "of" or "on" || LeadsThere(CaseOf(child), frame),
                Relation.Conj => child > frame.Noun && IsNoun(child),
                _ => false,
            };
            if (leads && PlaceAt(child, quantity, frame) is { } place)
            {
                return place;
            }
        }

        return null;
    }

    private bool LeadsThere(ReadOnlySpan<char> preposition, Frame frame) => QuantityWords.Is(preposition, QuantityWord.In) || (preposition is "to" && IsSending(frame.Predicate));

    /// <summary>"in Lynmar, where 40 boats sank"; "a fire in Lynmar that killed 12 people".</summary>
    private TextSpan? PlaceWhere(ScannedQuantity quantity, Frame frame)
    {
        foreach (int verb in (ReadOnlySpan<int>)[frame.Clause, frame.Predicate])
        {
            if (verb == None || _parsed.Relations[verb].Universal() != Relation.Acl || _parsed.Heads[verb] is not (>= 0 and int antecedent) || antecedent >= quantity.First || antecedent == frame.Noun)
            {
                continue;
            }

            foreach (int child in _parsed.Of(verb))
            {
                if (Word(child) is "where" && NamedPlace(antecedent) is { } named)
                {
                    return named;
                }
            }

            if (PlaceAt(antecedent, quantity, frame) is { } place)
            {
                return place;
            }
        }

        return null;
    }

    /// <summary>A place within another phrase of the verb: "during parades in Lynmar". What is fought over or compared lies where it will: "about the war in Lynmar".</summary>
    private TextSpan? PlaceUnder(int holder, ScannedQuantity quantity, Frame frame, int depth)
    {
        if (holder == None || depth == 0)
        {
            return null;
        }

        foreach (int child in _parsed.Of(holder))
        {
            if (child != frame.Noun
                && _parsed.Relations[child].Universal() is Relation.Obl or Relation.Obj or Relation.Nmod
                && CaseOf(child) is not ("about" or "against" or "over" or "like" or "than" or "with")
                && (PlaceAt(child, quantity, frame) ?? (_parsed.Relations[child].Universal() == Relation.Obj ? null : PlaceUnder(child, quantity, frame, depth - 1))) is { } place)
            {
                return place;
            }
        }

        return null;
    }

    /// <summary>"Twelve people died when a boat sank off Lynmar."</summary>
    private TextSpan? PlaceOfOccasion(int verb, ScannedQuantity quantity, Frame frame)
    {
        if (verb == None)
        {
            return null;
        }

        foreach (int child in _parsed.Of(verb))
        {
            if (_parsed.Relations[child].Universal() == Relation.Advcl && IsOccasion(child) && (PlaceAt(child, quantity, frame) ?? PlaceUnder(child, quantity, frame, Deepest)) is { } place)
            {
                return place;
            }
        }

        return null;
    }

    /// <summary>Whether a clause tells on what occasion: "when …", "as …", or a participle, "gathering in Lynmar".</summary>
    private bool IsOccasion(int clause)
    {
        foreach (int child in _parsed.Of(clause))
        {
            if (_parsed.Relations[child].Universal() is Relation.Mark or Relation.Advmod && child < clause)
            {
                return Word(child) is "when" or "as" or "while" or "after";
            }
        }

        return _parsed.PennTags[clause] == PennTag.Vbg;
    }

    /// <summary>"An explosion in Lynmar killed 12 people."</summary>
    private TextSpan? PlaceOfSubject(ScannedQuantity quantity, Frame frame)
    {
        foreach (int verb in (ReadOnlySpan<int>)[frame.Predicate, frame.Clause])
        {
            if (verb != None && _parsed.Dependent(verb, Relation.Nsubj) is >= 0 and int subject && subject != frame.Noun
                && (PlaceAt(subject, quantity, frame) ?? PlaceUnder(subject, quantity, frame, 1)) is { } place)
            {
                return place;
            }
        }

        return null;
    }

    /// <summary>"A bomb exploded in Lynmar, killing 12 people": a verb without a subject of its own is where the one above it is. How long something took on a way is not.</summary>
    private TextSpan? PlaceAbove(ScannedQuantity quantity, Frame frame)
    {
        int verb = frame.Clause != None ? frame.Clause : frame.Predicate;
        for (int step = 0; step < 3 && (frame.Noun != None || quantity.Kind == QuantityKind.Count); step++)
        {
            int head = _parsed.Heads[verb];
            bool shares = _parsed.Relations[verb].Universal() switch
            {
                Relation.Advcl => _parsed.PennTags[verb] == PennTag.Vbg && verb > head,
                Relation.Xcomp => true,
                // "… and wounding 30"
                Relation.Conj => _parsed.PennTags[verb] == PennTag.Vbg,
                _ => false,
            };
            if (head < 0 || !shares || _parsed.Dependent(verb, Relation.Nsubj) >= 0)
            {
                break;
            }

            if ((PlaceAt(head, quantity, frame) ?? PlaceUnder(head, quantity, frame, 1)) is { } place)
            {
                return place;
            }

            if (_parsed.Dependent(head, Relation.Nsubj) is >= 0 and int subject && PlaceAt(subject, quantity, frame) is { } named)
            {
                return named;
            }

            verb = head;
        }

        return null;
    }

    /// <summary>"In Lynmar, 40 boats sank and 12 people drowned": holds of all that is not what somebody else says.</summary>
    private TextSpan? PlaceOfOpening(Frame frame)
    {
        int first = _sentence.FirstToken;
        if (!QuantityWords.Is(Word(first), QuantityWord.In))
        {
            return null;
        }

        int comma = first + 1;
        while (comma < End && comma - first <= LongestOpening && Word(comma) is not ",")
        {
            comma++;
        }

        if (comma >= End || Word(comma) is not "," || !IsReportersOwn(frame))
        {
            return null;
        }

        for (int t = first + 1; t < comma; t++)
        {
            if (CaseOf(t) is var preposition && QuantityWords.Is(preposition, QuantityWord.In) && NamedPlace(t) is { } place && !IsTimeSpan(place))
            {
                return place;
            }
        }

        return null;
    }

    /// <summary>Whether the verb is the sentence's own, or joined to it: no clause that somebody says, and none that only tells which thing is meant.</summary>
    private bool IsReportersOwn(Frame frame)
    {
        int at = frame.Clause != None ? frame.Clause : frame.Predicate;
        for (int step = 0; step < 3; step++)
        {
            if (_parsed.Dependent(at, Relation.Parataxis) >= 0)
            {
                return false;
            }

            if (_parsed.Heads[at] < 0)
            {
                return true;
            }

            if (_parsed.Relations[at].Universal() is not (Relation.Conj or Relation.Xcomp))
            {
                return false;
            }

            at = _parsed.Heads[at];
        }

        return false;
    }

    /// <summary>A name that means a place, or a noun of place with a name at it: "the Vale region", "the port of Lynmar"; of "a Lynmar hotel" the name.</summary>
    private TextSpan? NamedPlace(int head)
    {
        (TextSpan name, EntityType type) = _names.At(_parsed.Document.Tokens[head].Span);
        if (_parsed.Tags[head] == PartOfSpeech.Propn || type != EntityType.None)
        {
            // "in Resolution 12" is no place.
            bool numbered = head + 1 < End && _parsed.Tags[head + 1] == PartOfSpeech.Num;
            TextSpan whole = type == EntityType.None ? NameSpan(head) : name;
            // "in “Harbour Lights”" is a title.
            bool titled = whole.Start > 0 && _text[whole.Start - 1] is '“' or '"' or '‘' or '\'' or '«';
            return !numbered && !titled && IsPlace(type, head) && !QuantityWords.Is(Word(head), QuantityWord.Month) && !Word(head).EndsWith("day") ? whole : null;
        }

        if (_parsed.Tags[head] != PartOfSpeech.Noun)
        {
            return null;
        }

        return QuantityWords.Is(Word(head), QuantityWord.Place) ? PlacePhrase(head) : PlaceBefore(head);
    }

    /// <summary>What the document's names say; a name that is none of them is a place by the preposition. A body is where its house is: "at Lynmar University".</summary>
    private bool IsPlace(EntityType type, int head) => type switch
    {
        EntityType.None or EntityType.Place or EntityType.Facility => true,
        EntityType.Organisation => QuantityWords.Is(Word(head), QuantityWord.Place) || IsKind(head, NameKinds.FacilityNoun | NameKinds.PlaceNoun),
        _ => false,
    };

    private bool IsKind(int token, NameKinds kinds) => (Gazetteer.Shipped.KindsOf(Gazetteer.Key(Word(token))) & kinds) != 0;

    /// <summary>"at a Lynmar hotel", "during the Lynmar fair", "outside Lynmar's cathedral"; not "in Lynmar's campaign".</summary>
    private TextSpan? PlaceBefore(int noun)
    {
        foreach (int child in _parsed.Of(noun))
        {
            if (child >= noun)
            {
                break;
            }

            NameKinds kinds = _parsed.Relations[child].Universal() switch
            {
                Relation.Compound => NameKinds.FacilityNoun | NameKinds.PlaceNoun | NameKinds.EventNoun,
                Relation.Nmod => NameKinds.FacilityNoun | NameKinds.PlaceNoun,
                _ => NameKinds.None,
            };
            if (kinds != NameKinds.None && IsKind(noun, kinds) && _names.At(_parsed.Document.Tokens[child].Span) is (var name, EntityType.Place or EntityType.Facility))
            {
                return name;
            }
        }

        return null;
    }

    private TextSpan? PlacePhrase(int head)
    {
        int from = head;
        int to = head;
        bool named = false;
        TextSpan reach = _parsed.Document.Tokens[head].Span;
        foreach (int child in _parsed.Of(head))
        {
            Relation relation = _parsed.Relations[child].Universal();
            (TextSpan name, EntityType type) = _names.At(_parsed.Document.Tokens[child].Span);
            if (_parsed.Tags[child] == PartOfSpeech.Propn && relation is Relation.Compound or Relation.Flat or Relation.Nmod or Relation.Appos && (child < head ? HasNoGap(child, head) : child - head <= 4))
            {
                named = true;
                from = Math.Min(from, child);
                to = Math.Max(to, child);
                reach = type == EntityType.None ? reach : Cover(reach, name);
            }
        }

        if (!named)
        {
            return null;
        }

        while (from > _sentence.FirstToken && _parsed.Tags[from - 1] is PartOfSpeech.Propn or PartOfSpeech.Adj && _parsed.Heads[from - 1] is var above && (above == head || (above >= from && above <= to)))
        {
            from--;
        }

        return Cover(reach, Span(from, to));
    }

    private static TextSpan Cover(TextSpan one, TextSpan other) => new(Math.Min(one.Start, other.Start), Math.Max(one.End, other.End));

    private bool HasNoGap(int from, int to)
    {
        for (int t = from + 1; t < to; t++)
        {
            if (!(IsNoun(t) || _parsed.Tags[t] == PartOfSpeech.Adj || Word(t) is "-"))
            {
                return false;
            }
        }

        return true;
    }
}
