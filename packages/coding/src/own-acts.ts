import { type DeclaredKind, textsOf } from '@article21/model';

/** Words of so many letters have endings: their own letters at the end are left out where they are vowels. */
const INFLECTED = 4;
const ENDING = /[aeiouyаеёиоуыэюяйьәөүұі]+$/u;
const ARTICLES = /(?:^| )(?:an?|the)(?= )/gu;

/**
 * Patterns of the words that a dataset has for a kind of its own: its labels, with any endings, an English one with or without
 * its articles. `Нападение на журналиста` is in "нападения на журналистов", and not in "напали".
 */
export function patternsOfKind(kind: DeclaredKind): string[] {
  return textsOf(kind, 'label').flatMap((label) => {
    const words = label.toLowerCase().replace(/\s+/g, ' ').trim();
    const bare = words.replace(ARTICLES, '').trim();
    return [...new Set([words, bare])].map((it) => it.split(' ').map(openEnded).join(' '));
  });
}

function openEnded(word: string): string {
  if ((word.match(/\p{L}/gu)?.length ?? 0) < INFLECTED) return word;
  const stem = word.replace(ENDING, '');
  return `${stem.length < INFLECTED ? word : stem}*`;
}
