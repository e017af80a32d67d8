import {
  attributeFilter,
  hasAttributes,
  type Place,
  type Policy,
  type PolicyRule,
  type Precision,
  type RestrictionRecord,
} from '@article21/model';
import { coarsePlace, coarsest, daysOf, placeAndAbove } from './coarsen.ts';

/** What of a dataset is published, gathered record by record. */
export interface Plan {
  /** How precisely a record is published without its words; null where it is published as it is. */
  precisionOf(record: RestrictionRecord): Precision | null;
  take(record: RestrictionRecord): void;
  /** The ids of records that a rule picks, and how many each rule picks. */
  readonly picked: ReadonlySet<string>;
  readonly byRule: ReadonlyMap<string, number>;
  /** How many records are published at each precision. */
  readonly precisions: ReadonlyMap<string, Precision & { records: number }>;
  /** What picked records refer to, and what all others do, with how many of them do. */
  readonly hidden: Referred;
  readonly shown: Referred;
  /** Places of picked records that lie in no place that is coarse enough. */
  readonly nowhere: ReadonlySet<string>;
  /** The highest number with which an id of all other records ends, by what stands before it: `list-` of `list-12`. */
  readonly counted: ReadonlyMap<string, number>;
  /** Where picked records were, and where they are said to have been. */
  readonly moved: ReadonlyMap<string, ReadonlySet<string>>;
}

interface Referred {
  places: Map<string, number>;
  assemblies: Map<string, number>;
  sources: Map<string, number>;
  /** The values of attributes, as filters name them. */
  values: Map<string, number>;
  /** The rows of tables, by source. */
  rows: Map<string, Set<number>>;
}

export function createPlan(
  rules: Policy['rules'],
  places: ReadonlyMap<string, Place>,
  sensitive: ReadonlySet<string>,
): Plan {
  const picked = new Set<string>();
  const byRule = new Map(rules.map(({ id }) => [id, 0]));
  const precisions = new Map<string, Precision & { records: number }>();
  const [hidden, shown] = [nothing(), nothing()];
  const nowhere = new Set<string>();
  const moved = new Map<string, Set<string>>();
  const counted = new Map<string, number>();
  const rulesOf = (record: RestrictionRecord) =>
    rules.filter((rule) => picks(rule, record, places, sensitive));

  function takePicked(record: RestrictionRecord, own: readonly PolicyRule[]): void {
    picked.add(record.id);
    for (const { id } of own) count(byRule, id);
    const precision = coarsest(own);
    const key = `${precision.date} ${precision.place}`;
    precisions.set(key, { ...precision, records: (precisions.get(key)?.records ?? 0) + 1 });
    const place = coarsePlace(record.place, precision.place, places);
    if (place === null) nowhere.add(record.place);
    else {
      moved.set(place, (moved.get(place) ?? new Set()).add(record.place));
      count(shown.places, place);
    }
  }
  return {
    precisionOf(record) {
      const own = rulesOf(record);
      return own.length === 0 ? null : coarsest(own);
    },
    take(record) {
      const own = rulesOf(record);
      const to = own.length === 0 ? shown : hidden;
      if (own.length > 0) takePicked(record, own);
      else {
        const numbered = numberIn(record.id);
        if (numbered !== null)
          counted.set(numbered.stem, Math.max(numbered.number, counted.get(numbered.stem) ?? 0));
      }
      count(to.places, record.place);
      if (record.assembly !== null) count(to.assemblies, record.assembly);
      for (const [id, value] of Object.entries(record.attributes ?? {}))
        count(to.values, attributeFilter(id, value));
      for (const source of new Set(record.evidence.map((it) => it.source))) count(to.sources, source);
      for (const it of record.evidence)
        if (it.kind === 'row' && it.row !== null)
          to.rows.set(it.source, (to.rows.get(it.source) ?? new Set()).add(it.row));
    },
    ...{ picked, byRule, precisions, hidden, shown, nowhere, moved, counted },
  };
}

/** What an id counts by: `list-` and 12 of `list-12`; null where it ends in no number. */
export function numberIn(id: string): { stem: string; number: number } | null {
  const [, stem = '', number] = /^(.*?)(\d{1,9})$/.exec(id) ?? [];
  return number === undefined ? null : { stem, number: Number(number) };
}

function picks(
  { when }: PolicyRule,
  record: RestrictionRecord,
  places: ReadonlyMap<string, Place>,
  sensitive: ReadonlySet<string>,
): boolean {
  const { from, to } = daysOf(record.charted);
  return (
    (when.sensitive === undefined || sensitive.has(record.id)) &&
    (when.record?.includes(record.id) ?? true) &&
    (when.kind?.includes(record.kind) ?? true) &&
    (when.phase === undefined || (record.phase !== null && when.phase.includes(record.phase))) &&
    hasAttributes(record, when.attribute ?? []) &&
    (when.place === undefined ||
      placeAndAbove(record.place, places).some((id) => when.place?.includes(id))) &&
    (when.from === undefined || to === null || to >= when.from) &&
    (when.to === undefined || from === null || from <= when.to) &&
    (when.source === undefined || record.evidence.some(({ source }) => when.source?.includes(source)))
  );
}

function nothing(): Referred {
  return { places: new Map(), assemblies: new Map(), sources: new Map(), values: new Map(), rows: new Map() };
}

function count(counts: Map<string, number>, id: string): void {
  counts.set(id, (counts.get(id) ?? 0) + 1);
}
