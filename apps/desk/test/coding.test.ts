import { existsSync } from 'node:fs';
import { expect, it } from 'vitest';
import { hidden, type Opened, useDesk } from './browser.ts';

const desk = useDesk();

const STATEMENT = `Rallies in spring 😀

On 28 April 2012, about ten people were detained in Almaty.  Two of them were sentenced to 5 days of administrative arrest each.

Nobody was hurt. Nobody was hurt.
`;
const SOURCE = {
  title: 'Rallies in spring',
  publisher: 'Example Bureau',
  date: '2012',
  url: '',
  language: '',
  rights: 'of its publisher',
  dataset: 'Rallies',
  licence: 'CC-BY-4.0',
};
const ADDRESS = '/coding/rallies-in-spring';

/** Brings a text as a file, or as it is pasted. */
async function bringStatement(
  text: string | null,
  file: string | Uint8Array<ArrayBuffer> | null = null,
  name = 'statement.txt',
) {
  const form = new FormData();
  for (const [name, value] of Object.entries(SOURCE)) form.append(name, value);
  if (text !== null) form.append('text', text);
  if (file !== null) form.append('file', new File([file], name));
  return desk.post('/coding', form);
}

/** The fields of a form as the page has them, with what was ticked and typed. */
function filled({ html }: Opened, changes: Record<string, string>): Record<string, string> {
  const inputs = [...html.matchAll(/<input (?![^>]*type="(?:checkbox|radio|file)")[^>]*>/g)].flatMap(
    ([input]) => {
      const [, name] = / name="([^"]*)"/.exec(input) ?? [];
      return name === undefined ? [] : [[name, / value="([^"]*)"/.exec(input)?.[1] ?? ''] as const];
    },
  );
  const selects = [...html.matchAll(/<select [^>]*name="([^"]*)".*?<\/select>/gs)].map(
    ([select, name = '']) => [name, / value="([^"]*)" selected/.exec(select)?.[1] ?? ''] as const,
  );
  return { ...Object.fromEntries(selects), ...Object.fromEntries(inputs), ...changes };
}

/** All that is proposed on a page, confirmed. */
function confirmed({ html }: Opened): Record<string, string> {
  return Object.fromEntries(
    [...html.matchAll(/name="(confirmed:[a-z]+)"/g)].map(([, name = '']) => [name, 'on']),
  );
}

function hrefTo({ html }: Opened, text: string): string {
  const href = new RegExp(`<a[^>]* href="([^"]*)"[^>]*>${text}`).exec(html)?.[1];
  if (href === undefined) throw new Error(`no link ${text} in ${html.slice(0, 3_000)}`);
  return href.replaceAll('&amp;', '&');
}

/** Saves the record of a page with all that it proposes, and some fields changed. */
const save = (page: Opened, changes: Record<string, string> = {}) =>
  desk.post(`${ADDRESS}/record`, { ...filled(page, changes), ...confirmed(page) });

it('brings a statement, proposes records, and writes what a coder confirms', async () => {
  await desk.open();
  const text = await bringStatement(STATEMENT);
  expect(text.path).toBe(ADDRESS);
  expect(text.html).toContain('0 records from this text. Of 2 proposals of the rules 0 are coded.');
  expect(desk.read('data/sources/rallies-in-spring.txt')).toBe(`${STATEMENT.trim()}\n`);
  const first = await desk.get(hrefTo(text, 'Go to the next proposal'));
  expect(first.html).toContain(
    '<strong>On 28 April 2012, about ten people were detained in Almaty.</strong>',
  );
  expect(first.html).toContain('value="~10"');
  expect(first.html).toContain('from “about ten people”');
  const asked = await save(first, { place: 'Almaty' });
  expect([asked.status, asked.html.includes('Almaty, KZ')]).toEqual([422, true]);
  const [, number = ''] = /name="chosen-place" value="(geonames-\d+)"/.exec(asked.html) ?? [];
  const second = await save(asked, { 'chosen-place': number });
  expect(second.html).toContain('Saved: detention, ~10, Almaty, 2012-04-28.');
  // A place is shown by its name, and saved as the one that was proposed.
  expect(second.html).toMatch(/name="place"[^>]* value="Almaty"/);
  expect(second.html).toContain(
    '<strong>Two of them were sentenced to 5 days of administrative arrest each.</strong>',
  );
  const done = await save(second, { count: '2', stated: 'Two' });
  expect(done.html).toContain('2 records from this text. Of 2 proposals of the rules 2 are coded.');
  expect(desk.read('data/records.csv').split('\n').slice(1, 3)).toEqual([
    'rallies-in-spring-1,detention,almaty,2012-04-28,,~10,,,incident,',
    'rallies-in-spring-2,arrest,almaty,2012-04-28,,2,,10,incident,',
  ]);
  expect(desk.read('data/evidence.csv').split('\n')[1]).toBe(
    'rallies-in-spring-1,rallies-in-spring,"On 28 April 2012, about ten people were detained in Almaty.",about ten people',
  );
  expect(desk.warned).toEqual([]);
});

