import type { AnswerOf, SnapshotAnswer } from '@article21/contract';
import { words } from '@article21/messages';
import { measureIds } from '@article21/model';
import { describe, expect, it } from 'vitest';
import { routes } from '../../src/index.ts';
import { annotations, assemblies, coverage, places } from '../../src/routes/catalogue.ts';
import { measures } from '../../src/routes/measures.ts';
import { snapshot } from '../../src/routes/snapshot.ts';
import { ask, understand } from '../ask.ts';
import { serveDataset } from '../loaded-dataset.ts';

describe('what a dataset holds beside its records', () => {
  it('is told as it was published', async () => {
    const loaded = await serveDataset();
    expect((await ask<AnswerOf<'places'>>(places, loaded)).places.map(({ id }) => id).sort()).toEqual([
      'bishkek',
      'chuy',
      'kg',
      'osh',
    ]);
    expect((await ask<AnswerOf<'assemblies'>>(assemblies, loaded)).assemblies).toMatchObject([
      { id: 'rally' },
    ]);
    expect((await ask<AnswerOf<'coverage'>>(coverage, loaded)).coverage).toEqual([
      { place: 'bishkek', from: '2021-04-01', to: '2021-06-30', source: 'statement' },
    ]);
    expect((await ask<AnswerOf<'annotations'>>(annotations, loaded)).annotations).toMatchObject([
      { date: '2021-04-11', text_ru: 'Закон' },
    ]);
  });

  it('is a snapshot at a glance, of which no file is listed that is not to be shown', async () => {
    const loaded = await serveDataset();
    const answer = await ask<SnapshotAnswer>(snapshot, loaded);
    expect(answer).toMatchObject({
      id: loaded.id,
      dataset: { name: 'kyrgyzstan', title: 'Assemblies in Kyrgyzstan' },
      synthetic: false,
      records: 7,
      places: 4,
    });
    expect(answer.sources.map(({ id }) => id)).toEqual(['statement', 'diary']);
    const paths = answer.files.map(({ path }) => path);
    expect(paths).toContain('texts/statement.txt');
    expect(paths.filter((path) => path.startsWith('files/'))).toEqual([]);
    expect(answer.files[0]).toEqual({
      path: expect.any(String),
      bytes: expect.any(Number),
      sha256: expect.stringMatching(/^[0-9a-f]{64}$/),
    });
  });
});

describe('the measures', () => {
  it('are all there, with their words in the language that was asked for, else English', async () => {
    const loaded = await serveDataset();
    const english = await ask<AnswerOf<'measures'>>(measures, loaded);
    expect(english.measures.map(({ id }) => id)).toEqual([...measureIds]);
    // The dataset has no rejection and no arrest.
    expect(english.measures.filter((it) => it.default).map(({ id }) => id)).toEqual(['detentions', 'fines']);
    const labels = (lang: 'en' | 'ru') => measureIds.map((id) => words(lang).measure(id).label);
    expect(english.measures.map(({ label }) => label)).toEqual(labels('en'));
    const russian = await ask<AnswerOf<'measures'>>(measures, loaded, 'lang=ru');
    expect(russian.measures.map(({ label }) => label)).toEqual(labels('ru'));
    const { label, definition, caveat } = words('en').measure('fines');
    expect(english.measures.find(({ id }) => id === 'fines')).toMatchObject({
      ...{ kind: 'fine', quantity: 'amount', unit: 'EUR' },
      ...{ label, definition, caveat },
    });
  });
});

describe('every route', () => {
  const params = { id: 'statement' };

  it.each(routes.map((route) => [route.endpoint.path, route] as const))(
    '%s refuses what it does not know, and says what it does',
    async (_, route) => {
      const loaded = await serveDataset();
      await expect(understand(route, loaded, 'colour=red', params)).rejects.toMatchObject({
        name: 'HttpProblem',
        kind: 'invalid-query',
        message: expect.stringContaining('colour: '),
        issues: [{ key: 'colour', code: expect.any(String) }],
      });
    },
  );

  it.each(routes.map((route) => [route.endpoint.path, route] as const))(
    '%s says of a question for one snapshot that it is one for that snapshot',
    async (_, route) => {
      const loaded = await serveDataset();
      const { canonical } = await understand(route, loaded, `snapshot=${loaded.id}`, params);
      expect(canonical).toContain(`snapshot=${loaded.id}`);
    },
  );
});
