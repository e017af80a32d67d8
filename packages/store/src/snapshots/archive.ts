import { randomUUID } from 'node:crypto';
import { dirname, join } from 'node:path';
import type { Engine } from '../port.ts';
import { readRetractions } from '../retractions/read.ts';
import { applyRetraction, type Intent } from '../retractions/retract.ts';
import { soundTombstones } from '../retractions/tombstone.ts';
import { readWithheld } from '../retractions/withheld.ts';
import { completeChange } from './change.ts';
import { keepChanges, namesOf, readChanges } from './changes.ts';
import { statedCurrent, swapCurrent } from './current.ts';
import { mostBytes, nodeFs } from './durable-fs.ts';
import { snapshotDamaged } from './errors.ts';
import { folderOf, snapshotFolder } from './folder.ts';
import { listIds } from './ids.ts';
import { appendLog, readLog } from './log.ts';
import { type Manifest, readManifest } from './manifest.ts';
import { makeFinal } from './publish.ts';
import { whenRecovered } from './recover.ts';
import { verify } from './verify.ts';

/** A snapshot whole: its files in a folder, each of them what its manifest says, and the bytes of that. */
interface WholeSnapshot {
  root: string;
  manifest: Manifest;
  bytes: Uint8Array;
}

/** All that a store holds, to be moved to another one of whatever kind. */
export interface Archive {
  /** For people. */
  readonly name: string;
  /** Newest first. */
  ids(): Promise<string[]>;
  current(): Promise<string | null>;
  /** Lines, oldest first. */
  log(): Promise<string[]>;
  comparisons(): Promise<Comparison[]>;
  /** What was retracted, and which records may not be published again. Throws where a tombstone cannot be read. */
  retracted(): Promise<Intent>;
  /** Does something with a snapshot. Throws a `SnapshotDamaged` where it is not what was published. */
  with<T>(id: string, work: (snapshot: WholeSnapshot) => Promise<T>): Promise<T>;
  /** Does something as the only one who changes this store, which is made where there is none. */
  exclusively<T>(work: (writer: ArchiveWriter) => Promise<T>): Promise<T>;
  close(): Promise<void>;
}

/** What a snapshot changed against another, as it was kept. */
interface Comparison {
  id: string;
  since: string;
  text: string;
}

interface ArchiveWriter {
  /** Adds a snapshot, which is not served by that. */
  add(snapshot: WholeSnapshot): Promise<void>;
  keep(comparison: Comparison): Promise<void>;
  /** Goes on with the log, and serves a snapshot; null leaves what is served. */
  advance(lines: readonly string[], current: string | null): Promise<void>;
  /** Removes what was retracted, and keeps that it was. */
  applyRetraction(retracted: Intent): Promise<void>;
}

/** The store in a folder, as an archive. */
export function folderArchive(dataDir: string, engine: Engine): Archive {
  const folder = folderOf(dataDir, engine, nodeFs);
  return {
    name: dataDir,
    ids: () => listIds(folder),
    current: () => statedCurrent(folder),
    log: async () => (await readLog(folder)).map((entry) => JSON.stringify(entry)),
    comparisons: async () => {
      const found: Comparison[] = [];
      for (const [id, since] of await namesOf(folder)) {
        const text = await readChanges(folder, id, since);
        if (text !== null) found.push({ id, since, text });
      }
      return found;
    },
    retracted: async () => ({
      tombstones: soundTombstones(await readRetractions(folder)),
      withheld: await readWithheld(folder),
    }),
    with: async (id, work) => {
      const [problem] = (await verify(folder, id)).problems;
      if (problem) throw snapshotDamaged(id, `${problem.file} ${problem.problem}`);
      const manifest = await readManifest(folder, id);
      const root = snapshotFolder(folder, id);
      return work({
        root,
        manifest,
        bytes: await nodeFs.read(join(root, 'manifest.json'), mostBytes.manifest),
      });
    },
    exclusively: (work) =>
      whenRecovered(folder, async () => {
        return work({
          add: async ({ root, manifest, bytes }) => {
            const temporary = join(folder.snapshots, `tmp-${randomUUID()}`);
            try {
              for (const { path } of manifest.files) {
                await nodeFs.makeFolder(dirname(join(temporary, path)));
                await nodeFs.copy(join(root, path), join(temporary, path));
              }
              await makeFinal(folder, temporary, manifest, bytes);
            } finally {
              await nodeFs.remove(temporary);
            }
          },
          keep: ({ id, since, text }) => keepChanges(folder, id, since, text),
          advance: async (lines, current) => {
            await completeChange(folder);
            for (const line of lines) await appendLog(folder, JSON.parse(line));
            if (current !== null) await swapCurrent(folder, current);
          },
          applyRetraction: (retracted) => applyRetraction(folder, retracted),
        });
      }),
    close: async () => {},
  };
}
