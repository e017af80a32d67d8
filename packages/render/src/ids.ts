/** New names for the ids of a picture, counted by first appearance: ECharts counts over the life of the process. */
export interface Ids {
  /** The new name of an id. */
  of(id: string): string;
}

export function createIds(prefix: string): Ids {
  const names = new Map<string, string>();
  return {
    of(id) {
      const name = names.get(id) ?? `${prefix}-${names.size + 1}`;
      names.set(id, name);
      return name;
    },
  };
}
