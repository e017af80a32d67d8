import { retractedProblem } from '@article21/answers';
import { words as wordsOf } from '@article21/messages';
import { emptyQuery, type Language, languages, type Retraction } from '@article21/model';
import { pageAddress, type Template, writeFailure } from '@article21/pages';
import { type MirrorFile, snapshotFolder, TOMBSTONE, textFile } from '@article21/static-site/write';
import { type Retractions, shownRetractions, soundTombstones } from '@article21/store';
import { type Known, mirrorAddresses } from './addresses.ts';
import { placedPage } from './pages.ts';
import { languageFolder } from './views.ts';

/**
 * What a mirror tells of retracted snapshots, the last first. Throws a `SnapshotDamaged` where it cannot be read why one was: a mirror that
 * did not name it would say that it never was.
 */
export function publishedRetractions(retractions: Retractions): Retraction[] {
  soundTombstones(retractions);
  return shownRetractions(retractions);
}

/** The folders of their pages, by the addresses at which the site says the same. */
export function tombstonePages(retractions: readonly Retraction[]): [address: string, folder: string][] {
  return retractions.flatMap((retraction) =>
    languages.flatMap((language): [string, string][] => {
      const folder = folderOf(retraction, language);
      const own = addressOf(retraction, language);
      // Who names no language and has no scripts reads English.
      return language === 'en'
        ? [
            [own, folder],
            [addressOf(retraction, null), folder],
          ]
        : [[own, folder]];
    }),
  );
}

interface Site {
  /** The snapshot that the mirror holds. */
  id: string;
  known: Known;
  template: Template;
}

/** In the place of each retracted snapshot: why it is gone, for readers in each language, and for servers and programs. */
export async function* tombstoneFiles(
  retractions: readonly Retraction[],
  { id, known, template }: Site,
): AsyncGenerator<MirrorFile> {
  for (const retraction of retractions) {
    yield textFile(`${snapshotFolder(retraction.snapshot)}/${TOMBSTONE}`, retraction);
    const { kind, issues } = retractedProblem(retraction, id);
    for (const language of languages) {
      const folder = folderOf(retraction, language);
      const html = await writeFailure(
        {
          status: 410,
          kind,
          issues,
          route: { page: 'charts' },
          query: { ...emptyQuery, snapshot: retraction.snapshot, lang: language },
          words: wordsOf(language),
          addresses: mirrorAddresses(folder, known),
        },
        template,
      );
      const view = addressOf(retraction, language === 'en' ? null : language);
      yield { path: `${folder}index.html`, data: placedPage(html, { folder, id, view }) };
    }
  }
}

function folderOf({ snapshot }: Retraction, language: Language): string {
  return `${languageFolder(language)}${snapshotFolder(snapshot)}/`;
}

function addressOf({ snapshot }: Retraction, lang: Language | null): string {
  return pageAddress({ page: 'charts' }, { snapshot, lang });
}