it('writes nothing of what was proposed and nobody has confirmed', async () => {
  await desk.open();
  const text = await bringStatement(STATEMENT);
  const form = await desk.get(hrefTo(text, 'Go to the next proposal'));
  const unseen = await desk.post(`${ADDRESS}/record`, filled(form, { place: 'Almaty', country: 'KZ' }));
  expect(unseen.status).toBe(422);
  expect(unseen.html).toContain('Tick “right” or change what is proposed: What happened, How many');
  expect(desk.read('data/records.csv').trim().split('\n')).toHaveLength(1);
  const empty = await save(form, { place: '', kind: '', stated: '' });
  expect(empty.html).toContain(
    'Fill in: What happened, The words of the quotation that state the number and Where.',
  );
});

it('says what is wrong with a record, and keeps what was typed', async () => {
  await desk.open();
  const text = await bringStatement(STATEMENT);
  const form = await desk.get(hrefTo(text, 'Go to the next proposal'));
  const place = { place: 'Akimat', 'place-kind': 'settlement', country: 'kz' };
  const wrong = await save(form, { ...place, count: 'a few', note: 'seen' });
  expect(wrong.status).toBe(422);
  expect(wrong.html).toContain('records.csv, 2, count');
  expect(wrong.html).toContain('value="seen"');
  expect(existsSync(desk.path('data/places.csv'))).toBe(true);
  expect(desk.read('data/places.csv')).not.toContain('Akimat');
  const right = await save(wrong, { ...place, count: '3+' });
  expect(right.html).toContain('Saved: detention, 3+, Akimat');
  expect(desk.read('data/places.csv')).toContain('akimat,settlement,kazakhstan,KZ,,,Akimat');
});

it('takes a record back, and not one that somebody has changed meanwhile', async () => {
  await desk.open();
  const text = await bringStatement(STATEMENT);
  const form = await desk.get(hrefTo(text, 'Go to the next proposal'));
  const place = { place: 'Akimat', 'place-kind': 'settlement', country: 'KZ' };
  const next = await save(form, place);
  const undo = { record: hidden(next, 'record'), stamp: hidden(next, 'stamp'), again: 'yes' };
  desk.write('data/records.csv', desk.read('data/records.csv').replace('~10', '~11'));
  expect((await desk.post(`${ADDRESS}/remove`, undo)).status).toBe(409);
  desk.write('data/records.csv', desk.read('data/records.csv').replace('~11', '~10'));
  const back = await desk.post(`${ADDRESS}/remove`, undo);
  expect(back.html).toContain('<strong>On 28 April 2012');
  expect(back.html).toContain('value="~10"');
  expect(desk.read('data/records.csv').trim().split('\n')).toHaveLength(1);
  // The same form sent twice is one record.
  await save(form, place);
  const again = await save(form, place);
  expect(again.html).toContain('Something was changed meanwhile');
});

it('tells two equal sentences apart, and keeps offsets beside an emoji and double spaces', async () => {
  await desk.open();
  const text = await bringStatement(STATEMENT);
  const place = {
    place: 'Akimat',
    'place-kind': 'settlement',
    country: 'KZ',
    kind: 'other',
    count: '1',
    stated: 'Nobody',
  };
  const links = [...text.html.matchAll(/class="code" href="([^"]*)"/g)].map(([, href = '']) =>
    href.replaceAll('&amp;', '&'),
  );
  const last = await desk.get(links.at(-1) ?? '');
  expect(last.html).toContain('<strong>Nobody was hurt.</strong>');
  await save(last, place);
  expect(desk.read('data/evidence.csv')).toContain(',Nobody was hurt.,Nobody,was hurt.\n');
  const marked = await desk.get(ADDRESS);
  expect(marked.html).toMatch(
    /<mark[^>]*><span data-at="\d+">Nobody was hurt\.<\/span><\/mark><sup><a href="#record-rallies-in-spring-1">/,
  );
  // Half an emoji is all of it.
  const at = STATEMENT.indexOf('😀');
  const emoji = await desk.get(`${ADDRESS}/record?from=${at + 1}&to=${at + 2}`);
  expect(emoji.html).toContain('<strong>😀</strong>');
});

