/**
 * How Vite builds a program for Node into `dist`: bundled whole, so that it starts without walking through `node_modules`,
 * but for the `external` packages: native libraries, WebAssembly, fonts and data that are read as files.
 */
export function nodeProgram({ input, external }: { input: Record<string, string>; external: string[] }) {
  return {
    build: {
      ssr: true,
      outDir: 'dist',
      target: 'node20',
      rolldownOptions: {
        input,
        output: { entryFileNames: '[name].js', chunkFileNames: '[name]-[hash].js' },
      },
    },
    // React has two programs in it, and a server needs the one without warnings.
    define: { 'process.env.NODE_ENV': JSON.stringify('production') },
    oxc: { jsx: { runtime: 'automatic' as const, development: false } },
    ssr: { noExternal: true as const, external },
  };
}
