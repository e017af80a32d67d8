import { type Coverage, printDay } from '@article21/model';
import { readDays } from '../dates.ts';
import type { FileTally, IssueLog } from '../issue-log.ts';
import { follow, followPlace } from '../references.ts';
import type { Row } from '../row.ts';
import { readTable, type TableFile } from '../table.ts';
import type { Referred } from './referred.ts';

const columns = {
  place: { need: 'value', max: 200 },
  from: { need: 'value', max: 50 },
  to: { need: 'value', max: 50 },
  source: { need: 'value', max: 64 },
} as const;
type CoverageRow = Row<keyof typeof columns>;

/** Reads where and when somebody watched. Periods may overlap: several may have watched the same. */
export async function readCoverage(
  file: TableFile,
  referred: Pick<Referred, 'places' | 'sources'>,
  issueLog: IssueLog,
  tally: FileTally,
): Promise<Coverage[]> {
  const coverage: Coverage[] = [];
  for await (const row of readTable(file, columns, issueLog, tally)) {
    const read = readWatch(row, referred);
    if (read && row.sound) coverage.push(read);
  }
  return coverage;
}

function readWatch(
  row: CoverageRow,
  { places, sources }: Pick<Referred, 'places' | 'sources'>,
): Coverage | null {
  const place = followPlace(row, 'place', places.names, places);
  const { from, to } = readDays(row);
  const source = follow(row, 'source', sources, { code: 'unknown_source', file: 'sources.csv' });
  if (place === null || from === null || to === null || !source?.known) return null;
  return { place, from: printDay(from), to: printDay(to), source: source.id };
}