it('quotes the words that a coder has chosen, also where passages overlap', async () => {
  await desk.open();
  const text = await bringStatement(STATEMENT);
  const form = await desk.get(hrefTo(text, 'Go to the next proposal'));
  const place = { place: 'Akimat', 'place-kind': 'settlement', country: 'KZ' };
  const invented = await save(form, { ...place, quote: 'twenty people were detained' });
  expect(invented.html).toContain('The text does not have these words one after the other');
  expect(invented.html).toContain('>twenty people were detained</textarea>');
  await save(form, { ...place, quote: 'about ten people were detained in Almaty. Two of them' });
  const start = STATEMENT.indexOf('ten people');
  const inside = await desk.get(`${ADDRESS}/record?from=${start - 1}&to=${start + 10}`);
  await save(inside, { place: 'akimat', kind: 'other', count: '10', stated: 'ten people' });
  const quotes = desk.read('data/evidence.csv').split('\n').slice(1, 3);
  expect(quotes.map((it) => it.split(',')[2])).toEqual([
    'about ten people were detained in Almaty. Two of them',
    'ten people',
  ]);
  const marked = await desk.get(ADDRESS);
  expect(marked.html).toMatch(/<mark data-records="2"><span data-at="\d+">ten people<\/span><\/mark>/);
  expect(marked.html).toMatch(/<mark data-records="1"><span data-at="\d+">Two of them<\/span><\/mark>/);
});

it('asks what a currency was worth, once for all amounts of its time', async () => {
  await desk.open();
  const text = await bringStatement(
    'On 28 April 2012, one man was fined 30,000 KZT and one woman 20,000 KZT.',
  );
  const form = await desk.get(hrefTo(text, 'Code this sentence'));
  const fields = {
    ...{ kind: 'fine', count: '1', amount: '30000 KZT', stated: '30,000 KZT', date: '2012-04-28' },
    ...{ place: 'Akimat', 'place-kind': 'settlement', country: 'KZ' },
  };
  expect(form.html).not.toContain('rate:eur');
  const asked = await save(form, fields);
  expect(asked.html).toContain('name="rate:currency" value="KZT"');
  expect(existsSync(desk.path('data/rates.csv'))).toBe(false);
  const rate = { 'rate:from': '2012-01-01', 'rate:to': '2012-12-31', 'rate:source': 'Example Bank' };
  const wrong = await save(asked, { ...fields, ...rate, 'rate:eur': 'much' });
  expect(wrong.html).toContain('rates.csv, 2, eur');
  expect(wrong.html).toContain('value="Example Bank"');
  await save(wrong, { ...fields, ...rate, 'rate:eur': '0.005' });
  expect(desk.read('data/rates.csv')).toContain('KZT,2012-01-01,2012-12-31,0.005,Example Bank');
  const next = await desk.get(hrefTo(await desk.get(ADDRESS), 'Code this sentence'));
  const more = { ...fields, place: 'akimat', amount: '20000 KZT', stated: '20,000 KZT' };
  expect((await save(next, more)).html).toContain('Saved: fine, 1, 20000 KZT, Akimat');
});

it('takes the words of a page of the web', async () => {
  await desk.open();
  const page = await bringStatement(null, '<nav>Menu</nav><p>Ten were <b>fined</b>.', 'a.html');
  expect(desk.read('data/sources/rallies-in-spring.txt')).toBe('Ten were fined.\n');
  expect(page.html).toContain('>Ten were fined.</span>');
});

it('refuses what is no text, and keeps what was typed', async () => {
  await desk.open();
  expect((await bringStatement('')).html).toContain('Choose a file or paste a text first.');
  const binary = await bringStatement(null, new Uint8Array([1, 0, 0, 1]));
  expect(binary.html).toContain('statement.txt: the file is no text; ');
  expect(binary.html).toContain('value="Example Bureau"');
  expect(existsSync(desk.path('data'))).toBe(false);
  expect((await bringStatement(null, 'a', 'a.doc')).html).toContain('a.doc is of no kind that is read');
  expect((await desk.get('/coding/nothing')).status).toBe(404);
});

it('offers the kinds that the dataset declares beside the usual ones, and codes them', async () => {
  await desk.open();
  const text = await bringStatement(STATEMENT);
  desk.write(
    'data/kinds.csv',
    'id,label_en,definition_en\nattack_on_journalist,Attack on <a journalist>,A journalist was hit.\n',
  );
  const page = await desk.get(hrefTo(text, 'Go to the next proposal'));
  expect(page.html).toContain('<option value="attack_on_journalist">attack on &lt;a journalist&gt;</option>');
  expect(page.html).toMatch(/<option value="detention"[^>]*>detention<\/option>/);
  const place = { place: 'Akimat', 'place-kind': 'settlement', country: 'KZ' };
  const saved = await save(page, { ...place, kind: 'attack_on_journalist' });
  expect(saved.html).toContain('Saved: attack on &lt;a journalist&gt;, ~10, Akimat');
  expect(desk.read('data/records.csv')).toContain(',attack_on_journalist,');
});

