/** The fonts of the dashboard by the names under which it has them, in the subsets of English, Russian and Kazakh. */
const families = [
  { name: 'Source Sans 3', file: 'source-sans-3' },
  { name: 'Source Serif 4', file: 'source-serif-4' },
];
const subsets = [
  { id: 'latin', range: 'U+0000-02FF, U+2000-206F, U+20AC, U+2122, U+2191, U+2193, U+2212, U+2215' },
  { id: 'cyrillic', range: 'U+0301, U+0400-045F, U+0490-0491, U+04B0-04B1, U+2116' },
  { id: 'cyrillic-ext', range: 'U+0460-052F' },
];

/**
 * The look of the page: one ink, one accent, sentences in serif, as in the dashboard. `paths` are those of the files beside it,
 * among which its fonts are; without them the page has those of the reader's machine.
 */
export function styleWith(paths: Iterable<string>, site: string): string {
  const all = [...paths];
  const faces = families.flatMap(({ name, file }) =>
    subsets.flatMap(({ id, range }) =>
      all
        .filter((path) => path.startsWith(`assets/${file}-${id}-wght-normal`))
        .map(
          (path) =>
            `@font-face { font-family: '${name}'; font-weight: 200 900; font-display: swap; unicode-range: ${range}; src: url('${site}/${path}') format('woff2'); }`,
        ),
    ),
  );
  return `\n${faces.join('\n')}${style}`;
}

const style = `
:root { --ink: #1a1a1a; --ground: #fff; --quiet: #5b5b5b; --line: #dcdcdc; --soft: #f5f5f3; --accent: #12436d;
  --serif: 'Source Serif 4', 'Source Serif Pro', Georgia, 'Times New Roman', serif;
  --sans: 'Source Sans 3', 'Source Sans Pro', system-ui, -apple-system, 'Segoe UI', sans-serif;
  --mono: ui-monospace, 'SF Mono', 'Cascadia Mono', 'DejaVu Sans Mono', monospace; }
@media (prefers-color-scheme: dark) { :root { --ink: #ececec; --ground: #121212; --quiet: #a6a6a6; --line: #333;
  --soft: #1d1d1d; --accent: #8fc1ee; } }
* { box-sizing: border-box; }
html { scroll-behavior: smooth; scroll-padding-top: 24px; }
@media (prefers-reduced-motion: reduce) { html { scroll-behavior: auto; } }
body { margin: 0 auto; max-width: 1440px; padding: 16px 32px 96px; display: grid; gap: 0 64px;
  grid-template-columns: minmax(0, 1fr); background: var(--ground); color: var(--ink);
  font: 17px/1.6 var(--sans); }
@media (min-width: 960px) { body { grid-template-columns: 272px minmax(0, 1fr); }
  header { grid-column: 1 / -1; } body > nav > ul { position: sticky; top: 24px; } }
h1, h2 { font-family: var(--serif); font-weight: 600; line-height: 1.2; text-wrap: balance; }
h1 { font-size: clamp(28px, 5vw, 40px); margin: 8px 0 16px; }
h2 { font-size: 26px; margin: 0 0 8px; }
h3 { font-size: 15px; margin: 24px 0 4px; color: var(--quiet); font-weight: 600; }
p, ul, dl { max-width: 65ch; margin: 0 0 16px; }
.head { display: flex; flex-wrap: wrap; gap: 4px 32px; align-items: baseline; padding-bottom: 16px; }
.head nav a { display: inline-block; padding: 4px 0; margin-inline-end: 16px; } .head nav:last-child { margin-inline-start: auto; }
.head [aria-current] { color: inherit; text-decoration: underline; }
.site { margin: 0; font-weight: 600; } .site a { text-decoration: none; color: inherit; }
.lead { font: 20px/1.5 var(--serif); } .quiet { color: var(--quiet); }
a { color: var(--accent); text-underline-offset: 3px; text-decoration-thickness: 1px; }
:focus-visible { outline: 2px solid var(--accent); outline-offset: 3px; }
code, pre { font: 14px/1.5 var(--mono); }
nav ul { list-style: none; padding: 0; margin: 8px 0 48px; } nav li { padding: 4px 0; line-height: 1.3; }
nav a { text-decoration: none; } nav a:hover { text-decoration: underline; }
nav span { display: block; color: var(--quiet); font-size: 15px; }
section { padding: 32px 0 40px; border-top: 1px solid var(--line); }
.path { margin: 0 0 16px; } .path span { color: var(--quiet); font-size: 14px; font-weight: 600; }
.path code { font-size: 16px; overflow-wrap: anywhere; }
.wide { overflow-x: auto; } table { border-collapse: collapse; width: 100%; font-size: 16px; line-height: 1.45; }
th, td { text-align: left; vertical-align: top; padding: 8px 24px 8px 0; border-bottom: 1px solid var(--line);
  font-weight: 400; overflow-wrap: break-word; }
thead th { color: var(--quiet); font-size: 15px; padding-top: 0; } tr:target { background: var(--soft); }
.requests { list-style: none; padding: 0; max-width: none; } .requests li { overflow-wrap: anywhere; padding: 2px 0; }
details { margin-top: 16px; } summary { cursor: pointer; padding: 4px 0; }
pre { background: var(--soft); padding: 16px; margin: 8px 0 0; white-space: pre-wrap; overflow-wrap: anywhere; }
code { overflow-wrap: anywhere; }
dt { font-weight: 600; margin-top: 16px; } dd { margin: 4px 0 0; }
@media (max-width: 719px) { body { padding-inline: 16px; } }
@media print { nav { display: none; } body { display: block; max-width: none; padding: 0; } }
`;
