export { outlinesOf } from './outlines-of.ts';
