import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** How large a made-up dataset is. */
export interface Size {
  records: number;
  places: number;
}

const QUOTE = 'This sentence is synthetic: it was made up for a measurement.';
const kinds = ['application_rejected', 'detention', 'detention', 'fine', 'fine', 'arrest', 'warning'];
const phases = ['before', 'during', 'after', ''];
const FIRST_DAY = Date.UTC(2012, 0, 1);
const DAYS = 3653;

/**
 * Writes a dataset that says of itself that it is synthetic: ten years of records in so many cities, the same for the
 * same size. One record in twenty is known to its month only, one in six states a range, one in twenty no number.
 */
export async function writeSynthetic(folder: string, { records, places }: Size): Promise<void> {
  await mkdir(join(folder, 'sources'), { recursive: true });
  const write = (name: string, text: string) => writeFile(join(folder, name), text);
  await write('sources/made-up.txt', `${QUOTE}\n`);
  await write(
    'sources.csv',
    'id,title,publisher,date,url,language,visibility,rights,file\n' +
      'made-up,Synthetic source,Nobody,2022-01-01,,en,public,None,sources/made-up.txt\n',
  );
  await write('rates.csv', 'currency,from,to,eur,source\n');
  await write('places.csv', placesOf(places));
  await write('datapackage.json', JSON.stringify(describe(records, places), null, 2));
  const draw = random(records + places);
  await writeLines(join(folder, 'records.csv'), RECORD_HEAD, records, (i) => recordLine(i, places, draw));
  await writeLines(
    join(folder, 'evidence.csv'),
    'record,source,quote,stated',
    records,
    (i) => `s${i},made-up,${QUOTE},a measurement`,
  );
}

const RECORD_HEAD = 'id,kind,place,date,assembly,phase,count,amount,days,basis,note';

function recordLine(i: number, places: number, draw: (below: number) => number): string {
  const kind = kinds[draw(kinds.length)] ?? 'other';
  const day = new Date(FIRST_DAY + draw(DAYS) * 86_400_000).toISOString().slice(0, 10);
  const date = draw(20) === 0 ? day.slice(0, 7) : day;
  const count = quantity(draw, 30);
  const amount = kind === 'fine' ? `${quantity(draw, 500).replace('?', '~50')} EUR` : '';
  const days = kind === 'arrest' ? quantity(draw, 15) : '';
  const phase = phases[draw(phases.length)];
  return `s${i},${kind},city-${draw(places)},${date},,${phase},${count},${amount},${days},incident,synthetic`;
}

function quantity(draw: (below: number) => number, most: number): string {
  const low = 1 + draw(most);
  const shape = draw(60);
  if (shape < 3) return '?';
  if (shape < 13) return `${low}-${low + 1 + draw(most)}`;
  if (shape < 15) return `${low}+`;
  return shape < 22 ? `~${low}` : String(low);
}

function placesOf(places: number): string {
  const head = 'id,kind,parent,country,lat,lon,name_en,name_ru,name_kk,aliases,wikidata';
  const cities = Array.from({ length: places }, (_, i) => {
    const name = `City ${String(i).padStart(4, '0')}`;
    // All over the country, some beside each other, and in no line.
    const at = `${44 + ((i * 53) % 90) / 10},${52 + ((i * 197) % 270) / 10}`;
    return `city-${i},city,synthetica,KZ,${at},${name},${name},${name},,`;
  });
  const country = 'synthetica,country,,KZ,,,Synthetica,Synthetica,Synthetica,,';
  return [head, country, ...cities, ''].join('\n');
}

function describe(records: number, places: number): object {
  return {
    $schema: 'https://datapackage.org/profiles/2.0/datapackage.json',
    name: `synthetic-${records}-${places}`,
    title: `Synthetic records: ${records} in ${places} cities`,
    version: '1.0.0',
    created: '2022-01-01T00:00:00Z',
    synthetic: true,
    licenses: [{ name: 'CC0-1.0' }],
    resources: [{ name: 'records', path: 'records.csv' }],
  };
}

async function writeLines(
  path: string,
  head: string,
  count: number,
  line: (i: number) => string,
): Promise<void> {
  const file = createWriteStream(path);
  file.write(`${head}\n`);
  for (let start = 0; start < count; start += 10_000) {
    const length = Math.min(10_000, count - start);
    const block = Array.from({ length }, (_, i) => `${line(start + i)}\n`).join('');
    if (!file.write(block)) await once(file, 'drain');
  }
  file.end();
  await once(file, 'finish');
}

/** Whole numbers below a bound, the same for the same seed (mulberry32). */
function random(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}
