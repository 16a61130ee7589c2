using Entente.Reading.Inputs;

namespace Entente.Tests.Reading.Inputs;

public sealed class InputFinderTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Takes_readable_files_of_a_folder_and_its_subfolders_in_order()
    {
        _folder.Add("b.html", "x");
        _folder.Add("a.txt", "x");
        _folder.Add("sub/c.jsonl.gz", "x");
        _folder.Add("picture.png", "x");
        _folder.Add("B.HTM", "x");

        Assert.Equal(["B.HTM", "a.txt", "b.html", "sub/c.jsonl.gz"], Names(_folder.Path));
    }

    [Fact]
    public void Passes_over_hidden_names_and_readmes_in_a_folder_but_reads_them_when_named()
    {
        _folder.Add(".hidden.txt", "x");
        _folder.Add(".git/notes.txt", "x");
        _folder.Add("README.md", "x");
        _folder.Add("readme.txt", "x");
        _folder.Add("a.txt", "x");

        Assert.Equal(["a.txt"], Names(_folder.Path));
        Assert.Equal([".hidden.txt", "README.md"], Names(_folder[".hidden.txt"], _folder["README.md"]));
    }

    [Fact]
    public void Names_the_same_file_once_however_often_it_is_given()
    {
        string file = _folder.Add("a.txt", "x");

        Assert.Equal(["a.txt"], Names(file, _folder.Path, file, _folder.Path + "/", _folder.Path + "/./a.txt", _folder.Path + "/*.txt"));
    }

    [Fact]
    public void Gives_the_same_list_whatever_the_order_of_the_arguments()
    {
        string[] paths = [_folder.Add("z/a.txt", "x"), _folder.Add("y.html", "x"), _folder.Path, _folder["missing"], _folder.Add("no-ending", "x")];

        (List<InputFile> files, var troubles) = InputFinder.Find(paths);
        (List<InputFile> reversed, var reversedTroubles) = InputFinder.Find([.. paths.Reverse()]);

        Assert.Equal(files, reversed);
        Assert.Equal(troubles, reversedTroubles);
        Assert.Equal(3, files.Count);
    }

    [Fact]
    public void Reports_a_link_back_into_a_folder_being_read_and_goes_on()
    {
        _folder.Add("sub/a.txt", "x");
        Directory.CreateSymbolicLink(_folder["sub/up"], _folder.Path);

        (List<InputFile> files, var troubles) = InputFinder.Find([_folder.Path]);

        Assert.Single(files);
        Assert.Equal("W1006", Assert.Single(troubles).Diagnostic.Code);
    }

    [Fact]
    public void Reads_folders_that_many_links_lead_to_once()
    {
        // Read once for every way there, this would be 2^30 folders.
        for (int i = 0; i < 30; i++)
        {
            Directory.CreateDirectory(_folder[$"d{i:00}"]);
        }

        for (int i = 0; i < 29; i++)
        {
            Directory.CreateSymbolicLink(_folder[$"d{i:00}/left"], _folder[$"d{i + 1:00}"]);
            Directory.CreateSymbolicLink(_folder[$"d{i:00}/right"], _folder[$"d{i + 1:00}"]);
        }

        _folder.Add("d29/a.txt", "x");

        Assert.Single(Names(_folder.Path));
        Assert.Single(Names(_folder.Path + "/**/*.txt"));
    }

    [Theory]
    [InlineData("*.txt", "a.txt")]
    [InlineData("*", "a.txt")]
    [InlineData("**/*.txt", "a.txt,sub/b.txt,sub/deep/c.txt")]
    [InlineData("**", "a.txt,sub/b.txt,sub/deep/c.txt")]
    [InlineData("sub/?.txt", "sub/b.txt")]
    [InlineData("*/*.txt", "sub/b.txt")]
    [InlineData("s*/d*p/*.t?t", "sub/deep/c.txt")]
    [InlineData("*.dat", "d.dat")]
    public void Expands_globs_itself(string pattern, string expected)
    {
        _folder.Add("a.txt", "x");
        _folder.Add("d.dat", "x");
        _folder.Add("sub/b.txt", "x");
        _folder.Add("sub/deep/c.txt", "x");
        _folder.Add(".hidden/e.txt", "x");

        Assert.Equal(expected.Split(','), Names(_folder[pattern]));
    }

    [Fact]
    public void A_name_that_leads_to_nothing_is_reported()
    {
        _folder.Add("images/a.png", "x");

        (_, var troubles) = InputFinder.Find([_folder["nowhere.txt"], _folder["*.xyz"], _folder.Path, ""]);

        Assert.Equal(["E1001", "W1009", "E1001", "E1001"], troubles.Select(static one => one.Diagnostic.Code));
    }

    [Fact]
    public void A_file_whose_name_holds_an_asterisk_is_read_as_named()
    {
        string path = _folder.Add("what*.txt", "x");
        _folder.Add("whatever.txt", "x");

        Assert.Equal(["what*.txt"], Names(path));
    }

    private string[] Names(params string[] paths) =>
        [.. InputFinder.Find(paths).Files.Select(file => file.Name[(_folder.Path.Length + 1)..])];
}
