import type { Plugin } from 'vite';

/**
 * Leaves React Aria's dictionaries of thirty languages out. What it says here is in our own words
 * (`src/aria/aria-words.tsx`), because Kazakh is not among them.
 */
export function noDictionaries(): Plugin {
  return {
    name: 'article21-no-dictionaries',
    apply: 'build',
    transform: {
      filter: { id: /react-(aria|aria-components|stately)\/dist\/.*intlStrings\.mjs$/ },
      handler: () => ({ code: 'export default {};\n', map: null }),
    },
  };
}
