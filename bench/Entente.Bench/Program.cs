using Entente.Bench;

string what = args.Length > 0 ? args[0] : "";
switch (what)
{
    case "reading" when args.Length > 1:
        return ReadingSpeed.Run(args[1], args.Length > 2 ? int.Parse(args[2]) : 3);
    case "memory":
        return StreamedMemory.Run(args.Length > 1 ? int.Parse(args[1]) : 10_000);
    default:
        Console.Error.WriteLine("""
            reading DIR [ROUNDS]   pages a second on one thread beside Readability on jsdom, on DIR/*.html.gz
                                   (needs Node.js; once: cd bench/readability && npm install)
            memory [DOCUMENTS]     live memory while a generated pile streams through the reader
            """);
        return 1;
}
