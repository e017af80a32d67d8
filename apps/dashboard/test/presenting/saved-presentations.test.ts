import { beforeEach, describe, expect, it, vi } from 'vitest';

/** What a browser stores, as far as it lets a page. */
function storage({ refuses = false } = {}) {
  const kept = new Map<string, string>();
  return {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => {
      if (refuses) throw new DOMException('full', 'QuotaExceededError');
      kept.set(key, value);
    },
  };
}

async function inBrowser(localStorage = storage()) {
  vi.resetModules();
  vi.stubGlobal('window', { localStorage, addEventListener() {}, removeEventListener() {} });
  const kept = await import('../../src/presenting/saved-presentations.ts');
  const stored = () => JSON.parse(localStorage.getItem('article21.presentations') ?? 'null');
  return { ...kept, stored, localStorage };
}

beforeEach(() => vi.unstubAllGlobals());

describe('presentations kept in a browser', () => {
  it('have the last changed first, each once', async () => {
    const { remember, stored } = await inBrowser();
    expect(remember(null, 'a', 1)).toBe(true);
    remember(null, 'b', 2);
    remember('a', 'a2', 3);
    expect(stored()).toEqual({
      current: 'a2',
      all: [
        { show: 'a2', changed: 3 },
        { show: 'b', changed: 2 },
      ],
    });
  });

  it('are ten at most, and none without a slide', async () => {
    const { remember, stored } = await inBrowser();
    for (let n = 1; n <= 12; n++) remember(null, `show ${n}`, n);
    expect(stored().all).toHaveLength(10);
    expect(stored().all.at(-1)).toEqual({ show: 'show 3', changed: 3 });
    remember('show 12', '', 13);
    expect(stored()).toMatchObject({ current: null });
    expect(stored().all).toHaveLength(9);
  });

  it('are forgotten one by one; a new one may be begun beside them', async () => {
    const { remember, workAt, forget, stored } = await inBrowser();
    remember(null, 'a', 1);
    remember(null, 'b', 2);
    workAt(null);
    expect(stored()).toMatchObject({ current: null });
    workAt('a');
    forget('a');
    expect(stored()).toEqual({ current: null, all: [{ show: 'b', changed: 2 }] });
  });

  it('are not kept where the browser refuses', async () => {
    const { remember, stored } = await inBrowser(storage({ refuses: true }));
    expect(remember(null, 'a', 1)).toBe(false);
    expect(stored()).toBeNull();
  });

  it.each(['no JSON', '[]', '{"all":[{"show":7},{"show":"","changed":1},null]}', '{"current":"x"}'])(
    'are none where something else was stored: %s',
    async (text) => {
      const { remember, stored, localStorage } = await inBrowser();
      localStorage.setItem('article21.presentations', text);
      remember(null, 'a', 1);
      expect(stored()).toEqual({ current: 'a', all: [{ show: 'a', changed: 1 }] });
    },
  );
});
