import { languages } from '@article21/languages';
import { attributeFilters } from '../attribute.ts';
import { isDeclaredId } from '../id.ts';
import { defaultMeasures, type MeasureId, measureIds, openingMeasures } from '../measures/index.ts';
import { bases } from '../record.ts';
import { isSnapshotId } from '../snapshot-id.ts';
import { steps } from '../step.ts';
import {
  dayKey,
  isNothing,
  type Key,
  type Known,
  listOf,
  oneOf,
  placesKey,
  textKey,
  unknownValue,
} from './key.ts';
import {
  axisChoices,
  type ChartKey,
  type ChartQuery,
  evidenceFilters,
  groupings,
  namesNoMeasure,
  phaseFilters,
  themes,
} from './query.ts';

/** A page of places: more than any dataset has places for. */
const PAGE = /^[1-9]\d{0,3}$/;

/** Characters. */
export const LONGEST_TITLE = 200;

/** A query that names no measure asks for those of which the dataset has records; one that names some, for these. */
const measureKey: Key<readonly MeasureId[]> & { absentIn: (known: Known) => readonly MeasureId[] } = {
  description:
    `What is counted. Separated by commas: ${measureIds.join(', ')}, and those that the dataset declares. ` +
    'When absent: rejected applications, detentions, fines and arrest days, those of them that the dataset has records of.',
  example: 'detentions',
  absent: defaultMeasures,
  absentIn: ({ measures }) => (measures ? openingMeasures(measures) : defaultMeasures),
  read: (text, known) => {
    if (isNothing(text)) return { value: measureKey.absentIn(known) };
    const items = [...new Set(text.split(',').filter(Boolean))];
    const ids = known.vocabulary?.measureIds ?? [...measureIds, ...items.filter(mayBeDeclared)];
    const unknown = items.find((id) => !ids.includes(id));
    if (unknown !== undefined) return unknownValue('value', unknown, ids);
    return { value: ids.filter((id) => items.includes(id)) };
  },
  write: (measure, query) => (namesNoMeasure({ ...query, measure }) ? '' : measure.join(',')),
};

/** Whether an id may be that of a measure which a dataset declares, where nobody knows yet which it does. */
function mayBeDeclared(id: string): boolean {
  return isDeclaredId(id) && !measureIds.includes(id);
}

/** The id of a snapshot. */
export function snapshotKey(description: string): Key<string | null> {
  const issue = {
    code: 'unreadable',
    message: 'not a snapshot id',
    hint: 'copy an id from /api/v1/snapshots',
  } as const;
  return textKey({ description }, (text) => (isSnapshotId(text) ? null : issue));
}

/** The one vocabulary of every URL, in canonical order: the page, the embed, the image and the data. */
export const chartKeys: { readonly [K in ChartKey]: Key<ChartQuery[K]> } = {
  measure: measureKey,
  place: placesKey(
    { tooMany: 'name a region' },
    {
      description: 'Ids of places, separated by commas. A place takes in what lies in it.',
      example: 'almaty',
    },
  ),
  from: dayKey((bucket) => bucket.from, {
    description: 'The first day: 2012-04-28, or the start of 2012-W17, 2012-04, 2012-Q2, 2012.',
    example: '2012-04',
  }),
  to: dayKey((bucket) => bucket.to, {
    description: 'The last day, written the same way: 2012-06 means 30 June.',
    example: '2012-06',
  }),
  phase: listOf(phaseFilters, [], {
    description: ['Before, during or after the assembly.', 'When absent: every phase.'],
  }),
  basis: oneOf(bases, 'incident', {
    description:
      'Incidents, or the summaries that sources give of several; the two are never added. Incidents when absent.',
  }),
  evidence: oneOf(evidenceFilters, null, {
    description:
      'Only records that are quoted: of which words of a source, or cells of a table, are cited. When absent: also those of ' +
      'which there is an address alone.',
  }),
  attribute: attributeKey(),
  by: groupingKey(),
  every: oneOf(steps, 'month', {
    description: 'The step of a series grouped by period; a month when absent.',
  }),
  chart: textKey({ description: 'The kind of chart. Changes no number.' }, (text, { charts }) =>
    charts && !charts.includes(text) ? unknownValue('chart', text, charts).issue : null,
  ),
  axis: oneOf(axisChoices, null, {
    description:
      'Of small charts side by side: one scale for all of a measure, or one for each. When absent: one for all, unless most ' +
      'would be flat on it. Changes no number.',
  }),
  page: pageKey(),
  lang: oneOf(languages, null, {
    description: 'The language of words in the answer; English when absent.',
  }),
  theme: oneOf(themes, null, { description: 'The colours of a chart. Changes no number.' }),
  title: titleKey(),
  snapshot: snapshotKey(
    'The id of a snapshot. The answer then never changes. When absent, the current snapshot answers.',
  ),
};

