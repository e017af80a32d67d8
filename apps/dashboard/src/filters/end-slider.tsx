import { useCallback, useRef } from 'react';

interface EndSliderProps {
  label: string;
  /** Which edge of its bucket it stands on. */
  end: 'begin' | 'end';
  at: number;
  count: number;
  nameOf(at: number): string;
  move(at: number): void;
  /** Called once for a movement, when the pointer or the key is let go. */
  commit(): void;
}

/** One end of a period as a slider over the edges of its buckets. */
export function EndSlider({ label, end, at, count, nameOf, move, commit }: EndSliderProps) {
  const offset = end === 'end' ? 1 : 0;
  const held = useRef(false);
  const latest = useRef(commit);
  latest.current = commit;
  const listen = useCallback((input: HTMLInputElement) => {
    // React calls every input a change; the browser's own change is the end of one, but for each repeat of a key.
    const done = () => !held.current && latest.current();
    input.addEventListener('change', done);
    return () => input.removeEventListener('change', done);
  }, []);
  const letGo = () => {
    if (held.current) latest.current();
    held.current = false;
  };
  return (
    <input
      ref={listen}
      type="range"
      className="overview-end"
      aria-label={label}
      aria-valuetext={nameOf(at)}
      min={0}
      max={count}
      value={at + offset}
      onKeyDown={() => {
        held.current = true;
      }}
      onKeyUp={letGo}
      onBlur={letGo}
      onChange={(event) => move(Math.max(0, Math.min(count - 1, Number(event.target.value) - offset)))}
    />
  );
}
