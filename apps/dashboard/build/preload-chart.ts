import type { HtmlTagDescriptor, Plugin } from 'vite';

const CHART = '/src/chart/chart.tsx';

/**
 * Names the chart's script and style in the page. A browser then asks for them with the program and not after it, and
 * the numbers, the library and the page travel side by side.
 */
export function preloadChart(): Plugin {
  return {
    name: 'article21-preload-chart',
    apply: 'build',
    transformIndexHtml: {
      order: 'post',
      handler: (_, { bundle = {} }) => {
        const chart = Object.values(bundle).find(
          (it) => it.type === 'chunk' && it.facadeModuleId?.endsWith(CHART),
        );
        if (chart?.type !== 'chunk') throw new Error(`no chunk is made of ${CHART}`);
        return tagsOf(chart.fileName, [...(chart.viteMetadata?.importedCss ?? [])]);
      },
    },
  };
}

function tagsOf(script: string, styles: readonly string[]): HtmlTagDescriptor[] {
  const link = (rel: string, file: string): HtmlTagDescriptor => ({
    tag: 'link',
    attrs: { rel, crossorigin: true, href: `/${file}` },
    injectTo: 'head',
  });
  return [link('modulepreload', script), ...styles.map((style) => link('stylesheet', style))];
}
