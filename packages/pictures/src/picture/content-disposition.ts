/** What a file is called when it is kept. */
export function contentDisposition(
  way: 'inline' | 'attachment',
  name: string,
): { 'Content-Disposition': string } {
  return { 'Content-Disposition': `${way}; filename="${name}"` };
}
