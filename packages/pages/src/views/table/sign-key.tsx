import { type NumberSign, numberSigns, type Words } from '@article21/messages';
import type { Estimate } from '@article21/model';

interface SignKeyProps {
  estimates: readonly Estimate[];
  words: Words;
  /** Whether ranges among them are drawn, hatched, and not only written as "30–40". */
  drawn?: boolean;
  /** Where there is room for a word alone, and the sentence comes when it is pressed: begins the ids of these. */
  tips?: string;
}

/** What the signs of these numbers mean, each said once: "≥: no upper limit known". Nothing where there are none. */
export function SignKey({ estimates, words, drawn = false, tips }: SignKeyProps) {
  const { legend } = words.drawing;
  const signs = numberSigns(estimates, words).filter((sign) => drawn || sign !== 'hatch');
  if (signs.length === 0) return null;
  return (
    <ul className="sign-key" aria-label={words.ui.table.signs}>
      {signs.map((sign) => (
        <li key={sign}>
          {tips === undefined ? legend[sign] : <Tip id={`${tips}-${sign}`} sign={sign} words={words} />}
        </li>
      ))}
    </ul>
  );
}

const written: Record<NumberSign, string> = { hatch: '', atLeast: '≥', approximate: '≈', badge: '+1' };

/** A sign, what it is called, and its sentence when it is pressed: the browser itself shows and closes it, without a script. */
function Tip({ id, sign, words }: { id: string; sign: NumberSign; words: Words }) {
  const text = words.drawing.legend[sign];
  return (
    <>
      <button type="button" className="sign" popoverTarget={id} title={text}>
        <span className={`sign-${sign}`} aria-hidden="true">
          {written[sign]}
        </span>
        {words.drawing.signNames[sign]}
      </button>
      <span id={id} className="sign-tip" popover="auto">
        {text}
      </span>
    </>
  );
}
