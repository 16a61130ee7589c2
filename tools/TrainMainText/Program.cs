using System.Globalization;
using System.Text;
using Entente.Analysis.Scoring;
using Entente.Analysis.Text;
using Entente.Reading;
using Entente.Reading.Html;
using Entente.Tools.TrainMainText;

// dotnet run -c Release --project tools/TrainMainText -- train DIR models/main-text.model
// dotnet run -c Release --project tools/TrainMainText -- crossvalidate DIR
if (args is ["train", string from, string to])
{
    MainText model = new Training(GoldPage.ReadAll(from)).Train(static _ => true);
    using FileStream file = File.Create(to);
    model.Write(file);
    return 0;
}

if (args is ["crossvalidate", string directory])
{
    List<GoldPage> pages = GoldPage.ReadAll(directory);
    Training training = new(pages);
    double precision = 0, recall = 0, f1 = 0;
    for (int fold = 0; fold < Training.Folds; fold++)
    {
        int held = fold;
        MainText model = training.Train(page => page % Training.Folds != held);
        for (int p = fold; p < pages.Count; p += Training.Folds)
        {
            DocumentDraft draft = HtmlPageReader.Read(pages[p].Html, pages[p].Url, ReadingOptions.Default, judge: model);
            string text = draft.Text;
            StringBuilder main = new();
            foreach (Block block in draft.Blocks)
            {
                if (block.Kind is BlockKind.Body or BlockKind.Quote)
                {
                    main.Append(block.Span.In(text)).Append('\n');
                }
            }

            PrecisionRecall score = WordOverlap.Score(main.ToString(), pages[p].MainText);
            (precision, recall, f1) = (precision + score.Precision, recall + score.Recall, f1 + score.F1);
        }
    }

    Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
        $"{Training.Folds} folds by page: word precision {precision / pages.Count:F4}  recall {recall / pages.Count:F4}  F1 {f1 / pages.Count:F4}"));
    return 0;
}

Console.Error.WriteLine("usage: train DIR MODEL | crossvalidate DIR");
return 64;
