using System.Collections.Immutable;
using System.Text.Json;
using Entente.Analysis.Attributions;
using Entente.Analysis.Lineage;
using Entente.Analysis.Reuse;
using Entente.Analysis.Text;

namespace Entente.Analysis.Briefings;

/// <summary>A briefing as one JSON object: what <c>entente brief --format json</c> prints.</summary>
/// <remarks>Documents are named by id and come without their texts; spans are half-open UTF-16 positions in those texts.</remarks>
public static class BriefingJson
{
    public static void Write(Briefing briefing, Stream stream)
    {
        using (Utf8JsonWriter json = new(stream, JsonWords.Pretty))
        {
            json.WriteStartObject();
            WriteDocuments(briefing.Documents, json);
            json.WriteStartArray("stories");
            foreach (StoryFindings story in briefing.Stories)
            {
                WriteStory(story, json);
            }

            json.WriteEndArray();
            WritePassages(briefing.Passages, json);
            json.WriteStartArray("missingSources");
            foreach (MissingSource source in briefing.MissingSources)
            {
                json.WriteStartObject();
                json.WriteString("outlet", source.Outlet);
                json.WriteTexts("creditedBy", source.CreditedBy);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteStartArray("rejected");
            foreach (NearMiss miss in briefing.Rejected)
            {
                WriteNearMiss(miss, json);
            }

            json.WriteEndArray();
            DocumentJson.WriteDiagnostics("setAside", briefing.SetAside, json);
            json.WriteEndObject();
        }

        stream.WriteByte((byte)'\n');
    }

    private static void WriteDocuments(ImmutableArray<DocumentFindings> documents, Utf8JsonWriter json)
    {
        json.WriteStartArray("documents");
        foreach (DocumentFindings findings in documents)
        {
            json.WriteStartObject();
            DocumentJson.WriteStated(findings.Document, json);
            DocumentJson.WriteCredits(findings.Document.Credits, json);
            DocumentJson.WriteDiagnostics("diagnostics", findings.Document.Diagnostics, json);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteStory(StoryFindings findings, Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteString("id", findings.Story.Id);
        json.WriteString("title", findings.Story.Title);
        json.WriteTexts("documents", findings.Story.Documents);
        json.WriteStartObject("reasons");
        foreach ((string document, string reason) in findings.Story.Reasons)
        {
            json.WriteString(document, reason);
        }

        json.WriteEndObject();
        json.WriteStartArray("dependences");
        foreach (Dependence dependence in findings.Dependences)
        {
            WriteDependence(dependence, json);
        }

        json.WriteEndArray();
        json.WriteStartArray("chains");
        foreach (CreditChain chain in findings.Chains)
        {
            WriteChain(chain, json);
        }

        json.WriteEndArray();
        json.WriteStartArray("quotations");
        foreach (QuotationFamily family in findings.Quotations)
        {
            WriteQuotation(family, json);
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    internal static void WriteDependence(Dependence dependence, Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteString("from", dependence.From);
        if (dependence.FromIsOutlet)
        {
            json.WriteBoolean("fromIsOutlet", true);
        }

        json.WriteString("to", dependence.To);
        json.WriteWord("type", dependence.Type);
        json.WriteWord("strength", dependence.Strength);
        json.WriteWord("direction", dependence.Direction);
        json.WriteBoolean("credited", dependence.Credited);
        json.WriteString("rule", dependence.Rule);
        json.WriteStartArray("evidence");
        foreach (Evidence evidence in dependence.Evidence)
        {
            json.WriteStartObject();
            json.WriteString("kind", evidence.Kind);
            json.WriteStartObject("spans");
            foreach ((string document, ImmutableArray<TextSpan> spans) in evidence.Spans)
            {
                json.WriteSpans(document, spans);
            }

            json.WriteEndObject();
            json.WriteString("detail", evidence.Detail);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    internal static void WriteChain(CreditChain chain, Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteString("document", chain.Document);
        json.WriteTexts("path", chain.Path);
        json.WriteWord("end", chain.End);
        json.WriteEndObject();
    }

    internal static void WriteNearMiss(NearMiss miss, Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteString("kind", miss.Kind);
        json.WriteTexts("between", miss.Between);
        json.WriteString("reason", miss.Reason);
        json.WriteEndObject();
    }

    private static void WriteQuotation(QuotationFamily family, Utf8JsonWriter json)
    {
        json.WriteStartObject();
        WriteMembers(family, json);
        json.WriteEndObject();
    }

    internal static void WriteMembers(QuotationFamily family, Utf8JsonWriter json)
    {
        json.WriteString("id", family.Id);
        json.WriteText("speaker", family.Speaker);
        json.WriteText("pronoun", family.Pronoun);
        WriteVote(family.Vote, json);
        json.WriteStartArray("variants");
        foreach (QuotationVariant variant in family.Variants)
        {
            json.WriteStartObject();
            json.WriteString("document", variant.Document);
            json.WriteNumber("attribution", variant.Attribution);
            if (!variant.Spans.IsEmpty)
            {
                json.WriteSpan("span", new TextSpan(variant.Spans[0].Start, variant.Spans[^1].End));
            }

            json.WriteSpans("spans", variant.Spans);
            json.WriteString("text", variant.Text);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartArray("edits");
        foreach (QuotationEdit edit in family.Edits)
        {
            json.WriteStartObject();
            json.WriteTexts("between", [edit.FromDocument, edit.ToDocument]);
            json.WriteWord("kind", edit.Kind);
            json.WriteBoolean("meaningBearing", edit.MeaningBearing);
            json.WriteString("from", edit.From);
            json.WriteString("to", edit.To);
            json.WriteSpan("fromSpan", edit.FromSpan);
            json.WriteSpan("toSpan", edit.ToSpan);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteVote(SpeakerVote vote, Utf8JsonWriter json)
    {
        json.WriteStartObject("vote");
        json.WriteWord("standing", vote.Standing);
        json.WriteStartArray("candidates");
        foreach (SpeakerCandidate candidate in vote.Candidates)
        {
            json.WriteStartObject();
            json.WriteString("name", candidate.Name);
            json.WriteNumber("votes", candidate.Votes);
            WriteMentions("mentions", candidate.Mentions, json);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        WriteMentions("unnamed", vote.Unnamed, json);
        json.WriteTexts("notStatedIn", vote.Silent);
        json.WriteEndObject();
    }

    private static void WriteMentions(string key, ImmutableArray<SpeakerMention> mentions, Utf8JsonWriter json)
    {
        json.WriteStartArray(key);
        foreach (SpeakerMention mention in mentions)
        {
            json.WriteStartObject();
            json.WriteString("document", mention.Document);
            json.WriteNumber("attribution", mention.Attribution);
            json.WriteWord("kind", mention.Kind);
            json.WriteString("text", mention.Words);
            json.WriteText("meant", mention.Resolved);
            json.WriteSpans("spans", mention.Spans);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WritePassages(ImmutableArray<Passage> passages, Utf8JsonWriter json)
    {
        json.WriteStartArray("passages");
        foreach (Passage passage in passages)
        {
            json.WriteStartObject();
            json.WriteTexts("between", [passage.First, passage.Second]);
            json.WriteSpan("firstSpan", passage.FirstSpan);
            json.WriteSpan("secondSpan", passage.SecondSpan);
            json.WriteNumber("words", passage.Words);
            json.WriteBoolean("inQuotation", passage.InQuotation);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
