namespace Entente.Bench.Reuse;

/// <summary>Finds the pairs of texts that share much in its own way and tells each once.</summary>
/// <returns>Seconds for building what is looked up in, and for the pairs.</returns>
internal delegate (double Build, double Pairs) Baseline(ulong[][] texts, int threads, Action<int, int> tell);
