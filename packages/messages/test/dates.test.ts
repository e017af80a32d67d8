import { parseBucket, parseDay, parsePeriod } from '@article21/model';
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

const always = { from: null, to: null };

describe('a bucket is named in full, in short and under an axis', () => {
  it.each([
    ['2012-04-28', '28 April 2012', '28 Apr', '28 Apr', '2012'],
    ['2012-W17', 'week of 23 April 2012', '23 Apr', '23 Apr', '2012'],
    ['2012-04', 'April 2012', 'Apr 2012', 'Apr', '2012'],
    ['2012-Q2', 'Q2 2012', 'Q2 2012', 'Q2', '2012'],
    ['2012', '2012', '2012', '2012', null],
  ])('%s', (name, long, short, label, year) => {
    expect(words('en').bucket(name, always)).toBe(long);
    expect(words('en').bucketShort(name)).toBe(short);
    expect(words('en').tick(name)).toEqual({ label, year });
  });

  it.each([
    ['2025-W01', '2025-01-01', '2025-01-31', '1–5 January 2025', '1–5 января 2025 г.'],
    ['2025', '2025-12-01', '2026-01-31', '1–31 December 2025', '1–31 декабря 2025 г.'],
    ['2025', '2025-12-02', '2026-01-31', '2–31 December 2025', '2–31 декабря 2025 г.'],
    ['2026', '2025-12-01', '2026-01-31', '1–31 January 2026', '1–31 января 2026 г.'],
    ['2025-Q1', '2025-02-10', null, '10 February – 31 March 2025', '10 февраля – 31 марта 2025 г.'],
    [
      '2025-W01',
      '2024-12-30',
      '2025-01-05',
      'week of 30 December 2024',
      'неделя 30 декабря 2024 г. – 5 января 2025 г.',
    ],
  ])('%s from %s to %s by the days that are counted', (name, from, to, en, ru) => {
    const asked = { from: parseDay(from), to: to === null ? null : parseDay(to) };
    expect(words('en').bucket(name, asked)).toBe(en);
    expect(words('ru').bucket(name, asked)).toBe(ru);
  });

  it('outside of the asked period there is none', () => {
    expect(() => words('en').bucket('2025', { from: parseDay('2026-01-01'), to: null })).toThrow('2025');
  });

  it('a week of two months or years says both', () => {
    expect(words('ru').bucket('2012-W18', always)).toBe('неделя 30 апреля – 6 мая 2012 г.');
    expect(words('kk').bucket('2012-W01', always)).toBe('2012 ж. 2–8 қаңтар аптасы');
    expect(words('en').bucket('2009-W01', always)).toBe('week of 29 December 2008');
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
    expect(() => words('en').bucket('2012-13', always)).toThrow('not a bucket of the period: 2012-13');
  });
});

describe('a date as its source states it', () => {
  it.each([
    ['2012-04-28', '28 April 2012', '28 апреля 2012 г.', '2012 ж. 28 сәуір'],
    ['2012-04', 'April 2012', 'апрель 2012 г.', '2012 ж. сәуір'],
    ['2012', '2012', '2012 г.', '2012 ж.'],
    [
      '../2012-04-28',
      'on or before 28 April 2012',
      'не позднее 28 апреля 2012 г.',
      '2012 ж. 28 сәуір күнінен кешіктірмей',
    ],
    ['2012-04-28/..', 'since 28 April 2012', 'с 28 апреля 2012 г.', '2012 ж. 28 сәуір күнінен бастап'],
    ['2012-04-28~', '28 April 2012, about', '28 апреля 2012 г., примерно', '2012 ж. 28 сәуір, шамамен'],
    ['2012-04?', 'April 2012, uncertain', 'апрель 2012 г., под вопросом', '2012 ж. сәуір, нақты емес'],
    ['2013-04/2013-06', 'April – June 2013', 'апрель – июнь 2013 г.', '2013 ж. сәуір – маусым'],
    ['2012-04-XX', 'April 2012', 'апрель 2012 г.', '2012 ж. сәуір'],
    ['201X', '2010–2019', '2010–2019 гг.', '2010–2019 жж.'],
    [
      '2012-04-28/2012-05~',
      '28 April – 31 May 2012, about',
      '28 апреля – 31 мая 2012 г., примерно',
      '2012 ж. 28 сәуір – 31 мамыр, шамамен',
    ],
  ])('%s', (edtf, en, ru, kk) => {
    expect(words('en').statedDate(edtf)).toBe(en);
    expect(words('ru').statedDate(edtf)).toBe(ru);
    expect(words('kk').statedDate(edtf)).toBe(kk);
  });

  it('is what the sources leave possible where none states one, and said to be missing else', () => {
    const charted = { day: '2012-04-28', by: 'assembly', approximate: false } as const;
    const { when } = words('en');
    expect(when({ date: null, charted: { ...charted, from: null, to: '2012-04-28' } })).toBe(
      'on or before 28 April 2012',
    );
    expect(when({ date: '2012-04', charted: { ...charted, from: '2012-04-01', to: '2012-04-30' } })).toBe(
      'April 2012',
    );
    expect(when({ date: null, charted: { ...charted, from: null, to: null } })).toBe('date not stated');
  });
});
