import { bases, groupings, languages, measureIds, phaseFilters, steps, themes } from '@article21/model';
import { z } from 'zod';

/** The keys of a query as its documentation describes them: every value is the text of a URL. */
const text = (description: string, example?: string) =>
  z
    .string()
    .optional()
    .meta(example === undefined ? { description } : { description, example });
const list = (known: readonly string[]) => `Separated by commas: ${known.join(', ')}.`;

export const langParameter = z
  .enum(languages)
  .optional()
  .meta({ description: 'The language of words in the answer; English when absent.' });

export const snapshotParameter = text(
  'The id of a snapshot. The answer then never changes. When absent, the current snapshot answers.',
);

/** The one vocabulary of every URL: the page, the embed, the image and the data. */
export const chartParameters = {
  measure: text(
    `What is counted. ${list(measureIds)} When absent: rejected applications, detentions, fines and arrest days.`,
    'detentions',
  ),
  place: text('Ids of places, separated by commas. A place takes in what lies in it.', 'almaty'),
  from: text('The first day: 2012-04-28, or the start of 2012-W17, 2012-04, 2012-Q2, 2012.', '2012-04'),
  to: text('The last day, written the same way: 2012-06 means 30 June.', '2012-06'),
  phase: text(`Before, during or after the assembly. ${list(phaseFilters)} When absent: every phase.`),
  basis: z.enum(bases).optional().meta({
    description:
      'Incidents, or the summaries that sources give of several; the two are never added. Incidents when absent.',
  }),
  by: text(`What the rows are grouped by. ${list(groupings)} When absent: totals only.`, 'place'),
  every: z
    .enum(steps)
    .optional()
    .meta({ description: 'The step of a series grouped by period; a month when absent.' }),
  chart: text('The kind of chart. Changes no number.'),
  lang: langParameter,
  theme: z.enum(themes).optional().meta({ description: 'The colours of a chart. Changes no number.' }),
  title: text('The title of a chart. Changes no number.'),
  snapshot: snapshotParameter,
};

/** What only a picture understands, beside the chart's vocabulary. */
export const sizeParameters = {
  width: text('Pixels, 320 to 2000; 960 when absent.', '1200'),
  height: text(
    'Pixels, 200 to 2000. The chart is then made larger or smaller until it fills them. When absent, as high as it needs.',
    '630',
  ),
};

/** What only a list of records understands, beside the chart's vocabulary. */
export const recordParameters = {
  at: text('Ids of places themselves, without what lies in them: a bar of a chart.', 'almaty'),
  bucket: text(
    'The name of one bucket of a series: 2012-04-28, 2012-W17, 2012-04, 2012-Q2, 2012.',
    '2012-04',
  ),
  undated: z
    .enum(steps)
    .optional()
    .meta({ description: 'Only what lies in no single bucket of this step, or reaches out of the period.' }),
  cursor: text('The `next` of the page before.'),
  limit: text('How many records a page has: 1 to 200; 50 when absent.', '50'),
};

/** What only slides understand, beside the chart's vocabulary. */
export const showParameters = {
  show: text(
    'A presentation as the page keeps it in its address: a slide for each of its views. Of the other keys only `lang` and ' +
      '`snapshot` then matter.',
    'W1sibWVhc3VyZT1kZXRlbnRpb25zIl1d',
  ),
};
