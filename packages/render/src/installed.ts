import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename } from 'node:path';
import type { FaceName, Sources } from './fonts.ts';

/** Where the TrueType file of each cut lies. */
export type FontFiles = Readonly<Record<FaceName, string>>;

const files: FontFiles = {
  sans: '@expo-google-fonts/source-sans-3/400Regular/SourceSans3_400Regular.ttf',
  'sans-semibold': '@expo-google-fonts/source-sans-3/600SemiBold/SourceSans3_600SemiBold.ttf',
  serif: '@expo-google-fonts/source-serif-4/400Regular/SourceSerif4_400Regular.ttf',
  'serif-semibold': '@expo-google-fonts/source-serif-4/600SemiBold/SourceSerif4_600SemiBold.ttf',
};

/** Source Sans 3 and Source Serif 4 as installed. Throws where they are not. */
export function defaultFonts(): FontFiles {
  const { resolve } = createRequire(import.meta.url);
  return {
    sans: resolve(files.sans),
    'sans-semibold': resolve(files['sans-semibold']),
    serif: resolve(files.serif),
    'serif-semibold': resolve(files['serif-semibold']),
  };
}

/** These files, and the subsetter as installed. Each is read when it is asked for. */
export function installed(fonts: FontFiles): Sources {
  return {
    id: JSON.stringify(Object.entries(fonts).sort()),
    font: (name) => ({ name: basename(fonts[name]), bytes: readFileSync(fonts[name]) }),
    subsetter: () =>
      readFileSync(createRequire(import.meta.url).resolve('harfbuzzjs/dist/harfbuzz-subset.wasm')),
  };
}
