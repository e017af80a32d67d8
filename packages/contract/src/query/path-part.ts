import { idPattern, isId, isSnapshotId, type Key, snapshotIdPattern } from '@article21/model';

/** The id of a record or a source, in a path. */
export const idKey = pathPart('not an id', idPattern, isId);

/** The id of a snapshot in a path, or `current`. */
export const publishedKey = pathPart(
  'not a snapshot id',
  new RegExp(`^(?:current|${snapshotIdPattern.source})$`),
  (text) => text === 'current' || isSnapshotId(text),
);

function pathPart(message: string, pattern: RegExp, accepts: (text: string) => boolean): Key<string> {
  const issue = { code: 'unreadable', message, hint: 'copy it from another answer' } as const;
  return {
    description: '',
    pattern,
    absent: '',
    read: (text) => (accepts(text) ? { value: text } : { issue }),
    write: (id) => id,
  };
}
