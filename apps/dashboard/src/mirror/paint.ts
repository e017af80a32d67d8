import type { MirrorPlace } from '../url/mirror.ts';
import type { PaintReply, PaintRequest } from './painter.ts';

/** Milliseconds after which a thread that says nothing is given up: it may have been forbidden by a server's policy. */
const PATIENCE = 120_000;

interface Thread {
  ask(request: Omit<PaintRequest, 'id'>): Promise<PaintReply>;
}

let thread: Thread | null = null;

/** Answers the address of a picture or of slides, drawn here. Rejects where this browser, or a policy, does not let it. */
export async function paint(
  { root, snapshot }: MirrorPlace,
  address: string,
  signal?: AbortSignal | null,
): Promise<Response> {
  thread ??= start();
  const reply = await thread.ask({ address, root: root.href, snapshot });
  signal?.throwIfAborted();
  if ('failed' in reply) throw new Error(reply.failed);
  const { status, headers, body } = reply;
  if (status !== 200 || !address.startsWith('/chart.png')) return new Response(body, { status, headers });
  const scale = Number(new URLSearchParams(address.split('?')[1]).get('scale') ?? 1);
  return new Response(await pixelsOf(body, scale), { status, headers });
}

function start(): Thread {
  const worker = new Worker(new URL('./painter.ts', import.meta.url), { type: 'module' });
  const waiting = new Map<number, { done(reply: PaintReply): void; failed(error: Error): void }>();
  let nextId = 0;
  const giveUp = (message: string) => {
    thread = null;
    worker.terminate();
    for (const { failed } of waiting.values()) failed(new Error(message));
    waiting.clear();
  };
  worker.addEventListener('message', ({ data }: MessageEvent<PaintReply>) => {
    waiting.get(data.id)?.done(data);
    waiting.delete(data.id);
  });
  worker.addEventListener('error', (event) =>
    giveUp(event.message || 'the part that draws cannot be loaded'),
  );
  return {
    ask(request) {
      const id = nextId++;
      return new Promise((resolve, reject) => {
        const timer = setTimeout(() => giveUp('drawing took too long'), PATIENCE);
        const settle =
          <T>(then: (value: T) => void) =>
          (value: T) => {
            clearTimeout(timer);
            then(value);
          };
        waiting.set(id, { done: settle(resolve), failed: settle(reject) });
        worker.postMessage({ ...request, id } satisfies PaintRequest);
      });
    },
  };
}

/** The PNG of a picture of ours, by the painter of this browser: its letters are paths, so that no font can be missing. */
async function pixelsOf(svg: ArrayBuffer, scale: number): Promise<Blob> {
  const address = URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' }));
  try {
    const image = new Image();
    image.src = address;
    await image.decode();
    const canvas = document.createElement('canvas');
    canvas.width = image.naturalWidth * scale;
    canvas.height = image.naturalHeight * scale;
    canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
    return await new Promise((resolve, reject) =>
      canvas.toBlob((png) => (png ? resolve(png) : reject(new Error('this browser makes no such image')))),
    );
  } finally {
    URL.revokeObjectURL(address);
  }
}
