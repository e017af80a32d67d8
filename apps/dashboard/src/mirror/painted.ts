import { words } from '@article21/messages';
import { createVectorRenderer, type FaceName, type FontFile, type Sources } from '@article21/render/browser';
import { createMirrorFetch, type MirrorReply, snapshotFolder } from '@article21/static-site';
import { drawnRoutes } from '@article21/static-site/draw';
import sans from '@expo-google-fonts/source-sans-3/400Regular/SourceSans3_400Regular.ttf?url';
import sansSemibold from '@expo-google-fonts/source-sans-3/600SemiBold/SourceSans3_600SemiBold.ttf?url';
import serif from '@expo-google-fonts/source-serif-4/400Regular/SourceSerif4_400Regular.ttf?url';
import serifSemibold from '@expo-google-fonts/source-serif-4/600SemiBold/SourceSerif4_600SemiBold.ttf?url';
import subsetter from 'harfbuzzjs/dist/harfbuzz-subset.wasm?url';
import type { MirrorPlace } from '../url/mirror.ts';
import { readFrom } from './read.ts';

/** The name of a font is written into a PDF: it is that of the file, whatever the build calls it. */
const fonts: Readonly<Record<FaceName, readonly [name: string, address: string]>> = {
  sans: ['SourceSans3_400Regular.ttf', sans],
  'sans-semibold': ['SourceSans3_600SemiBold.ttf', sansSemibold],
  serif: ['SourceSerif4_400Regular.ttf', serif],
  'serif-semibold': ['SourceSerif4_600SemiBold.ttf', serifSemibold],
};

type Answer = ReturnType<typeof createMirrorFetch>;

let opening: Promise<Answer> | null = null;

/** Answers the address of a picture, or of slides. That of a PNG is answered by an SVG: pixels are made by the page. */
export async function painted(place: MirrorPlace, address: string): Promise<MirrorReply> {
  opening ??= open(place).catch((error: unknown) => {
    opening = null;
    throw error;
  });
  return (await opening)(address, {});
}

async function open({ root, snapshot }: MirrorPlace): Promise<Answer> {
  const renderer = createVectorRenderer(await loadSources());
  const painter = { ...renderer, pngAsync: async (svg: string) => new TextEncoder().encode(svg) };
  const read = readFrom(new URL(`${snapshotFolder(snapshot)}/`, root));
  return createMirrorFetch(read, words, drawnRoutes(painter, root.href.replace(/\/$/, '')));
}

async function loadSources(): Promise<Sources> {
  const load = async (address: string) => {
    const reply = await fetch(address);
    if (!reply.ok) throw new Error(`${address} of this mirror cannot be read: ${reply.status}`);
    return new Uint8Array(await reply.arrayBuffer());
  };
  const files = Object.entries(fonts).map(
    async ([face, [name, address]]): Promise<[string, FontFile]> => [
      face,
      { name, bytes: await load(address) },
    ],
  );
  const [program, ...loaded] = await Promise.all([load(subsetter), ...files]);
  const faces = Object.fromEntries(loaded) as Record<FaceName, FontFile>;
  return { id: 'shipped', font: (name) => faces[name], subsetter: () => program };
}
