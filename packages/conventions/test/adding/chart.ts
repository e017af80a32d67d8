import { type Addition, languages } from './addition.ts';

const index = 'packages/charts/src/charts/index.ts';
const file = 'packages/charts/src/charts/lollipop.ts';

/** Bars under another name, and with a sentence of their own. */
const source = `import { bar } from './bar.ts';
import type { Chart } from './chart.ts';

/** A line with a circle at its end for each place. */
export const lollipop: Chart = {
  needs: { by: [['place']], every: null, places: 1 },
  draw(counts, plot) {
    const drawn = bar.draw(counts, plot);
    return { ...drawn, description: \`\${plot.words.chart.lollipop.name}. \${drawn.description}\` };
  },
  // office
};
`;

/** A chart type that an office program draws as bars. */
export const chart: Addition = {
  name: 'a chart type',
  write(copy) {
    copy.write(file, source);
    copy.edit(index, 'import { map }', "import { lollipop } from './lollipop.ts';\nimport { map }");
    copy.edit(index, '  map,\n', '  map,\n  lollipop,\n');
  },
  missing: [
    /^packages\/charts\/src\/charts\/lollipop\.ts: Property 'office' is missing in type .* required in type 'Chart'/,
    /^packages\/charts\/src\/charts\/lollipop\.ts: Property 'lollipop' does not exist on type/,
    /^packages\/charts\/src\/charts\/index\.ts: .*'lollipop' does not exist in type 'Readonly<Record/,
  ],
  complete(copy) {
    copy.edit(file, '  // office\n', '  office: bar.office,\n');
    for (const language of languages)
      copy.edit(
        `packages/languages/src/${language}/charts.ts`,
        '  map: {',
        "  lollipop: { name: 'Lollipops', description: 'Circles on lines' },\n  map: {",
      );
  },
};
