import { type NumberSign, numberSigns, type Words } from '@article21/messages';
import type { Estimate, MeasureId } from '@article21/model';
import type { ReactNode } from 'react';
import { Link } from '../link.tsx';
import { useSite } from '../site.tsx';

interface SignKeyProps {
  estimates: readonly Estimate[];
  words: Words;
}

/** What the signs of these numbers mean, each said once: "≥: no upper limit known". Nothing where there are none. */
export function SignKey({ estimates, words }: SignKeyProps) {
  return (
    <KeyList words={words} signs={numberSigns(estimates).filter((sign) => sign !== 'hatch')}>
      {(sign) => words.drawing.legend[sign]}
    </KeyList>
  );
}

interface ChartKeyProps {
  /** What is written and drawn, each with what it counts. */
  counted: readonly (Estimate & { measure: MeasureId })[];
  /** Whether ranges among them are drawn, hatched, and not only written as "30–40". */
  hatched: boolean;
}

/** The signs over a chart, each with a word; pressed, it says its sentence, and leads to the records that it is about. */
export function ChartKey({ counted, hatched }: ChartKeyProps) {
  const { words } = useSite();
  const measures = [...new Set(counted.map(({ measure }) => measure))];
  const signsOf = new Map(
    measures.map((id) => [id, numberSigns(counted.filter(({ measure }) => measure === id))]),
  );
  const signs = numberSigns(counted).filter((sign) => hatched || sign !== 'hatch');
  const measuresWith = (sign: NumberSign) => measures.filter((id) => signsOf.get(id)?.includes(sign));
  return (
    <KeyList words={words} signs={signs}>
      {(sign) => <Tip sign={sign} measures={measuresWith(sign)} />}
    </KeyList>
  );
}

interface KeyListProps {
  signs: readonly NumberSign[];
  words: Words;
  children(sign: NumberSign): ReactNode;
}

function KeyList({ signs, words, children }: KeyListProps) {
  if (signs.length === 0) return null;
  return (
    <ul className="sign-key" aria-label={words.ui.table.signs}>
      {signs.map((sign) => (
        <li key={sign}>{children(sign)}</li>
      ))}
    </ul>
  );
}

const written: Record<NumberSign, string> = { hatch: '', atLeast: '≥', approximate: '≈', badge: '+1' };

/** What is used of an element: there are no types of browsers here. */
interface InPopover {
  closest?(selector: string): { hidePopover?(): void } | null;
}

/** A sign and what it is called; the browser itself shows and closes its sentence, without a script. */
function Tip({ sign, measures }: { sign: NumberSign; measures: readonly MeasureId[] }) {
  const { words, href, isLive } = useSite();
  const text = words.drawing.legend[sign];
  const id = `sign-${sign}`;
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
        {isLive ? (
          <Link
            href={href({ opened: { measure: measures, at: null, bucket: null, extra: null, sign } })}
            onClick={({ currentTarget }) =>
              (currentTarget as InPopover).closest?.('.sign-tip')?.hidePopover?.()
            }
          >
            {words.ui.table.signRecords}
          </Link>
        ) : null}
      </span>
    </>
  );
}
