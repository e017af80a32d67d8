import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { agree, type Coding } from '@article21/coding';
import { readDataset } from '@article21/ingest';
import type { Place, RestrictionRecord } from '@article21/model';
import { Hono } from 'hono';
import { agreementPage, type Compared } from './pages/agreement.tsx';
import type { DeskServices } from './services.ts';

/** The page on which the folder is compared with that of another coder. Nothing is written. */
export function agreementRoutes({ folder, queue, i18nOf, answer }: DeskServices): Hono {
  return new Hono().get('/', async (context) => {
    const other = context.req.query('with')?.trim() ?? '';
    const compared = other === '' ? null : await queue(() => compare(folder, resolve(other)));
    const page = agreementPage(i18nOf(context), { other, compared });
    return answer(context, page, compared === null || compared.is === 'compared' ? 200 : 422);
  });
}

async function compare(folder: string, other: string): Promise<Compared> {
  const codings: Coding[] = [];
  const places = new Map<string, Place>();
  for (const at of [folder, other]) {
    if (!existsSync(join(at, 'datapackage.json'))) return { is: 'missing', folder: at };
    const outcome = await readDataset(at);
    const records: RestrictionRecord[] = [];
    if (outcome.ok) for await (const record of outcome.reading.records()) records.push(record);
    const { issues } = outcome.ok ? outcome.reading.found() : outcome.found;
    if (!outcome.ok || issues.length > 0) return { is: 'unsound', folder: at, issues };
    const { sources, texts, vocabulary } = outcome.reading;
    for (const place of outcome.reading.places) places.set(place.id, place);
    const ids = (items: readonly { id: string }[]) => items.map(({ id }) => id);
    codings.push({ records, sources: ids(sources), attributes: ids(vocabulary.attributes), texts });
  }
  const [first, second] = codings;
  if (first === undefined || second === undefined) throw new Error('two folders are compared');
  const agreement = agree(first, second);
  return agreement.sources.length === 0 ? { is: 'apart' } : { is: 'compared', agreement, places };
}
