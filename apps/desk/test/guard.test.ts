import { expect, it } from 'vitest';
import { origin, useDesk } from './browser.ts';

const desk = useDesk();
const cookieOf = async () => {
  const response = await desk.sendTo(desk.link.slice(origin.length));
  return (response.headers.getSetCookie()[0] ?? '').split(';')[0] ?? '';
};

it('is opened by its link once, and by no other key', async () => {
  const wrong = await desk.send('/open?key=wrong');
  expect([wrong.status, wrong.headers.getSetCookie()]).toEqual([403, []]);
  const first = await desk.sendTo(desk.link.slice(origin.length));
  expect(first.status).toBe(303);
  expect(first.headers.getSetCookie()[0]).toMatch(
    /^article21-desk-4322=.+; Path=\/[\w-]{22}\/; HttpOnly; SameSite=Strict$/,
  );
  const again = await desk.sendTo(desk.link.slice(origin.length));
  expect([again.status, again.headers.getSetCookie()]).toEqual([403, []]);
  expect(await again.text()).toContain('The link was used already.');
});

it('refuses whoever has no session, whatever is asked', async () => {
  for (const path of [
    '/',
    '/desk.css',
    '/select-words.js',
    '/keep-form.js',
    '/coding',
    '/publish',
    '/tables/0123456789ab',
    '/nothing',
  ]) {
    const response = await desk.send(path);
    expect([path, response.status]).toEqual([path, 403]);
    expect(await response.text()).not.toContain('/tables/');
  }
  const posted = await desk.send('/tables', { method: 'POST', headers: { Origin: origin } });
  expect(posted.status).toBe(403);
  const guessed = await desk.send('/', { headers: { Cookie: 'article21-desk-4322=guess' } });
  expect(guessed.status).toBe(403);
});

it('keeps its cookies below a path that nobody can guess, because a browser sends them to every port', async () => {
  const opened = await desk.sendTo(desk.link.slice(origin.length));
  const Cookie = (opened.headers.getSetCookie()[0] ?? '').split(';')[0] ?? '';
  const language = await desk.send('/language/ru', { headers: { Cookie } });
  for (const { headers } of [opened, language]) {
    expect(headers.getSetCookie()[0]).toContain(`; Path=${desk.within()}/; `);
    expect(headers.get('Location')).toBe(`${desk.within()}/`);
  }
  // Outside of it nothing is answered, also to who has the session.
  for (const path of [
    '/',
    '/coding',
    '/desk.css',
    `${desk.within()}x/`,
    desk.within(),
    `/x${desk.within()}/`,
  ])
    expect([path, (await desk.sendTo(path, { headers: { Cookie } })).status]).toEqual([path, 403]);
  const page = await (await desk.send('/', { headers: { Cookie } })).text();
  const links = [...page.matchAll(/(?:href|src|action)="(\/[^"]*)"/g)].map(([, to]) => to);
  expect(links.length).toBeGreaterThan(5);
  for (const to of links) expect(to?.startsWith(`${desk.within()}/`)).toBe(true);
});

it('tells whoever it refuses neither where it stands nor which folder it is of', async () => {
  const secret = desk.within().slice(1);
  const refused = [
    await desk.sendTo('/'),
    await desk.sendTo('/nothing'),
    await desk.sendTo('/', { headers: { Host: 'evil.example:4322' } }),
    await desk.sendTo('/', { method: 'POST', headers: { Origin: 'https://evil.example' } }),
    await desk.sendTo('/', { headers: { 'Accept-Language': 'kk' } }),
    await desk.send('/open?key=wrong'),
  ];
  for (const response of refused) {
    const said = `${await response.text()} ${[...response.headers].join(' ')}`;
    expect(response.status).toBe(403);
    expect(said).not.toContain(secret);
    expect(said).not.toContain(desk.at);
  }
});

it('refuses another host name, also with the session: a name of somebody else’s may lead to this machine', async () => {
  const Cookie = await cookieOf();
  for (const Host of ['evil.example', 'evil.example:4322', 'localhost:4322', '127.0.0.1', '127.0.0.1:80'])
    expect((await desk.send('/', { headers: { Cookie, Host } })).status).toBe(403);
  expect((await desk.send('/', { headers: { Cookie } })).status).toBe(200);
});

it('refuses what comes from another page, and what changes something and does not say where it comes from', async () => {
  const Cookie = await cookieOf();
  const post = (headers: Record<string, string>) =>
    desk.send('/tables/0123456789ab/discard', { method: 'POST', headers: { Cookie, ...headers } });
  for (const Origin of ['https://evil.example', 'http://127.0.0.1:4321', 'http://localhost:4322', 'null'])
    expect((await post({ Origin })).status).toBe(403);
  expect((await post({})).status).toBe(403);
  // With its own it is answered: that there is no such table.
  expect((await post({ Origin: origin })).status).toBe(404);
  for (const site of ['cross-site', 'same-site'])
    expect((await desk.send('/', { headers: { Cookie, 'Sec-Fetch-Site': site } })).status).toBe(403);
});

it('sends pages that load nothing of others, are kept by nobody and framed by nobody, also when it refuses', async () => {
  for (const { headers } of [await desk.send('/'), await desk.open()]) {
    expect(headers.get('Content-Security-Policy')).toBe(
      "default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self'; img-src data:; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
    );
    expect(headers.get('Cache-Control')).toBe('no-store');
  }
});

it('goes back to its own pages alone when the language is chosen', async () => {
  await desk.open();
  const russian = await desk.get('/language/ru?to=%2F');
  expect(russian.html).toContain('<html lang="ru">');
  for (const to of [
    '//evil.example',
    'https://evil.example',
    '/\\evil.example',
    '/\t/evil.example',
    '/\n/evil.example',
    '/\r\\evil.example',
  ])
    expect((await desk.get(`/language/kk?to=${encodeURIComponent(to)}`)).path).toBe('/');
});
