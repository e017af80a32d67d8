import type { HtmlTagDescriptor, Plugin, Rolldown } from 'vite';

const CHART = '/src/chart/chart.tsx';

/**
 * Names the chart's scripts and styles in the page. A browser then asks for them with the program and not after it, and
 * the numbers, the library and the page travel side by side.
 */
export function preloadChart(): Plugin {
  return {
    name: 'article21-preload-chart',
    apply: 'build',
    transformIndexHtml: {
      order: 'post',
      handler: (html, { bundle = {} }) => {
        const chart = Object.values(bundle).find(
          (it) => it.type === 'chunk' && it.facadeModuleId?.endsWith(CHART),
        );
        if (chart?.type !== 'chunk') throw new Error(`no chunk is made of ${CHART}`);
        return tagsOf(withImports(chart, bundle)).filter(({ attrs }) => !html.includes(`"${attrs?.href}"`));
      },
    },
  };
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

function tagsOf(chunks: readonly Rolldown.OutputChunk[]): HtmlTagDescriptor[] {
  const link = (rel: string, file: string): HtmlTagDescriptor => ({
    tag: 'link',
    attrs: { rel, crossorigin: true, href: `/${file}` },
    injectTo: 'head',
  });
  const styles = chunks.flatMap(({ viteMetadata }) => [...(viteMetadata?.importedCss ?? [])]);
  return [
    ...chunks.map(({ fileName }) => link('modulepreload', fileName)),
    ...[...new Set(styles)].map((file) => link('stylesheet', file)),
  ];
}
