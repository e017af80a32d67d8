import { cpSync } from 'node:fs';
import { expect, it } from 'vitest';
import { useDesk } from './browser.ts';

const desk = useDesk();
const embedded = new URL('../../../packages/dataset/data/kazakhstan-2012', import.meta.url).pathname;

it('compares the folder with that of another coder, field by field, and lists what to talk through', async () => {
  await desk.open();
  cpSync(embedded, desk.path('data'), { recursive: true });
  cpSync(embedded, desk.path('other'), { recursive: true });
  const records = desk.read('other/records.csv').split('\n');
  const at = records.findIndex((line) => line.includes(',detention,'));
  desk.write(
    'other/records.csv',
    records.map((line, i) => (i === at ? line.replace(',detention,', ',warning,') : line)).join('\n'),
  );
  const page = await desk.get(`/agree?with=${encodeURIComponent(desk.path('other'))}`);
  expect(page.status).toBe(200);
  expect(page.html).toContain('different: 1; only in this folder: 0');
  expect(page.html).toContain('<del>detention</del> / <ins>warning</ins>');
  expect(page.html).toMatch(/kind<\/th><td>written<\/td><td>29<\/td><td>28<\/td><td>0\.\d{3}</);
  const none = await desk.get('/agree?with=nowhere');
  expect([none.status, none.html.includes('There is no dataset in ')]).toEqual([422, true]);
});
