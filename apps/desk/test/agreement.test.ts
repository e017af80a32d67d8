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
  expect(page.html).toContain('<strong>detention</strong> / <strong>warning</strong>');
  expect(page.html).toMatch(/kind<\/th><td>written<\/td><td>29<\/td><td>28<\/td><td>0\.\d+</);
  // Another language keeps what is compared.
  expect(page.html).toContain(`href="/language/ru?to=${encodeURIComponent(page.path)}"`);
  desk.write('other/records.csv', desk.read('data/records.csv').replace(',almaty,', ',astana,'));
  await desk.get('/language/ru');
  const inRussian = await desk.get(page.path);
  expect(inRussian.html).toContain('место: <strong>Алматы</strong> / <strong>Астана</strong>');
  await desk.get('/language/en');
  const none = await desk.get('/agree?with=nowhere');
  expect([none.status, none.html.includes('There is no dataset in ')]).toEqual([422, true]);
});

it('compares the attributes that both declare, and names those that one does not', async () => {
  await desk.open();
  const csv = (rows: string) => `id,value,label_en,label_ru,definition_en\n${rows}`;
  const topic = 'topic,,Topic,Тема,What it was about.\ntopic,labour,Labour,Труд,\ntopic,land,Land,Земля,\n';
  const organiser =
    'organiser,,Organiser,Кто звал,Who called for it.\norganiser,union,A trade union,Профсоюз,\n';
  for (const [name, value] of [
    ['data', 'labour'],
    ['other', 'land'],
  ] as const) {
    cpSync(embedded, desk.path(name), { recursive: true });
    const [header, first, ...lines] = desk.read(`${name}/records.csv`).trim().split(/\r?\n/);
    const rows = [`${header},attribute_topic`, `${first},${value}`, ...lines.map((line) => `${line},`)];
    desk.write(`${name}/records.csv`, `${rows.join('\n')}\n`);
    desk.write(`${name}/attributes.csv`, csv(name === 'data' ? topic + organiser : topic));
  }
  const page = await desk.get(`/agree?with=${encodeURIComponent(desk.path('other'))}`);
  expect(page.html).toContain('Not compared: Organiser (only in this folder)');
  expect(page.html).toContain('Topic: <strong>Labour</strong> / <strong>Land</strong>');
  expect(page.html).toMatch(/Topic<\/th><td>written<\/td><td>29<\/td><td>28<\/td>/);
});
