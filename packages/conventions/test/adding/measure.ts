import { type Addition, languages } from './addition.ts';

const index = 'packages/model/src/measures/index.ts';
const wordsIn = (language: string) => `packages/languages/src/${language}/measures.ts`;

/** How many records of detentions there are, whether or not they give a number. */
export const measure: Addition = {
  name: 'a measure',
  write(copy) {
    copy.write(
      'packages/model/src/measures/detention-reports.ts',
      `import type { UsualMeasure } from './measure.ts';

/** Reports of detentions. */
export const detentionReports = {
  id: 'detention_reports',
  kind: 'detention',
  quantity: 'records',
  unit: 'reports',
  scale: 1,
  colour: 'violet',
} as const satisfies UsualMeasure;
`,
    );
    copy.edit(
      index,
      'import { detentions }',
      "import { detentionReports } from './detention-reports.ts';\nimport { detentions }",
    );
    copy.edit(index, '  detentions,\n', '  detentions,\n  detentionReports,\n');
  },
  // Of English; the other languages have its shape.
  missing: [/^packages\/messages\/src\/texts\.ts: Property 'detention_reports' is missing in type/],
  complete(copy) {
    for (const language of languages)
      copy.edit(
        wordsIn(language),
        '  warnings: {',
        `  detention_reports: {
    label: 'Reported detentions',
    panel: 'Reported detentions (reports)',
    short: 'Reported',
    unit: 'reports',
    definition: 'Records of detentions.',
    caveat: 'Reports are counted, not people.',
    none: 'No report of detentions',
    noun: { plain: { other: 'reports of detentions' }, bounded: { other: 'reports of detentions' } },
  },
  warnings: {`,
      );
  },
};
