import { SaxesParser } from 'saxes';

export interface ParsedElement {
  name: string;
  attributes: Readonly<Record<string, string>>;
  /** The text directly in it. */
  text: string;
}

/** The elements of an SVG in the order in which they open. Throws when it is not well-formed XML with namespaces. */
export function parsed(svg: string): ParsedElement[] {
  const elements: ParsedElement[] = [];
  const open: ParsedElement[] = [];
  const parser = new SaxesParser({ xmlns: true });
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', ({ name, attributes }) => {
    const values = Object.entries(attributes).map(([key, { value }]) => [key, value]);
    const element = { name, attributes: Object.fromEntries(values), text: '' };
    elements.push(element);
    open.push(element);
  });
  parser.on('text', (text) => {
    const element = open.at(-1);
    if (element) element.text += text;
  });
  parser.on('closetag', () => open.pop());
  parser.write(svg).close();
  return elements;
}
