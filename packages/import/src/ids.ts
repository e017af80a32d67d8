import { createHash } from 'node:crypto';
import { isId } from '@article21/model';

/** How long the part of an id may be that tells rows apart. */
const LONGEST = 40;

/** What tells a row apart, as part of an id: an own id that is one already, else a hash of what stands in its cells. */
export function idOfRow(source: string, key: readonly string[]): string {
  const [own = ''] = key;
  const plain = own.toLowerCase();
  const id =
    key.length === 1 && plain === own && own.length <= LONGEST && isId(`${source}-${own}`) ? own : hash(key);
  return `${source}-${id}`;
}

function hash(cells: readonly string[]): string {
  return createHash('sha256').update(JSON.stringify(cells)).digest('hex').slice(0, 12);
}

/** An id of what a title says, in Latin letters. */
export function idFrom(text: string, otherwise: string): string {
  const plain = text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 24)
    .replace(/-+$/, '');
  return isId(plain) ? plain : otherwise;
}
