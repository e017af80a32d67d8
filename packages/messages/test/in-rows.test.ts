import { expect, it } from 'vitest';
import { inRows } from '../src/in-rows.ts';
import { deskTexts, words } from '../src/index.ts';

it('names rows, and that there are more, after the ending of the last', async () => {
  const texts = await deskTexts();
  const said = (more: boolean, ...rows: number[]) =>
    (['en', 'ru', 'kk'] as const).map((it) => inRows(words(it), texts[it], { rows, more }));
  expect(said(false, 2)).toEqual(['row 2', 'строка 2', '2-жол']);
  expect(said(true, 2, 5)).toEqual(['rows 2, 5 …', 'строки 2, 5 …', '2, 5-жол …']);
});
