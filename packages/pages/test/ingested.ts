import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readDataset } from '@article21/ingest';
import type { RestrictionRecord } from '@article21/model';

const files = {
  'datapackage.json': JSON.stringify({
    name: 'ingested',
    title: 'Ingested',
    version: '1.0.0',
    created: '2024-04-01',
    licenses: [{ name: 'CC0-1.0' }],
  }),
  'places.csv':
    'id,kind,parent,country,lat,lon,name_en,name_ru,name_kk,aliases,wikidata\nosh,city,,KG,40.5,72.8,Osh,Ош,Ош,,\n',
  'sources.csv':
    'id,title,publisher,date,url,language,visibility,rights,file\ns,Report,Monitor,2024-03-20,,en,public,Quoted,sources/s.txt\n',
  'sources/s.txt': 'One person was fined.',
  'rates.csv': 'currency,from,to,eur,source\nKZT,2024-03-01,2024-03-31,0.00204,National Bank\n',
};

/** A fine as ingest makes a record of it, so that a test shows what a dataset really holds. */
export async function ingestedFine(amount: string, date = '2024-03-12'): Promise<RestrictionRecord> {
  const folder = await mkdtemp(join(tmpdir(), 'article21-ingested-'));
  try {
    await mkdir(join(folder, 'sources'));
    const rows = {
      'records.csv': `id,kind,place,date,assembly,phase,count,amount,days,basis,note\nf,fine,osh,${date},,,1,${amount},,incident,\n`,
      'evidence.csv': 'record,source,quote,stated\nf,s,One person was fined,One person\n',
    };
    for (const [path, text] of Object.entries({ ...files, ...rows }))
      await writeFile(join(folder, path), text);
    return await onlyRecordOf(folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function onlyRecordOf(folder: string): Promise<RestrictionRecord> {
  const outcome = await readDataset(folder);
  if (!outcome.ok) throw new Error(`the dataset of a test has issues: ${JSON.stringify(outcome.issues)}`);
  for await (const record of outcome.reading.records()) return record;
  throw new Error('the dataset of a test has no record');
}
