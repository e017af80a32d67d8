/** What a key does in a presentation. */
export type Command =
  | 'previous'
  | 'next'
  | 'first'
  | 'last'
  | 'quotations'
  | 'notes'
  | 'fullScreen'
  | 'leave';

const commands: Readonly<Record<string, Command>> = {
  ArrowLeft: 'previous',
  ArrowUp: 'previous',
  PageUp: 'previous',
  ArrowRight: 'next',
  ArrowDown: 'next',
  PageDown: 'next',
  Space: 'next',
  Home: 'first',
  End: 'last',
  // By their place on the keyboard: on a Russian or Kazakh one, Q types another letter.
  KeyQ: 'quotations',
  KeyN: 'notes',
  KeyF: 'fullScreen',
  Escape: 'leave',
};

type Pressed = Pick<KeyboardEvent, 'code' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'>;

/** Reads a key; null for one that means nothing here, and for the browser's own. */
export function commandOf({ code, ctrlKey, metaKey, altKey, shiftKey }: Pressed): Command | null {
  if (ctrlKey || metaKey || altKey || !Object.hasOwn(commands, code)) return null;
  if (shiftKey) return code === 'Space' ? 'previous' : null;
  return commands[code] ?? null;
}

/** The slide that a command leads to, from 0; null for a command that leads to none. */
export function slideAfter(command: Command, at: number, count: number): number | null {
  const last = count - 1;
  switch (command) {
    case 'previous':
      return Math.max(0, at - 1);
    case 'next':
      return Math.min(last, at + 1);
    case 'first':
      return 0;
    case 'last':
      return last;
    default:
      return null;
  }
}
