import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'vite';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { pureSchemas } from '../../build/pure-schemas.ts';
import { withoutZod } from '../../build/without-zod.ts';

/** In the package: what stands elsewhere does not find the model. */
const around = join(import.meta.dirname, '../../.test');
let folder: string;

beforeEach(() => {
  mkdirSync(around, { recursive: true });
  folder = mkdtempSync(join(around, 'zod-'));
});

afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

const built = (code: string) => {
  const entry = join(folder, 'entry.js');
  writeFileSync(entry, code);
  return build({
    root: folder,
    configFile: false,
    logLevel: 'silent',
    plugins: [pureSchemas(), withoutZod()],
    build: { write: false, rolldownOptions: { input: entry } },
  });
};

describe('withoutZod', () => {
  it('fails a build in which a schema of the model is used, and names the module', async () => {
    const code =
      "import { retractionReasonSchema } from '@article21/model';\nconsole.log(retractionReasonSchema.parse('wrong'));\n";
    await expect(built(code)).rejects.toThrow(/has zod in it\. .*entry\.js/);
  });

  it('lets a build pass that uses no schema of the model', async () => {
    const code =
      "import { isRetractionReason } from '@article21/model';\nconsole.log(isRetractionReason('wrong'));\n";
    await expect(built(code)).resolves.toBeDefined();
  });
});