const MOST_FILTERS = 500;

/** One key for all attributes, so that none of a dataset's ids can be that of another key, now or later. */
function attributeKey(): Key<readonly string[]> {
  const example = 'topic:labour';
  return {
    description:
      'Values of attributes that the dataset declares, as attribute:value, separated by commas. Of values of one attribute any is ' +
      'enough; of several attributes one of each is needed; `unstated` is what no source states. When absent: any.',
    example,
    absent: [],
    read: (text, { vocabulary }) => {
      const items = [...new Set(text.split(',').filter(Boolean))].sort();
      const unreadable = items.find((it) => !isAttributeFilter(it));
      if (unreadable !== undefined) {
        const message = `not a value of an attribute: ${unreadable.slice(0, 64)}`;
        return { issue: { code: 'unreadable', message, hint: `write for example ${example}` } };
      }
      const message = `more than ${MOST_FILTERS} values of attributes`;
      const hint = 'leave out an attribute to ask for any of its values';
      if (items.length > MOST_FILTERS) return { issue: { code: 'too_many', message, hint } };
      const known = vocabulary && attributeFilters(vocabulary.attributes);
      const unknown = known && items.find((it) => !known.includes(it));
      if (unknown === undefined) return { value: items };
      const { issue } = unknownValue('attribute', unknown, known ?? []);
      return { issue: known?.length ? issue : { ...issue, hint: 'this dataset declares no attributes' } };
    },
    write: (value) => value.join(','),
  };
}

function isAttributeFilter(text: string): boolean {
  const parts = text.split(':');
  return parts.length === 2 && parts.every(isDeclaredId);
}

function groupingKey(): Key<ChartQuery['by']> {
  const key = listOf(groupings, [], {
    description: [
      'What the rows are grouped by; `region` adds up the places of each region, and cities of none stand for themselves; ' +
        '`phase` is before, during or after the assembly.',
      'At most one of place, region and phase. When absent: totals only.',
    ],
    example: 'place',
  });
  const read: typeof key.read = (text, known) => {
    const found = key.read(text, known);
    if (!('value' in found)) return found;
    const [one, other] = found.value.filter((it) => it !== 'period');
    if (other === undefined) return found;
    const message = `by ${one} and by ${other} at once`;
    const hint = 'name one of them: place; region, which adds up the places of each region; or phase';
    return { issue: { code: 'conflict', message, hint } };
  };
  return { ...key, read };
}

function pageKey(): Key<number> {
  const issue = {
    code: 'unreadable',
    message: 'not the number of a page',
    hint: 'write a whole number from 1 to 9999',
  } as const;
  return {
    description:
      'Of the places of a chart that has no room for all, the largest first: 2 draws those that follow the first page. ' +
      'The last page where there are fewer; the first when absent. Changes no number.',
    example: '2',
    pattern: PAGE,
    absent: 1,
    read: (text) => (PAGE.test(text) ? { value: Number(text) } : { issue }),
    write: (page) => (page === 1 ? '' : `${page}`),
  };
}

function titleKey(): Key<string | null> {
  const issue = {
    code: 'too_long',
    message: 'the title is too long',
    hint: `at most ${LONGEST_TITLE} characters`,
  } as const;
  const key = textKey({ description: 'The title of a chart. Changes no number.' }, (text) =>
    text.length > LONGEST_TITLE ? issue : null,
  );
  return { ...key, read: (text, known) => (text === '' ? { value: null } : key.read(text, known)) };
}
