import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { type Site, startSite } from '../../bench/site.ts';
import { test } from './page.ts';

/** The files of a dataset: path to text. */
export type Files = Readonly<Record<string, string>>;

export const STATEMENT =
  'On 12 March 2024 about ten people were taken to the police station.\nOne was fined EUR 90.\n';

/** A dataset of one detention in Oral, as a monitor would type it. */
export function oneRecord(changes: Files = {}): Files {
  return {
    'datapackage.json': description({}),
    'sources/statement.txt': STATEMENT,
    'sources.csv':
      'id,title,publisher,date,url,language,visibility,rights,file\n' +
      'statement,Rally in Oral,Our Group,2024-03-20,,en,public,Quoted with attribution,sources/statement.txt\n',
    'rates.csv': 'currency,from,to,eur,source\n',
    'places.csv': placesFile('Oral'),
    'records.csv':
      'id,kind,place,date,assembly,phase,count,amount,days,basis,note\n' +
      'oral-1,detention,oral,2024-03-12,,,~10,,,incident,\n',
    'evidence.csv':
      'record,source,quote,stated\n' +
      'oral-1,statement,about ten people were taken to the police station,about ten people\n',
    ...changes,
  };
}

/** `datapackage.json`, with what is to be different. */
export function description(changes: object): string {
  return JSON.stringify({
    $schema: 'https://datapackage.org/profiles/2.0/datapackage.json',
    name: 'oral-2024',
    title: 'Rally in Oral, 2024',
    version: '1.0.0',
    created: '2024-03-21T00:00:00Z',
    licenses: [{ name: 'CC-BY-4.0' }],
    resources: [{ name: 'records', path: 'records.csv' }],
    ...changes,
  });
}

/** `places.csv` of cities that have the same name in every language: `oral`, `oral-2` and so on. */
export function placesFile(...names: string[]): string {
  const rows = names.map((name, i) => {
    const quoted = `"${name.replaceAll('"', '""')}"`;
    return `oral${i === 0 ? '' : `-${i + 1}`},city,,KZ,51.23,${51.37 + i},${quoted},${quoted},${quoted},,\n`;
  });
  return `id,kind,parent,country,lat,lon,name_en,name_ru,name_kk,aliases,wikidata\n${rows.join('')}`;
}

/** Writes a dataset into a new folder. */
export async function writeDataset(files: Files): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'article21-dataset-'));
  for (const [path, text] of Object.entries(files)) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), text);
  }
  return folder;
}

/** Tests on a site of their own, on which this dataset was published by the command line; it may stand under a path. */
export function testOn(files: Files, path = '') {
  return test.extend<{ folder: string; site: Site }>({
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads what a fixture needs from the pattern
    folder: async ({}, use) => {
      const folder = await writeDataset(files);
      await use(folder);
      await rm(folder, { recursive: true });
    },
    // Publishing and starting are not what a test waits for.
    site: [
      async ({ folder }, use) => {
        const site = await startSite(folder, path);
        await use(site);
        await site.stop();
      },
      { timeout: 600_000 },
    ],
    baseURL: ({ site }, use) => use(site.address),
  });
}

/**
 * Tests of a file, or of a group in it, on one site of their own, one after the other: what one of them changes, the next ones
 * find. Of these files, or of a folder that is written for it.
 */
export function testOnOneSite(dataset: Files | (() => Promise<string>), path = '') {
  let folder = '';
  let started: Site | null = null;
  const onSite = test.extend<{ site: Site }>({
    site: [
      // biome-ignore lint/correctness/noEmptyPattern: Playwright reads what a fixture needs from the pattern
      async ({}, use) => {
        if (started === null) {
          folder = typeof dataset === 'function' ? await dataset() : await writeDataset(dataset);
          started = await startSite(folder, path);
        }
        await use(started);
      },
      { timeout: 600_000 },
    ],
    baseURL: ({ site }, use) => use(site.address),
  });
  onSite.describe.configure({ mode: 'default' });
  onSite.afterAll(async () => {
    await started?.stop();
    if (folder) await rm(folder, { recursive: true });
  });
  return onSite;
}
