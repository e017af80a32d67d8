const MOST_KNOWN = 10_000;

/** The same function of a text, which keeps what it has answered: most rows of a table repeat a date or a number. */
export function recalled<T>(read: (text: string) => T): (text: string) => T {
  const known = new Map<string, { answer: T }>();
  return (text) => {
    const there = known.get(text);
    if (there !== undefined) return there.answer;
    if (known.size >= MOST_KNOWN) known.clear();
    const answer = read(text);
    known.set(text, { answer });
    return answer;
  };
}
