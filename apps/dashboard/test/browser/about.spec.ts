import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { atRest, expect, open, test, visit } from './page.ts';

const older = '2012-09-25-0a417d2be5863f9c';

/** As if another version had been published after `older`, which is what any question about `older` then shows. */
async function withOlder(page: Page): Promise<void> {
  await page.route('**/api/v1/snapshots', async (route) => {
    const answer = await (await route.fetch()).json();
    const [current] = answer.snapshots;
    const before = { ...current, id: older, version: '0.9.0', created: '2012-09-25' };
    await route.fulfill({ json: { ...answer, snapshots: [...answer.snapshots, before] } });
  });
  await page.route(`**/api/v1/**snapshot=${older}`, async (route) => {
    const address = route
      .request()
      .url()
      .replace(/[?&]snapshot=[^&]*/, '');
    const answer = await (await route.fetch({ url: address })).json();
    await route.fulfill({ json: 'files' in answer ? { ...answer, id: older } : answer });
  });
  const totals = { added: 0, removed: 0, changed: 0 };
  await page.route(`**/api/v1/snapshots/${older}/changes`, (route) =>
    route.fulfill({ json: { snapshot: older, since: null, totals, changes: [] } }),
  );
}

test('a researcher finds the version, its makers, its licence and its sources', async ({ page, request }) => {
  await open(page, '/');
  await page.getByRole('link', { name: 'Data', exact: true }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('About the data');
  const { id, records } = await (await request.get('/api/v1/snapshot')).json();
  const facts = page.locator('.about-facts');
  await expect(facts).toContainText(id);
  await expect(facts).toContainText(`Records${records}`);
  await expect(facts).toContainText('Article 21 contributors');
  await expect(page.locator('.versions li')).toHaveCount(1);
  await expect(page.locator('.versions li')).toContainText('current · shown here');
  await expect(page.getByText('This is the first version')).toBeVisible();
  await expect(page.getByRole('link', { name: /Creative Commons/ })).toHaveAttribute('href', /by\/4\.0/);
  await page.locator('.sources a').click();
  await expect(page).toHaveURL('/sources/kibhr-iphr-nhc-2012');
});

test('a citation names the version and leads to it', async ({ page, context, request }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const { id } = await (await request.get('/api/v1/snapshot')).json();
  await visit(page, '/data');
  const copied: Record<string, string> = {};
  for (const form of ['APA', 'BibTeX', 'CSL-JSON']) {
    const citation = page.locator('.citation', { has: page.getByRole('heading', { name: form }) });
    await citation.getByRole('button', { name: `Copy: ${form}` }).click();
    await expect(citation.getByRole('status')).toHaveText('Copied.');
    copied[form] = await page.evaluate(() => navigator.clipboard.readText());
    // In a mirror, each page is a folder.
    expect(copied[form]).toMatch(new RegExp(`/data/?[?]snapshot=${id}`));
  }
  expect(copied.BibTeX).toMatch(/^@misc\{/);
  const [{ URL: address }] = JSON.parse(copied['CSL-JSON'] ?? '[]');
  await visit(page, address);
  await expect(page.locator('.about-facts')).toContainText(id);
});

test('the hashes can be compared with the files', async ({ page, context, request }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const { files } = await (await request.get('/api/v1/snapshot')).json();
  await visit(page, '/data');
  await page.getByRole('button', { name: 'Copy the hashes' }).click();
  await expect(page.locator('section', { hasText: 'How to verify' }).getByRole('status')).toHaveText(
    'Copied.',
  );
  const lines = (await page.evaluate(() => navigator.clipboard.readText())).trim().split('\n');
  expect(lines).toHaveLength(files.length);
  expect(lines).toContain(`${files[0].sha256}  ${files[0].path}`);
});

/** A number as a record has it. */
const quantity = (notation: string, n: number) => ({
  ...{ notation, low: n, high: n, unnumbered: 0 },
  approximate: notation.startsWith('~'),
});

test('what changed between two versions is told record by record', async ({ page }) => {
  await withOlder(page);
  const changed = { kind: 'detention', place: 'almaty', date: '2012-04-28' };
  await page.route('**/api/v1/snapshots/*/changes*', (route) =>
    route.fulfill({
      json: {
        ...{ snapshot: 'x', since: older, totals: { added: 0, removed: 1, changed: 1 } },
        changes: [
          { ...changed, id: 'gone', what: 'removed', columns: [] },
          {
            ...{ ...changed, id: '2012-04-28-almaty-detention-3', what: 'changed' },
            columns: [{ column: 'count', before: quantity('12', 12), after: quantity('~10', 10) }],
          },
        ],
      },
    }),
  );
  // A page that is loaded brings its own answer: the program asks only where it leads there itself.
  await open(page, '/');
  await page.getByRole('link', { name: 'Data', exact: true }).click();
  await expect(page.getByText('1 record removed, 1 record changed')).toBeVisible();
  const changes = page.locator('.changes > li');
  await expect(changes.first().getByRole('link')).toHaveAttribute('href', `/records/gone?snapshot=${older}`);
  await expect(changes.last()).toContainText('Number: 12 detentions → about 10 detentions');
  const asked = page.waitForRequest(`**/changes?since=${older}`);
  await page.getByLabel('Compared with').selectOption(older);
  await asked;
});

test.describe('a page', () => {
  // The older version is made up here: the server, which writes the page, has none.
  test.use({ allowed: [/404/] });

  for (const address of ['/', '/methods', '/data', '/sources'])
    test(`${address} of an older version says so, and leads to the current one`, async ({ page }) => {
      await withOlder(page);
      await visit(page, `${address}?snapshot=${older}`);
      const notice = page.locator('.older');
      await expect(notice).toContainText(`This is an older version of the data (${older})`);
      await notice.getByRole('link', { name: 'Show the current data' }).click();
      await expect(page).toHaveURL(address);
      await expect(notice).toHaveCount(0);
    });
});

test('the methods have every rule of the codebook, and every form of a quantity', async ({ page }) => {
  const codebook = new URL('../../../../packages/dataset/CODEBOOK.md', import.meta.url);
  const numbers = readFileSync(codebook, 'utf8').match(/^\d+\. \*\*/gm) ?? [];
  for (const lang of ['en', 'ru', 'kk']) {
    await visit(page, `/methods?lang=${lang}`);
    await expect(page.locator('.rules li')).toHaveCount(numbers.length);
    await expect(page.locator('.measure-texts dt')).toHaveCount(9);
    await expect(page.locator('.notation tbody tr')).toHaveCount(8);
    await expect(page.locator('.chart-canvas svg')).toContainText('~30-40');
  }
  await visit(page, '/methods?lang=en');
  await expect(page.locator('.notation')).toContainText('at least about 20 detentions');
  await expect(page.locator('.data-end')).toContainText('No source claims to have monitored everything');
});

test('the methods say where somebody did watch', async ({ page }) => {
  const watched = { place: 'almaty', from: '2012-04-01', to: '2012-06-30', source: 'kibhr-iphr-nhc-2012' };
  await page.route('**/api/v1/coverage', (route) => route.fulfill({ json: { coverage: [watched] } }));
  await open(page, '/');
  await page.getByRole('link', { name: 'Methods' }).click();
  await expect(page.locator('.data-end')).toContainText('Only 1 place and period was monitored in full');
});

for (const width of [375, 320])
  test(`the data and the methods fit ${width} px in Kazakh`, async ({ page }) => {
    await page.setViewportSize({ width, height: 800 });
    for (const address of ['/data', '/methods']) {
      await visit(page, `${address}?lang=kk`);
      await expect(page.locator('.section-title').last()).toBeVisible();
      await atRest(page);
      const overflow = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      expect(overflow).toBeLessThanOrEqual(0);
    }
  });
