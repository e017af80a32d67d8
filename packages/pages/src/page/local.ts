import type { LocalText } from '@article21/model';
import { localText } from '@article21/model';
import type { PageSubject } from './subject.ts';

type Reader = Pick<PageSubject, 'loaded' | 'words'>;

/** A text of the dataset in the reader's language, else in the dataset's own. */
export function localOf<Field extends string>(
  item: Parameters<typeof localText<Field>>[0],
  field: Field,
  { loaded, words }: Reader,
): LocalText {
  return localText(item, field, words.language, loaded.snapshot.catalogue.meta.language);
}

/** What the dataset says of itself; null where it says nothing. */
export function descriptionOf({ loaded, words }: Reader): LocalText | null {
  const { meta } = loaded.snapshot.catalogue;
  const { description, ...others } = meta;
  return description === undefined
    ? null
    : localText({ ...others, description }, 'description', words.language, meta.language);
}
