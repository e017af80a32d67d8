import type { LocalText } from '@article21/model';
import { localText } from '@article21/model';
import { html } from 'hono/html';
import type { PageSubject } from './subject.ts';
import type { Html } from './template.ts';

type Reader = Pick<PageSubject, 'served' | 'words'>;

/** A text of the dataset in the reader's language, else in the dataset's own. */
export function localOf<Field extends string>(
  item: Parameters<typeof localText<Field>>[0],
  field: Field,
  { served, words }: Reader,
): LocalText {
  return localText(item, field, words.language, served.snapshot.catalogue.meta.language);
}

/** The same as a part of a page, which says so where it is in another language than the page. */
export async function local<Field extends string>(
  item: Parameters<typeof localText<Field>>[0],
  field: Field,
  reader: Reader,
): Promise<Html> {
  const { text, language } = localOf(item, field, reader);
  return language === reader.words.language ? html`${text}` : html`<span lang="${language}">${text}</span>`;
}

/** What the dataset says of itself; null where it says nothing. */
export function descriptionOf({ served, words }: Reader): LocalText | null {
  const { meta } = served.snapshot.catalogue;
  const { description, ...others } = meta;
  return description === undefined
    ? null
    : localText({ ...others, description }, 'description', words.language, meta.language);
}
