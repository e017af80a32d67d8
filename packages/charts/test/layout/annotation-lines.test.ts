import { type Annotation, type Count, type Counts, languages, type Step } from '@article21/model';
import { describe, expect, it } from 'vitest';
import { contextFor, spring } from '../fixtures/context.ts';
import { byCityMonth, byDay, count, countsOf } from '../fixtures/counts.ts';
import { everyBucket } from '../fixtures/crowds.ts';
import { svgOf } from '../svg.ts';
import { textsOf } from '../texts-of.ts';

const annotation = (date: string, place: string | null, texts: readonly string[]): Annotation => {
  const [en = '', ru = '', kk = ''] = texts;
  return { date, place, text_en: en, text_ru: ru, text_kk: kk, source: null };
};

/** As published: the later the day, the nearer to the right end, where words have no room beside their line. */
const published = [
  annotation('2012-04-28', null, [
    'Disagreement Day rallies in eleven cities',
    'Митинги «День несогласных» в одиннадцати городах',
    '«Келіспеушілер күні»: он бір қаладағы митингілер',
  ]),
  annotation('2012-05-21', 'almerek', [
    'March of residents to the local administration',
    'Шествие жителей к местной администрации',
    'Тұрғындардың жергілікті әкімшілікке шеруі',
  ]),
  annotation('2012-05-31', 'almaty', [
    'Commemoration of the victims of political repression',
    'Акция в память о жертвах политических репрессий',
    'Саяси қуғын-сүргін құрбандарын еске алу',
  ]),
];

const crowd = [1, 9, 12, 20, 22, 30, 31].map((day) => {
  const texts = ['Remark', 'Замечание длиннее других', 'Ескерту басқалардан ұзағырақ'].map(
    (text) => `${text.slice(0, 6 + (day % 5) * 4)} ${day}`,
  );
  return annotation(`2012-05-${String(day).padStart(2, '0')}`, null, texts);
});

const weekOf = { '2012-04-28': '2012-W17', '2012-05-31': '2012-W22' } as Record<string, string>;
const byWeek = countsOf(byDay.rows.map((row): Count => ({ ...row, period: weekOf[row.period ?? ''] ?? '' })));
const together = (counts: Counts) => {
  return countsOf(counts.rows.filter((row) => row.place === 'almaty').map(({ place, ...row }) => row));
};
const many = countsOf(everyBucket('2012-04-01', '2012-06-30', 'day'));
const wide = countsOf([
  count('detentions', { period: '2012-05' }, '~12345-23456 & 2?'),
  count('detentions', { period: '2012-06' }, '1'),
]);

const cases: [string, string, Counts, Step, readonly Annotation[]][] = [
  ['days', 'line', together(byDay), 'day', published],
  ['weeks', 'line', together(byWeek), 'week', published],
  ['days of places', 'line', byDay, 'day', published],
  ['a wide label', 'line', wide, 'month', crowd],
  ['many columns', 'line', many, 'day', crowd],
  ['a stack', 'stacked', byCityMonth, 'month', published],
  ['a stack of weeks', 'stacked', byWeek, 'week', crowd],
  ['small charts', 'multiples', byCityMonth, 'month', published],
  ['small charts of days', 'multiples', byDay, 'day', crowd],
];
const widths = Array.from({ length: 17 }, (_, i) => 320 + 80 * i);

describe.each(cases)('in a picture of %s', (_, ...[chart, counts, every, annotations]) => {
  it.each(languages)('no line of an annotation runs through a text at any width: %s', (language) => {
    for (const width of widths) {
      const given = { language, width, annotations, query: { every, ...spring } };
      const svg = svgOf(chart, counts, contextFor(counts, given));
      expect({ width, crossed: crossed(svg) }).toEqual({ width, crossed: [] });
    }
  });
});

interface Line {
  x: number;
  top: number;
  bottom: number;
}

/** The texts that a dashed line runs through, unless something is drawn between the two. */
function crossed(svg: string): string[] {
  const elements = svg.split('\n');
  const lines = elements.flatMap((element, at) => {
    const found = /^<polyline points="([\d.]+) ([\d.]+) [\d.]+ ([\d.]+)".*stroke-dasharray/.exec(element);
    if (!found) return [];
    const [x = 0, top = 0, bottom = 0] = found.slice(1).map(Number);
    return [{ at, line: { x, top, bottom } }];
  });
  expect(lines.length).toBeGreaterThan(0);
  return elements.flatMap((element, at) => {
    if (!element.startsWith('<text ')) return [];
    const [text] = textsOf(element);
    if (!text) throw new Error(`unreadable: ${element}`);
    const over = lines.filter(({ line }) => runsThrough(line, text));
    const seen = over.filter(({ at: from, line }) => {
      const middle = (text.top + text.bottom) / 2;
      return !elements.slice(from, at).some((between) => covers(between, line.x, middle));
    });
    return seen.length > 0 ? [text.text] : [];
  });
}

type Area = { left: number; right: number; top: number; bottom: number };

function runsThrough({ x, top, bottom }: Line, text: Area): boolean {
  return x > text.left - 1 && x < text.right + 1 && top < text.bottom && bottom > text.top;
}

/** Whether a filled part of a path lies over a point; as far as its corners say, which is enough for a column. */
function covers(element: string, x: number, y: number): boolean {
  const [, drawn = ''] = /^<path d="([^"]*)"/.exec(element) ?? [];
  if (/fill="none"|fill-opacity="0"| opacity="0"/.test(element)) return false;
  return drawn.split(/(?=M)/).some((part) => {
    const corners = cornersOf(part);
    const [xs, ys] = [corners.map(([at]) => at), corners.map(([, at]) => at)];
    return Math.min(...xs) < x && x < Math.max(...xs) && Math.min(...ys) < y && y < Math.max(...ys);
  });
}

function cornersOf(part: string): [number, number][] {
  const corners: [number, number][] = [];
  let at: [number, number] = [0, 0];
  for (const [, command = '', rest = ''] of part.matchAll(/([a-zA-Z])([^a-zA-Z]*)/g)) {
    const numbers = (rest.match(/-?[\d.]+/g) ?? []).map(Number);
    const size = command.toLowerCase() === 'a' ? 7 : 2;
    const from = command === command.toLowerCase();
    for (let i = size; i <= numbers.length; i += size) {
      const [dx = 0, dy = 0] = numbers.slice(i - 2, i);
      at = from ? [at[0] + dx, at[1] + dy] : [dx, dy];
      corners.push(at);
    }
  }
  return corners;
}
