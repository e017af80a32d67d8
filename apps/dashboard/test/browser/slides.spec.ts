import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { writeSynthetic } from '../../bench/synthetic.ts';
import { expect } from './page.ts';
import { testOnOneSite } from './published.ts';

const made = testOnOneSite(async () => {
  const folder = await mkdtemp(join(tmpdir(), 'article21-slides-'));
  await writeSynthetic(folder, { records: 1200, places: 40 });
  return folder;
});

const four = 'measure=rejected_applications,detentions,fines,arrest_days';
const decades = 'measure=detentions&by=place,period&every=year';
const slides = [
  [`${four}&by=place`, 'Four measures in forty cities'],
  [`${four}&by=period&every=month&chart=line`],
  [`${four}&by=place,period&every=year&chart=heatmap`],
  [`${four}&by=place&chart=map`],
  [`${four}&by=place&chart=funnel`],
  [`${decades}&chart=multiples`, 'Forty cities, ten years'],
  [`${decades}&chart=stacked`],
  [`${decades}&chart=compare&place=city-1,city-2,city-3`],
  // Ten years of months of six cities, and of days.
  [
    'measure=detentions&by=place,period&every=month&chart=compare&place=city-1,city-2,city-3,city-4,city-5,city-6',
  ],
  ['measure=detentions&chart=calendar'],
];

made(
  'no slide scrolls, whatever it shows, and all its letters can be read from the last row',
  async ({ page }) => {
    await page.setViewportSize({ width: 1920, height: 1080 });
    const show = Buffer.from(JSON.stringify(slides)).toString('base64url');
    await page.goto(`/present?show=${show}&lang=ru`);
    await expect(page.locator('.slide:has(.chart-canvas svg)')).toHaveCount(slides.length);
    const seen = await page.locator('.slide').evaluateAll((all) =>
      all.map((slide) => {
        const texts = [...slide.querySelectorAll('*')].filter((it) =>
          [...it.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.textContent?.trim()),
        );
        // What is said to screen readers alone is a pixel large.
        const shown = texts.filter((it) => !it.closest('.hidden') && it.getBoundingClientRect().width > 2);
        const sizes = shown.map((it) => {
          const chart = it.closest<HTMLElement>('.chart');
          const zoom = chart ? chart.getBoundingClientRect().width / chart.offsetWidth : 1;
          return Number.parseFloat(getComputedStyle(it).fontSize) * zoom;
        });
        const room = slide.querySelector('.fitted');
        const chart = slide.querySelector('.chart');
        const below =
          (chart?.getBoundingClientRect().bottom ?? 0) - (room?.getBoundingClientRect().bottom ?? 0);
        return {
          scrolls: slide.scrollHeight > slide.clientHeight || slide.scrollWidth > slide.clientWidth,
          overflows: below > 0,
          small: sizes.filter((size) => size < 18),
          texts: sizes.length > 5,
        };
      }),
    );
    const whole = { scrolls: false, overflows: false, small: [], texts: true };
    expect(seen).toEqual(slides.map(() => whole));
  },
);

made('the small picture of a slide has all measures of the slide', async ({ page }) => {
  const show = Buffer.from(JSON.stringify(slides.slice(0, 1))).toString('base64url');
  await page.goto(`/presentation?show=${show}&lang=en`);
  const picture = await page.locator('img.slide-thumbnail').getAttribute('src');
  const drawn = decodeURIComponent(picture ?? '');
  expect(drawn).toContain('Administrative arrest imposed');
  expect(drawn).not.toContain('Not drawn');
});
