import { type AboutTexts, type Language, languageFolder, languages } from '@article21/languages';
import {
  type Assembly,
  attributeFilter,
  isWithheld,
  localText,
  type PublishedRecord,
  parseDay,
  type RestrictionRecord,
  readQuantities,
  type Source,
} from '@article21/model';
import type { Words } from '../words.ts';
import { evidenceText } from './evidence.ts';
import { quantitiesOf } from './quantities.ts';
import { whyCounted } from './record.ts';

const LONGEST = 300;

/** In whose words a value is said, and of which record it is. */
export interface ValueContext {
  words: Words;
  kind: RestrictionRecord['kind'];
  places: Parameters<Words['rowName']>[1];
  /** Those of the snapshot, as far as they are known: of others the ids stand. */
  assemblies: readonly Assembly[];
  sources: readonly (Pick<Source, 'id' | 'title'> & Partial<Source>)[];
}

type ColumnTexts = {
  [Column in keyof PublishedRecord]?: (
    value: NonNullable<PublishedRecord[Column]>,
    context: ValueContext,
  ) => string;
};

/** What is said otherwise than it was typed. */
const columnTexts: ColumnTexts = {
  kind: (kind, { words }) => words.kind(kind),
  place: (id, { words, places }) => words.rowName(id, places),
  date: (date, { words }) => words.statedDate(date),
  charted: chartedOn,
  phase: (phase, { words }) => words.phase[phase],
  count: (count, context) => quantity({ count, amount: null, days: null }, context),
  amount: (amount, context) => quantity({ count: null, amount, days: null }, context),
  days: (days, context) => quantity({ count: null, amount: null, days }, context),
  basis: (basis, { words }) => words.basis[basis],
  attributes: (stated, { words }) =>
    words.attributesFiltered(Object.entries(stated).map(([id, value]) => attributeFilter(id, value))),
  assembly: (id, { words, assemblies }) =>
    assemblies.find((it) => it.id === id)?.[`title_${words.language}`] ?? id,
  evidence: (all, context) =>
    all
      .map((it) =>
        [sourceName(it.source, context), ...(isWithheld(it) ? [] : [evidenceText(it, context.words)])].join(
          ': ',
        ),
      )
      .join(' | '),
};

/**
 * What a column of a published record held, as a reader has it: dates, quantities and places in words, evidence by what it cites.
 * Null where it held nothing; what is long is cut.
 */
export function valueText(column: string, value: unknown, context: ValueContext): string | null {
  if (value === null || value === undefined || value === '') return null;
  const say = columnTexts[column as keyof ColumnTexts] as
    | ((value: unknown, context: ValueContext) => string)
    | undefined;
  const text = say ? say(value, context) : typeof value === 'string' ? value : JSON.stringify(value);
  if (text === '') return null;
  return text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text;
}

function sourceName(id: string, { sources, words: { language } }: ValueContext): string {
  const source = sources.find((it) => it.id === id);
  return source ? localText(source, 'title', language, language).text : id;
}

function quantity(
  stated: Pick<PublishedRecord, 'count' | 'amount' | 'days'>,
  { kind, words }: ValueContext,
): string {
  return quantitiesOf({ kind, ...readQuantities(stated) }, words)
    .map((it) => it.text)
    .join('; ');
}

function chartedOn(
  { from, to, day, by, approximate }: RestrictionRecord['charted'],
  { words }: ValueContext,
): string {
  const days = words.dated({ from: dayOf(day ?? from), to: dayOf(day ?? to) });
  return `${days}: ${whyCounted({ by, approximate }, words)}`;
}

function dayOf(text: string | null): number | null {
  return text === null ? null : parseDay(text);
}

type NamedColumn = keyof AboutTexts['column'];

/** What a column of a record is called; a note in another language is named by that: "Coder’s note (Русский)". */
export function columnText(column: NamedColumn | `note_${Language}`, { column: names }: AboutTexts): string {
  if (isNamed(column, names)) return names[column];
  const language = languages.find((it) => `note_${it}` === column) ?? 'en';
  return `${names.note} (${languageFolder(language).words.name})`;
}

function isNamed(column: string, names: AboutTexts['column']): column is NamedColumn {
  return Object.hasOwn(names, column);
}
