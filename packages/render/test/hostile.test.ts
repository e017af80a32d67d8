import { describe, expect, it } from 'vitest';
import { createRenderer } from '../src/index.ts';
import { attributes, tags } from '../src/node.ts';
import { hostileNames } from './names.ts';
import { everyKind, stacked } from './options.ts';
import { parsed } from './parsed.ts';

const renderer = createRenderer();
const frame = { width: 400, height: 300, language: 'ru' };
const plain = { ...frame, title: '', description: '' };
const ofEveryObject = Reflect.ownKeys(Object.prototype);
const known = [...tags, 'svg', 'title', 'desc', 'text'];
/** Of the words over the letters, which can be selected though they are not painted. */
const ofText = ['font-size', 'font-family', 'textLength', 'lengthAdjust', 'class', 'pointer-events'];

describe.each(Object.keys(everyKind('')))('a hostile name in a %s', (kind) => {
  it.each(hostileNames.map((name) => [JSON.stringify(name).slice(0, 40), name]))('is text: %s', (_, name) => {
    const svg = renderer.svg(everyKind(name)[kind] ?? {}, { ...frame, title: name, description: name });
    const [root, ...elements] = parsed(svg);
    expect(Reflect.ownKeys(Object.prototype)).toEqual(ofEveryObject);
    expect(root?.name).toBe('svg');
    expect(elements.filter((it) => !known.includes(it.name))).toEqual([]);
    const values = elements.flatMap((it) => Object.entries(it.attributes));
    expect(values.filter(([it]) => !attributes.has(it) && !ofText.includes(it))).toEqual([]);
    expect(values.filter(([, it]) => /^\s*(javascript|https?|data):/i.test(it))).toEqual([]);
  });
});

describe('a name that every object has', () => {
  const pollutes = {
    xAxis: { data: ['a'] },
    yAxis: {},
    series: [{ type: 'bar', stack: '__proto__', barMinWidth: 3, data: [1] }],
  };

  it('breaks the one picture in which ECharts uses it as a key, and leaves no trace', () => {
    const before = renderer.svg(stacked, plain);
    expect(() => renderer.svg(pollutes, plain)).toThrow(
      'unknown name in an option: it writes minWidth to every object',
    );
    expect(Reflect.ownKeys(Object.prototype)).toEqual(ofEveryObject);
    expect(renderer.svg(stacked, plain)).toBe(before);
  });

  it('is measured as the word it is, twice', () => {
    const words = ['__proto__', 'constructor', '__proto__'];
    const svg = renderer.svg(
      { xAxis: { data: words }, yAxis: {}, series: [{ type: 'bar', data: [1, 2, 3] }] },
      plain,
    );
    const texts = parsed(svg).filter((it) => words.includes(it.text));
    expect(texts.map((it) => it.text)).toEqual(words);
    expect(texts[0]?.attributes.textLength).toBe(texts[2]?.attributes.textLength);
  });
});
