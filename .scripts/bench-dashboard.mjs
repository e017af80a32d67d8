// pnpm bench:dashboard: measures what a reader waits for, in a Chromium; --json prints it as one JSON value.
import { runInBrowser } from './run-in-browser.mjs';

runInBrowser('bench');
