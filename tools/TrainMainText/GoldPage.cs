using System.IO.Compression;
using System.Text;
using System.Text.Json;

namespace Entente.Tools.TrainMainText;

/// <summary>A page and the main text that people found in it.</summary>
internal sealed record GoldPage(string Id, string? Url, string Html, string MainText)
{
    /// <summary>All pages of a set laid out as <c>html/ID.html.gz</c> and <c>ground-truth/ID.json</c>, in order of id.</summary>
    public static List<GoldPage> ReadAll(string directory)
    {
        string[] files = Directory.GetFiles(Path.Combine(directory, "ground-truth"), "*.json");
        Array.Sort(files, StringComparer.Ordinal);
        List<GoldPage> pages = [];
        foreach (string file in files)
        {
            string id = Path.GetFileNameWithoutExtension(file);
            using JsonDocument gold = JsonDocument.Parse(File.ReadAllText(file));
            using GZipStream stream = new(File.OpenRead(Path.Combine(directory, "html", id + ".html.gz")), CompressionMode.Decompress);
            using StreamReader reader = new(stream, Encoding.UTF8);
            string main = gold.RootElement.GetProperty("ground_truth").GetProperty("main_content").GetString() ?? "";
            pages.Add(new GoldPage(id, gold.RootElement.GetProperty("url").GetString(), reader.ReadToEnd(), main));
        }

        return pages;
    }
}
