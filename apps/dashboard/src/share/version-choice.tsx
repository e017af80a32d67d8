import { useId } from 'react';
import { usePage } from '../frame/page-context.tsx';
import { useShareTexts } from './share-texts.ts';

interface VersionChoiceProps {
  frozen: boolean;
  /** Whether what is taken is a figure, whose picture and sentence stay as they are in either case. */
  isFigure: boolean;
  snapshot: string;
  choose(frozen: boolean): void;
}

/** Whether what is taken follows the data or stays as it is. */
export function VersionChoice({ frozen, isFigure, snapshot, choose }: VersionChoiceProps) {
  const { words } = usePage();
  const texts = useShareTexts();
  const name = useId();
  const option = (value: boolean, label: string, text: string) => (
    <label className="option share-which">
      <input type="radio" name={name} checked={frozen === value} onChange={() => choose(value)} />
      <span>
        {label}
        <span className="option-note"> {text}</span>
      </span>
    </label>
  );
  return (
    <fieldset className="share-part">
      <legend className="share-title">{texts.which}</legend>
      {option(false, texts.live, isFigure ? words.fill(texts.liveFigure, { snapshot }) : texts.liveText)}
      {option(true, texts.frozen, words.fill(texts.frozenText, { snapshot }))}
    </fieldset>
  );
}
