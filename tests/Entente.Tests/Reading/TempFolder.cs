using System.IO.Compression;
using System.Text;

namespace Entente.Tests.Reading;

/// <summary>A folder that is there for one test.</summary>
internal sealed class TempFolder : IDisposable
{
    public TempFolder() => Path = Directory.CreateTempSubdirectory("entente-").FullName;

    public string Path { get; }

    public string this[string name] => System.IO.Path.Combine(Path, name);

    public string Add(string name, string text) => Add(name, Encoding.UTF8.GetBytes(text));

    public string Add(string name, byte[] bytes)
    {
        string path = this[name];
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(path)!);
        File.WriteAllBytes(path, bytes);
        return path;
    }

    public static byte[] Gzip(byte[] bytes)
    {
        using MemoryStream packed = new();
        using (GZipStream packing = new(packed, CompressionLevel.Optimal, leaveOpen: true))
        {
            packing.Write(bytes);
        }

        return packed.ToArray();
    }

    public static byte[] Gzip(string text) => Gzip(Encoding.UTF8.GetBytes(text));

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
