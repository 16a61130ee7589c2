using System.Collections.Concurrent;
using System.Runtime.ExceptionServices;

namespace Entente.Reading;

/// <summary>Runs one function over a sequence on several threads and gives the results in the order of the sequence.</summary>
/// <remarks>At most a window of items is in work: a few for each thread, fewer where they are heavy. The sequence is drawn on the caller's thread.</remarks>
internal static class OrderedWork
{
    private const int ItemsForEachThread = 4;

    // Items in the window may weigh this much together; one item alone may weigh more.
    private const long MostWeight = 64L << 20;

    // Parsers written by others may recurse over nesting that we did not foresee; the default of 1.5 MB is soon used up.
    private const int StackBytes = 16 << 20;

    public static IEnumerable<TResult> Run<T, TResult>(
        IEnumerable<T> items, Func<T, TResult> work, Func<T, long> weigh, int threads, CancellationToken cancellation)
    {
        using BlockingCollection<Job<T, TResult>> waiting = new(new ConcurrentQueue<Job<T, TResult>>());
        List<Thread> workers = [];
        Queue<Job<T, TResult>> window = new();
        long weight = 0;
        try
        {
            foreach (T item in items)
            {
                cancellation.ThrowIfCancellationRequested();
                long itemWeight = weigh(item);
                while (window.Count > 0 && (window.Count >= threads * ItemsForEachThread || weight + itemWeight > MostWeight))
                {
                    weight -= window.Peek().Weight;
                    yield return window.Dequeue().Result(cancellation);
                }

                Job<T, TResult> job = new(item, itemWeight, work);
                weight += itemWeight;
                window.Enqueue(job);
                waiting.Add(job, cancellation);
                if (workers.Count < threads && workers.Count < window.Count)
                {
                    Thread worker = new(() => Serve(waiting), StackBytes) { IsBackground = true, Name = $"reading {workers.Count + 1}" };
                    workers.Add(worker);
                    worker.Start();
                }
            }

            while (window.TryDequeue(out Job<T, TResult>? job))
            {
                yield return job.Result(cancellation);
            }
        }
        finally
        {
            waiting.CompleteAdding();
            while (waiting.TryTake(out _))
            {
            }

            workers.ForEach(static worker => worker.Join());
        }
    }

    private static void Serve<T, TResult>(BlockingCollection<Job<T, TResult>> waiting)
    {
        foreach (Job<T, TResult> job in waiting.GetConsumingEnumerable())
        {
            job.Run();
        }
    }

    private sealed class Job<T, TResult>(T item, long weight, Func<T, TResult> work)
    {
        private readonly TaskCompletionSource<TResult> _done = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public long Weight { get; } = weight;

        public void Run()
        {
            try
            {
                _done.SetResult(work(item));
            }
            catch (Exception failure)
            {
                _done.SetException(failure);
            }
        }

        public TResult Result(CancellationToken cancellation)
        {
            try
            {
                _done.Task.Wait(cancellation);
                return _done.Task.Result;
            }
            catch (AggregateException failure)
            {
                ExceptionDispatchInfo.Throw(failure.InnerException ?? failure);
                throw;
            }
        }
    }
}
