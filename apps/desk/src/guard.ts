import { randomBytes, timingSafeEqual } from 'node:crypto';
import { type Context, Hono, type MiddlewareHandler } from 'hono';
import { getCookie, setCookie } from 'hono/cookie';
import { getPath } from 'hono/utils/url';

/** Why a request was refused; each has its words in `messages`. */
export type Refused = 'host' | 'origin' | 'session' | 'used';

export interface Guard {
  /** The path under which the whole desk stands, `/` and what nobody can guess. */
  readonly within: string;
  /** The path of a request below it; of one elsewhere null. */
  pathOf(request: Request): string | null;
  /** The path of the link with which the desk is opened, once. */
  readonly path: string;
  /** Refuses all that does not come from the page that was opened by the link. */
  readonly middleware: MiddlewareHandler;
  /** Answers the link. */
  readonly routes: Hono;
}

type Refuse = (context: Context, why: Refused) => Response | Promise<Response>;

/**
 * Lets nobody in but the browser that opened the link. `origin` is the address of the desk, `http://127.0.0.1:4322`: a request
 * to another name (DNS that was bent to this machine), from another page, outside of its path or without the session's cookie
 * is refused before anything is read of it.
 */
export function createGuard(origin: string, refuse: Refuse, random = randomBytes): Guard {
  const { host, port } = new URL(origin);
  const key = random(32).toString('base64url');
  const session = random(32).toString('base64url');
  // A browser sends a cookie to every port of a machine, and so to whatever else answers on one; only a path keeps it back.
  const within = `/${random(16).toString('base64url')}`;
  const pathOf = (request: Request) => {
    const path = getPath(request);
    return path.startsWith(`${within}/`) ? path.slice(within.length) : null;
  };
  const cookie = `article21-desk-${port}`;
  const hasSession = (context: Context) => isSame(getCookie(context, cookie) ?? '', session);
  let used = false;
  const routes = new Hono().get('/open', (context) => {
    if (hasSession(context)) return context.redirect('/', 303);
    if (!isSame(context.req.query('key') ?? '', key)) return refuse(context, 'session');
    if (used) return refuse(context, 'used');
    used = true;
    setCookie(context, cookie, session, { httpOnly: true, sameSite: 'Strict', path: `${within}/` });
    return context.redirect('/', 303);
  });
  return {
    within,
    pathOf,
    path: `${within}/open?key=${key}`,
    routes,
    async middleware(context, next) {
      const { req } = context;
      if (req.header('Host') !== host) return refuse(context, 'host');
      const from = req.header('Origin');
      const isReading = req.method === 'GET' || req.method === 'HEAD';
      if (from === undefined ? !isReading : from !== origin) return refuse(context, 'origin');
      if (pathOf(req.raw) === null) return refuse(context, 'session');
      if (req.path === '/open') return next();
      // A page elsewhere may not even have the desk's pages fetched or framed.
      const site = req.header('Sec-Fetch-Site');
      if (site !== undefined && site !== 'same-origin' && site !== 'none') return refuse(context, 'origin');
      if (!hasSession(context)) return refuse(context, 'session');
      return next();
    },
  };
}

function isSame(given: string, known: string): boolean {
  const [a, b] = [Buffer.from(given), Buffer.from(known)];
  return a.length === b.length && timingSafeEqual(a, b);
}
