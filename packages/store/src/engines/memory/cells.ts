import {
  attributeDigits,
  type CellSources,
  type Cells,
  cellBases,
  cellPhase,
  combinationOf,
  createCells,
  type Estimate,
  NO_DAY,
  numberedOf,
  OPEN_END,
  OPEN_START,
  type RestrictionRecord,
  type Vocabulary,
} from '@article21/model';
import { charted, counted, drawnOn } from './filter.ts';

/** A cell before it is put into columns; its key is measure, place, from, to, day, phase, basis, combination. */
interface Group {
  key: readonly number[];
  estimates: Estimate[];
  records: RestrictionRecord[];
}

/** Groups records into cells, in the order that the port asks for. */
export function groupCells(records: readonly RestrictionRecord[], vocabulary: Vocabulary): Cells {
  const places = [...new Set(records.map((record) => record.place))].sort();
  const numberOf = new Map(places.map((place, i) => [place, i]));
  const digits = attributeDigits(vocabulary.attributes);
  const groups = new Map<string, Group>();
  for (const record of records) {
    for (const [measure, it] of vocabulary.measures.entries()) {
      const estimate = counted(record, it);
      if (estimate === null) continue;
      const { from, to } = charted(record);
      const place = numberOf.get(record.place) ?? -1;
      const phase = cellPhase(record);
      const basis = cellBases.indexOf(record.basis);
      const day = drawnOn(record) ?? NO_DAY;
      const combination = combinationOf(record, digits);
      const key = [measure, place, from ?? OPEN_START, to ?? OPEN_END, day, phase, basis, combination];
      const group = groups.get(key.join()) ?? { key, estimates: [], records: [] };
      groups.set(key.join(), group);
      group.estimates.push(estimate);
      group.records.push(record);
    }
  }
  const ordered = [...groups.values()].sort(byKey);
  return { ...toColumns(places, ordered, vocabulary), sources: sourcesOf(ordered) };
}

function byKey(a: Group, b: Group): number {
  const at = a.key.findIndex((part, i) => part !== b.key[i]);
  return (a.key[at] ?? 0) - (b.key[at] ?? 0);
}

function toColumns(places: readonly string[], groups: readonly Group[], vocabulary: Vocabulary): Cells {
  const cells = createCells(places, groups.length, vocabulary);
  const keys = ['measure', 'place', 'from', 'to', 'day', 'phase', 'basis', 'combination'] as const;
  for (const [row, { key, estimates, records }] of groups.entries()) {
    for (const [i, name] of keys.entries()) cells[name][row] = key[i] ?? 0;
    cells.low[row] = total(estimates.map((it) => it.low));
    cells.high[row] = total(estimates.map((it) => it.high ?? 0));
    cells.open[row] = estimates.filter((it) => it.high === null).length;
    cells.approximate[row] = estimates.filter((it) => it.approximate).length;
    cells.unnumbered[row] = total(estimates.map((it) => it.unnumbered));
    cells.numbered[row] = total(estimates.map(numberedOf));
    cells.approximateDates[row] = records.filter(({ charted }) => charted.approximate).length;
    cells.records[row] = records.length;
  }
  return cells;
}

function sourcesOf(groups: readonly Group[]): CellSources {
  const named = groups.map(({ records }) => idsIn(records));
  const ids = [...new Set(named.flat())].sort();
  const starts = new Uint32Array(groups.length + 1);
  for (const [row, own] of named.entries()) starts[row + 1] = (starts[row] ?? 0) + own.length;
  return { ids, starts, source: Uint32Array.from(named.flat(), (id) => ids.indexOf(id)) };
}

function idsIn(records: readonly RestrictionRecord[]): string[] {
  return [...new Set(records.flatMap(({ evidence }) => evidence.map(({ source }) => source)))].sort();
}

function total(numbers: readonly number[]): number {
  return numbers.reduce((a, b) => a + b, 0);
}
