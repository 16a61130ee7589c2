using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;
using System.Text;
using Entente.Analysis.Syntax;
using Entente.Analysis.Text;
using Entente.Tools.TrainSyntax;

Dictionary<string, string> options = [];
List<string> files = [];
for (int i = 1; i < args.Length; i++)
{
    if (args[i].StartsWith("--", StringComparison.Ordinal))
    {
        options[args[i][2..]] = args[++i];
    }
    else
    {
        files.Add(args[i]);
    }
}

int Int(string name, int other) => options.TryGetValue(name, out string? v) ? int.Parse(v, CultureInfo.InvariantCulture) : other;
float Float(string name, float other) => options.TryGetValue(name, out string? v) ? float.Parse(v, CultureInfo.InvariantCulture) : other;

List<Tree> dev = Tree.ReadAll([options["dev"]]);
NetworkShape shape = new(0, Int("hash", 16384), Int("embedding", 96), Int("hidden", 64), Int("layers", 2), Int("arc", 96), Int("label", 64));
Plan plan = new(Int("epochs", 15), Float("rate", 3e-3f), Int("batch", 1200), Int("least", 2), (ulong)Int("seed", 7),
    new Dropout(Float("dword", 0.25f), Float("dembed", 0.2f), Float("dout", 0.33f), Float("drec", 0.2f), Float("drole", 0.33f)));
List<Tree> trees = Tree.ReadAll(files);
if (options.TryGetValue("teachers", out string? teacherFiles))
{
    Teachers teachers = new(teacherFiles.Split(',').Select(path =>
    {
        using FileStream stream = File.OpenRead(path);
        return SyntaxModel.Read(stream);
    }));
    trees = teachers.Judge(trees, gold: true);
    foreach (string directory in options.GetValueOrDefault("texts", "").Split(',', StringSplitOptions.RemoveEmptyEntries))
    {
        List<Tree> plain = PlainTexts.ReadAll(directory);
        Console.Error.WriteLine($"{directory}: {plain.Count} sentences, {plain.Sum(t => t.Length)} tokens");
        trees.AddRange(teachers.Judge(plain, gold: false));
    }
}

Console.Error.WriteLine($"{trees.Count} sentences, {trees.Sum(t => t.Length)} tokens");
SyntaxModel model = new Trainer(trees, shape, plan).Train((epoch, m) => Console.Error.WriteLine(epoch % Int("every", 1) == 0 ? Measure(m, dev) : ""));
using (FileStream file = File.Create(options["out"]))
{
    model.Write(file);
}

static string Measure(SyntaxModel model, List<Tree> trees)
{
    StringBuilder text = new();
    ImmutableArray<Token>.Builder tokens = ImmutableArray.CreateBuilder<Token>();
    ImmutableArray<Sentence>.Builder sentences = ImmutableArray.CreateBuilder<Sentence>();
    foreach (Tree tree in trees)
    {
        int first = tokens.Count;
        int start = text.Length;
        foreach (string form in tree.Forms)
        {
            tokens.Add(new Token(text.Length, text.Length + form.Length, TokenKind.Word));
            text.Append(form).Append(' ');
        }

        sentences.Add(new Sentence(new TextSpan(start, text.Length - 1), first, tree.Length, 0));
    }

    Document document = new() { Id = "dev", Sha256 = "", Text = text.ToString(), Blocks = [] };
    TokenizedDocument tokenized = new(document, tokens.ToImmutable(), sentences.ToImmutable());
    SyntaxParser parser = new(model);
    parser.Parse(tokenized);
    Stopwatch clock = Stopwatch.StartNew();
    ParsedDocument parsed = parser.Parse(tokenized);
    double parse = clock.Elapsed.TotalSeconds;
    clock.Restart();
    parser.Parse(tokenized, _ => false);
    double tag = clock.Elapsed.TotalSeconds;
    int lemma = 0, upos = 0, xpos = 0, uas = 0, las = 0, at = 0;
    foreach (Tree tree in trees)
    {
        int first = at;
        for (int i = 0; i < tree.Length; i++, at++)
        {
            upos += parsed.Tags[at] == tree.Tags[i] ? 1 : 0;
            lemma += parsed.Lemma(at) == tree.Lemmas[i] ? 1 : 0;
            xpos += parsed.PennTags[at] == tree.PennTags[i] ? 1 : 0;
            bool head = parsed.Heads[at] == (tree.Heads[i] < 0 ? -1 : first + tree.Heads[i]);
            uas += head ? 1 : 0;
            las += head && parsed.Relations[at] == tree.Relations[i] ? 1 : 0;
        }
    }

    double n = at;
    return string.Create(CultureInfo.InvariantCulture, $"UPOS {upos / n:F4} XPOS {xpos / n:F4} lemma {lemma / n:F4} UAS {uas / n:F4} LAS {las / n:F4}  parse {n / parse / 1000:F0}k/s tag {n / tag / 1000:F0}k/s");
}
