import { describe, expect, it } from 'vitest';
import { printFile, readFile } from '../../src/presenting/presentation-file.ts';

const slides = [{ query: 'measure=fines', title: 'Fines', notes: 'Pause.' }];
const read = (given: unknown) => readFile(new Blob([JSON.stringify(given)]));
const file = (more: object) => ({ format: 'article21-presentation', version: 1, slides, ...more });

describe('printFile and readFile', () => {
  it('read back what they print', async () => {
    expect(await readFile(new Blob([printFile(slides)]))).toEqual({ slides });
  });

  it('take titles and notes as empty where a file has none', async () => {
    expect(await read(file({ slides: [{ query: '' }] }))).toEqual({
      slides: [{ query: '', title: '', notes: '' }],
    });
  });

  it('refuse a file that is too large before they read it', async () => {
    const huge = { size: 200_001, text: () => Promise.reject(new Error('was read')) };
    expect(await readFile(huge as unknown as Blob)).toEqual({ fault: 'size' });
  });

  it.each(['', 'hello', '{"format":', '\u0000\u0001'])('find that %j is no JSON', async (text) => {
    expect(await readFile(new Blob([text]))).toEqual({ fault: 'json' });
  });

  it.each([
    null,
    7,
    [],
    {},
    file({ format: 'another' }),
    file({ version: 'one' }),
    file({ version: 0 }),
    file({ slides: {} }),
    file({ slides: [null] }),
    file({ slides: [[]] }),
    file({ slides: [{ title: 'no query' }] }),
    file({ slides: [{ query: 7 }] }),
    file({ slides: [{ query: 'a'.repeat(2001) }] }),
    file({ slides: [{ query: '', notes: 'a'.repeat(1001) }] }),
    file({ slides: [{ query: '', colour: 'red' }] }),
    JSON.parse(`{"format":"article21-presentation","version":1,"slides":[{"query":"","__proto__":{}}]}`),
  ])('find another shape in %j', async (given) => {
    expect(await read(given)).toEqual({ fault: 'shape' });
  });

  it('refuse more slides than there may be, and a newer version', async () => {
    const many = Array.from({ length: 41 }, () => slides[0]);
    expect(await read(file({ slides: many }))).toEqual({ fault: 'many' });
    expect(await read(file({ version: 2 }))).toEqual({ fault: 'version' });
  });
});
