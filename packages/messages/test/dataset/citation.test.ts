import { describe, expect, it } from 'vitest';
import { apa, authorsOf, bibtex, type Cited, csl } from '../../src/dataset/citation.ts';

const cited: Cited = {
  id: '2012-09-25-3f9c0a417d2be586',
  dataset: {
    ...{ name: 'kazakhstan-2012', title: 'Freedom of assembly', version: '1.0.0', created: '2012-09-25' },
    contributors: [
      { title: 'The coders', roles: ['coder', 'editor'] },
      { title: 'A publisher', roles: ['source'] },
      { title: 'A reviewer' },
      { roles: ['editor'] },
    ],
    licenses: [{ name: 'CC-BY-4.0' }],
  },
  url: 'https://example.org/data?snapshot=2012-09-25-3f9c0a417d2be586',
};
const titled = (title: string): Cited => ({ ...cited, dataset: { ...cited.dataset, title } });
const anonymous: Cited = { ...cited, dataset: { ...cited.dataset, contributors: undefined } };

describe('authorsOf', () => {
  it('names who made the dataset, not who published its sources, and nobody without a name', () => {
    expect(authorsOf(cited.dataset)).toEqual(['The coders', 'A reviewer']);
    expect(authorsOf({})).toEqual([]);
  });
});

describe('apa', () => {
  it('has authors, date, title, version, snapshot and address', () => {
    expect(apa(cited)).toBe(
      'The coders, & A reviewer. (2012, September 25). Freedom of assembly (Version 1.0.0, snapshot ' +
        '2012-09-25-3f9c0a417d2be586) [Data set]. https://example.org/data?snapshot=2012-09-25-3f9c0a417d2be586',
    );
  });

  it('begins with the title where nobody is named', () => {
    expect(apa(anonymous)).toMatch(
      /^Freedom of assembly \(Version .*\[Data set\]\. \(2012, September 25\)\./,
    );
  });
});

describe('bibtex', () => {
  it('is an entry with everything in it, names kept whole', () => {
    expect(bibtex(cited).split('\n')).toEqual([
      '@misc{kazakhstan-2012-2012-09-25-3f9c0a417d2be586,',
      '  author = {{The coders} and {A reviewer}},',
      '  title = {{Freedom of assembly}},',
      '  year = {2012},',
      '  month = {9},',
      '  version = {1.0.0},',
      '  note = {Data set, snapshot 2012-09-25-3f9c0a417d2be586, CC-BY-4.0},',
      '  url = {https://example.org/data?snapshot=2012-09-25-3f9c0a417d2be586}',
      '}',
    ]);
  });

  it('leaves no sign of TeX in a title to TeX', () => {
    expect(bibtex(titled('100% & #1_a $5 ~ ^'))).toContain(
      'title = {{100\\% \\& \\#1\\_a \\$5 \\textasciitilde{} \\textasciicircum{}}}',
    );
  });

  it.each(['}', '{', '\\', '} , evil = {', 'a\\}b'])(
    'has balanced braces whatever a title is: %s',
    (title) => {
      let depth = 0;
      let least = 1;
      const entry = bibtex(titled(title));
      for (const sign of entry.slice(entry.indexOf('{') + 1, -1)) {
        depth += sign === '{' ? 1 : sign === '}' ? -1 : 0;
        least = Math.min(least, depth);
      }
      expect([depth, least]).toEqual([0, 0]);
    },
  );

  it('has no author where nobody is named', () => {
    expect(bibtex(anonymous)).not.toContain('author');
  });
});

describe('csl', () => {
  it('is JSON that a reference manager reads', () => {
    expect(JSON.parse(csl(titled('A "quoted" title')))).toEqual([
      {
        id: 'kazakhstan-2012-2012-09-25-3f9c0a417d2be586',
        type: 'dataset',
        title: 'A "quoted" title',
        author: [{ literal: 'The coders' }, { literal: 'A reviewer' }],
        issued: { 'date-parts': [[2012, 9, 25]] },
        version: '1.0.0',
        note: 'Snapshot 2012-09-25-3f9c0a417d2be586',
        URL: 'https://example.org/data?snapshot=2012-09-25-3f9c0a417d2be586',
      },
    ]);
  });
});

describe('a chart of the dataset', () => {
  const url = 'https://example.org/?place=%D0%90,b&snapshot=2012-09-25-3f9c0a417d2be586';
  const view: Cited = { ...cited, view: 'About 15 detentions in Almaty', url };

  it('is cited by its own title, in the dataset', () => {
    expect(apa(view)).toContain(
      'About 15 detentions in Almaty [Chart]. In Freedom of assembly (Version 1.0.0, snapshot ',
    );
    expect(bibtex(view)).toContain('  title = {{About 15 detentions in Almaty}},');
    expect(bibtex(view)).toContain('note = {Chart of the data set Freedom of assembly, snapshot');
    expect(JSON.parse(csl(view))[0]).toMatchObject({
      ...{ type: 'figure', title: 'About 15 detentions in Almaty', 'container-title': 'Freedom of assembly' },
      URL: url,
    });
  });

  it('keeps its address as it is, so that it leads where it should', () => {
    expect(bibtex(view)).toContain(`url = {${url}}`);
  });

  it('has a key of its own', () => {
    const keyOf = (entry: string) => /^@misc\{([A-Za-z0-9-]+),/.exec(entry)?.[1];
    const other = bibtex({ ...view, url: `${url}&lang=ru` });
    expect(keyOf(bibtex(view))).toMatch(/^kazakhstan-2012-2012-09-25-3f9c0a417d2be586-\w+$/);
    expect(keyOf(other)).not.toBe(keyOf(bibtex(view)));
  });

  it.each(['}', '{', '\\', '100% & #1_a $5 ~ ^'])('with a hostile title is an entry still: %s', (title) => {
    const entry = bibtex({ ...view, view: title });
    const line = entry.split('\n').find((it) => it.startsWith('  title')) ?? '';
    expect(line.split('{').length).toBe(line.split('}').length);
    expect(line.slice(11).replace(/\\./g, '')).not.toMatch(/[%&#$_~^]/);
  });
});
