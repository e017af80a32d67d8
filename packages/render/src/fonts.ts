import { createRequire } from 'node:module';

/** The cuts of the shipped fonts. */
export type FaceName = 'sans' | 'sans-semibold' | 'serif' | 'serif-semibold';

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
