import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { readDataset } from '@article21/ingest';
import { words } from '@article21/messages';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { appOf, storeIn, temporaryFolder } from '../fixture.ts';
import { madeFiles } from '../made-files.ts';
import { createReader, read } from '../outputs/read.ts';

const folder = await temporaryFolder();
const store = storeIn(folder.path);
const { hono, close, reported } = appOf(store, { files: madeFiles });
const { outputsOf, textOf } = createReader(hono);

/** One publisher of forty documents, and seven others of one each. */
const publishers = [...Array.from({ length: 40 }, () => 'Example Monitor'), ...'ABCDEFG'].map((name, i) => ({
  id: `s${i}`,
  name,
}));

const files = {
  'datapackage.json': JSON.stringify({
    ...{ name: 'many-sources', title: 'Many sources', version: '1.0.0', created: '2024-03-21' },
    licenses: [{ name: 'CC-BY-4.0' }],
  }),
  'places.csv': `id,kind,parent,country,lat,lon,name_en,name_ru,name_kk
c,city,,US,,,City,City,City
`,
  'sources.csv': `id,title,publisher,date,url,language,visibility,rights,file
${publishers.map(({ id, name }) => `${id},Report ${id},${name},2024-03-20,,en,public,Quoted,sources/${id}.txt`).join('\n')}
`,
  'records.csv': `id,kind,place,date,phase,count,amount,days,basis
${publishers.map(({ id }) => `r-${id},detention,c,2024-03-01,during,1,,,incident`).join('\n')}
`,
  'evidence.csv': `record,source,quote,stated
${publishers.map(({ id }) => `r-${id},${id},One person was detained.,One person`).join('\n')}
`,
};

beforeAll(async () => {
  await mkdir(join(folder.path, 'many/sources'), { recursive: true });
  const texts = publishers.map(({ id }) => [`sources/${id}.txt`, 'One person was detained.\n'] as const);
  for (const [name, text] of [...Object.entries(files), ...texts])
    await writeFile(join(folder.path, 'many', name), text);
  const result = await store.publish(join(folder.path, 'many'), readDataset);
  expect(result).toMatchObject({ ok: true });
});
afterAll(async () => {
  expect(reported).toEqual([]);
  await close();
  await folder.remove();
});

/** What a picture says of what is counted, and a page of the whole dataset; all of these documents state what is counted. */
const said = [
  ['en', 'Source: Example Monitor (40 documents); A; B; C; D; 3 more publishers'],
  ['ru', 'Источник: Example Monitor (40 документов); A; B; C; D; ещё 3 издателя'],
  ['kk', 'Дереккөз: Example Monitor (40 құжат); A; B; C; D; тағы 3 жариялаушы'],
] as const;

describe('publishers of many documents', () => {
  it.each(said)('are named once on every output, in %s', async (lang, text) => {
    const outputs = await outputsOf(`measure=detentions&lang=${lang}`);
    for (const name of ['page', 'embed', 'drawn text of the SVG', 'drawn text of the PDF', 'slide']) {
      // Each link of the page is an element of its own.
      const whole = outputs[name]?.replaceAll(' ;', ';');
      const label = words(lang).ui.footer;
      const line = name === 'page' ? text.replace(label.source, label.datasetSources) : text;
      expect([name, whole]).toEqual([name, expect.stringContaining(line)]);
      // The quotation beside the chart of the page says who it is from, like any other.
      const times = name === 'page' ? 2 : 1;
      expect([name, outputs[name]?.match(/Example Monitor/g)?.length]).toEqual([name, times]);
    }
  });

  it('lead to the list of sources, and one of a single document leads to that', async () => {
    const foot = /<footer class="footer">[\s\S]*?<\/footer>/.exec(await textOf('/?lang=en'))?.[0] ?? '';
    const links = [...foot.matchAll(/<a [^>]*href="([^"]*)"[^>]*>([\s\S]*?)<\/a>/g)].map(
      ([, href = '', text = '']) => [read(text), href.replace(/\?.*/, '')],
    );
    expect(links).toEqual(
      expect.arrayContaining([
        ['Example Monitor (40 documents)', '/sources'],
        ['A', '/sources/s40'],
        ['3 more publishers', '/sources'],
      ]),
    );
  });
});
