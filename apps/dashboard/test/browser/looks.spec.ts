import type { Page } from '@playwright/test';
import { atRest, expect, test, visit } from './page.ts';

const show = Buffer.from(JSON.stringify([['measure=fines&by=period&chart=line', 'What it cost']]));
const pages = {
  bars: '/?by=place',
  'chosen places without a record':
    '/?by=place&measure=detentions,fines&place=almaty,taraz,ust-kamenogorsk&from=2012-04-01&to=2012-06-30',
  columns: '/?by=place,period&chart=line&every=week&measure=detentions,fines',
  days: '/?by=period&chart=line&every=day&measure=detentions',
  stacks: '/?by=place,period&chart=stacked&every=month',
  'a heat map': '/?by=place,period&chart=heatmap&every=month',
  'a calendar': '/?by=period&chart=calendar&every=day&measure=detentions',
  'small charts': '/?by=place,period&chart=multiples&every=month',
  'a map': '/?by=place&chart=map',
  stages: '/?chart=funnel',
  'an address with faults': '/?measure=detentionz&place=nowhere&from=2013-01-01&to=2012-01-01',
  'an empty answer': '/?measure=detentions&place=taraz&by=place',
  'a source': '/sources/kibhr-iphr-nhc-2012',
  'a record': '/records/2012-04-28-almaty-detention-1',
  'the methods': '/methods',
  'the data': '/data',
  'a presentation': `/presentation?show=${show.toString('base64url')}`,
};

for (const [name, address] of Object.entries(pages))
  test(`nothing is cut, covered or off the page at any width, in any language: ${name}`, async ({ page }) => {
    await page.setViewportSize({ width: 320, height: 800 });
    await visit(page, address);
    for (const language of ['en', 'ru', 'kk']) {
      await page.locator(`.languages a[hreflang="${language}"]`).dispatchEvent('click');
      await expect(page.locator('html')).toHaveAttribute('lang', language);
      await atRest(page);
      await expect(page.locator('main :is(h1, .record-title, .chart-canvas svg)').first()).toBeVisible();
      for (const width of [320, 768]) {
        await page.setViewportSize({ width, height: 800 });
        const found = async () => ({ language, width, faults: await page.evaluate(faults) });
        await expect.poll(found).toEqual({ language, width, faults: [] });
      }
    }
  });

test('a list that is cut says so in no language but the page’s', async ({ page }) => {
  await visit(page, '/?place=nowhere&lang=kk');
  const notice = page.locator('.notice');
  await expect(notice).toContainText('nowhere');
  await expect(notice).toContainText(/\(\+\d+\)/);
  await expect(notice).not.toContainText('more');
});

test('a choice of words on a phone keeps each of them on a line', async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 800 });
  await visit(page, '/?by=place');
  await expect.poll(() => linesIn(page)).toEqual([1, 1]);
});

test('no line of the folded filters begins with the point between two choices', async ({ page }) => {
  for (const language of ['en', 'ru', 'kk'])
    for (const width of [320, 375]) {
      await page.setViewportSize({ width, height: 800 });
      await visit(page, `/?chart=line&lang=${language}`);
      const value = page.locator('.filters-folded .filter-value').first();
      await expect(value).toContainText('·');
      await expect.poll(() => value.evaluate(lineStarts)).not.toContain('·');
    }
});

/** The first letter of each line of an element's only text. */
function lineStarts({ firstChild: text }: Element): string[] {
  const range = document.createRange();
  let above = Number.NEGATIVE_INFINITY;
  return [...(text?.textContent ?? '')].filter((letter, at) => {
    if (!text || letter.trim() === '') return false;
    range.setStart(text, at);
    range.setEnd(text, at + 1);
    const { top, height } = range.getBoundingClientRect();
    const begins = top > above + height / 2;
    if (begins) above = top;
    return begins;
  });
}

/** In how many lines each word of the switch between charts stands. */
function linesIn(page: Page): Promise<number[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll('.chart-field .switch > *')].map((part) => {
      const range = document.createRange();
      range.selectNodeContents(part);
      return new Set([...range.getClientRects()].map(({ top }) => Math.round(top))).size;
    }),
  );
}

/** What a reader cannot read: a page wider than the screen, cut words, and words of a picture that leave or cover. */
function faults(): string[] {
  const page = document.documentElement;
  const found = page.scrollWidth > page.clientWidth ? [`${page.scrollWidth} > ${page.clientWidth}`] : [];
  for (const element of document.querySelectorAll<HTMLElement>('body *')) {
    const { width, height } = element.getBoundingClientRect();
    const isCut = element.scrollWidth > element.clientWidth + 1 && element.textContent?.trim();
    if (width <= 2 || height <= 2 || !isCut || element.closest('svg')) continue;
    if (/hidden|clip/.test(getComputedStyle(element).overflowX))
      found.push(`cut: ${element.className} ${element.textContent?.slice(0, 60)}`);
  }
  for (const link of document.querySelectorAll('header a, header button')) {
    const range = document.createRange();
    // Beside a sign, words are only read aloud.
    const seen = [...link.children].every((it) => getComputedStyle(it).clipPath === 'none');
    range.selectNodeContents(seen ? link : (link.firstElementChild ?? link));
    const [words, box] = [range.getBoundingClientRect(), link.getBoundingClientRect()];
    if (words.left < box.left - 1 || words.right > box.right + 1) found.push(`leaves: ${link.textContent}`);
  }
  for (const svg of document.querySelectorAll('.chart-canvas svg')) {
    const box = svg.getBoundingClientRect();
    const texts = [...svg.querySelectorAll('text')]
      // The words across a picture of made-up data lie under its other words.
      .filter((text) => text.textContent?.trim() && !text.matches('[opacity], [fill-opacity]'))
      .map((text) => {
        const { left, right, top, height } = text.getBoundingClientRect();
        const air = height * 0.14;
        return { text: text.textContent, left, right, top: top + air, bottom: top + height - air };
      });
    texts.forEach((a, i) => {
      const isIn = a.left >= box.left - 1 && a.right <= box.right + 1 && a.bottom <= box.bottom + 1;
      if (!isIn) found.push(`outside: ${a.text}`);
      for (const b of texts.slice(i + 1))
        if (a.left < b.right - 1 && b.left < a.right - 1 && a.top < b.bottom - 1 && b.top < a.bottom - 1)
          found.push(`covered: ${a.text}, ${b.text}`);
    });
  }
  return found;
}
