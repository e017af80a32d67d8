import { clickMark, expect, open, takenOver, test, visit } from './page.ts';

interface Answer {
  rows: {
    place: string;
    low: number | null;
    high: number | null;
    approximate: boolean;
    unnumbered: number;
    records: number;
  }[];
  totals: { records: number }[];
}

test('the headline says about 15 detentions in Almaty', async ({ page }) => {
  await open(page, '/?measure=detentions&place=almaty');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(
    /^At least about 15\sdetentions in Almaty, .*2012, and 1\sreport without a number\.$/,
  );
  await expect(page).toHaveTitle(/^At least about 15\sdetentions in Almaty/);
});

test('the front page has a sentence for each main measure', async ({ page }) => {
  await open(page, '/');
  await expect(page.locator('.headlines h2')).toHaveText([
    /^At least 12\srejected applications/,
    /^At least about 15\sdetentions/,
    /^At least about EUR\s770\sin fines/,
    /^30\sdays of administrative arrest imposed/,
  ]);
});

/** A number as the table and the chart write it, made from its parts. */
function figureOf({ low, high, approximate }: Answer['rows'][number]): string {
  if (low === null) return '';
  const signs = [high === null ? '≥ ' : '', approximate ? '≈ ' : ''].join('');
  return signs + (high === null || high === low ? low : `${low}–${high}`);
}

test('the table shows the numbers of the API, as the chart writes them', async ({ page, request }) => {
  const answer = (await (await request.get('/api/v1/counts?measure=detentions&by=place')).json()) as Answer;
  await open(page, '/?measure=detentions');
  const lines = page.locator('.counts tbody tr');
  await expect(lines).toHaveCount(answer.rows.length + answer.totals.length);
  for (const [i, row] of answer.rows.entries()) {
    const unnumbered = row.low === null;
    // The total stands above the rows.
    const cells = lines.nth(i + answer.totals.length).locator('.number');
    const [number, ...shown] = await cells.allTextContents();
    const [figure, reports] = [figureOf(row), row.unnumbered === 0 ? '' : `+${row.unnumbered}`];
    expect(number?.replaceAll('\u00a0', ' ')).toBe([figure, reports].filter(Boolean).join(' '));
    for (const drawn of [figure, reports])
      await expect(page.locator('.chart-canvas svg')).toContainText(drawn);
    expect(shown).toEqual([
      unnumbered ? '' : String(row.low),
      unnumbered || row.high === null ? '' : String(row.high),
      unnumbered ? '' : row.approximate ? 'yes' : 'no',
      row.unnumbered === 0 ? '' : String(row.unnumbered),
      String(row.records),
    ]);
  }
});

test('what cannot be dated to a step is said under the chart and opens its records', async ({ page }) => {
  const row = { measure: 'detentions', low: 0, high: 0, approximate: false, unnumbered: 1, records: 1 };
  await page.route('**/api/v1/counts?*', async (route) => {
    const answer = await (await route.fetch()).json();
    await route.fulfill({ json: { ...answer, undated: [{ ...row, within: true }] } });
  });
  await open(page, '/?measure=detentions&chart=line&by=period&every=day');
  await expect(page.locator('.chart-canvas svg')).toContainText('Not dated to a day');
  await page.getByRole('link', { name: '1 record: Not dated to a day' }).click();
  await expect(page).toHaveURL(/open=detentions&beside=undated/);
});

test('synthetic data are called synthetic', async ({ page }) => {
  await page.route('**/api/v1/counts?*', async (route) => {
    const answer = await (await route.fetch()).json();
    await route.fulfill({ json: { ...answer, synthetic: true } });
  });
  await open(page, '/?measure=detentions');
  await expect(page.locator('.synthetic')).toBeVisible();
  await expect(page.locator('.chart-canvas svg')).toContainText('Synthetic data');
});

test('a bar leads to the records, the quotation and its sentence in the source', async ({ page }) => {
  await open(page, '/?measure=detentions');
  await clickMark(page, 'Almaty');
  await expect(page).toHaveURL('/?measure=detentions&open=detentions&at=almaty');
  const panel = page.getByRole('complementary', { name: 'Records behind this number' });
  await expect(panel.getByRole('article')).toHaveCount(5);
  const record = panel.getByRole('article').filter({ hasText: 'about ten people were detained' });
  const quote = await record.locator('blockquote').textContent();
  await record.getByRole('link', { name: 'Read in the source' }).click();
  await expect(page).toHaveURL(/\/sources\/kibhr-iphr-nhc-2012\?.*record=/);
  const marked = page.locator('.passage[data-current]');
  await expect(marked.first()).toBeInViewport();
  const text = (await marked.allTextContents()).join('');
  expect(text.replace(/\s+/g, ' ')).toBe(quote);
});

test('a press on a bar counts, though the chart is drawn anew while it lasts', async ({ page }) => {
  await open(page, '/?measure=detentions');
  const svg = page.locator('.chart-canvas svg');
  const name = await svg.getByText('Almaty', { exact: true }).boundingBox();
  const before = await svg.getAttribute('width');
  if (!name || !before) throw new Error('the chart shows no Almaty');
  await page.mouse.move(name.x + 60, name.y + name.height / 2);
  await page.mouse.down();
  await page.setViewportSize({ width: 1240, height: 900 });
  await expect(svg).not.toHaveAttribute('width', before);
  await page.mouse.up();
  await expect(page).toHaveURL('/?measure=detentions&open=detentions&at=almaty');
});

test('a row of the table opens the same records as its bar', async ({ page }) => {
  await open(page, '/?measure=detentions');
  await page.locator('.counts tbody tr', { hasText: 'Almaty' }).locator('td').first().click();
  await expect(page).toHaveURL('/?measure=detentions&open=detentions&at=almaty');
  await expect(page.getByRole('article')).toHaveCount(5);
});

test('every total leads to as many records as it says', async ({ page }) => {
  await open(page, '/?measure=rejected_applications,detentions,fines,arrest_days');
  const links = page.locator('.headlines .open-records');
  for (const i of [0, 1, 2, 3]) {
    const records = Number.parseInt((await links.nth(i).textContent()) ?? '', 10);
    await links.nth(i).click();
    await expect(page.locator('.evidence article')).toHaveCount(records);
  }
});

test('a marked passage in the source leads to its records, and a record has an address', async ({ page }) => {
  await visit(page, '/sources/kibhr-iphr-nhc-2012');
  await page.locator('.passage', { hasText: 'about ten people were detained' }).first().click();
  const record = page.getByRole('article').filter({ hasText: 'Detention' }).first();
  await expect(record).toBeVisible();
  await record.getByRole('link', { name: 'Link to this record' }).click();
  await expect(page).toHaveURL(/\/records\//);
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Detention');
  await page.reload();
  await takenOver(page);
  await expect(page.locator('blockquote')).toContainText('about ten people');
});
