import { words as wordsOf } from '@article21/messages';
import { LONGEST_TITLE, languages, undrawable } from '@article21/model';
import { useId } from 'react';
import { usePage } from '../frame/page-context.tsx';
import { ChoiceRow } from './choice-row.tsx';
import type { Looks } from './looks.ts';
import { useShareTexts } from './share-texts.ts';
import { SizeFields } from './size-fields.tsx';

interface LooksFieldsProps {
  looks: Looks;
  /** Whether this site answers frames. */
  embeddable: boolean;
  change(looks: Looks): void;
  /** Told when the title has been typed. */
  titled(): void;
}

const themes = ['auto', 'light', 'dark'] as const;

/** Title, language, colours, size and controls of all that is taken. */
export function LooksFields({ looks, embeddable, change, titled }: LooksFieldsProps) {
  const { words } = usePage();
  const texts = useShareTexts();
  const id = useId();
  const missing = undrawable(looks.title);
  return (
    <section className="share-part share-looks" aria-label={texts.looks}>
      <h3 className="share-title">{texts.looks}</h3>
      <form
        className="share-field"
        onSubmit={(event) => {
          event.preventDefault();
          titled();
        }}
      >
        <label htmlFor={id}>{texts.title}</label>
        <input
          id={id}
          className="input"
          type="text"
          value={looks.title}
          maxLength={LONGEST_TITLE}
          aria-describedby={`${id}-text`}
          onChange={({ target }) => change({ ...looks, title: target.value })}
          onBlur={titled}
        />
        <span className="option-note" id={`${id}-text`} role={missing.length > 0 ? 'status' : undefined}>
          {missing.length > 0
            ? words.fill(texts.undrawable, { letters: missing.slice(0, MOST_LETTERS).join(' ') })
            : texts.titleText}
        </span>
      </form>
      <div className="share-field">
        <span>{words.ui.language}</span>
        <ChoiceRow
          label={words.ui.language}
          ids={languages}
          chosen={looks.lang}
          nameOf={(it) => wordsOf(it).name}
          choose={(lang) => change({ ...looks, lang })}
        />
      </div>
      <div className="share-field">
        <span>{texts.colours}</span>
        <ChoiceRow
          label={texts.colours}
          ids={themes}
          chosen={looks.theme ?? 'auto'}
          nameOf={(it) => texts.colour[it]}
          choose={(it) => change({ ...looks, theme: it === 'auto' ? null : it })}
        />
        <span className="option-note">{texts.coloursText}</span>
      </div>
      <SizeFields size={looks.size} change={(size) => change({ ...looks, size })} />
      {embeddable ? (
        <label className="option">
          <input
            type="checkbox"
            checked={looks.controls}
            onChange={({ target }) => change({ ...looks, controls: target.checked })}
          />
          <span>{texts.controls}</span>
        </label>
      ) : null}
    </section>
  );
}

/** So many letters show which script is meant. */
const MOST_LETTERS = 10;
