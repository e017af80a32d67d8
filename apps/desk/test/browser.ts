import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openStoreAt } from '@article21/store';
import { afterEach, beforeEach } from 'vitest';
import { createDesk } from '../src/app.tsx';

export const origin = 'http://127.0.0.1:4322';

/** A page as a browser has it: where it is, and what it says. */
export interface Opened {
  status: number;
  path: string;
  html: string;
  headers: Headers;
}

/** A desk in a folder of its own, and a browser without scripts that has opened it. */
export function useDesk() {
  const opened: Error[] = [];
  let send: (request: Request) => Response | Promise<Response>;
  let cookies = new Map<string, string>();
  let isPatient = true;
  const desk = {
    /** From now on pages are not waited for; or they are, as at first. */
    hurry: (on: boolean) => {
      isPatient = !on;
    },
    at: '',
    link: '',
    warned: opened,
    path: (name: string) => join(desk.at, name),
    read: (name: string) => readFileSync(join(desk.at, name), 'utf8'),
    write: (name: string, text: string) => writeFileSync(join(desk.at, name), text),
    /** The path that all of it stands under. */
    within: () => /^\/[^/]+/.exec(desk.link.slice(origin.length))?.[0] ?? '',
    /** Sends a request as it is, with no cookie but those that are given; to a path of the desk. */
    send: (path: string, init: RequestInit = {}) => desk.sendTo(desk.within() + path, init),
    /** The same to any path. */
    sendTo: async (path: string, init: RequestInit = {}) =>
      send(new Request(origin + path, { ...init, headers: { Host: '127.0.0.1:4322', ...init.headers } })),
    async get(path: string): Promise<Opened> {
      return desk.follow(await desk.send(path, { headers: sent() }), path);
    },
    /** Sends a form: of the page `of`, with its hidden fields, changed by `fields`. */
    async post(path: string, fields: Record<string, string> | FormData = {}): Promise<Opened> {
      const body = fields instanceof FormData ? fields : new URLSearchParams(fields);
      const headers = { ...sent(), Origin: origin };
      return desk.follow(await desk.send(path, { method: 'POST', body, headers }), path);
    },
    async follow(response: Response, path: string): Promise<Opened> {
      for (const cookie of response.headers.getSetCookie()) {
        const [pair = ''] = cookie.split(';');
        const [name = '', value = ''] = pair.split('=');
        cookies.set(name, value);
      }
      const to = response.headers.get('Location');
      if (to !== null) return desk.get(to.slice(desk.within().length));
      const html = (await response.text()).replaceAll(desk.within(), '');
      return { status: response.status, path, html, headers: response.headers };
    },
    async bring(name: string, text: string | Uint8Array<ArrayBuffer>): Promise<Opened> {
      const form = new FormData();
      form.append('table', new File([text], name));
      return desk.post('/tables', form);
    },
    async start() {
      const { hono, link } = await createDesk({
        folder: desk.path('data'),
        store: openStoreAt({ dataDir: desk.path('.data') }),
        place: '.data',
        origin,
        reader: null,
        style: 'body {}',
        scripts: { 'select-words.js': '', 'keep-form.js': '', 'chosen-file.js': '' },
        today: () => '2026-11-29',
        patience: () => (isPatient ? new Promise(() => {}) : Promise.resolve()),
        warn: (error) => void opened.push(error),
      });
      send = (request) => hono.fetch(request);
      desk.link = link;
      cookies = new Map();
    },
  };
  const sent = () => ({ Cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; ') });
  beforeEach(async () => {
    desk.at = mkdtempSync(join(tmpdir(), 'article21-desk-'));
    opened.length = 0;
    await desk.start();
  });
  afterEach(() => rmSync(desk.at, { recursive: true, force: true }));
  return {
    ...desk,
    /** Opens the link, as whoever started the desk does. */
    open: () => desk.get(desk.link.slice(origin.length + desk.within().length)),
    get at() {
      return desk.at;
    },
    get link() {
      return desk.link;
    },
  };
}

/** The value of a hidden field, the first of its name. */
export function hidden({ html }: Opened, name: string): string {
  const value = new RegExp(`<input type="hidden" name="${name}" value="([^"]*)"`).exec(html)?.[1];
  if (value === undefined) throw new Error(`no field ${name} in ${html.slice(0, 2_000)}`);
  return value;
}
