import { type ChartQuery, emptyQuery, measureIds, parseQuery } from '@article21/model';
import { describe, expect, it } from 'vitest';
import { fileName, presentationName } from '../src/file-name.ts';

const asked = (text: string): ChartQuery => parseQuery(new URLSearchParams(text)).query;

describe('the name of a file', () => {
  it.each([
    ['measure=detentions', 'detentions.csv'],
    ['measure=detentions&by=place&from=2012&to=2012', 'detentions-by-city-2012.csv'],
    ['measure=rejected_applications&by=period&every=week', 'rejected-applications-by-week.csv'],
    ['measure=detentions,fines&by=place,period', 'detentions-and-fines-by-city-and-month.csv'],
    ['measure=detentions&place=almaty&from=2012-04&to=2012-04', 'detentions-in-almaty-2012-04.csv'],
    ['measure=detentions&place=almaty,astana', 'detentions-in-almaty-and-astana.csv'],
    ['measure=detentions&place=almaty,astana,oral', 'detentions-in-almaty-and-2-more-places.csv'],
    ['measure=detentions&from=2012-04-28&to=2012-04-28', 'detentions-2012-04-28.csv'],
    ['measure=detentions&from=2012-04&to=2012-06', 'detentions-2012-04-01-to-2012-06-30.csv'],
    ['measure=detentions&from=2012-04-28', 'detentions-since-2012-04-28.csv'],
    ['measure=detentions&to=2012-04-28', 'detentions-until-2012-04-28.csv'],
    ['measure=detentions&phase=before,after', 'detentions-before-or-after.csv'],
    ['measure=detentions&basis=summary&lang=ru', 'detentions-summary-figures-ru.csv'],
    ['measure=detentions&lang=en&theme=dark&title=Mine', 'detentions.csv'],
  ])('of %s is %s', (text, name) => {
    expect(fileName(asked(text), 'csv')).toBe(name);
  });

  it('says of many measures how many there are', () => {
    const [first = ''] = measureIds;
    const all = fileName({ ...emptyQuery, measure: 'all' }, 'pdf');
    expect(all).toBe('all-measures.pdf');
    const name = fileName({ ...emptyQuery, measure: [...measureIds] }, 'pdf');
    expect(name).toBe(`${first.replaceAll('_', '-')}-and-${measureIds.length - 1}-more-measures.pdf`);
  });

  it('has no letter that a file system or a header could take otherwise, and no more than a hundred', () => {
    const longest = 'a'.repeat(64);
    const place = ['__proto__', longest, `${longest.slice(1)}b`];
    const name = fileName(
      { ...asked('phase=before,during,after&from=2012-04-28&to=2013-01-02'), place },
      'xlsx',
    );
    expect(name).toMatch(/^[a-z0-9][a-z0-9-]*[a-z0-9]\.xlsx$/);
    expect(name.length).toBeLessThanOrEqual(105);
  });

  it('of a presentation is that of its only view, else says how many it has', () => {
    const views = [asked('measure=detentions&by=place'), asked('measure=fines')];
    expect(presentationName(views.slice(0, 1), 'pptx')).toBe('detentions-by-city.pptx');
    expect(presentationName(views, 'pptx')).toBe('presentation-of-2-views.pptx');
  });
});
