import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';

/** The packages that a package depends on. */
function dependenciesOf(manifest: string): string[] {
  const { dependencies } = JSON.parse(
    readFileSync(fileURLToPath(new URL(manifest, import.meta.url)), 'utf8'),
  );
  return Object.keys(dependencies);
}

it('finds from its built program what the packages in it read as files', () => {
  const program = createRequire(new URL('../dist/server.js', import.meta.url));
  const fonts = dependenciesOf('../../../packages/render/package.json').filter((it) => /font/.test(it));
  expect(fonts.length).toBeGreaterThan(0);
  for (const font of fonts) expect(() => program.resolve(`${font}/package.json`)).not.toThrow();
});
