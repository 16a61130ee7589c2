using System.Text;
using Entente.Analysis.Briefings;
using Spectre.Console;

namespace Entente.Cli;

/// <summary>The streams of the process: where output goes, whether a person looks at it, and how wide their window is.</summary>
internal static class Terminal
{
    /// <summary>A pipe has no width; text in it is set as for a terminal of the usual 80 columns.</summary>
    private const int UsualWidth = 80;
    private const int WidestReadable = 120;
    private const int NarrowestUseful = 40;

    /// <summary>A bar for work that is over at once would only flicker.</summary>
    private static readonly TimeSpan s_patience = TimeSpan.FromMilliseconds(700);
    private static readonly TimeSpan s_refresh = TimeSpan.FromMilliseconds(100);

    private static readonly UTF8Encoding s_utf8 = new(encoderShouldEmitUTF8Identifier: false);

    public static bool IsOutputTerminal => !Console.IsOutputRedirected;

    public static bool IsErrorTerminal => !Console.IsErrorRedirected;

    /// <summary>See no-color.org: any non-empty value turns colour off.</summary>
    public static bool UseColor => IsOutputTerminal
        && string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR"))
        && Environment.GetEnvironmentVariable("TERM") is not "dumb";

    public static int Width
    {
        get
        {
            if (!IsOutputTerminal)
            {
                return UsualWidth;
            }

            int width = Console.WindowWidth;
            return width <= 0 ? UsualWidth : Math.Clamp(width, NarrowestUseful, WidestReadable);
        }
    }

    /// <summary>How text is set on the standard output, or in a file, which has no colours and the usual width.</summary>
    public static BriefingTextOptions TextOptions(FileInfo? file) => BriefingTextOptions.Default with
    {
        Width = file is null ? Width : UsualWidth,
        Color = file is null && UseColor,
    };

    public static bool IsBrokenPipe(IOException failure) =>
        // 32 is EPIPE on Linux and macOS, 0x6D ERROR_BROKEN_PIPE on Windows.
        (failure.HResult & 0xFFFF) is 32 or 0x6D || failure.Message.Contains("Broken pipe", StringComparison.Ordinal);

    /// <summary>One line on standard error. Control characters, such as a file's name may hold, are not passed on to the terminal.</summary>
    public static void Complain(string line) => Console.Error.WriteLine(string.Concat(line.Select(c => char.IsControl(c) ? '\uFFFD' : c)));

    /// <summary>Standard output, or a file that appears under its name only when it is complete.</summary>
    public static void Write(FileInfo? file, Action<Stream> write)
    {
        if (file is null)
        {
            using Stream output = Console.OpenStandardOutput();
            using BufferedStream buffered = new(output, 1 << 16);
            write(buffered);
            return;
        }

        file.Directory?.Create();
        string unfinished = file.FullName + ".part";
        using (FileStream output = new(unfinished, FileMode.Create, FileAccess.Write, FileShare.None, 1 << 16))
        {
            write(output);
        }

        File.Move(unfinished, file.FullName, overwrite: true);
    }

    public static void WriteText(FileInfo? file, Action<TextWriter> write) => Write(file, stream =>
    {
        using StreamWriter writer = new(stream, s_utf8, 1 << 14, leaveOpen: true) { NewLine = "\n" };
        write(writer);
    });

    /// <summary>Runs <paramref name="work"/>; when it takes long, with a progress bar on standard error where a person can see one.</summary>
    /// <param name="total">How many steps there are, if that is known before.</param>
    public static T WithProgress<T>(string title, int? total, Func<IProgress<int>?, T> work)
    {
        if (!IsErrorTerminal || Environment.GetEnvironmentVariable("TERM") is "dumb")
        {
            return work(null);
        }

        StepCount steps = new();
        Task<T> running = Task.Run(() => work(steps));
        if (!HasEnded(running, s_patience))
        {
            Show(title, total, steps, running);
        }

        return running.GetAwaiter().GetResult();
    }

    private static void Show(string title, int? total, StepCount steps, Task running)
    {
        IAnsiConsole console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Out = new AnsiConsoleOutput(Console.Error),
            ColorSystem = string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR")) ? ColorSystemSupport.Detect : ColorSystemSupport.NoColors,
        });
        console.Progress()
            .AutoClear(true)
            .HideCompleted(true)
            .Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new SpinnerColumn())
            .Start(context =>
            {
                ProgressTask task = context.AddTask(title, maxValue: total ?? 1);
                task.IsIndeterminate = total is null;
                while (!HasEnded(running, s_refresh))
                {
                    task.Description = total is { } all ? $"{title} {steps.Value:N0} of {all:N0}" : $"{title} {steps.Value:N0}";
                    task.Value = total is null ? 0 : steps.Value;
                }
            });
    }

    /// <summary>Whether it has ended, well or not, within <paramref name="wait"/>.</summary>
    private static bool HasEnded(Task running, TimeSpan wait) => ((IAsyncResult)running).AsyncWaitHandle.WaitOne(wait);

    private sealed class StepCount : IProgress<int>
    {
        private int _value;

        public int Value => Volatile.Read(ref _value);

        public void Report(int value) => Volatile.Write(ref _value, value);
    }
}
