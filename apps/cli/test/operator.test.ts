import { readFileSync } from 'node:fs';
import { userInfo } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, it, vi } from 'vitest';
import { useDesk } from './datasets.ts';

vi.mock('node:os', async (original) => {
  const os = await original<typeof import('node:os')>();
  return { ...os, userInfo: vi.fn(os.userInfo) };
});
afterEach(() => vi.mocked(userInfo).mockReset());

const desk = useDesk();
const logged = () => JSON.parse(readFileSync(join(desk.dataDir, 'log.jsonl'), 'utf8')).by;

it('a user without a name publishes under a number', async () => {
  vi.mocked(userInfo).mockImplementation(() => {
    throw new Error('uv_os_get_passwd returned ENOENT (no such file or directory)');
  });
  await desk.publish();
  expect(logged()).toBe(`user ${process.getuid?.()}`);
});

it('a user with a name publishes under it, unless told otherwise', async () => {
  vi.mocked(userInfo).mockReturnValue({ username: 'anna' } as ReturnType<typeof userInfo>);
  await desk.publish();
  expect(logged()).toBe('anna');
});
