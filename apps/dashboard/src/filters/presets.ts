import { bucketCount, bucketName, bucketStart, nextBucket, type Period, type Step } from '@article21/model';

/** A period that can be chosen with one press, by the name of its bucket. */
export interface Preset {
  name: string;
  from: number;
  to: number;
}

const MOST = 12;

/** The buckets that the data cover, at the finest step that needs no more than twelve of them. */
export function presetsOf({ from, to }: Period): Preset[] {
  if (from === null || to === null) return [];
  const steps = ['month', 'quarter', 'year'] as const satisfies readonly Step[];
  const step = steps.find((it) => bucketCount(to - from + 1, it) <= MOST + 1) ?? 'year';
  const presets: Preset[] = [];
  for (let start = bucketStart(from, step); start <= to; start = nextBucket(start, step))
    presets.push({ name: bucketName(start, step), from: start, to: nextBucket(start, step) - 1 });
  return presets.slice(-MOST);
}
