import { emptyQuery } from '@article21/model';
import type { Opened } from '@article21/pages/address';
import { describe, expect, it } from 'vitest';
import { belongs, recordQueryOf } from '../../src/evidence/record-query.ts';
import { record } from '../record.ts';

const bar: Opened = { measure: ['detentions'], at: 'almaty', bucket: null, extra: null };
const april = { from: 15431, to: 15460 };

describe('the records behind a part of a chart', () => {
  it('are asked for with the filters of the chart, narrowed to the mark', () => {
    const query = { ...emptyQuery, place: ['kz'], every: 'day' as const, lang: 'ru' as const };
    const asked = recordQueryOf(query, { ...bar, bucket: '2012-04-28' });
    expect(asked).toMatchObject({
      measure: ['detentions'],
      place: ['kz'],
      at: ['almaty'],
      bucket: '2012-04-28',
    });
    expect(asked).toMatchObject({ undated: null });
    expect(asked).not.toHaveProperty('lang');
  });

  it('are those of a region where rows are of regions, and those of a phase where they are of phases', () => {
    const asked = (by: 'region' | 'phase', at: string | null) =>
      recordQueryOf({ ...emptyQuery, by: [by], phase: ['before', 'during'] }, { ...bar, at });
    expect(asked('region', 'south')).toMatchObject({ region: ['south'], phase: ['before', 'during'] });
    expect(asked('region', 'south')).not.toHaveProperty('at');
    expect(asked('region', 'south,north')).toMatchObject({ region: ['south', 'north'] });
    expect(asked('phase', 'during')).toMatchObject({ phase: ['during'] });
    expect(asked('phase', null)).toMatchObject({ phase: ['before', 'during'], at: [] });
    // An address that names no phase opens nothing of the others.
    expect(asked('phase', 'sometime')).toMatchObject({ at: ['sometime'] });
  });

  it('of a note are asked for at the step of the chart', () => {
    const asked = recordQueryOf({ ...emptyQuery, every: 'week' }, { ...bar, extra: 'undated' });
    expect(asked.undated).toBe('week');
  });

  it('are told apart into those within the period and those perhaps outside', () => {
    const within = record();
    const outside = record({
      charted: { from: '2012-04-20', to: '2012-05-20', day: null, by: 'interval', approximate: false },
    });
    const open = record({
      charted: { from: null, to: '2012-04-20', day: null, by: 'interval', approximate: false },
    });
    const undated: Opened = { ...bar, extra: 'undated' };
    expect([within, outside, open].map((it) => belongs(it, april, undated))).toEqual([true, false, false]);
    const extra: Opened = { ...bar, extra: 'outside' };
    expect([within, outside, open].map((it) => belongs(it, april, extra))).toEqual([false, true, true]);
    expect([within, outside, open].map((it) => belongs(it, april, bar))).toEqual([true, true, true]);
  });
});
