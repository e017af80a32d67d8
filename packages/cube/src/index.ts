export { buildCube, type Cube } from './cube.ts';
export {
  axisLength,
  countSize,
  groupCount,
  NotCounted,
  printGroupCount,
  type Size,
  seriesCount,
  tellSize,
} from './group-count.ts';
export { possibleDays } from './possible.ts';
export { rollUp } from './roll-up.ts';
export { sourcesOf } from './sources.ts';
export { cellsToRead } from './unmade.ts';
