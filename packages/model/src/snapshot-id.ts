/** The id of a snapshot as it stands in a text: the day of its dataset, and the beginning of its hash. */
export const snapshotIdPattern = /\d{4}-\d{2}-\d{2}-[0-9a-f]{16}/;

const whole = new RegExp(`^${snapshotIdPattern.source}$`);

export function isSnapshotId(text: string): boolean {
  return whole.test(text);
}
