import { violations } from './axe.ts';
import { asLarge, expect, open, test, visit } from './page.ts';

const counts = '**/api/v1/counts?*';

test.describe('when requests fail', () => {
  test.use({ allowed: [/Failed to load resource/] });

  test('a server that fails is said to have failed, and asking again helps', async ({ page }) => {
    let broken = true;
    await page.route(counts, (route) =>
      broken ? route.fulfill({ status: 500, contentType: 'text/plain', body: 'no' }) : route.continue(),
    );
    await page.goto('/?measure=detentions');
    const alert = page.getByRole('alert');
    await expect(alert).toContainText('The server could not answer.');
    broken = false;
    await alert.getByRole('button', { name: 'Try again' }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(/^At least about 15\sdetentions/);
  });

  test('a network that is gone is said to be gone, and asking again helps', async ({ page }) => {
    let broken = true;
    await page.route('**/api/**', (route) => (broken ? route.abort() : route.continue()));
    await page.goto('/?measure=detentions');
    await expect(page.getByRole('alert')).toContainText('The server cannot be reached.');
    broken = false;
    await page.getByRole('button', { name: 'Try again' }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(/^At least about 15\sdetentions/);
  });

  test('a snapshot that is gone is said to be gone, with the way to the current one', async ({ page }) => {
    await page.goto('/?measure=detentions&snapshot=2001-01-01-0123456789abcdef');
    await expect(page.getByRole('alert')).toContainText('This version of the data is not kept here.');
    await expect(page.getByRole('button', { name: 'Try again' })).toHaveCount(0);
    await page.getByRole('link', { name: 'Show the current data' }).click();
    await expect(page).toHaveURL('/?measure=detentions');
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(/^At least about 15\sdetentions/);
  });

  test('records that cannot be loaded leave the chart, and can be asked for again', async ({ page }) => {
    let broken = true;
    await page.route('**/api/v1/records?*', (route) => (broken ? route.abort() : route.continue()));
    await open(page, '/?measure=detentions&open=detentions&at=almaty');
    const panel = page.getByRole('complementary');
    await expect(panel.getByRole('alert')).toBeVisible();
    await expect(page.locator('.chart-canvas svg')).toBeVisible();
    broken = false;
    await panel.getByRole('button', { name: 'Try again' }).click();
    await expect(panel.getByRole('article')).toHaveCount(5);
  });

  test('a source and a record that do not exist say so', async ({ page }) => {
    await page.goto('/sources/no-such-source');
    await expect(page.getByRole('alert')).toContainText('There is no such thing in these data.');
    await page.goto('/records/no-such-record');
    await expect(page.getByRole('alert')).toContainText('There is no such thing in these data.');
  });

  for (const [address, sentence] of [
    ['/no/such/page?lang=ru', 'Такой страницы нет.'],
    ['/records/no-such-record?lang=kk', 'Бұл деректерде ондай жоқ.'],
    ['/?snapshot=2001-01-01-0123456789abcdef&lang=ru', 'Эта версия данных здесь не хранится.'],
  ] as const)
    test(`what is not at ${address} is said in the page's language, without a fault that axe finds`, async ({
      page,
    }) => {
      await visit(page, address);
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(sentence);
      await expect(page.locator('main')).not.toContainText(/there is no/i);
      expect(await violations(page)).toEqual([]);
    });
});

test('a slow server: the page says that it loads, and keeps the chart before until the next is there', async ({
  page,
}) => {
  let release = () => {};
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  await asLarge(page);
  await page.route(counts, async (route) => {
    if (route.request().url().includes('almaty')) await held;
    await route.continue();
  });
  await open(page, '/?measure=detentions');
  await page.getByRole('button', { name: /^Places:/ }).click();
  await page.getByRole('checkbox', { name: 'Almaty', exact: true }).click();
  await expect(page.locator('.answer')).toHaveAttribute('aria-busy', 'true');
  await expect(page.locator('.chart-canvas svg')).toContainText('city not stated');
  release();
  await expect(page.locator('.answer')).toHaveAttribute('aria-busy', 'false');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(
    /^At least about 15\sdetentions in Almaty/,
  );
});

test('while the first answer takes long, what the server wrote stands there', async ({ page }) => {
  const isPage = ({ pathname, search }: URL) => pathname === '/' && search.includes('measure');
  // An answer that is too long to be a part of the page.
  await page.context().route(isPage, async (route) => {
    const response = await route.fetch();
    const body = (await response.text()).replace('[["counts",', '[["other",');
    await route.fulfill({ response, body });
  });
  const asked = page.waitForRequest(counts);
  await page.context().route(counts, () => {});
  await page.goto('/?measure=detentions');
  await asked;
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/^At least about 15\sdetentions/);
  await expect(page.getByRole('table')).toBeVisible();
});

test('nothing found says what that does not mean, and offers the way out', async ({ page }) => {
  await open(page, '/?measure=detentions&place=taraz');
  await expect(page.getByText('That does not mean that nothing happened.')).toBeVisible();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(
    /^Detentions in Taraz: 2\sreports without a stated city may concern it/,
  );
  await page.getByRole('link', { name: 'Clear filters' }).click();
  await expect(page).toHaveURL('/');
});

test.describe('when the page itself breaks', () => {
  test.use({ allowed: [/unknown place: nowhere/] });

  test('an answer that the page cannot draw breaks only the chart and its table', async ({ page }) => {
    await page.route(counts, async (route) => {
      const answer = await (await route.fetch()).json();
      for (const row of answer.rows) row.place = 'nowhere';
      await route.fulfill({ json: answer });
    });
    await page.goto('/?measure=detentions');
    const broken = page.getByRole('alert').filter({ hasText: 'This part of the page broke.' });
    await expect(broken).toHaveCount(2);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(/^At least about 15\sdetentions/);
  });
});

test('words of an internal source are said to be withheld, in the evidence and in the reader', async ({
  page,
}) => {
  await page.route('**/api/v1/records?*', async (route) => {
    const answer = await (await route.fetch()).json();
    const withheld = { quote: null, stated: null, prefix: null, suffix: null, start: null, end: null };
    for (const record of answer.records) record.evidence = [{ source: 'kibhr-iphr-nhc-2012', ...withheld }];
    await route.fulfill({ json: answer });
  });
  await page.route('**/api/v1/sources/*', async (route) => {
    const answer = await (await route.fetch()).json();
    await route.fulfill({ json: { ...answer, visibility: 'internal', text: null } });
  });
  await open(page, '/?measure=detentions&open=detentions&at=almaty');
  await expect(page.getByText('withheld: internal source')).toHaveCount(5);
  await expect(page.locator('blockquote')).toHaveCount(0);
  // A page that is loaded brings its own answer: the program asks only where it leads there itself.
  await page.getByRole('link', { name: 'Sources' }).click();
  await page.locator('.sources a').click();
  await expect(page).toHaveURL(/sources\/kibhr-iphr-nhc-2012/);
  await expect(page.getByText('withheld: internal source')).toBeVisible();
});
