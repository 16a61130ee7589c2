using Entente.Bench;
using Entente.Bench.Reuse;

string what = args.Length > 0 ? args[0] : "";
switch (what)
{
    case "reading" when args.Length > 1:
        return ReadingSpeed.Run(args[1], args.Length > 2 ? int.Parse(args[2]) : 3);
    case "language" when args.Length > 1:
        return LanguageSpeed.Run(args[1], args.Length > 2 ? int.Parse(args[2]) : 3);
    case "memory":
        return StreamedMemory.Run(args.Length > 1 ? int.Parse(args[1]) : 10_000);
    case "reuse":
        return ReuseBench.Run(args.Length > 1 ? [.. args.Skip(1).Select(int.Parse)] : [10_000, 100_000, 1_000_000]);
    case "fingerprints":
        return FingerprintSpeed.Run(args.Length > 1 ? args[1] : Path.GetDirectoryName(FingerprintSpeed.SourceFile("samples", "swing-bridge", "solway-ledger.html"))!);
    default:
        Console.Error.WriteLine("""
            reading DIR [ROUNDS]   pages a second on one thread beside Readability on jsdom, on DIR/*.html.gz
                                   (needs Node.js; once: cd bench/readability && npm install)
            language DIR [ROUNDS]  tokens a second on one thread, tagged, parsed and with attributions, beside winkNLP and
                                   compromise, on DIR/*.txt (needs Node.js; once: cd bench/language && npm install)
            memory [DOCUMENTS]     live memory while a generated pile streams through the reader
            fingerprints [DIR]     folding and winnowing on one thread beside a plain C++ loop (needs g++), over the sentences
                                   of the reports in DIR (a sample)
            reuse [SIZES…]         all pairs of generated articles that share text (10000 100000 1000000), one article
                                   more, saving and reopening, beside MinHash-LSH and a plain n-gram join
            """);
        return 1;
}
