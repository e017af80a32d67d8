import { defaultMeasures, emptyQuery, parseDay, printKeys, usualVocabulary } from '@article21/model';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { endpoints, parseEndpointQuery, type RecordQuery, recordKeys } from '../../src/index.ts';

const emptyRecordQuery: RecordQuery = {
  ...emptyQuery,
  ...{ measure: null, at: [], region: [], bucket: null, undated: null, cursor: null, limit: 50 },
};

const read = (text: string, places?: readonly string[]) =>
  parseEndpointQuery(
    endpoints.records,
    new URLSearchParams(text),
    places ? { places, vocabulary: usualVocabulary } : {},
  );
const codes = (text: string) => read(text, ['almaty']).issues.map(({ key, code }) => [key, code]);

describe('the query of a list of records', () => {
  it('asks for every kind when it names no measure', () => {
    expect(read('').query).toEqual(emptyRecordQuery);
    expect(read('measure=').query.measure).toBeNull();
  });

  it('keeps the four measures apart from every kind when it is printed', () => {
    const text = printKeys(recordKeys, { measure: defaultMeasures });
    expect(text).toBe('measure=rejected_applications,detentions,fines,arrest_days');
    expect(read(text).query.measure).toEqual(defaultMeasures);
  });

  it('reads the bar that was pressed beside the filter of its chart', () => {
    const { query, issues } = read(
      'measure=detentions&from=2012-04&at=almaty&bucket=2012-04&by=place&limit=200',
    );
    expect(issues).toEqual([]);
    expect(query).toMatchObject({
      measure: ['detentions'],
      from: parseDay('2012-04-01'),
      at: ['almaty'],
      bucket: '2012-04',
      by: ['place'],
      limit: 200,
    });
  });

  it.each([
    ['colour=red', 'colour', 'unknown_key'],
    ['limit=1&limit=2', 'limit', 'duplicate_key'],
    ['at=almaty&at=almaty', 'at', 'duplicate_key'],
    ['measure=detentions&measure=fines', 'measure', 'duplicate_key'],
    ['limit=0', 'limit', 'unreadable'],
    ['limit=201', 'limit', 'unreadable'],
    ['limit=-1', 'limit', 'unreadable'],
    ['limit=1e2', 'limit', 'unreadable'],
    ['bucket=2012-13', 'bucket', 'unreadable'],
    ['bucket=__proto__', 'bucket', 'unreadable'],
    ['undated=decade', 'undated', 'unknown_value'],
    ['at=atlantis', 'at', 'unknown_value'],
    ['place=atlantis', 'place', 'unknown_value'],
    ['from=2012-06&to=2012-04', 'from', 'inverted'],
    ['__proto__=1', '__proto__', 'unknown_key'],
  ])('refuses %s', (text, key, code) => {
    expect(codes(text)).toEqual([[key, code]]);
  });

  it('names every key that it knows when one is unknown', () => {
    expect(read('colour=red').issues[0]?.hint).toMatch(/measure, place.*bucket, undated, cursor, limit/);
  });

  it('reports all faults at once', () => {
    expect(codes('colour=red&limit=0&measure=detentionz').map(([, code]) => code)).toEqual([
      'unknown_key',
      'unknown_value',
      'unreadable',
    ]);
  });

  it('is read back as it was printed', () => {
    const id = fc.stringMatching(/^[a-z]{1,8}$/);
    const ids = fc.uniqueArray(id).map((it) => it.sort());
    const query: fc.Arbitrary<RecordQuery> = fc.record({
      ...Object.fromEntries(
        Object.entries(emptyRecordQuery).map(([key, value]) => [key, fc.constant(value)]),
      ),
      measure: fc.constantFrom(null, ['detentions'], ['detentions', 'fines'], [...defaultMeasures]),
      at: ids,
      place: ids,
      bucket: fc.constantFrom(null, '2012', '2012-Q2', '2012-04', '2012-W17', '2012-04-28'),
      undated: fc.constantFrom(null, 'day', 'month'),
      cursor: fc.option(fc.string({ minLength: 1 })),
      limit: fc.integer({ min: 1, max: 200 }),
    } as never);
    fc.assert(
      fc.property(query, (it) => {
        expect(read(printKeys(recordKeys, it)).query).toEqual(it);
      }),
    );
  });
});
