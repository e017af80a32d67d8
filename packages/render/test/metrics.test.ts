import './modules.ts';
import { describe, expect, it } from 'vitest';
import { readFace } from '../src/face.ts';
import { createRenderer, defaultFonts, type FaceName } from '../src/index.ts';
import { installed } from '../src/installed.ts';
import { createTypesetter } from '../src/typesetter.ts';
import { parsed } from './parsed.ts';

const files = defaultFonts();
const fonts = installed(files);
const typesetter = createTypesetter(fonts);
const frame = { width: 600, height: 400, title: '', description: '', language: 'ru' };
const font = "13px 'Source Sans 3', sans-serif";

const letters = {
  English: 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz',
  Russian: 'АБВГДЕЁЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯабвгдеёжзийклмнопрстуфхцчшщъыьэюя',
  Kazakh: 'ӘәҒғҚқҢңӨөҰұҮүҺһІі',
  signs: '0123456789 .,:;!?%+-–—−×≈≥≤…·•“”„‘’«»()[]/&№€₸$©\u00a0\u202f',
};

describe.each(Object.keys(files) as FaceName[])('the cut %s', (name) => {
  const face = readFace(fonts.font(name));

  it.each(Object.entries(letters))('has the letters of %s, each with an outline', (_, text) => {
    for (const letter of text) {
      const { missing, path } = face.setText(letter);
      expect({ letter, missing, drawn: path !== '' }).toEqual({
        letter,
        missing: 0,
        drawn: letter.trim() !== '',
      });
    }
  });

  it('draws an empty box for a letter that it does not have', () => {
    const { missing, path, advance } = face.setText('國');
    expect(missing).toBe(1);
    expect(path).not.toBe('');
    expect(advance).toBeGreaterThan(0);
  });
});

describe('the width of a text', () => {
  it('is that of the font, with its kerning', () => {
    // As fontkit 2.0.4 sets them in Source Sans 3 Regular.
    expect(typesetter.width('Алматы', "100px 'Source Sans 3'")).toBeCloseTo(335.2, 5);
    expect(typesetter.width('AVATAR', "100px 'Source Sans 3'")).toBeCloseTo(312.6, 5);
    expect(typesetter.width('Усть-Каменогорск', "100px 'Source Sans 3'")).toBeCloseTo(791.4, 5);
  });

  it('grows with the size and the weight', () => {
    const plain = typesetter.width('Тараз', font);
    expect(typesetter.width('Тараз', font.replace('13', '26'))).toBeCloseTo(2 * plain, 5);
    expect(typesetter.width('Тараз', `600 ${font}`)).toBeGreaterThan(plain);
  });
});

describe('a label of eleven Cyrillic letters', () => {
  const label = 'Петропавлов';
  const reserved = (name: string) => {
    const option = {
      grid: {
        left: 0,
        right: 0,
        top: 0,
        bottom: 0,
        outerBoundsMode: 'same',
        outerBoundsContain: 'axisLabel',
      },
      textStyle: { fontFamily: "'Source Sans 3', sans-serif" },
      xAxis: { type: 'value', show: false },
      yAxis: {
        type: 'category',
        data: [name],
        axisLabel: { fontSize: 13, margin: 0 },
        axisLine: { show: true },
      },
      series: [{ type: 'bar', data: [1], barWidth: '100%' }],
    };
    const bar = /d="M([\d.]+) 0l/.exec(createRenderer().svg(option, frame));
    return Number(bar?.[1]);
  };

  it('takes its true width in a chart, and not an em for each letter', () => {
    const width = typesetter.width(label, font);
    expect(width).toBeGreaterThan(60);
    expect(width).toBeLessThan(80);
    // ECharts keeps some pixels free beside any label; the rest is the label's.
    const free = reserved('Ш') - typesetter.width('Ш', font);
    expect(free).toBeLessThan(5);
    expect(Math.abs(reserved(label) - free - width)).toBeLessThan(0.2);
  });

  it('is drawn as wide as it was measured', () => {
    const svg = createRenderer().svg(
      { xAxis: { data: [label], axisLabel: { fontSize: 13 } }, yAxis: {} },
      frame,
    );
    const text = parsed(svg).find((it) => it.text === label);
    expect(Number(text?.attributes.textLength)).toBeCloseTo(typesetter.width(label, font), 1);
  });
});
