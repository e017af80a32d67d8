import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type LoadedSnapshot, loadSnapshot } from '@article21/answers';
import { readDataset } from '@article21/ingest';
import { printDay } from '@article21/model';
import { engine, openStore } from '@article21/store';

/** How much is made. */
export interface Size {
  places: number;
  records: number;
  from: string;
  days: number;
}

const QUOTE = 'This sentence is made up.';
const stems = ['Oz', 'Akbulak', 'Temirtau-on-the-Upper-Canal', 'Zhanatas', 'Kyzylorman', 'New Saryagash'];

/** A made dataset, published into a temporary folder and ready to be asked; `remove` takes the folder away. */
export async function serveMade(size: Size): Promise<{ loaded: LoadedSnapshot; remove(): Promise<void> }> {
  const path = await mkdtemp(join(tmpdir(), 'article21-made-'));
  const folder = join(path, 'dataset');
  await mkdir(join(folder, 'sources'), { recursive: true });
  for (const [file, text] of Object.entries(filesOf(size))) await writeFile(join(folder, file), text);
  const store = openStore({ dataDir: join(path, 'data'), engine: engine('memory') });
  const result = await store.publish(folder, readDataset);
  if (!result.ok) throw new Error(`a made dataset has issues: ${JSON.stringify(result.issues.slice(0, 3))}`);
  const snapshot = await store.open(result.id);
  return {
    loaded: await loadSnapshot(snapshot),
    remove: async () => {
      await snapshot.close();
      await rm(path, { recursive: true, force: true });
    },
  };
}

function filesOf({ places, records, from, days }: Size): Record<string, string> {
  const each = <T>(n: number, line: (i: number) => T) => Array.from({ length: n }, (_, i) => line(i));
  const first = Math.floor(Date.parse(from) / 86_400_000);
  // The first has most, the last hardly any.
  const placeOf = (i: number) => `made-${Math.floor(places * ((i * 0.618034) % 1) ** 3)}`;
  const table = (head: string, lines: readonly string[]) => [head, ...lines, ''].join('\n');
  return {
    'datapackage.json': JSON.stringify({
      ...{ name: 'made', title: 'Made', version: '1.0.0', created: '2024-04-01', synthetic: true },
      licenses: [{ name: 'CC0-1.0' }],
    }),
    'sources/made.txt': QUOTE,
    'sources.csv': table('id,title,publisher,date,url,language,visibility,rights,file', [
      'made,Made,Nobody,2024-03-20,,en,public,None,sources/made.txt',
    ]),
    'rates.csv': table('currency,from,to,eur,source', []),
    'places.csv': table('id,kind,parent,country,lat,lon,name_en,name_ru,name_kk,aliases,wikidata', [
      'kz,country,,KZ,,,Kazakhstan,Казахстан,Қазақстан,,',
      ...each(places, (i) => {
        const name = `${stems[i % stems.length]} ${i}`;
        const at = `${43.5 + ((i * 53) % 90) / 10},${52.5 + ((i * 197) % 290) / 10}`;
        return `made-${i},city,kz,KZ,${at},${name},${name},${name},,`;
      }),
    ]),
    'records.csv': table(
      'id,kind,place,date,assembly,phase,count,amount,days,basis,note',
      each(records, (i) => {
        const number = 1 + ((i * 7919) % 40);
        const count = [`${number}`, `~${number}`, `${number}-${number + 9}`, `${number}+`, '?'][i % 5];
        const day = printDay(first + ((i * 193) % days));
        return i % 4 === 0
          ? `m${i},fine,${placeOf(i)},${day},,,1,${count} EUR,,incident,`.replace('? EUR', '?')
          : `m${i},detention,${placeOf(i)},${day},,,${count},,,incident,`;
      }),
    ),
    'evidence.csv': table(
      'record,source,quote,stated',
      each(records, (i) => `m${i},made,${QUOTE},made up`),
    ),
  };
}
