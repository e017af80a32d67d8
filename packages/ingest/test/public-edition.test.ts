import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { RestrictionRecord } from '@article21/model';
import { describe, expect, onTestFinished, test } from 'vitest';
import { type PublicEdition, readDataset, writePublicEdition } from '../src/index.ts';
import { type Files, writeDataset } from './folder.ts';

const secret = '00112233445566778899aabbccddeeff';
const title = { en: 'Withheld', ru: 'Скрыто', kk: 'Жасырын' };
const places = `id,kind,parent,country,lat,lon,name_en,name_ru,name_kk,aliases,wikidata
kz,country,,KZ,,,Kazakhstan,Казахстан,Қазақстан,,
east,region,kz,KZ,,,East,Восток,Шығыс,,
almaty,city,kz,KZ,43.24,76.92,Almaty,Алматы,Алматы,Alma-Ata;Алма-Ата,Q35493
oskemen,city,east,KZ,,,Ust-Kamenogorsk,Усть-Каменогорск,Өскемен,,
semey,city,east,KZ,,,Semey,Семей,Семей,,
`;
const records = `id,kind,place,date,assembly,phase,count,amount,days,basis,note,sensitive
d1,detention,almaty,2012-04-28,rally,after,~10,,,incident,a note,
f1,fine,Алма-Ата,2012-04-28/..,rally,after,2,20000 KZT,,incident,,no
d2,detention,oskemen,2012-05-17,,,3,,,incident,a secret,yes
`;
const base = { 'places.csv': places, 'records.csv': records };

function withPolicy(rules: object[], files: Files = base) {
  return writeDataset({ ...files, 'policy.json': JSON.stringify({ secret, rules }) });
}

/** The public edition of a dataset, and the folder it is in. */
async function published(dir: string, options = {}): Promise<{ edition: PublicEdition; folder: string }> {
  const folder = mkdtempSync(join(tmpdir(), 'edition-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const edition = await writePublicEdition(folder, () => readDataset(dir), { title, ...options });
  return { edition, folder };
}

async function recordsIn(folder: string): Promise<RestrictionRecord[]> {
  const outcome = await readDataset(folder);
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.issues));
  const all: RestrictionRecord[] = [];
  for await (const record of outcome.reading.records()) all.push(record);
  expect(outcome.reading.issues()).toEqual([]);
  return all;
}

const protect = { id: 'protect', when: { sensitive: true }, date: 'month', place: 'region' };

describe('the public edition of a dataset', () => {
  test('dates a sensitive record to its month, places it in its region, and shows none of its words', async () => {
    const { edition, folder } = await published(withPolicy([protect]));
    expect(edition).toMatchObject({ ok: true, effects: { rules: [{ id: 'protect', records: 1 }] } });
    const all = await recordsIn(folder);
    expect(all.map(({ id }) => id)).toEqual(['d1', 'f1', expect.stringMatching(/^withheld-[0-9a-f]{20}$/)]);
    expect(all[2]).toMatchObject({
      ...{ kind: 'detention', place: 'east', date: '2012-05', assembly: null, note: null },
      charted: { from: '2012-05-01', to: '2012-05-31', by: 'interval' },
      count: { low: 3, high: 3 },
      evidence: [{ source: 'withheld-text', quote: null, stated: null }],
    });
  });
});
