// Plain Node, for scripts that run before anything is installed; its types stand beside it.
import { randomInt } from 'node:crypto';
import { createServer } from 'node:net';

export async function freePort() {
  const port = randomInt(10_000, 32_000);
  const probe = createServer().listen(port);
  const isFree = await new Promise((resolve) => {
    probe.once('listening', () => resolve(true)).once('error', () => resolve(false));
  });
  if (!isFree) return freePort();
  await new Promise((resolve) => probe.close(resolve));
  return port;
}
