import type { Plugin } from 'vite';

/**
 * Fails a build with zod in it, and names the modules that use a schema. One `parse` in what a page shows brings all of zod,
 * 15 kB of the 300 that may come before the first live chart.
 */
export function withoutZod(): Plugin {
  return {
    name: 'article21-without-zod',
    apply: 'build',
    generateBundle(_options, bundle) {
      for (const chunk of Object.values(bundle)) {
        if (chunk.type !== 'chunk') continue;
        const modules = Object.entries(chunk.modules).filter(([, { renderedLength }]) => renderedLength > 0);
        if (!modules.some(([id]) => isZod(id))) continue;
        const users = modules.filter(([id, { code }]) => !isZod(id) && code?.includes('Schema'));
        this.error(
          `${chunk.fileName} has zod in it. Check with a function instead of a schema: ${users.map(([id]) => id).join(', ')}`,
        );
      }
    },
  };
}

function isZod(id: string): boolean {
  return /node_modules\/zod\//.test(id);
}
