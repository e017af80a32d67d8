import { readFileSync } from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import os from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, it } from 'vitest';
import { useDesk } from './datasets.ts';

const { userInfo } = os;
/** From here on the system knows the user so. A replaced module would have the whole program loaded anew for two tests. */
function know(user: () => string) {
  os.userInfo = (() => ({ ...userInfo(), username: user() })) as typeof userInfo;
  syncBuiltinESMExports();
}
afterEach(() => {
  os.userInfo = userInfo;
  syncBuiltinESMExports();
});

const desk = useDesk();
const logged = () => JSON.parse(readFileSync(join(desk.dataDir, 'log.jsonl'), 'utf8')).by;

it('a user without a name publishes under a number', async () => {
  know(() => {
    throw new Error('uv_os_get_passwd returned ENOENT (no such file or directory)');
  });
  await desk.publish();
  expect(logged()).toBe(`user ${process.getuid?.()}`);
});

it('a user with a name publishes under it, unless told otherwise', async () => {
  know(() => 'anna');
  await desk.publish();
  expect(logged()).toBe('anna');
});
