import { expect, type Page, test } from '@playwright/test';
import { withDesk } from './desk.ts';

/** A title above the header, a title between rows, a sum, words, a range, a date of a spreadsheet, one without a year, nobody's place. */
const MAY = `Задержания, 2013 год;;;;
№;Дата;Город;Задержано;Телефон
Май 2013;;;;
1;12.05.2013;Алматы;не менее 84;+7 000
2;13.05.2013;Астана;более 250;
3;14.05;Жанаозен;несколько десятков;

4;15.05.2013;Нурбулак-77;5-Mar;
5;15.05.2013;Алматы;150/300;
Итого;;;400;
`;
const JUNE = `№;Город;Дата;Задержано;Телефон
1;Алматы;12.05.2013;90;
2;Астана;13.05.2013;более 250;
3;Жанаозен;14.05;несколько десятков;
4;Нурбулак-77;15.05.2013;5-Mar;
6;Алматы;02.06.2013;5;
`;

test('a list is dropped, answered for and published; next month’s is read by the same answers, and all of it goes back', async ({
  page,
}) => {
  await withDesk(page, async () => {
    await bring(page, 'may.csv', MAY);
    await answerMay(page);
    await press(page, 'Import into the folder');
    await expect(page.getByRole('status')).toHaveText('may.csv is imported.');
    await publish(page, /^At least 5\d\d detentions, /);
    await bring(page, 'june.csv', JUNE);
    await expect(page.getByRole('heading', { name: /What must be decided/ })).toHaveCount(0);
    await expect(page.getByText('columns that stand elsewhere than in the last table: Город')).toBeVisible();
    await expect(page.getByText('1 record added, 1 record changed, 1 record removed')).toBeVisible();
    await press(page, 'Import into the folder');
    await publish(page, /^At least 3\d\d detentions, /);
    await page.getByRole('link', { name: 'See what going back to it changes' }).press('Enter');
    await expect(page.getByRole('cell', { name: /^At least 5\d\d detentions, / })).toBeVisible();
    await press(page, 'Go back to it');
    await expect(page.getByRole('status')).toHaveText(/ is published again\.$/);
  });
});

async function bring(page: Page, name: string, text: string): Promise<void> {
  await page.getByRole('link', { name: 'Folder', exact: true }).press('Enter');
  await page
    .getByLabel('Table', { exact: true })
    .setInputFiles({ name, mimeType: 'text/csv', buffer: Buffer.from(text) });
  await press(page, 'Look at the table');
  await expect(page.getByRole('heading', { name, level: 1 })).toBeVisible();
}

/** Answers with the keyboard alone, as anybody can who uses no pointer. */
async function answerMay(page: Page): Promise<void> {
  const asked = (about: string | RegExp) => page.getByRole('group', { name: about });
  await asked(/what is the dataset called/)
    .getByRole('textbox')
    .fill('Задержания');
  await asked(/under which licence/)
    .getByRole('textbox')
    .fill('CC-BY-4.0');
  await asked(/who has published/)
    .getByRole('textbox')
    .fill('Пример');
  await asked(/on which terms/)
    .getByRole('textbox')
    .fill('CC BY 4.0');
  await asked(/“более 250”/)
    .getByRole('radio', { name: 'next' })
    .press('Space');
  await asked(/“несколько десятков”/)
    .getByRole('radio', { name: '20+' })
    .press('Space');
  await asked(/“5-Mar”/)
    .getByRole('radio', { name: '3-5' })
    .press('Space');
  await asked(/“150\/300”/)
    .getByRole('textbox')
    .fill('150-300');
  await asked(/which year/)
    .getByRole('textbox')
    .fill('2013');
  await asked(/“Нурбулак-77”/)
    .getByRole('combobox')
    .selectOption('settlement');
  await press(page, 'Save the answers');
  await expect(page.getByRole('heading', { name: /What must be decided/ })).toHaveCount(0);
}

async function publish(page: Page, headline: RegExp): Promise<void> {
  await page.getByRole('link', { name: 'Publish', exact: true }).press('Enter');
  await expect(page.getByRole('cell', { name: headline })).toBeVisible();
  await press(page, 'Publish');
  await expect(page.getByRole('status')).toHaveText(/ is published and served\.$/);
}

async function press(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name, exact: true }).press('Enter');
}
