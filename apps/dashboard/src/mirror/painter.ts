/**
 * The thread that draws a mirror's pictures and slides: the page goes on meanwhile, and need not be allowed to run what sets
 * the letters (WebAssembly), which its policy forbids.
 */
export interface PaintRequest {
  id: number;
  address: string;
  /** Where the mirror is, and which snapshot it holds. */
  root: string;
  snapshot: string;
}

export type PaintReply = { id: number } & (
  | { status: number; headers: [name: string, value: string][]; body: ArrayBuffer }
  | { failed: string }
);

// A server of files may not know what a .wasm file is, and a browser streams none that is called otherwise.
WebAssembly.instantiateStreaming = async (source, imports) =>
  WebAssembly.instantiate(await (await source).arrayBuffer(), imports);

// What is asked before all is loaded must be heard, so that nothing is imported before this.
self.addEventListener('message', ({ data }: MessageEvent<PaintRequest>) => {
  void reply(data).then((it) => self.postMessage(it));
});

async function reply({ id, address, root, snapshot }: PaintRequest): Promise<PaintReply> {
  try {
    const { painted } = await import('./painted.ts');
    const answer = await painted({ root: new URL(root), snapshot }, address);
    return {
      id,
      status: answer.status,
      headers: [...answer.headers],
      body: await answer.arrayBuffer(),
    };
  } catch (error) {
    return { id, failed: error instanceof Error ? error.message : String(error) };
  }
}
