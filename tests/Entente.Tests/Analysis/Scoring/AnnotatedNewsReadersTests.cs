using System.Text;
using System.Text.Json;
using System.Xml;
using Entente.Analysis.Scoring;

namespace Entente.Tests.Analysis.Scoring;

public sealed class AnnotatedNewsReadersTests
{
    private const string Ecb = """
        <Document>
        <token t_id="1" sentence="0" number="0">Anna</token><token t_id="2" sentence="0" number="1">left</token>
        <token t_id="3" sentence="1" number="0">She</token><token t_id="4" sentence="1" number="1"></token>
        <Markables>
          <HUMAN_PART_PER m_id="10"><token_anchor t_id="1"/></HUMAN_PART_PER>
          <HUMAN_PART_PER m_id="11"><token_anchor t_id="3"/></HUMAN_PART_PER>
          <ACTION_MOTION m_id="12"><token_anchor t_id="2"/></ACTION_MOTION>
          <HUMAN_PART_PER m_id="13" TAG_DESCRIPTOR="anna"/>
          <LOC_GEO m_id="14"><token_anchor t_id="99"/></LOC_GEO>
        </Markables>
        <Relations>
          <CROSS_DOC_COREF r_id="7" note="HUM7"><source m_id="10"/><source m_id="11"/><target m_id="13"/></CROSS_DOC_COREF>
          <INTRA_DOC_COREF r_id="8"><source m_id="12"/></INTRA_DOC_COREF>
        </Relations>
        </Document>
        """;

    private const string Tokens = "a/x\t0\t0\tAnna\na/x\t0\t1\tleft\na/x\t4\t0\tShe\nb/y\t0\t0\tRain\n#\nshort\tline\n";

    private const string Mentions = """
        [{"conll_doc_key":"a/x","sent_id":0,"tokens_number":[0],"mention_type":"PER","mention_head_id":0,"coref_chain":"cross_9"},
         {"conll_doc_key":"a/x","sent_id":4,"tokens_number":[0],"mention_type":"PER","mention_head_id":0,"coref_chain":"intra_cross_9"},
         {"conll_doc_key":"a/x","sent_id":0,"tokens_number":[1,5],"mention_type":"PER","mention_head_id":0,"coref_chain":"cross_9"},
         {"conll_doc_key":"a/x","sent_id":3,"tokens_number":[0],"mention_type":"PER","mention_head_id":0,"coref_chain":"cross_9"},
         {"conll_doc_key":"none","sent_id":0,"tokens_number":[0],"mention_type":"PER","mention_head_id":0,"coref_chain":"cross_9"}]
        """;

    [Fact]
    public void A_report_of_the_event_corpus_has_its_sentences_mentions_and_chains()
    {
        AnnotatedNews news = EcbPlusReader.Read(Utf8(Ecb), "1_1", "1");

        Assert.Equal([["Anna", "left"], ["She", "_"]], news.Sentences);
        Assert.Equal(["HUM7", "HUM7", "1_1/r8"], news.Mentions.Select(m => m.Chain));
        Assert.Equal([(0, 0), (1, 0), (0, 1)], news.Mentions.Select(m => (m.Sentence, m.Tokens.Single())));
        Assert.Equal("ACTION_MOTION", news.Mentions[2].Type);
    }

    [Fact]
    public void A_mention_in_no_chain_stands_for_itself()
    {
        AnnotatedNews news = EcbPlusReader.Read(Utf8(Ecb[..Ecb.IndexOf("<Relations>", StringComparison.Ordinal)] + "</Document>"), "1_1", "1");
        Assert.Equal(["1_1/10", "1_1/11", "1_1/12"], news.Mentions.Select(m => m.Chain));
    }

    [Fact]
    public void Cut_markup_is_refused_as_such()
    {
        for (int length = 0; length < Ecb.TrimEnd().Length; length += 7)
        {
            string cut = Ecb[..length];
            Assert.ThrowsAny<XmlException>(() => EcbPlusReader.Read(Utf8(cut), "1_1", "1"));
        }
    }

    [Theory]
    [InlineData("<Document/>")]
    [InlineData("<Document><token>x</token><Markables><A/><B m_id='1'><token_anchor/></B></Markables><Relations><R/></Relations></Document>")]
    public void Markup_without_what_is_expected_has_little_to_say(string xml) => Assert.True(EcbPlusReader.Read(Utf8(xml), "a", "b").Mentions.Count <= 1);

    [Fact]
    public void No_entity_of_a_document_type_is_expanded() =>
        Assert.Throws<XmlException>(() => EcbPlusReader.Read(Utf8("<!DOCTYPE x [<!ENTITY a \"b\">]><Document>&a;</Document>"), "a", "b"));

    [Fact]
    public void A_table_of_mentions_is_laid_on_its_tokens_and_what_points_outside_is_left_out()
    {
        IReadOnlyList<AnnotatedNews> news = MeantimeReader.Read(new StringReader(Tokens), Utf8(Mentions));

        Assert.Equal(["a/x", "b/y"], news.Select(n => n.Id));
        Assert.Equal(["a", "b"], news.Select(n => n.Topic));
        Assert.Equal([["Anna", "left"], ["She"]], news[0].Sentences);
        Assert.Equal([(0, "9"), (1, "9")], news[0].Mentions.Select(m => (m.Sentence, m.Chain)));
        Assert.Empty(news[1].Mentions);
    }

    [Fact]
    public void Cut_lists_are_refused_as_such()
    {
        for (int length = 0; length < Mentions.TrimEnd().Length; length += 11)
        {
            string cut = Mentions[..length];
            Assert.ThrowsAny<JsonException>(() => MeantimeReader.Read(new StringReader(Tokens), Utf8(cut)));
        }
    }

    [Fact]
    public void Running_text_has_every_token_where_it_says()
    {
        (Entente.Analysis.Text.Document document, List<List<Entente.Analysis.Text.TextSpan>> places) = EcbPlusReader.Read(Utf8(Ecb), "1_1", "1").ToDocument();

        Assert.Equal("Anna left\nShe _\n", document.Text);
        Assert.Equal([["Anna", "left"], ["She", "_"]], places.Select(s => s.Select(p => p.Of(document.Text)).ToArray()));
        Assert.Equal(2, document.Blocks.Length);
    }

    private static MemoryStream Utf8(string text) => new(Encoding.UTF8.GetBytes(text));
}
