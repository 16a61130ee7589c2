using Entente.Analysis.Text;

namespace Entente.Analysis.Reuse;

/// <summary>What came of opening a saved index: the index, or what is wrong with the bytes.</summary>
internal sealed record OpenedIndex(ReuseIndex? Index, Diagnostic? Problem);
