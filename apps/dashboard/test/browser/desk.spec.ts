import { readFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, type Locator, type Page, test } from '@playwright/test';
import { writeXlsx } from 'hucre/xlsx';
import { withDesk } from './desk.ts';

type Cell = string | number | null | { date: string };
/** Titles above the header and between rows, merged cells, a sum, words, a range, a date of a spreadsheet, and others. */
const months: Record<
  'may' | 'june',
  { rows: Cell[][]; merges: { startRow: number; startCol: number; endRow: number; endCol: number }[] }
> = JSON.parse(
  readFileSync(new URL('../../../../packages/import/test/faulty-workbook.json', import.meta.url), 'utf8'),
);

test('a Russian workbook is dropped, answered for and published; next month’s is read by the same answers, and all of it goes back', async ({
  page,
}) => {
  await withDesk(page, async (folder) => {
    await page.getByRole('link', { name: 'Русский' }).press('Enter');
    const dropped = join(folder, 'may.xlsx');
    await writeFile(dropped, await workbook('may'));
    await bring(page, 'may.xlsx', (control) => drop(page, control, dropped));
    await expect(page.getByText('пропущена: итог (1); ')).toBeVisible();
    await seesRowsOnPhone(page);
    await answerMay(page);
    await press(page, 'Импортировать в папку');
    await expect(page.getByRole('status')).toHaveText('Таблица may.xlsx импортирована.');
    await publish(page, /2013\sг.: не менее 5\d\d\sзадержан/);
    const buffer = await workbook('june');
    await bring(page, 'june.xlsx', (control) =>
      control.setInputFiles({ name: 'june.xlsx', mimeType: XLSX, buffer }),
    );
    await expect(page.getByRole('heading', { name: /Что нужно решить/ })).toHaveCount(0);
    await expect(page.getByText('столбцы стоят не там, где в прошлой таблице: Город')).toBeVisible();
    await expect(page.getByText('2 записи добавятся, 2 записи исчезнут')).toBeVisible();
    await press(page, 'Импортировать в папку');
    await publish(page, /2013\sг.: .*3\d\d\sзадержан/);
    await page.getByRole('link', { name: 'Посмотреть, что изменит возврат к нему' }).press('Enter');
    await expect(page.getByRole('cell', { name: /не менее 5\d\d\sзадержан/ })).toBeVisible();
    await press(page, 'Вернуться к нему');
    await expect(page.getByRole('status')).toHaveText(/: снимок снова опубликован\.$/);
  });
});

async function workbook(month: keyof typeof months): Promise<Buffer> {
  const { rows, merges } = months[month];
  const cells = rows.map((row) =>
    row.map((cell) => (typeof cell === 'object' && cell !== null ? new Date(cell.date) : cell)),
  );
  const sheets = [
    { name: 'О таблице', rows: [['Список']] },
    { name: 'Список', rows: cells, merges },
  ];
  return Buffer.from(await writeXlsx({ sheets }));
}

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

async function bring(page: Page, name: string, put: (control: Locator) => Promise<void>): Promise<void> {
  await page.getByRole('link', { name: 'Папка', exact: true }).press('Enter');
  await put(page.getByLabel('Таблица', { exact: true }));
  await press(page, 'Посмотреть таблицу');
  await expect(page.getByRole('heading', { name, level: 1 })).toBeVisible();
}

/** Lets a file of the disk go over a control, as the browser is told by the system's own dragging. */
async function drop(page: Page, control: Locator, path: string): Promise<void> {
  const box = await control.boundingBox();
  if (box === null) throw new Error('the control is not on the page');
  const session = await page.context().newCDPSession(page);
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const)
    await session.send('Input.dispatchDragEvent', {
      ...{ type, x: box.x + box.width / 2, y: box.y + box.height / 2 },
      data: { items: [], files: [path], dragOperationsMask: 1 },
    });
  await expect(control).toHaveValue(/may\.xlsx$/);
}

/** What becomes of a row is on the screen of a phone, beside nothing and under its cells, and so are the columns' choices. */
async function seesRowsOnPhone(page: Page): Promise<void> {
  const size = page.viewportSize();
  await page.setViewportSize({ width: 375, height: 800 });
  await page.getByText('Столбцы', { exact: true }).press('Enter');
  for (const shown of [page.locator('.rows td[data-column]'), page.locator('.stacked select')]) {
    const box = await shown.first().boundingBox();
    expect(box?.width).toBeGreaterThan(250);
    expect((box?.x ?? 0) + (box?.width ?? 0)).toBeLessThanOrEqual(375);
  }
  if (size !== null) await page.setViewportSize(size);
}

/** Answers with the keyboard alone, as anybody can who uses no pointer. */
async function answerMay(page: Page): Promise<void> {
  const asked = (about: string | RegExp) => page.getByRole('group', { name: about });
  const type = (about: RegExp, text: string) => asked(about).getByRole('textbox').first().fill(text);
  const choose = (about: RegExp, name: string | RegExp) =>
    asked(about).getByRole('radio', { name }).press('Space');
  await type(/как называется набор данных/, 'Задержания');
  await type(/по какой лицензии/, 'CC-BY-4.0');
  await type(/кто опубликовал/, 'Пример');
  await type(/на каких условиях/, 'CC BY 4.0');
  await type(/какого года/, '2013');
  await choose(/^Телефон/, /не брать/);
  await choose(/«более 250»/, 'на единицу больше названного');
  await choose(/«несколько десятков»/, '20+');
  await choose(/«2013-03-05»/, '3-5');
  await choose(/«150\/300»/, '150-300');
  await choose(/«k.A.»/, /сообщение без числа/);
  await choose(/«Шимкент»/, /Шымкент/);
  await asked(/«Нурбулак-77»/)
    .getByRole('combobox')
    .selectOption('settlement');
  await press(page, 'Сохранить ответы');
  await expect(page.getByRole('heading', { name: /Что нужно решить/ })).toHaveCount(0);
}

async function publish(page: Page, headline: RegExp): Promise<void> {
  await page.getByRole('link', { name: 'Публикация', exact: true }).press('Enter');
  await expect(page.getByRole('cell', { name: headline })).toBeVisible();
  await press(page, 'Опубликовать');
  await expect(page.getByRole('status')).toHaveText(/: снимок опубликован\.$/);
}

async function press(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name, exact: true }).press('Enter');
}
