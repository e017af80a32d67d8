import { parseBucket, parsePeriod } from '@article21/model';
import { describe, expect, it } from 'vitest';
import { words } from '../src/index.ts';

const period = (text: string) => {
  const read = parsePeriod(text);
  if (!read) throw new Error(`unreadable period in a test: ${text}`);
  return read;
};

describe('a period is as brief as its ends allow', () => {
  it.each([
    ['2012-04-28', '28 April 2012', '28 апреля 2012 г.', '2012 ж. 28 сәуір'],
    ['2012-04-28/2012-04-30', '28–30 April 2012', '28–30 апреля 2012 г.', '2012 ж. 28–30 сәуір'],
    [
      '2012-04-28/2012-05-31',
      '28 April – 31 May 2012',
      '28 апреля – 31 мая 2012 г.',
      '2012 ж. 28 сәуір – 31 мамыр',
    ],
    [
      '2011-12-30/2012-01-02',
      '30 December 2011 – 2 January 2012',
      '30 декабря 2011 г. – 2 января 2012 г.',
      '2011 ж. 30 желтоқсан – 2012 ж. 2 қаңтар',
    ],
    ['2012-04-01/2012-04-30', 'April 2012', 'апрель 2012 г.', '2012 ж. сәуір'],
    ['2012-04-01/2012-06-30', 'April – June 2012', 'апрель – июнь 2012 г.', '2012 ж. сәуір – маусым'],
    [
      '2011-11-01/2012-02-29',
      'November 2011 – February 2012',
      'ноябрь 2011 г. – февраль 2012 г.',
      '2011 ж. қараша – 2012 ж. ақпан',
    ],
    ['2012-01-01/2012-12-31', '2012', '2012 г.', '2012 ж.'],
    ['2010-01-01/2012-12-31', '2010–2012', '2010–2012 гг.', '2010–2012 жж.'],
    ['2012-04-28/..', 'since 28 April 2012', 'с 28 апреля 2012 г.', '2012 ж. 28 сәуір күнінен бастап'],
    [
      '../2012-05-31',
      'up to 31 May 2012',
      'по 31 мая 2012 г.',
      '2012 ж. 31 мамыр күніне дейін (қоса алғанда)',
    ],
    ['../..', 'all dates', 'за всё время', 'барлық уақыт'],
  ])('%s', (text, en, ru, kk) => {
    expect(words('en').period(period(text))).toBe(en);
    expect(words('ru').period(period(text))).toBe(ru);
    expect(words('kk').period(period(text))).toBe(kk);
  });
});

describe('a bucket is named in full, in short and under an axis', () => {
  it.each([
    ['2012-04-28', '28 April 2012', '28 Apr', '28 Apr', '2012'],
    ['2012-W17', 'week of 23 April 2012', '23 Apr', '23 Apr', '2012'],
    ['2012-04', 'April 2012', 'Apr 2012', 'Apr', '2012'],
    ['2012-Q2', 'Q2 2012', 'Q2 2012', 'Q2', '2012'],
    ['2012', '2012', '2012', '2012', null],
  ])('%s', (name, long, short, label, year) => {
    expect(words('en').bucket(name)).toBe(long);
    expect(words('en').bucketShort(name)).toBe(short);
    expect(words('en').tick(name)).toEqual({ label, year });
  });

  it('a week of two months or years says both', () => {
    expect(words('ru').bucket('2012-W18')).toBe('неделя 30 апреля – 6 мая 2012 г.');
    expect(words('kk').bucket('2012-W01')).toBe('2012 ж. 2–8 қаңтар аптасы');
    expect(words('en').bucket('2009-W01')).toBe('week of 29 December 2008');
    expect(words('en').tick('2009-W01').year).toBe('2008');
  });

  it('declines the month that stands beside a day, also where it is short', () => {
    const { bucketShort, tick } = words('ru');
    expect([bucketShort('2012-05-07'), tick('2012-W19').label, tick('2012-05').label]).toEqual([
      '7 мая',
      '7 мая',
      'май',
    ]);
  });

  it('what is not the name of a bucket is refused', () => {
    expect(parseBucket('2012-13')).toBeNull();
    expect(() => words('en').bucket('2012-13')).toThrow('not the name of a bucket: 2012-13');
  });
});
