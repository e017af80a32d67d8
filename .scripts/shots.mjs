// pnpm shots: takes the pictures of the README anew, from the running program.
import { runBrowsed } from './browsed.mjs';

runBrowsed('shots');
