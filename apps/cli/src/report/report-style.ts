/** Style of the report page: one column on a phone, light and dark by the reader's setting, readable on paper. */
export const REPORT_STYLE = `
:root {
  color-scheme: light dark;
  --paper: #ffffff; --card: #f6f7f9; --ink: #1c2330; --soft: #5a6478; --rule: #d9dee7; --grid: #e6e9ef;
  --first: #1f6feb; --second: #c2570c;
}
@media (prefers-color-scheme: dark) {
  :root {
    --paper: #12161d; --card: #1a202a; --ink: #e8ecf3; --soft: #a3aec2; --rule: #323b4a; --grid: #29313d;
    --first: #6cb0ff; --second: #ff9f5a;
  }
}
* { box-sizing: border-box; }
body { margin: 0 auto; max-width: 1080px; padding: 24px 20px 64px; background: var(--paper); color: var(--ink); font: 16px/1.5 system-ui, sans-serif; }
h1 { font-size: 1.7rem; margin: 0 0 4px; }
h2 { font-size: 1.35rem; margin: 44px 0 8px; padding-top: 16px; border-top: 1px solid var(--rule); }
h3 { font-size: 1.05rem; margin: 28px 0 8px; }
p { margin: 6px 0; }
.soft { color: var(--soft); }
.wide { overflow-x: auto; }
table { border-collapse: collapse; width: 100%; font-size: 0.93rem; }
th, td { text-align: left; padding: 6px 12px 6px 0; border-bottom: 1px solid var(--rule); vertical-align: top; }
th[scope="rowgroup"] { padding-top: 16px; color: var(--soft); font-weight: 600; }
td.number { white-space: nowrap; font-variant-numeric: tabular-nums; }
.charts { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 440px), 1fr)); gap: 16px; }
figure { margin: 0; padding: 14px 14px 8px; background: var(--card); border: 1px solid var(--rule); border-radius: 10px; }
figcaption { font-weight: 600; margin-bottom: 4px; }
svg { width: 100%; height: auto; display: block; }
svg text { fill: var(--soft); font: 11.5px system-ui, sans-serif; }
svg text.label { fill: var(--ink); font-size: 12.5px; }
svg .grid { stroke: var(--grid); }
svg .diagonal { stroke: var(--soft); stroke-dasharray: 4 4; fill: none; }
svg .line { fill: none; stroke-width: 2; stroke-linejoin: round; }
svg .line.first { stroke: var(--first); } svg .line.second { stroke: var(--second); }
svg .dot.first { fill: var(--first); } svg .dot.second { fill: var(--second); }
svg .area { opacity: 0.18; } svg .area.first { fill: var(--first); } svg .area.second { fill: var(--second); }
.pairs { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(100%, 320px), 1fr)); gap: 16px; padding: 0; margin: 0; list-style: none; }
.pairs li { background: var(--card); border: 1px solid var(--rule); border-radius: 10px; padding: 12px; }
.pair { display: grid; grid-template-columns: 1fr 1fr; gap: 8px; }
.pair img { width: 100%; aspect-ratio: 1; object-fit: cover; border-radius: 6px; display: block; background: var(--grid); }
.pair span { display: block; font-size: 0.82rem; color: var(--soft); overflow-wrap: anywhere; }
details { margin: 10px 0; } summary { cursor: pointer; }
@media (max-width: 600px) { td.number { white-space: normal; } th, td { padding-right: 8px; } }
@media print { body { max-width: none; } figure, .pairs li { break-inside: avoid; } }
`;
