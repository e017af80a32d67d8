import { isRetractionReason, parseDay } from '@article21/model';
import type { Words } from './words.ts';

/** What is said of a question that was not answered. */
export interface ProblemTexts {
  title: string;
  /** What to do, or what was not understood. */
  hints: string[];
}

/** A part of a question that was refused: which key, why, and what it said. */
interface Issue {
  key: string;
  code: string;
  stated: string;
  /** Of what was retracted. */
  day?: string | undefined;
}

/**
 * A problem in the words of a language, by its kind and by the codes of its issues: the sentences that the API has for
 * programs are in English. A kind without words of its own is one that the question is not at fault for.
 */
export function problemTexts(kind: string, issues: readonly Issue[], words: Words): ProblemTexts {
  const { failure } = words.ui.page;
  switch (kind) {
    case 'too-much':
      return { title: failure.tooMuch, hints: [...new Set(issues.map(({ key }) => narrowing(key, words)))] };
    case 'invalid-query':
      return { title: failure.refused, hints: issues.map((issue) => unreadText(issue, words)) };
    case 'address-too-long':
      return { title: failure.tooLong, hints: [] };
    case 'not-found':
      return { title: failure.missing, hints: [failure.missingHint] };
    case 'retracted':
      return {
        title: words.ui.page.retracted.title,
        hints: issues.map((issue) => retractedText(issue, words)),
      };
    case 'busy':
      return { title: failure.server, hints: [words.ui.embed.busy] };
    default:
      return { title: failure.server, hints: [failure.serverHint] };
  }
}

/** What of the question would make it smaller, by the key that is too large. */
const remedies: Readonly<Record<string, keyof Words['ui']['page']['failure']>> = {
  every: 'tooMuchInTime',
  width: 'tooMuchInRoom',
  height: 'tooMuchInRoom',
  scale: 'tooMuchInPixels',
  show: 'tooMuchInShow',
};

function narrowing(key: string, { ui }: Words): string {
  return ui.page.failure[remedies[key] ?? 'tooMuchInPlaces'];
}

/** Which snapshot, on which day, and why, as far as everybody may know. */
function retractedText({ code, stated, day }: Issue, words: Words): string {
  const { hint, because } = words.ui.page.retracted;
  const parsed = day === undefined ? null : parseDay(day);
  return words.fill(hint, {
    snapshot: stated,
    day: parsed === null ? (day ?? '') : words.day(parsed),
    reason: because[isRetractionReason(code) ? code : 'other'],
  });
}

/** `“x” could not be read (measure).` */
function unreadText({ key, code, stated }: Issue, { ui, fill }: Words): string {
  return code === 'unknown_key'
    ? fill(ui.embed.meaningless, { key })
    : fill(ui.embed.unread, { key, stated });
}
