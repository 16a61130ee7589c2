using System.Text;
using AngleSharp.Dom;

namespace Entente.Reading.Html;

/// <summary>The text of one small element, such as a byline; block-level elements and line breaks in it are newlines.</summary>
internal static class ElementText
{
    private const int MaxNodes = 400;

    public static string Of(IElement element, int maxLength)
    {
        StringBuilder text = new();
        Stack<(INodeList Children, int Next, bool IsBlock)> open = new();
        open.Push((element.ChildNodes, 0, false));
        int nodes = 0;
        while (open.TryPop(out (INodeList Children, int Next, bool IsBlock) frame) && text.Length < maxLength && nodes < MaxNodes)
        {
            if (frame.Next >= frame.Children.Length)
            {
                if (frame.IsBlock)
                {
                    text.Append('\n');
                }

                continue;
            }

            open.Push((frame.Children, frame.Next + 1, frame.IsBlock));
            nodes++;
            INode node = frame.Children[frame.Next];
            if (node is IText words)
            {
                AppendCollapsed(text, words.Data);
            }
            else if (node is IElement inner)
            {
                HtmlTag tag = HtmlTags.Of(inner.LocalName);
                if (tag is HtmlTag.Skipped or HtmlTag.Script or HtmlTag.NoScript)
                {
                    continue;
                }

                bool isBlock = tag.PartsBlocks() || tag is HtmlTag.Break or HtmlTag.TableCell;
                if (isBlock)
                {
                    text.Append('\n');
                }

                open.Push((inner.ChildNodes, 0, isBlock));
            }
        }

        return text.ToString().Trim();
    }

    private static void AppendCollapsed(StringBuilder text, string data)
    {
        foreach (char c in data)
        {
            if (!char.IsWhiteSpace(c))
            {
                text.Append(c);
            }
            else if (text.Length > 0 && !char.IsWhiteSpace(text[^1]))
            {
                text.Append(' ');
            }
        }
    }
}
