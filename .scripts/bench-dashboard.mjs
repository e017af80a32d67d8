// pnpm bench:dashboard: measures what a reader waits for, in a Chromium; --json prints it as one JSON value.
import { runBrowsed } from './browsed.mjs';

runBrowsed('bench');
