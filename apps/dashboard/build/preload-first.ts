import type { HtmlTagDescriptor, Plugin, Rolldown } from 'vite';

/**
 * Names in the page the scripts and styles of what is loaded later by name, but needed for the first chart. A browser
 * then asks for them with the program and not after it, and the numbers, the library and the page travel side by side.
 */
export function preloadFirst(needed: readonly string[]): Plugin {
  let base = '/';
  return {
    name: 'article21-preload-first',
    apply: 'build',
    configResolved: (config) => {
      base = config.base;
    },
    transformIndexHtml: {
      order: 'post',
      handler: (html, { bundle = {} }) => {
        const chunks = needed.flatMap((module) => withImports(chunkOf(module, bundle), bundle));
        return tagsOf([...new Set(chunks)], base).filter(({ attrs }) => !html.includes(`"${attrs?.href}"`));
      },
    },
  };
}

function chunkOf(module: string, bundle: Rolldown.OutputBundle): Rolldown.OutputChunk {
  const chunk = Object.values(bundle).find(
    (it) => it.type === 'chunk' && it.facadeModuleId?.endsWith(module),
  );
  if (chunk?.type !== 'chunk') throw new Error(`no chunk is made of ${module}`);
  return chunk;
}

/** A chunk and all that it imports: ECharts is a chunk of its own once two parts of the program draw. */
function withImports(chunk: Rolldown.OutputChunk, bundle: Rolldown.OutputBundle): Rolldown.OutputChunk[] {
  const all = new Set([chunk]);
  for (const { imports } of all)
    for (const name of imports) {
      const imported = bundle[name];
      if (imported?.type === 'chunk') all.add(imported);
    }
  return [...all];
}

function tagsOf(chunks: readonly Rolldown.OutputChunk[], base: string): HtmlTagDescriptor[] {
  const link = (rel: string, file: string): HtmlTagDescriptor => ({
    tag: 'link',
    attrs: { rel, crossorigin: true, href: base + file },
    injectTo: 'head',
  });
  const styles = chunks.flatMap(({ viteMetadata }) => [...(viteMetadata?.importedCss ?? [])]);
  return [
    ...chunks.map(({ fileName }) => link('modulepreload', fileName)),
    ...[...new Set(styles)].map((file) => link('stylesheet', file)),
  ];
}
