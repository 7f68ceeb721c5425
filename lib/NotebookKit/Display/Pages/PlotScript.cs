namespace NotebookKit.Display.Pages;

/// <summary>Puts a chart of plotly.js over each static one as it comes into view, in the colours of the page, light or dark. On paper the static
/// one is shown again.</summary>
internal static class PlotScript
{
    public static PageScript Script { get; } = new("""
        (() => {
          "use strict";
          const boxes = [...document.querySelectorAll(".nk-plot")];
          if (!window.Plotly || boxes.length === 0) return;
          const dark = window.matchMedia("(prefers-color-scheme: dark)");
          const colour = (name, otherwise) => getComputedStyle(document.body).getPropertyValue(name).trim() || otherwise;

          const dress = layout => {
            const ink = colour("--ink", "#1c2533"), muted = colour("--nk-muted", "#5d6a7e"), grid = colour("--nk-grid", "#e3e6eb");
            const look = { "font.color": ink, paper_bgcolor: "rgba(0,0,0,0)", plot_bgcolor: "rgba(0,0,0,0)", "modebar.bgcolor": "rgba(0,0,0,0)", "modebar.color": muted, "modebar.activecolor": ink, "hoverlabel.bgcolor": colour("--card", "#fff"), "hoverlabel.font.color": ink };
            for (const key of Object.keys(layout))
              if (/^[xy]axis\d*$/.test(key)) Object.assign(look, { [key + ".gridcolor"]: grid, [key + ".zerolinecolor"]: grid, [key + ".linecolor"]: grid, [key + ".tickfont.color"]: muted });
            return look;
          };

          const draw = async box => {
            const still = box.firstElementChild, spec = JSON.parse(document.getElementById(box.dataset.plot).textContent);
            const live = document.createElement("div");
            live.className = "nk-live";
            box.append(live);
            const layout = Object.assign({}, spec.layout, { autosize: true, width: undefined, height: Math.max(220, still.getBoundingClientRect().height) });
            const config = Object.assign({}, spec.config, { responsive: true, displaylogo: false, displayModeBar: "hover" });
            try {
              await window.Plotly.newPlot(live, spec.data, layout, config);
              await window.Plotly.relayout(live, dress(layout));
              still.classList.add("nk-still");
              box.dataset.drawn = "yes";
            } catch (error) {
              live.remove();
              box.dataset.drawn = "no";
              console.error(error);
            }
          };

          const seen = new IntersectionObserver(entries => {
            for (const entry of entries)
              if (entry.isIntersecting) {
                seen.unobserve(entry.target);
                draw(entry.target);
              }
          }, { rootMargin: "400px" });
          for (const box of boxes) seen.observe(box);
          dark.addEventListener("change", () => {
            for (const live of document.querySelectorAll(".nk-live")) window.Plotly.relayout(live, dress(live.layout));
          });
        })();
        """);
}
