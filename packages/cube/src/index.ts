export { buildCube, type Cube } from './cube.ts';
export { groupCount } from './group-count.ts';
export { rollUp } from './roll-up.ts';
