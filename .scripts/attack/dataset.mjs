// Synthetic datasets for the attacks: records of ten years, in many places of one country.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const TEXTS = 100;
const DAYS = 3653;
const FIRST_DAY = Date.UTC(2012, 0, 1);
const KINDS = ['application_rejected', 'detention', 'detention', 'fine', 'arrest', 'warning'];

/** Writes a dataset of so many records; another `version` has the last tenth of them stated otherwise. */
export function writeDataset(folder, { records, places, version }) {
  mkdirSync(join(folder, 'sources'), { recursive: true });
  const about = { name: 'attacked', title: 'Synthetic, to be attacked', version: `1.0.${version}` };
  const meta = {
    ...about,
    created: `2024-03-${20 + version}`,
    synthetic: true,
    licenses: [{ name: 'CC0-1.0' }],
  };
  writeFileSync(join(folder, 'datapackage.json'), JSON.stringify(meta));
  write(folder, 'places.csv', 'id,kind,parent,country,lat,lon,name_en,name_ru,name_kk', placeRows(places));
  write(
    folder,
    'sources.csv',
    'id,title,publisher,date,url,language,visibility,rights,file',
    range(TEXTS).map((i) => `text-${i},Text ${i},Example Monitor,2024,,en,public,Quoted,sources/${i}.txt`),
  );
  const all = range(records).map((i) => recordOf(i, { records, places, version }));
  for (const text of range(TEXTS)) {
    const lines = all.filter((_, i) => i % TEXTS === text).map(({ sentence }) => sentence);
    writeFileSync(join(folder, `sources/${text}.txt`), `${lines.join('\n')}\n`);
  }
  write(
    folder,
    'records.csv',
    'id,kind,place,date,phase,count,amount,days,basis',
    all.map(({ row }) => row),
  );
  write(
    folder,
    'evidence.csv',
    'record,source,quote,stated',
    all.map(({ id, sentence, stated }, i) => `${id},text-${i % TEXTS},${sentence},${stated}`),
  );
}

function placeRows(places) {
  const regions = range(Math.ceil(places / 10));
  const named = (name) => `${name},${name},${name}`;
  return [
    `synthetica,country,,KZ,,,${named('Synthetica')}`,
    ...regions.map((i) => `region-${i},region,synthetica,KZ,,,${named(`Region ${i}`)}`),
    ...range(places).map((i) => {
      const [lat, lon] = [42 + ((i * 7) % 130) / 10, 50 + ((i * 13) % 360) / 10];
      return `city-${i},city,region-${Math.floor(i / 10)},KZ,${lat},${lon},${named(`City ${i}`)}`;
    }),
  ];
}

function recordOf(i, { records, places, version }) {
  const id = `r-${i}`;
  const kind = KINDS[hash(i, 1) % KINDS.length];
  const day = new Date(FIRST_DAY + (hash(i, 2) % DAYS) * 86_400_000).toISOString().slice(0, 10);
  const isAnew = version > 1 && i >= records * 0.9;
  const people = 1 + (hash(i, 3 + (isAnew ? version : 0)) % 30);
  const phase = ['before', 'during', 'after', ''][hash(i, 4) % 4];
  const amount = kind === 'fine' ? `${100 + (hash(i, 5) % 900)} EUR` : '';
  const days = kind === 'arrest' ? String(people * 10) : '';
  const stated = `${people} people`;
  const sentence = `Case ${i} of ${day}: ${stated} were met with ${kind.replace('_', ' ')} ${amount}${days} that day.`;
  const row = `${id},${kind},city-${hash(i, 6) % places},${day},${phase},${people},${amount},${days},incident`;
  return { id, row, sentence, stated };
}

/** A whole number made of two: the same in, the same out. */
function hash(i, seed) {
  let x = Math.imul(i + 1, 0x9e3779b1) ^ Math.imul(seed, 0x85ebca6b);
  x = Math.imul(x ^ (x >>> 15), 0x2c1b3c6d);
  x = Math.imul(x ^ (x >>> 12), 0x297a2d39);
  return (x ^ (x >>> 15)) >>> 0;
}

function write(folder, file, header, rows) {
  writeFileSync(join(folder, file), `${[header, ...rows].join('\n')}\n`);
}

function range(n) {
  return Array.from({ length: n }, (_, i) => i);
}
