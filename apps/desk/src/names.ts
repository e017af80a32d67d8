import type { FolderRows } from '@article21/import';
import type { Words } from '@article21/messages';
import type { Language } from '@article21/model';
import { textOf } from './declared/rows.ts';

/** A place as its table calls it. */
export function placeName({ places }: Pick<FolderRows, 'places'>, id: string, language: Language): string {
  return placeNames({ places }, language)(id);
}

/** The names of many places: looked for once. */
export function placeNames(
  { places }: Pick<FolderRows, 'places'>,
  language: Language,
): (id: string) => string {
  const names = new Map(places.map((row) => [row.id, textOf(row, 'name', language)]));
  return (id) => names.get(id) || id;
}

/** A source by its title. */
export function sourceName({ sources }: Pick<FolderRows, 'sources'>, id: string, language: Language): string {
  const row = sources.find((it) => it.id === id);
  return row?.[`title_${language}`] || row?.title || id;
}

/** A value of an attribute, written `topic:labour`, in words. */
export function attributeName(words: Words, filter: string): string {
  const [id = '', value = ''] = filter.split(':');
  return `${words.attribute(id)}: ${words.attributeValue(id, value)}`;
}
