import { readFileSync } from 'node:fs';
import type { Addition } from './addition.ts';

/** What is added stands in files of its own: here it would be taken for what this package imports. */
const part = (name: string) => readFileSync(new URL(`endpoint/${name}.ts.txt`, import.meta.url), 'utf8');

const described = part('described');

const answered = part('answered');

/** How a program calls it: the client's method is typed. */
const asked = part('asked');

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