it('keeps a half-filled form, writes nothing over what another window has kept of it, and forgets it when it is saved', async () => {
  await desk.open();
  const text = await bringStatement(STATEMENT);
  const form = await desk.get(hrefTo(text, 'Go to the next proposal'));
  const half = filled(form, { note: 'as the paper says', place: 'Alm' });
  const kept = await desk.post(`${ADDRESS}/half-filled`, { ...half, 'confirmed:kind': 'on' });
  expect(kept.path).toBe(ADDRESS);
  expect(kept.html).toContain('Half-filled forms');
  // A closed tab, and a desk that was started again, lose nothing of it.
  await desk.start();
  await desk.open();
  const again = await desk.get(hrefTo(await desk.get(ADDRESS), 'On 28 April 2012, about ten people'));
  expect(again.html).toContain('value="as the paper says"');
  expect(again.html).toMatch(/name="confirmed:kind"[^>]* checked/);
  expect(again.html).not.toMatch(/name="confirmed:date"[^>]* checked/);
  // The first window has not seen what the second one keeps.
  const second = filled(again, { note: 'as the radio says' });
  expect((await desk.post(`${ADDRESS}/half-filled`, second)).status).toBe(200);
  // Whoever did not get the answer sends the same again.
  expect((await desk.post(`${ADDRESS}/half-filled`, second)).status).toBe(200);
  const late = await desk.post(`${ADDRESS}/half-filled`, { ...filled(again, { note: 'mine' }) });
  expect(late.status).toBe(409);
  const there = await desk.get(form.path);
  expect(there.html).toContain('value="as the radio says"');
  expect(desk.read('data/records.csv').trim().split('\n')).toHaveLength(1);
  const saved = await save(there, { place: 'geonames-1526384' });
  expect(saved.html).toContain('Saved: ');
  expect((await desk.get(ADDRESS)).html).not.toContain('Half-filled forms');
  expect(desk.warned).toEqual([]);
});

it('begins a half-filled form anew where that is wanted', async () => {
  await desk.open();
  const form = await desk.get(hrefTo(await bringStatement(STATEMENT), 'Go to the next proposal'));
  await desk.post(`${ADDRESS}/half-filled`, filled(form, { note: 'nonsense' }));
  const again = await desk.get(form.path);
  expect(again.html).toContain('This form was left half-filled.');
  const anew = await desk.post(`${ADDRESS}/half-filled/discard`, {
    ...{ from: hidden(again, 'from'), to: hidden(again, 'to'), at: hidden(again, 'at') },
  });
  expect(anew.html).not.toContain('nonsense');
  expect(anew.html).not.toContain('This form was left half-filled.');
});

it('offers the attributes that the dataset declares, and keeps what is chosen', async () => {
  await desk.open();
  await bringStatement(STATEMENT);
  desk.write(
    'data/attributes.csv',
    `id,value,label_en,definition_en
topic,,Topic,"What the assembly was about, by its banners."
topic,labour,Labour,
topic,land,Land,
organiser,,Organiser,Who called for it.
organiser,union,A trade union,
`,
  );
  const text = await desk.get(ADDRESS);
  const form = await desk.get(hrefTo(text, 'Go to the next proposal'));
  expect(form.html).toMatch(
    /<label for="attribute_topic">Topic<\/label><select id="attribute_topic".*?not stated<\/option><option value="labour">Labour</,
  );
  expect(form.html).toContain('What the assembly was about, by its banners.');
  // Where something is refused the choice stays.
  const asked = await save(form, { place: 'Almaty', attribute_topic: 'labour' });
  expect([asked.status, filled(asked, {}).attribute_topic]).toEqual([422, 'labour']);
  const [, number = ''] = /name="chosen-place" value="(geonames-\d+)"/.exec(asked.html) ?? [];
  const second = await save(asked, { 'chosen-place': number });
  expect(second.html).toContain('Saved: detention, ~10, Almaty, 2012-04-28, topic: “Labour”.');
  const [header = '', row = ''] = desk.read('data/records.csv').split('\n');
  expect([header.split(',').slice(10), row.split(',').slice(10)]).toEqual([['attribute_topic'], ['labour']]);
  const done = await save(second, { count: '2', stated: 'Two', attribute_organiser: 'union' });
  expect(done.html).toContain('organiser: “A trade union”');
  const wrong = await save(await desk.get(hrefTo(text, 'Code this sentence')), {
    ...{ kind: 'warning', place: 'almaty', stated: 'Rallies', count: '1', attribute_topic: 'sport' },
  });
  expect([wrong.status, wrong.html]).toEqual([
    422,
    expect.stringMatching(/<strong>records\.csv, \d+, attribute_topic<\/strong>/),
  ]);
});
