import { useId } from 'react';
import { useDraft } from '../filters/use-draft.ts';
import { ChoiceRow } from './choice-row.tsx';
import { type PictureSize, readPixels, sizes } from './looks.ts';
import { useShareTexts } from './share-texts.ts';

interface SizeFieldsProps {
  size: PictureSize;
  change(size: PictureSize): void;
}

const sizeIds = Object.keys(sizes) as (keyof typeof sizes)[];

/** How large pictures are: one of the usual sizes, or one's own. */
export function SizeFields({ size, change }: SizeFieldsProps) {
  const texts = useShareTexts();
  const chosen = sizeIds.find((id) => sizes[id].width === size.width && sizes[id].height === size.height);
  const nameOf = (id: keyof typeof sizes) => {
    const { width, height } = sizes[id];
    return height === null ? texts.sizes[id] : `${texts.sizes[id]} ${width} × ${height}`;
  };
  return (
    <div className="share-field">
      <span>{texts.size}</span>
      <ChoiceRow
        label={texts.size}
        ids={sizeIds}
        chosen={chosen ?? null}
        nameOf={nameOf}
        choose={(id) => change(sizes[id])}
      />
      <span className="share-sides">
        <Side side="width" size={size} change={change} fault={texts.notWidth} label={texts.width} />
        <span aria-hidden="true">×</span>
        <Side side="height" size={size} change={change} fault={texts.notHeight} label={texts.height} />
      </span>
      <span className="option-note">{texts.sizeText}</span>
    </div>
  );
}

interface SideProps extends SizeFieldsProps {
  side: keyof PictureSize;
  label: string;
  fault: string;
}

/** A number of pixels, taken as soon as it is one that pictures can have. */
function Side({ side, size, change, label, fault }: SideProps) {
  const id = useId();
  const stated = size[side] === null ? '' : String(size[side]);
  const [draft, setDraft] = useDraft(stated, stated);
  const isWrong = readPixels(side, draft) === undefined;
  const type = (text: string) => {
    setDraft(text);
    const pixels = readPixels(side, text);
    if (pixels !== undefined) change({ ...size, [side]: pixels });
  };
  return (
    <span className="share-side">
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        className="input"
        type="text"
        inputMode="numeric"
        autoComplete="off"
        value={draft}
        aria-invalid={isWrong}
        aria-describedby={isWrong ? `${id}-fault` : undefined}
        onChange={({ target }) => type(target.value)}
      />
      {isWrong ? (
        <span className="share-fault" id={`${id}-fault`} role="status">
          {fault}
        </span>
      ) : null}
    </span>
  );
}
