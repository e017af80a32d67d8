import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, type Page, test } from '@playwright/test';
import { withDesk } from './desk.ts';

const STATEMENT = readFileSync(
  fileURLToPath(
    new URL(
      '../../../../packages/dataset/data/kazakhstan-2012/sources/kibhr-iphr-nhc-2012.txt',
      import.meta.url,
    ),
  ),
  'utf8',
);

test('a statement of two pages is pasted, coded, taken back and coded again, with the keyboard alone', async ({
  page,
}) => {
  await withDesk(page, async (folder) => {
    const read = (file: string) => readFileSync(join(folder, 'data', file), 'utf8');
    await press(page, 'a[href$="/coding"]');
    await type(page, 'textarea[name="text"]', STATEMENT);
    await type(page, '[name="title"]', 'Statement');
    await type(page, '[name="publisher"]', 'Example Bureau');
    await type(page, '[name="rights"]', 'of its publisher');
    await type(page, '[name="dataset"]', 'Rallies');
    await type(page, '[name="licence"]', 'CC-BY-4.0');
    await page.keyboard.press('Enter');
    await expect(page.getByText('0 records from this text.')).toBeVisible();
    await press(page, 'a.button.main');
    // The first two are about what happens in general.
    for (let i = 0; i < 2; i += 1) await press(page, 'a[href*="/record"]');
    // A form that is left is there again, with what was typed, and nothing of it in the folder.
    // One that the desk does not get, as when it was stopped for a moment, is sent again.
    await page.route('**/half-filled', (route) => route.abort(), { times: 1 });
    const lost = page.waitForEvent('requestfailed', (it) => it.url().endsWith('/half-filled'));
    await type(page, '[name="note"]', 'half of a note');
    await lost;
    await expect(page.locator('[name="was"]')).not.toHaveValue('none');
    await page.reload();
    await expect(page.locator('[name="note"]')).toHaveValue('half of a note');
    const quotation = (await page.locator('.passage strong').textContent()) ?? '';
    await confirmAll(page);
    await type(page, '[name="place"]', 'Almaty');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('alert')).toContainText('the place is not known');
    await focus(page, '[name="chosen-place"]');
    await page.keyboard.press('Space');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('status')).toHaveText(/^Saved: .*, Almaty/);
    expect(read('evidence.csv')).toContain(quotation.slice(0, 40));
    await focus(page, 'form[action$="/remove"] button');
    await page.keyboard.press('Enter');
    await expect(page.locator('.passage strong')).toHaveText(quotation);
    expect(read('records.csv').trim().split('\n')).toHaveLength(1);
    await confirmAll(page);
    await type(page, '[name="place"]', 'almaty');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('status')).toHaveText(/^Saved: .*, Almaty/);
    expect(read('records.csv').trim().split('\n')).toHaveLength(2);
    await selectAndCode(page);
    await expect(page.locator('.passage strong')).toHaveText(quotation.slice(0, 20).trim());
  });
});

/** Goes by the key Tab alone to the first element of a kind. */
async function focus(page: Page, selector: string): Promise<void> {
  for (let i = 0; i < 150; i += 1) {
    await page.keyboard.press('Tab');
    if (await page.evaluate((it) => document.activeElement?.matches(it) ?? false, selector)) return;
  }
  throw new Error(`Tab does not lead to ${selector}`);
}

async function press(page: Page, selector: string): Promise<void> {
  const from = page.url();
  await focus(page, selector);
  await page.keyboard.press('Enter');
  await page.waitForURL((it) => it.href !== from);
}

async function type(page: Page, selector: string, text: string): Promise<void> {
  await focus(page, selector);
  await page.keyboard.insertText(text);
}

/** Looks at each proposed field and says that it is right. */
async function confirmAll(page: Page): Promise<void> {
  const boxes = await page.locator('[name^="confirmed:"]').count();
  for (let i = 0; i < boxes; i += 1) {
    await focus(page, '[name^="confirmed:"]');
    await page.keyboard.press('Space');
  }
}

/** Selects the beginning of the coded passage, as whoever reads with a caret does, and presses the key. */
async function selectAndCode(page: Page): Promise<void> {
  await press(page, 'a[href*="#s"]');
  await page.locator('mark [data-at]').evaluate(({ firstChild }) => {
    if (firstChild !== null) document.getSelection()?.setBaseAndExtent(firstChild, 0, firstChild, 20);
  });
  await page.keyboard.press('c');
}
