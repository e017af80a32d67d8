// A process of its own: draws once, prints what came out, and must then end by itself.
import { createRenderer } from '../src/index.ts';
import { stacked } from './options.ts';

const svg = createRenderer().svg(stacked, {
  width: 600,
  height: 400,
  title: 'Title',
  description: 'Description',
  language: 'kk',
});
process.stdout.write(svg);
