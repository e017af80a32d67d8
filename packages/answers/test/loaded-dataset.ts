import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { readDataset } from '@article21/ingest';
import { engine, nodeFs, openStore } from '@article21/store';
import { onTestFinished } from 'vitest';
import { type LoadedSnapshot, loadSnapshot } from '../src/index.ts';

/** A small made-up dataset: a country, a region with a city in it, a city whose name a spreadsheet could run. */
export const files = {
  'datapackage.json': JSON.stringify({
    name: 'kyrgyzstan',
    title: 'Assemblies in Kyrgyzstan',
    title_ru: 'Собрания в Кыргызстане',
    version: '1.0.0',
    created: '2021-06-01',
    licenses: [
      { name: 'CC-BY-4.0', title: 'Attribution 4.0', path: 'https://example.org/by' },
      { name: 'ODbL' },
    ],
  }),
  'places.csv': `id,kind,parent,country,lat,lon,name_en,name_ru,name_kk,aliases,wikidata
kg,country,,KG,,,Kyrgyzstan,Кыргызстан,Қырғызстан,,
chuy,region,kg,KG,,,Chuy,Чуй,Шу,,
bishkek,city,chuy,KG,42.87,74.57,Bishkek,Бишкек,Бішкек,,
osh,city,kg,KG,40.53,72.80,=Osh,＋Ош,@Ош,,
`,
  'sources.csv': `id,title,publisher,date,url,language,visibility,rights,file
statement,Statement,A group,2021-05,https://example.org/1,en,public,its publishers’,sources/statement.txt
diary,Diary,A monitor,2021-05,,en,internal,not to be shown,sources/diary.txt
`,
  'assemblies.csv': `id,campaign,place,date,title_en,title_ru,title_kk,participants,authorised
rally,,bishkek,2021-04-05,Rally,Митинг,Митинг,~400,no
`,
  'rates.csv': 'currency,from,to,eur,source\nKGS,2021-01-01,2021-12-31,0.01,National Bank\n',
  'coverage.csv': 'place,from,to,source\nbishkek,2021-04-01,2021-06-30,statement\n',
  'annotations.csv': `date,place,text_en,text_ru,text_kk,source
2021-04-11,,A law,Закон,Заң,statement
`,
  'evidence.csv': `record,source,quote,stated,prefix,suffix
d1,statement,about ten people were detained in Bishkek,about ten,,
d2,statement,two or more in Osh,two or more,,
d3,statement,some in the country,some,,
d4,diary,three of us were taken,three,,
f1,statement,two were fined 3000 som,3000 som,,
w1,statement,four were warned,four,,
s1,statement,In all 46 people were detained,46 people,,
`,
  'records.csv': `id,kind,place,date,assembly,phase,count,amount,days,basis,note
d1,detention,bishkek,2021-04-05,rally,during,~10,,,incident,a note
d2,detention,osh,2021-05-02,,,2+,,,incident,
d3,detention,kg,2021-04/2021-05,,,?,,,incident,
d4,detention,bishkek,2021-05-02,,after,3,,,incident,
f1,fine,bishkek,2021-05-03,rally,after,2,3000 KGS,,incident,
w1,warning,osh,../2021-04-11,,before,4,,,incident,
s1,detention,kg,2021,,,46,,,summary,
`,
  'sources/statement.txt':
    'On that day about ten people were detained in Bishkek, two or more in Osh, some in the country. Then\n' +
    'two were fined 3000 som, and four were warned. In all 46 people were detained.\n',
  'sources/diary.txt': 'In the night three of us were taken.\n',
};

/** The dataset, with some files changed, published into a folder that goes with the test, and ready to be asked. */
export function serveDataset(changes: Partial<typeof files> = {}): Promise<LoadedSnapshot> {
  return publish({ ...files, ...changes });
}

async function publish(all: typeof files): Promise<LoadedSnapshot> {
  const path = await mkdtemp(join(tmpdir(), 'article21-answers-'));
  onTestFinished(() => rm(path, { recursive: true, force: true }));
  const source = join(path, 'dataset');
  for (const [name, text] of Object.entries(all)) {
    await mkdir(dirname(join(source, name)), { recursive: true });
    await writeFile(join(source, name), text);
  }
  // Nothing here is to survive a loss of power.
  const fs = { ...nodeFs, sync: async () => {} };
  const store = openStore({ dataDir: join(path, 'data'), engine: engine('memory'), fs });
  const result = await store.publish(source, readDataset);
  if (!result.ok) throw new Error(`the dataset has issues: ${JSON.stringify(result.issues)}`);
  return loadSnapshot(await store.open(result.id));
}

/** The file with the first occurrence of a text replaced, which must be there. */
export function edited(file: keyof typeof files, text: string, by: string): string {
  if (!files[file].includes(text)) throw new Error(`no ${text} in ${file}`);
  return files[file].replace(text, () => by);
}
