import type { Addition } from './addition.ts';

const described = `import { chartKeys } from '@article21/model';
import { z } from 'zod';
import { endpoint } from '../endpoint.ts';
import { idKey } from '../query/path-part.ts';

export const publishers = endpoint(
  {
    path: '/api/v1/sources/{id}/publisher',
    mediaType: 'application/json',
    policy: 'data',
    cache: 'snapshot',
    params: { id: idKey },
    query: { lang: chartKeys.lang, snapshot: chartKeys.snapshot },
  },
  {
    summary: 'Who published a source',
    description: 'Its publisher alone.',
    answer: z.strictObject({ publisher: z.string() }),
    requests: ['/api/v1/sources/kibhr-iphr-nhc-2012/publisher'],
    example: { publisher: 'Three organisations' },
  },
);
`;

const answered = `import { endpoints } from '@article21/contract';
import { Refusal } from '../refusal.ts';
import { route } from '../route.ts';

export const publishers = route(endpoints.publishers, ({ params, served }) => {
  const found = served.snapshot.catalogue.sources.find(({ id }) => id === params.id);
  if (!found) throw new Refusal('not-found', \`there is no source \${params.id}\`);
  return { answer: async () => ({ publisher: found.publisher }) };
});
`;

/** How a program calls it: the client's method is typed. */
const asked = `import { routes } from '@article21/answers';
import { createClient } from '@article21/contract/client';

const client = createClient(fetch);
export const publisher: Promise<string> = client
  .publishers('statement', { lang: 'ru' })
  .then((answer) => answer.publisher);
export const added = routes.find(({ endpoint }) => endpoint.path.endsWith('/publisher'));
// @ts-expect-error Its query has no such key.
client.publishers('statement', { colour: 'red' });
// @ts-expect-error It answers no such thing.
client.publishers('statement').then((answer) => answer.name);
`;

/** An endpoint about one snapshot: what it is asked and answers, and how it is answered. */
export const endpoint: Addition = {
  name: 'an endpoint',
  write(copy) {
    copy.write('packages/contract/src/endpoints/publishers.ts', described);
    copy.write('packages/answers/src/routes/publishers.ts', answered);
    for (const index of [
      'packages/contract/src/endpoints/index.ts',
      'packages/answers/src/routes/index.ts',
    ]) {
      copy.edit(
        index,
        'import { record }',
        "import { publishers } from './publishers.ts';\nimport { record }",
      );
      copy.edit(index, '  records,\n', '  records,\n  publishers,\n');
    }
    copy.write('apps/cli/src/asked.ts', asked);
  },
  missing: [],
  complete() {
    // Nothing else is to be written.
  },
};
