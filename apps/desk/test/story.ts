import { chosenField, typedField } from '../src/answers.ts';
import { hidden, type Opened, type useDesk } from './browser.ts';

type Desk = ReturnType<typeof useDesk>;

/** A list of one month, with titles, a sum, words for numbers and a column that nobody wants published. */
export const TABLE = `Задержания, 2013 год;;;;
Номер;Дата;Город;Задержано;Телефон
Май 2013;;;;
1;12.05.2013;Алматы;не менее 84;+7 000
2;13.05.2013;Астана;более 250;
3;14.05.2013;Жанаозен;несколько десятков;
Итого;;;400;
`;

/** What it asks, answered. */
export const ANSWERS = {
  [typedField(['dataset', 'title'])]: 'Задержания',
  [typedField(['dataset', 'licence'])]: 'CC-BY-4.0',
  [typedField(['source', 'publisher'])]: 'Пример',
  [typedField(['source', 'rights'])]: 'CC BY 4.0',
  [chosenField(['columns', 'Телефон'])]: '=ignore',
  [chosenField(['records', 0, 'count', 'more_than'])]: '=next',
  [typedField(['records', 0, 'count', 'values', 'несколько десятков'])]: '20+',
};

/** The list of the next month: its columns stand elsewhere, a row is new, one is corrected, one is gone. */
export const JUNE = `Номер;Город;Дата;Задержано;Телефон
1;Алматы;12.05.2013;90;
2;Астана;13.05.2013;более 250;
4;Алматы;02.06.2013;5;
`;

/** Sends the form of the questions on a page. */
export function answer(desk: Desk, page: Opened, answers: Record<string, string>): Promise<Opened> {
  const table = page.path.split('/').slice(0, 3).join('/');
  return desk.post(`${table}/answers`, { was: hidden(page, 'was'), ...answers });
}

/** Brings the first list and imports it. */
export async function importMay(desk: Desk): Promise<Opened> {
  const asked = await desk.bring('may.csv', TABLE);
  const ready = await answer(desk, asked, ANSWERS);
  return desk.post(`${asked.path}/import`, { seen: hidden(ready, 'seen') });
}
