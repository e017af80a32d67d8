import type { CountsAnswer } from '@article21/contract/client';
import { defaultMeasures, type Kind, languages, type MeasureId } from '@article21/model';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { appOf, publishMade, storeIn, temporaryFolder } from '../fixture.ts';
import { madeFiles } from '../made-files.ts';
import { createReader, folded } from './read.ts';

/** Datasets with records of some measures only, and what their first page counts. */
const datasets: [kinds: Kind[], measures: MeasureId[]][] = [
  [['detention'], ['detentions']],
  [['warning'], ['warnings', 'records']],
  [['detention', 'warning'], ['detentions']],
];

describe.each(datasets)('of a dataset of nothing but %s', (kinds, measures) => {
  const made = temporaryFolder();
  let app: ReturnType<typeof appOf>;
  let reader: ReturnType<typeof createReader>;
  const answerTo = async (query: string): Promise<CountsAnswer> =>
    JSON.parse(await reader.textOf(`/chart.json?${query}`)) as CountsAnswer;

  beforeAll(async () => {
    const { path } = await made;
    const store = storeIn(path);
    await publishMade(store, path, { edit: (all) => all.filter(({ kind }) => kinds.includes(kind)) });
    app = appOf(store, { files: madeFiles });
    reader = createReader(app.hono);
  });
  afterAll(async () => {
    expect(app.reported).toEqual([]);
    await app.close();
    await (await made).remove();
  });

  it.each(languages)('no output opens with what has no record, in %s', async (lang) => {
    const { headlines, query } = await answerTo(`lang=${lang}`);
    expect([query.measure, headlines.map(({ measure }) => measure)]).toEqual([measures, measures]);
    const outputs = await reader.outputsOf(`lang=${lang}`);
    for (const name of ['page', 'embed', 'hidden text of the SVG', 'slide', 'XLSX', 'drawn text of the PDF'])
      for (const { text } of headlines)
        expect(outputs[name], name).toContain(folded(text).replace(/\.$/, ''));
    const said = await answerTo(`measure=${defaultMeasures}&lang=${lang}`);
    const none = said.headlines.filter(({ measure }) => !measures.includes(measure));
    expect(none.length).toBeGreaterThan(0);
    for (const { text } of none)
      expect(Object.entries(outputs).filter(([, output]) => output.includes(folded(text)))).toEqual([]);
  });

  it('measures that are named stay as they are named, and have an address of their own', async () => {
    const { query, headlines } = await answerTo(`measure=${defaultMeasures}`);
    expect([query.measure, headlines.map(({ measure }) => measure)]).toEqual([
      defaultMeasures,
      defaultMeasures,
    ]);
    expect(query.text).toContain(`measure=${defaultMeasures}`);
    expect((await answerTo('')).query.text).toBe('by=place');
    const page = await reader.textOf('/');
    expect(page).toContain('<link rel="canonical" href="https://article21.example/">');
  });
});
