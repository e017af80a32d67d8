export { buildCube, type Cube } from './cube.ts';
export { axisLength, groupCount, printGroupCount, seriesCount } from './group-count.ts';
export { cellsToNarrow } from './narrowed.ts';
export { possibleDays } from './possible.ts';
export { rollUp } from './roll-up.ts';
export { sourcesOf } from './sources.ts';
