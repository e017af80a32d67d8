import { CopyButton } from '@article21/pages/views';
import { usePage } from '../frame/page-context.tsx';
import { ChoiceRow } from './choice-row.tsx';
import { type FormId, savedFile, forms as written } from './forms.ts';
import type { OutgoingView } from './outgoing-view.ts';
import { useShareTexts } from './share-texts.ts';

interface SnippetsProps {
  shared: OutgoingView;
  /** The forms that this site can answer. */
  forms: readonly FormId[];
  form: FormId;
  choose(form: FormId): void;
}

/** What is pasted into a text or a page, in the form that this needs. */
export function Snippets({ shared, forms, form, choose }: SnippetsProps) {
  const { words } = usePage();
  const { take, saved, forms: texts } = useShareTexts();
  const text = written[form](shared);
  const file = savedFile(form, shared);
  const { name } = texts[form];
  return (
    <section className="share-part" aria-label={take}>
      <h3 className="share-title">{take}</h3>
      <ChoiceRow label={take} ids={forms} chosen={form} nameOf={(id) => texts[id].name} choose={choose} />
      <p className="share-text">
        {texts[form].text} {file === null ? null : words.fill(saved, { file })}
      </p>
      <pre className="share-snippet">{text}</pre>
      {/* What was said of another form does not stand beside this one. */}
      <CopyButton key={text} text={() => text} label={words.ui.tools.copy} name={name} />
    </section>
  );
}
