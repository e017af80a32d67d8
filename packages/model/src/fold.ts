/** Letters of Kazakh that other keyboards have not, and what is typed in their place. */
const plain: Readonly<Record<string, string>> = {
  ә: 'а',
  ғ: 'г',
  қ: 'к',
  ң: 'н',
  ө: 'о',
  ұ: 'у',
  ү: 'у',
  һ: 'х',
  і: 'и',
};

/** Without capitals and accents, as words are compared that people type: "Öskemen" is "oskemen", "Қазақстан" is "казакстан". */
export function fold(text: string): string {
  const lower = text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
  return lower.replace(/[әғқңөұүһі]/gu, (letter) => plain[letter] ?? letter);
}

/** The words of what was typed, folded, each once. */
export function foldedWords(typed: string): string[] {
  return [...new Set(fold(typed).split(/\s+/).filter(Boolean))];
}

/** A text in its order, cut where one of some folded words begins or ends. */
export interface FoundPart {
  text: string;
  found: boolean;
}

/** Where folded words stand in a text. */
export function foundParts(text: string, words: readonly string[]): FoundPart[] {
  const { folded, begins } = foldedWithPlaces(text);
  const marked = new Uint8Array(text.length);
  for (const word of words.filter(Boolean))
    for (let at = folded.indexOf(word); at >= 0; at = folded.indexOf(word, at + word.length))
      marked.fill(1, begins[at], begins[at + word.length] ?? text.length);
  const parts: FoundPart[] = [];
  let begin = 0;
  for (let at = 1; at <= text.length; at++)
    if (at === text.length || marked[at] !== marked[begin]) {
      parts.push({ text: text.slice(begin, at), found: marked[begin] === 1 });
      begin = at;
    }
  return parts;
}

/** A folded text, and for each of its code units where the letter begins that it comes from. */
function foldedWithPlaces(text: string): { folded: string; begins: number[] } {
  const begins: number[] = [];
  let folded = '';
  let at = 0;
  for (const letter of text) {
    const plainLetter = fold(letter);
    for (let i = 0; i < plainLetter.length; i++) begins.push(at);
    folded += plainLetter;
    at += letter.length;
  }
  return { folded, begins };
}
