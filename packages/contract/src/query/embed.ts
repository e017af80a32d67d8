import { chartKeys, type Key, type Known, type ValuesOf } from '@article21/model';
import { parseEndpointQuery } from './read.ts';

/** A chart inside another page; with `controls` its readers may choose measure, place and period. */
export const embedKeys = { ...chartKeys, controls: controlsKey() } as const;

export type EmbedQuery = ValuesOf<typeof embedKeys>;

/** Reads the query of an embed. A form sends what was not chosen as an empty text: that counts as absent. */
export function parseEmbedQuery(params: URLSearchParams, known: Known = {}) {
  const chosen = new URLSearchParams([...params].filter(([, text]) => text !== ''));
  return parseEndpointQuery({ query: embedKeys }, chosen, known);
}

function controlsKey(): Key<boolean> {
  const hint = 'known: 1, once';
  return {
    description: 'With `1`, readers may choose measure, place and period.',
    choices: ['1'],
    absent: false,
    once: hint,
    read: (text) => {
      const message = `unknown controls: ${text.slice(0, 64)}`;
      return text === '1' ? { value: true } : { issue: { code: 'unknown_value', message, hint } };
    },
    write: (value) => (value ? '1' : ''),
  };
}
