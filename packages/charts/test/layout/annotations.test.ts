import { type Annotation, parseDay } from '@article21/model';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { annotationsOn, concerns } from '../../src/data/annotations.ts';
import { draw } from '../../src/index.ts';
import { annotationsOver, offsetOf } from '../../src/layout/annotations.ts';
import { timeAxis } from '../../src/scales/time-axis.ts';
import { contextFor, plotFor, spring } from '../fixtures/context.ts';
import { byMonth } from '../fixtures/counts.ts';

const at = (date: string, place: string | null = null, text = `on ${date}`): Annotation => {
  return { date, place, text_en: text, text_ru: `ru ${text}`, text_kk: `kk ${text}`, source: null };
};
const box = { left: 0, top: 0, width: 600, height: 100 };

function bandOf(annotations: Annotation[]) {
  const context = plotFor(byMonth, { annotations, query: spring });
  const time = timeAxis(byMonth.rows, box.width, context);
  return { time, context, annotations: annotationsOn(time, context) };
}

describe('dated annotations', () => {
  it('are those of the axis, in order of time, and in its language', () => {
    const { annotations } = bandOf([at('2012-06-02'), at('2012-04-01'), at('2012-07-01'), at('2012-03-31')]);
    expect(annotations.map((annotation) => annotation.text)).toEqual(['on 2012-04-01', 'on 2012-06-02']);
    const russian = plotFor(byMonth, { annotations: [at('2012-05-02')], query: spring, language: 'ru' });
    expect(annotationsOn(timeAxis(byMonth.rows, 600, russian), russian)[0]?.dated).toBe(
      '2 мая 2012 г.: ru on 2012-05-02',
    );
  });

  it('stand within their bucket where their day does', () => {
    const { time, context } = bandOf([]);
    const offset = (text: string) => offsetOf(parseDay(text) ?? 0, time, 600, context);
    expect(offset('2012-04-01')).toBeLessThan(5);
    expect(offset('2012-05-16')).toBeCloseTo(300);
    expect(offset('2012-06-30')).toBeGreaterThan(595);
  });

  it('concern the places they name, what lies in those, and what those lie in', () => {
    const { annotations, context } = bandOf([
      at('2012-05-01', 'almaty'),
      at('2012-05-02', 'kz'),
      at('2012-05-03'),
    ]);
    const who = (place: string | undefined) =>
      annotations.map((annotation) => concerns(annotation, place, context));
    expect(who('almaty')).toEqual([true, true, true]);
    expect(who('taraz')).toEqual([false, true, true]);
    expect(who('kz')).toEqual([true, true, true]);
    expect(who(undefined)).toEqual([true, true, true]);
    expect(annotations.map((annotation) => annotation.text.split(':')[0])).toEqual([
      'Almaty',
      'on 2012-05-02',
      'on 2012-05-03',
    ]);
  });

  it('are never lost, and never climb: what would be high, or has no room, is a number that is explained below', () => {
    const days = fc.array(fc.integer({ min: 1, max: 60 }), { minLength: 1, maxLength: 14 });
    const texts = fc.constantFrom('short', 'a rather long annotation');
    fc.assert(
      fc.property(days, texts, fc.integer({ min: 180, max: 1200 }), (on, text, width) => {
        const { time, context, annotations } = bandOf(
          on.map((day) =>
            at(`2012-0${day > 30 ? 5 : 4}-${String(((day - 1) % 30) + 1).padStart(2, '0')}`, null, text),
          ),
        );
        const plot = { ...box, width };
        const { shapes, height, named, captions } = annotationsOver(annotations, time, plot, context);
        expect(height).toBeLessThanOrEqual(96);
        expect(captions).toHaveLength(on.length);
        const isNumbered = named.length > 0;
        const written = shapes.flatMap((shape) =>
          shape.type === 'text' ? `${shape.style.text}`.split(isNumbered ? ',' : ' ') : [],
        );
        // Either the words of all stand over the plot, or the numbers of all.
        const wanted = isNumbered
          ? on.map((_, i) => `${i + 1}`)
          : annotations.flatMap((it) => it.text.split(' '));
        expect(written.sort()).toEqual(wanted.sort());
        expect(named).toEqual(isNumbered ? captions : []);
      }),
      { numRuns: 60 },
    );
  });

  it('are of the chosen places only, where places are chosen', () => {
    const annotations = [at('2012-05-01', 'almaty'), at('2012-05-02', 'kz'), at('2012-05-03', 'taraz')];
    const context = plotFor(byMonth, { annotations, query: { ...spring, place: ['almaty'] } });
    const drawn = annotationsOn(timeAxis(byMonth.rows, box.width, context), context);
    expect(drawn.map((annotation) => annotation.place)).toEqual(['almaty', 'kz']);
  });

  it.each(['line', 'multiples', 'calendar'])(
    'have no word under a %s in which they stand nowhere',
    (chart) => {
      const rows = [{ ...byMonth.rows[0], place: 'almaty', period: '2012-05-04' }] as typeof byMonth.rows;
      const annotations = [at('2012-05-01', 'almaty'), at('2012-05-03', 'taraz')];
      const query = { ...spring, every: 'day' as const };
      const { description } = draw(chart, { ...byMonth, rows }, contextFor(byMonth, { annotations, query }));
      expect(description).toContain('on 2012-05-01');
      expect(description).not.toContain('on 2012-05-03');
    },
  );

  it.each(['line', 'stacked', 'multiples', 'compare'])('are told in the description of a %s', (chart) => {
    const rows = byMonth.rows.map((row) => ({ ...row, place: 'almaty' }));
    const counts = { ...byMonth, rows };
    const context = contextFor(counts, { annotations: [at('2012-05-02')], query: spring });
    expect(draw(chart, counts, context).description).toContain('2 May 2012: on 2012-05-02.');
  });
});
