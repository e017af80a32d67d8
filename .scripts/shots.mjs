// pnpm shots: takes the pictures of the README anew, from the running program.
import { runInBrowser } from './run-in-browser.mjs';

runInBrowser('shots');
