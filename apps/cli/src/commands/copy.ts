import { stat } from 'node:fs/promises';
import { type Call, type Command, exits } from '../command.ts';
import { misuse } from '../failure.ts';
import { counted } from '../output.ts';

export const copy: Command = {
  name: 'copy',
  summary: 'copy all that was published to another place, byte for byte; what was cut short goes on',
  parameters: [
    { name: '<from>', description: 'a folder of snapshots, or the address of a database', required: true },
    { name: '<to>', description: 'the same; empty, or an earlier copy of it', required: true },
  ],
  options: {},
  async run(call) {
    const { copyBetween, describeLocation } = await import('@article21/store');
    const [from, to] = await Promise.all([
      placed(call, call.args[0] ?? ''),
      placed(call, call.args[1] ?? ''),
    ]);
    const named = (place: string) => describeLocation(locationFor(place));
    if (named(from) === named(to)) throw misuse(`${named(from)} is copied to itself: name two places`);
    if (!isAddress(from) && !(await isFolder(from))) throw misuse(`no such folder: ${from}`);
    const { current, copied, before, retracted } = await copyBetween(from, to, (done, all, id) =>
      call.progress.at(done, all, `copying ${id}`),
    );
    return {
      exit: exits.done,
      json: {
        ok: true,
        command: 'copy',
        from: named(from),
        to: named(to),
        current,
        copied,
        before,
        retracted,
      },
      text: [
        `${named(to)} holds what ${named(from)} does: ${counted(copied.length, 'snapshot')} copied, ${before.length} had been there`,
        ...retracted.map((id) => `${id} was retracted, and is removed there`),
        current === null ? 'nothing is served there yet' : `${current} is served there`,
      ],
    };
  },
};

/** A place as it was typed: an address as it is, a folder from where the operator stands. */
async function placed(call: Call, typed: string): Promise<string> {
  if (!isAddress(typed)) return call.path(typed);
  const { readLocation } = await import('@article21/store');
  try {
    readLocation({ ...nowhere, storeUrl: typed });
  } catch (error) {
    throw misuse(error instanceof Error ? error.message : String(error));
  }
  return typed;
}

const nowhere = { dataDir: '', cacheDir: '' };

function locationFor(place: string) {
  return isAddress(place) ? { storeUrl: place, cacheDir: '', engine: 'duckdb' as const } : { dataDir: place };
}

/** Anything with a scheme is meant as an address, also where it is none of a database. */
function isAddress(place: string): boolean {
  return /^[a-z]+:\/\//.test(place);
}

async function isFolder(path: string): Promise<boolean> {
  try {
    return (await stat(path)).isDirectory();
  } catch {
    return false;
  }
}
