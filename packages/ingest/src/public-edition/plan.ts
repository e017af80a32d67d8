import { createHmac } from 'node:crypto';
import type { Place, Policy, PolicyRule, RestrictionRecord } from '@article21/model';
import { coarseDate, coarsePlace, coarsest } from './coarsen.ts';

/** How a record that a rule picks is published. */
export interface Coarse {
  id: string;
  place: string;
  /** EDTF; empty where no time is stated. */
  date: string;
  /** The days that this leaves possible; null is open. */
  from: string | null;
  to: string | null;
  /** Whether its assembly, which says its day and place, is withheld. */
  isApart: boolean;
  hasWords: boolean;
  hasLink: boolean;
}

/** What of a dataset is published: gathered record by record. */
export interface Plan {
  take(record: RestrictionRecord): void;
  readonly coarse: ReadonlyMap<string, Coarse>;
  /** How many records each rule picks. */
  readonly picked: ReadonlyMap<string, number>;
  /** What coarse records referred to, and what other records refer to (with how many do). */
  readonly hidden: References;
  readonly shown: References;
  /** An id that says nothing of the one it stands for. */
  pseudonym(kind: string, id: string): string;
}

interface References {
  places: Map<string, number>;
  assemblies: Map<string, number>;
  sources: Map<string, number>;
}

export function createPlan(policy: Policy, listed: readonly Place[], sensitive: ReadonlySet<string>): Plan {
  const places = new Map(listed.map((place) => [place.id, place]));
  const coarse = new Map<string, Coarse>();
  const picked = new Map(policy.rules.map(({ id }) => [id, 0]));
  const [hidden, shown] = [references(), references()];
  const pseudonym = (kind: string, id: string) =>
    `${kind}-${createHmac('sha256', policy.secret).update(`${kind} ${id}`).digest('hex').slice(0, 20)}`;
  return {
    take(record) {
      const rules = policy.rules.filter((rule) => picks(rule, record, places, sensitive));
      for (const { id } of rules) picked.set(id, (picked.get(id) ?? 0) + 1);
      if (rules.length > 0) coarse.set(record.id, coarsened(record, rules, places, pseudonym));
      const isApart = coarse.get(record.id)?.isApart ?? false;
      // Where only the words are kept back, day and place stay, and so what says them.
      count(rules.length > 0 && isApart ? hidden.places : shown.places, record.place);
      if (record.assembly) count(isApart ? hidden.assemblies : shown.assemblies, record.assembly);
      const sources = new Set(record.evidence.map((it) => it.source));
      for (const source of sources) count(rules.length > 0 ? hidden.sources : shown.sources, source);
    },
    coarse,
    picked,
    hidden,
    shown,
    pseudonym,
  };
}

function coarsened(
  record: RestrictionRecord,
  rules: readonly PolicyRule[],
  places: ReadonlyMap<string, Place>,
  pseudonym: Plan['pseudonym'],
): Coarse {
  const precision = coarsest(rules);
  const date = precision.date === null ? ownDate(record) : coarseDate(record.charted, precision.date);
  const place = precision.place === null ? record.place : coarsePlace(record.place, precision.place, places)?.id;
  if (place === undefined) throw new Error(`place ${record.place} lies in no country`);
  const { from, to, day } = record.charted;
  const [first, last] = from === null && to === null ? [day, day] : [from, to];
  // Another precision is another id, so that two editions cannot be laid over each other.
  const id = pseudonym('withheld', `${record.id} ${date} ${place}`);
  const unit = precision.date === 'year' ? 4 : precision.date === 'month' ? 7 : 10;
  return {
    ...{ id, place, date },
    from: first === null ? null : `${first.slice(0, unit)}${'-01-01'.slice(unit === 4 ? 0 : unit === 7 ? 3 : 6)}`,
    to: last === null ? null : `${last.slice(0, unit)}${'-12-31'.slice(unit === 4 ? 0 : unit === 7 ? 3 : 6)}`,
    isApart: precision.date !== null || precision.place !== null,
    hasWords: record.evidence.some(({ kind }) => kind !== 'link'),
    hasLink: record.evidence.some(({ kind }) => kind === 'link'),
  };
}

/** The date of a record, whose assembly may be withheld while its day is not. */
function ownDate({ date, charted }: RestrictionRecord): string {
  if (date !== null) return date;
  const { from, to, day } = charted;
  if (from === null && to === null) return day ?? '';
  return from === to ? (from ?? '') : `${from ?? '..'}/${to ?? '..'}`;
}

function picks(
  { when }: PolicyRule,
  record: RestrictionRecord,
  places: ReadonlyMap<string, Place>,
  sensitive: ReadonlySet<string>,
): boolean {
  const { from, to, day } = record.charted;
  const [first, last] = from === null && to === null ? [day, day] : [from, to];
  return (
    (when.sensitive === undefined || sensitive.has(record.id)) &&
    (when.record?.includes(record.id) ?? true) &&
    (when.kind?.includes(record.kind) ?? true) &&
    (when.place === undefined || above(record.place, places).some((id) => when.place?.includes(id))) &&
    (when.from === undefined || last === null || last >= when.from) &&
    (when.to === undefined || first === null || first <= when.to) &&
    (when.source === undefined || record.evidence.some(({ source }) => when.source?.includes(source)))
  );
}

/** A place and those it lies in. */
export function above(id: string, places: ReadonlyMap<string, Place>): string[] {
  const chain: string[] = [];
  for (let at: string | null = id; at !== null; at = places.get(at)?.parent ?? null) chain.push(at);
  return chain;
}

function references(): References {
  return { places: new Map(), assemblies: new Map(), sources: new Map() };
}

function count(counts: Map<string, number>, id: string): void {
  counts.set(id, (counts.get(id) ?? 0) + 1);
}
