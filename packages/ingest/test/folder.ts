import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { RestrictionRecord, Tally } from '@article21/model';
import { onTestFinished } from 'vitest';
import { type FoundInDataset, type ReadOptions, readDataset } from '../src/index.ts';

/** The files of a small sound dataset, to be broken in one place at a time. */
export const sound = {
  'datapackage.json': JSON.stringify({
    name: 'small',
    title: 'Small',
    version: '1.0.0',
    created: '2026-11-23',
    licenses: [{ name: 'CC-BY-4.0' }],
  }),
  'places.csv': `id,kind,parent,country,lat,lon,name_en,name_ru,name_kk,aliases,wikidata
kz,country,,KZ,,,Kazakhstan,Казахстан,Қазақстан,,
almaty,city,kz,KZ,43.24,76.92,Almaty,Алматы,Алматы,Alma-Ata;Алма-Ата,Q35493
oskemen,city,kz,KZ,,,Ust-Kamenogorsk,Усть-Каменогорск,Өскемен,Öskemen;Twin,
semey,city,kz,KZ,,,Semey,Семей,Семей,Twin,
`,
  'sources.csv': `id,title,publisher,date,url,language,visibility,rights,file
statement,Statement,KIBHR,2012,https://example.org/1,en,public,its publishers’,sources/statement.txt
diary,Diary,a monitor,2012-05,,en,internal,not to be shown,sources/diary.txt
`,
  'assemblies.csv': `id,campaign,place,date,title_en,title_ru,title_kk,participants,authorised
rally,,almaty,2012-04-28,Rally,Митинг,Митинг,~400,no
`,
  'rates.csv': 'currency,from,to,eur,source\nKZT,2012-01-01,2012-12-31,0.005,National Bank\n',
  'coverage.csv': 'place,from,to,source\nAlma-Ata,2012-04-01,2012-06-30,diary\n',
  'annotations.csv': `date,place,text_en,text_ru,text_kk,source
2012-04-28,Alma-Ata,Rally,Митинг,Митинг,statement
2012-06-01,,A law,Закон,Заң,
`,
  'evidence.csv': `record,source,quote,stated,prefix,suffix
d1,statement,about ten people were detained,about ten,,
f1,statement,two fined 20000 tenge,two fined 20000 tenge,,
d2,diary,three of us were taken,three,,
`,
  'records.csv': `id,kind,place,date,assembly,phase,count,amount,days,basis,note
d1,detention,almaty,2012-04-28,rally,after,~10,,,incident,a note
f1,fine,Алма-Ата,2012-04-28/..,rally,after,2,20000 KZT,,incident,
d2,detention,ust kamenogorsk,2012-05,,,3,,,incident,
`,
  'sources/statement.txt':
    'In Almaty about ten\npeople were detained and\n\ntwo fined 20000 tenge. Later, two more were fined.\n',
  'sources/diary.txt': 'On that day three of us were taken.\n',
};
/** The same with a table and addresses as sources, which a record each rests on. */
export const cited = {
  'sources.csv': `id,title,publisher,date,url,language,visibility,rights,file,kind,sheet
statement,Statement,KIBHR,2012,https://example.org/1,en,public,its publishers’,sources/statement.txt,,
diary,Diary,a monitor,2012-05,,en,internal,not to be shown,sources/diary.txt,text,
list,A list,a monitor,,,en,public,its author’s,sources/list.csv,table,2012
news,News items,newspapers,,,ru,public,their publishers’,,links,
`,
  'sources/list.csv': `Detentions of 2012,,
,,
day,city,people
2012-04-28,Almaty,about ten people
2012-05-01,Semey,"two, of one family"

2012-05-02,Semey,3 people
`,
  'evidence.csv': `record,source,quote,stated,prefix,suffix,row,columns,url,accessed,archive_url
d1,list,,about ten,,,4,city;people,,,
f1,statement,two fined 20000 tenge,two fined 20000 tenge,,,,,,,
d2,list,,,,,7,,,,
d2,news,,,,,,,https://news.example/1,2026-11-20,http://archive.example/1
`,
} as const;
export type Files = { [file in keyof typeof sound]?: string | Uint8Array | null } & {
  [other: string]: string | Uint8Array | null;
};

/** Writes a dataset into a folder that goes with the test: the sound one, with some files changed, added or (null) left out. */
export function writeDataset(changes: Files = {}): string {
  const folder = mkdtempSync(join(tmpdir(), 'article21-ingest-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  for (const [file, content] of Object.entries({ ...sound, ...changes })) {
    if (content === null) continue;
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), content);
  }
  return folder;
}

export interface Taken extends FoundInDataset {
  ok: boolean;
  records: RestrictionRecord[];
  tallies: readonly Tally[];
}

/** Reads a dataset to its end. */
export async function readAll(folder: string, options?: ReadOptions): Promise<Taken> {
  const outcome = await readDataset(folder, options);
  if (!outcome.ok) return { ok: false, records: [], ...outcome.found, tallies: outcome.tallies };
  const { reading } = outcome;
  const records: RestrictionRecord[] = [];
  for await (const record of reading.records()) records.push(record);
  return { ok: true, records, ...reading.found(), tallies: reading.tallies() };
}

/** The sound file with the first occurrence of a text replaced, which must be there. */
export function edited(file: keyof typeof sound, text: string, by: string): string {
  if (!sound[file].includes(text)) throw new Error(`no ${text} in ${file}`);
  return sound[file].replace(text, () => by);
}
