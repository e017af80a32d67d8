import { apa, bibtex, type Cited, csl } from '@article21/messages/dataset';
import { CopyButton } from '@article21/pages/views';
import { useState } from 'react';
import { usePage } from '../frame/page-context.tsx';
import { ChoiceRow } from './choice-row.tsx';
import { useShareTexts } from './share-texts.ts';

const written = { APA: apa, BibTeX: bibtex, 'CSL-JSON': csl };
const styles = Object.keys(written) as (keyof typeof written)[];

/** The view as one cites it. A citation names a version, also where the numbers that are shared follow the data. */
export function ViewCitations({ cited }: { cited: Cited }) {
  const { words } = usePage();
  const { cite, citeText } = useShareTexts();
  const [style, setStyle] = useState<keyof typeof written>('APA');
  const text = written[style](cited);
  return (
    <section className="share-part" aria-label={cite}>
      <h3 className="share-title">{cite}</h3>
      <ChoiceRow label={cite} ids={styles} chosen={style} nameOf={(id) => id} choose={(id) => setStyle(id)} />
      <p className="share-text">{citeText}</p>
      <pre className="share-snippet" lang="en">
        {text}
      </pre>
      <CopyButton key={text} text={() => text} label={words.ui.tools.copy} name={style} />
    </section>
  );
}
