export {
  checkLimit,
  compareKeys,
  type PageKey,
  printCursor,
  readCursor,
} from './engines/cursor.ts';
export { charted, drawnOn, matches, pageKey } from './engines/memory/filter.ts';
export type { RecordFilter, RecordPage } from './port.ts';
