import { type Assembly, isTranslated } from '@article21/model';
import { type ReadDate, readDate } from '../dates.ts';
import type { FileTally, IssueLog } from '../issue-log.ts';
import { readQuantity } from '../quantities.ts';
import { followPlace, type References } from '../references.ts';
import { createIds, type Row, readId, readWord, translations, translationsIn } from '../row.ts';
import { readTable, type TableFile } from '../table.ts';
import type { Places } from './places.ts';

const columns = {
  id: { need: 'value', max: 64 },
  campaign: { need: 'nothing', max: 64 },
  place: { need: 'value', max: 200 },
  date: { need: 'value', max: 50 },
  ...translations('title', { max: 300, drawn: 'or boxes' }, 'one'),
  participants: { need: 'nothing', max: 50 },
  authorised: { need: 'value', max: 10 },
} as const;
type AssemblyRow = Row<keyof typeof columns>;

/** An assembly, and the days that its date means. */
export interface ReadAssembly {
  assembly: Assembly;
  date: ReadDate;
}

export async function readAssemblies(
  file: TableFile,
  places: Places,
  issueLog: IssueLog,
  tally: FileTally,
): Promise<References<ReadAssembly>> {
  const readOnce = createIds<keyof typeof columns>('id');
  const sound = new Map<string, ReadAssembly>();
  const refused = new Set<string>();
  for await (const row of readTable(file, columns, issueLog, tally)) {
    const read = readAssembly(row, readOnce(row), places);
    if (read && row.sound) sound.set(read.assembly.id, read);
    else refused.add(row.get('id') ?? '');
  }
  return { sound, refused, complete: tally.complete };
}

function readAssembly(row: AssemblyRow, id: string | null, places: Places): ReadAssembly | null {
  const campaign = readId(row, 'campaign');
  const place = followPlace(row, 'place', places.names, places);
  const date = readDate(row, 'date');
  const participants = readQuantity(row, 'participants');
  const authorised = readWord(row, 'authorised', ['yes', 'no', 'unknown']);
  const titles = translationsIn(row, ['title']);
  if (!id || !place || !date || !authorised || !isTranslated(titles, 'title')) return null;
  return { assembly: { id, campaign, place, date: date.text, ...titles, participants, authorised }, date };
}
