import { emptyQuery, usualVocabulary } from '@article21/model';
import { describe, expect, it } from 'vitest';
import { printView, readView } from '../../src/address/view.ts';

const known = { places: ['almaty', 'astana'], charts: ['bar', 'line'], vocabulary: usualVocabulary };

describe('readView and printView', () => {
  it('read back what they print, with the evidence that is open', () => {
    const address =
      '/?measure=detentions&place=almaty,astana&from=2012-04-01&by=place,period&every=day&chart=line' +
      '&open=detentions&at=almaty&bucket=2012-04-28&record=r-1';
    const view = readView(address, known);
    expect(view.issues).toEqual([]);
    expect(view.opened).toEqual({
      measure: ['detentions'],
      at: 'almaty',
      bucket: '2012-04-28',
      extra: null,
    });
    expect(printView({ ...view, route: { page: 'charts' } })).toBe(address);
  });

  it('read back of which sign the records are that are open', () => {
    const view = readView('/?open=fines,detentions&sign=atLeast', known);
    expect(view.opened).toMatchObject({ measure: ['detentions', 'fines'], sign: 'atLeast' });
    expect(printView({ ...view, route: { page: 'charts' } })).toBe('/?open=detentions,fines&sign=atLeast');
    expect(readView('/?open=fines&sign=x', known)).toMatchObject({
      opened: { measure: ['fines'] },
      issues: [{ key: 'sign', code: 'unknown_value' }],
    });
  });

  it('print nothing for a view that chooses nothing', () => {
    expect(printView({ route: { page: 'charts' }, query: emptyQuery })).toBe('/');
  });

  it('carry the query to a source and its record', () => {
    const { query } = readView('/?measure=fines&lang=kk');
    const address = printView({ route: { page: 'source', id: 's-1' }, query, record: 'r-1' });
    expect(address).toBe('/sources/s-1?measure=fines&lang=kk&record=r-1');
    expect(readView(address)).toMatchObject({ route: { page: 'source', id: 's-1' }, record: 'r-1' });
  });

  it('keep the known values of a list and name each unknown one', () => {
    const { query, issues } = readView('/?place=almaty,atlantis,mu&measure=detentions,crimes&phase=x', known);
    expect(query).toMatchObject({ place: ['almaty'], measure: ['detentions'], phase: [] });
    expect(issues.map(({ key, message }) => [key, message])).toEqual([
      ['measure', 'unknown value: crimes'],
      ['place', 'unknown place: atlantis'],
      ['place', 'unknown place: mu'],
      ['phase', 'unknown value: x'],
    ]);
  });

  it('take measures that a dataset may declare until it is known which it does', () => {
    const address = '/?measure=detentions,evictions&open=evictions';
    expect(readView(address)).toMatchObject({
      query: { measure: ['detentions', 'evictions'] },
      opened: { measure: ['evictions'] },
      issues: [],
    });
    expect(readView(address, known).issues.map(({ key }) => key)).toEqual(['measure', 'open']);
    expect(readView('/?measure=Evictions').issues.map(({ key }) => key)).toEqual(['measure']);
  });

  it('show everywhere when none of the places is known', () => {
    const { query, issues } = readView('/?place=atlantis', known);
    expect(query.place).toEqual([]);
    expect(issues).toHaveLength(1);
  });

  it('report unknown keys, repeated keys and unreadable values of the page itself', () => {
    const { issues, opened } = readView(
      '/?open=crimes&at=almaty&bucket=soon&colour=red&every=day&every=week',
      known,
    );
    expect(issues.map(({ key, code }) => [key, code])).toEqual([
      ['colour', 'unknown_key'],
      ['every', 'duplicate_key'],
      ['open', 'unknown_value'],
      ['bucket', 'unreadable'],
    ]);
    expect(opened).toBeNull();
  });

  it('report an inverted period and ask for all dates', () => {
    const { query, issues } = readView('/?from=2012-06-01&to=2012-04-01');
    expect(query).toMatchObject({ from: null, to: null });
    expect(issues.map(({ code }) => code)).toEqual(['inverted']);
  });
});
