import type { Words } from '@article21/messages';
import type { Language } from '@article21/model';
import type { Renderer } from '@article21/render';
import type { Snapshots } from '../snapshots.ts';

/** What jobs are done with. */
export interface JobTools {
  snapshots: Snapshots;
  words(language: Language): Words;
  baseUrl: string;
  /** The built page of the dashboard; null where it is not served. */
  index: string | null;
  /** Asked for by each job that draws. */
  renderer(): Promise<Renderer>;
}

/** The output of a job: a text, or the bytes of a file. */
export type JobOutput = Promise<string | Uint8Array>;

/** A question about one snapshot, as its address states it. Whoever orders the job has read it without fault. */
export interface SnapshotInput {
  snapshot: string;
  path: string;
  search: string;
}

/** A Buffer over the memory of bytes that another thread sent: nothing is copied. */
export function bufferOver({ buffer, byteOffset, byteLength }: Uint8Array): Buffer {
  return Buffer.from(buffer, byteOffset, byteLength);
}

let loaded: Promise<Renderer> | null = null;

/** Fonts, their measures and the painter are loaded once, and not before anybody wants a picture. */
export function loadedOnce(): Promise<Renderer> {
  loaded ??= import('@article21/render').then(({ createRenderer }) => createRenderer());
  return loaded;
}
