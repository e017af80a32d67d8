import { locateFile } from './folder.ts';
import { readSourceText, type SourceText } from './source-text.ts';

export { cleanText } from './clean.ts';
export { joinWrappedLines } from './documents/wrapped-lines.ts';
export { quotationAt } from './quotation-at.ts';
export { locateQuotations } from './quotations.ts';

/** Reads the text of a source of a dataset by the name in sources.csv. Never throws for what is in the file. */
export async function openSourceText(folder: string, file: string): Promise<SourceText> {
  const located = await locateFile(folder, file);
  return located.ok ? readSourceText(located.path, located.bytes) : located;
}
