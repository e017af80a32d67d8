import type { Folder } from '../snapshots/folder.ts';
import { withLock } from '../snapshots/lock.ts';
import { installEdition, serveEdition } from './install.ts';
import { keepPiece, readPiece } from './pieces.ts';
import { keepStatement, type OnWord, readStatement } from './statement.ts';
import { type PublicPart, writeEdition } from './write.ts';

/**
 * What others may copy of a store, and what it copies of another: public editions of snapshots, in pieces that are named by
 * their hash, and one signed statement of which of them is served.
 */
export interface Editions {
  /** The text of the signed statement; null where nobody signed anything. */
  statement(): Promise<string | null>;
  /** Puts another in the place of the one that it follows. Throws a `StoreBusy` where somebody else has put one there meanwhile. */
  keepStatement(text: string, after: string | null): Promise<void>;
  /** A piece, compared with its hash; null where there is none, `damaged` where something else stands in its place. */
  piece(hash: string): Promise<Uint8Array | 'damaged' | null>;
  /** Keeps a piece, and answers its hash. */
  keepPiece(bytes: Uint8Array): Promise<string>;
  /** Keeps the public edition of a snapshot, and answers the hash of its manifest. */
  write(id: string, part: PublicPart): Promise<string>;
  /** Makes a snapshot of an edition whose pieces are all kept; answers whether it is new. It is not served yet. */
  install(manifest: Uint8Array, publishedAt: string): Promise<boolean>;
  /** Serves a snapshot from now on, on the word of a statement, which is kept as by `keepStatement`. */
  serve(id: string, on: OnWord): Promise<void>;
}

/** The editions of a store, whose errors `explain` says in one sentence. */
export function editionsOf(folder: Folder, explain: <T>(work: Promise<T>) => Promise<T>): Editions {
  return {
    statement: () => explain(readStatement(folder)),
    keepStatement: (text, after) => explain(withLock(folder, () => keepStatement(folder, text, after))),
    piece: (hash) => explain(readPiece(folder, hash)),
    keepPiece: (bytes) => explain(keepPiece(folder, bytes)),
    write: (id, part) => explain(writeEdition(folder, id, part)),
    // What is no edition throws before anything is done.
    install: (manifest, publishedAt) => explain(installEdition(folder, manifest, publishedAt)),
    serve: (id, on) => explain(serveEdition(folder, id, on)),
  };
}
