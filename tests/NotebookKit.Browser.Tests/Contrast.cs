using Microsoft.Playwright;

namespace NotebookKit.Browser.Tests;

/// <summary>Whether text can be read on its ground: a ratio of luminances of at least 4.5 (WCAG 2.2, 1.4.3).</summary>
internal static class Contrast
{
    private const string Script = """
        selector => {
          const parse = c => (c.match(/[\d.]+/g) || [0, 0, 0, 0]).map(Number);
          const lum = c => { const [r, g, b] = c.slice(0, 3).map(v => { v /= 255; return v <= .03928 ? v / 12.92 : ((v + .055) / 1.055) ** 2.4; }); return .2126 * r + .7152 * g + .0722 * b; };
          const ground = e => { for (; e; e = e.parentElement) { const c = parse(getComputedStyle(e).backgroundColor); if (c.length < 4 || c[3] > .99) return c; } return [255, 255, 255]; };
          const bad = new Set();
          for (const e of document.querySelectorAll(selector)) {
            if (!e.innerText?.trim() || !e.checkVisibility()) continue;
            const a = lum(parse(getComputedStyle(e).color)), b = lum(ground(e));
            const ratio = (Math.max(a, b) + .05) / (Math.min(a, b) + .05);
            if (ratio < 4.5) bad.add(`${e.tagName}.${e.className} ${ratio.toFixed(2)}`);
          }
          return [...bad];
        }
        """;

    /// <summary>The visible elements whose text is too faint, with their ratio.</summary>
    public static Task<string[]> TooLow(IPage page, string selector) => page.EvaluateAsync<string[]>(Script, selector);
}
