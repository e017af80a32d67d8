import type { Page } from '@playwright/test';
import { expect, open, test } from './page.ts';

/** How many pages a PDF has, as its page tree says. */
function pagesOf(pdf: Buffer): number {
  const counts = [...pdf.toString('latin1').matchAll(/\/Type\s*\/Pages\b[^>]*?\/Count\s+(\d+)/g)];
  return Math.max(...counts.map((it) => Number(it[1])));
}

const views = {
  'one measure': '/?measure=detentions',
  'all main measures': '/',
  'all stages, in Russian': '/?chart=funnel&lang=ru',
  'every measure, in Kazakh':
    '/?measure=rejected_applications,detentions,fines,arrest_days,people_fined,people_arrested,warnings&lang=kk',
  'five cities by name, in Kazakh':
    '/?measure=rejected_applications,detentions,fines,arrest_days,people_fined&place=almaty,taraz,uralsk,semey,pavlodar&lang=kk',
  'days of each city, in Russian and dark': '/?chart=line&by=place,period&every=day&lang=ru&theme=dark',
};

for (const [name, address] of Object.entries(views))
  test(`${name} is one page of A4 or Letter, and its chart is drawn, not a picture`, async ({ page }) => {
    await open(page, address);
    await expect(page.locator('.chart-canvas svg')).toBeVisible();
    for (const format of ['A4', 'Letter']) {
      const pdf = await page.pdf({ format });
      expect(pagesOf(pdf), format).toBe(1);
      expect(pdf.toString('latin1'), format).not.toMatch(/\/Subtype\s*\/Image/);
    }
  });

async function onPaper(page: Page): Promise<void> {
  await page.emulateMedia({ media: 'print' });
  await expect(page.locator('.on-paper')).toBeVisible();
}

test('paper has the sentence, the source, the caveat, the snapshot and a link, and no controls', async ({
  page,
}) => {
  await open(page, '/?measure=detentions&theme=dark');
  await onPaper(page);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  const foot = page.locator('.on-paper');
  await expect(foot).toContainText('Source: Kazakhstan International Bureau');
  await expect(foot).toContainText('People are counted each time');
  await expect(foot).toContainText(/Snapshot \d{4}-\d{2}-\d{2}-[0-9a-f]{16}/);
  await expect(foot).toContainText(/http:\/\/\S+\/\?measure=detentions&snapshot=\S{27}/);
  for (const gone of ['.header', '.filters', '.view-actions', '.evidence', '.footer', '.open-records'])
    await expect(page.locator(gone).first()).toBeHidden();
  expect(await page.evaluate(() => getComputedStyle(document.documentElement).colorScheme)).toBe('light');
});

test('the chart is drawn for the width of paper, and for the window again afterwards', async ({ page }) => {
  await open(page, '/?measure=detentions');
  const svg = page.locator('.chart-canvas svg');
  const width = () => svg.evaluate((it) => it.getAttribute('width'));
  const before = await width();
  expect(before).not.toBe('680');
  await onPaper(page);
  await expect.poll(width).toBe('680');
  await page.emulateMedia({ media: 'screen' });
  await expect.poll(width).toBe(before);
});

test('paper says why another chart would say more, without what could be pressed for it', async ({
  page,
}) => {
  await open(page, '/?measure=arrest_days&chart=map&by=place');
  await expect(page.locator('.notice .quiet')).toBeVisible();
  await onPaper(page);
  await expect(page.locator('.notice')).toBeVisible();
  await expect(page.locator('.notice .quiet')).toBeHidden();
});

test('hatching is lines, on the screen and on paper: a pattern would be printed as an image', async ({
  page,
}) => {
  await open(page, '/?measure=warnings');
  const patterns = page.locator('.chart-canvas :is(pattern, [fill^="url(#"])');
  await expect(page.locator('.chart-canvas svg path')).not.toHaveCount(0);
  await expect(patterns).toHaveCount(0);
  await onPaper(page);
  await expect(patterns).toHaveCount(0);
});

test('the button prints a page that is drawn for paper already, with its table where that is chosen', async ({
  page,
}) => {
  await page.addInitScript(() => {
    window.print = () => {
      const svg = document.querySelector('.chart-canvas svg');
      document.documentElement.dataset.printed = svg?.getAttribute('width') ?? '';
      window.dispatchEvent(new Event('afterprint'));
    };
  });
  await open(page, '/?measure=detentions');
  await page.getByRole('button', { name: 'Print', exact: true }).click();
  await page.getByRole('button', { name: 'Print now' }).click();
  await expect(page.locator('html')).toHaveAttribute('data-printed', '680');
  expect(pagesOf(await page.pdf({ format: 'A4' }))).toBe(1);
  await page.getByRole('checkbox', { name: 'Include the table' }).check();
  expect(pagesOf(await page.pdf({ format: 'A4' }))).toBe(2);
});

test('a presentation is printed as its handout: a page for each slide, with notes, quotations, sources', async ({
  page,
}) => {
  const rows = [
    ['measure=detentions', 'What happened', 'Slowly.\n\nOnce more.'],
    ['measure=rejected_applications'],
    ['measure=detentions,fines&chart=line'],
  ];
  const show = Buffer.from(JSON.stringify(rows)).toString('base64url');
  await page.goto(`/presentation?show=${show}`);
  await expect(page.locator('.handout')).toBeHidden();
  const [first, second] = [page.locator('.handout-page').nth(0), page.locator('.handout-page').nth(1)];
  await expect(page.locator('.handout-page img')).toHaveCount(3);
  await expect(second).toContainText('And 8 more records:');
  await page.emulateMedia({ media: 'print' });
  await expect(first).toContainText('Slowly.\n\nOnce more.');
  await expect(first).toContainText('After the rally about ten people were detained');
  await expect(first.getByRole('link', { name: /Continued restrictions/ })).toBeVisible();
  await expect(first.getByRole('img')).toHaveAccessibleName(/at least about 15 detentions/i);
  await expect(page.getByRole('button')).toHaveCount(0);
  const pdf = await page.pdf({ preferCSSPageSize: true });
  expect(pagesOf(pdf)).toBe(3);
  expect(pdf.toString('latin1')).toMatch(/\/MediaBox\s*\[0 0 84[12](\.\d+)? 59[45]/);
});

test('a printed slide of four measures has all of them: on its page, else on one for each', async ({
  page,
}) => {
  const rows = [['by=place'], ['chart=calendar']];
  await page.goto(`/presentation?show=${Buffer.from(JSON.stringify(rows)).toString('base64url')}`);
  const shown = page.locator('.handout-page');
  await expect(shown.nth(0).locator('img[data-page]')).toHaveCount(1);
  await expect(shown.nth(1).locator('img[data-page]')).toHaveCount(4);
  const [first = ''] = await shown
    .nth(0)
    .locator('img')
    .evaluateAll((all) => all.map((it) => it.getAttribute('src')));
  const picture = decodeURIComponent(first ?? '');
  for (const measure of [
    'Rejected applications',
    'Detentions',
    'Fines imposed',
    'Administrative arrest imposed',
  ])
    expect(picture).toContain(measure);
  expect(picture).not.toContain('Not drawn');
});
