import { apa, bibtex, type Cited, csl } from '@article21/messages/dataset';
import { CopyButton } from '@article21/pages/views';
import { usePage } from '../frame/page-context.tsx';
import { usePageTexts } from './page-texts.ts';

const forms = [
  { name: 'APA', write: apa },
  { name: 'BibTeX', write: bibtex },
  { name: 'CSL-JSON', write: csl },
];

/** The version as one cites it, in each form ready to be copied. */
export function Citations({ cited }: { cited: Cited }) {
  const { words } = usePage();
  const { about } = usePageTexts();
  return (
    <section>
      <h2 className="section-title" id="cite">
        {about.cite}
      </h2>
      <p>{about.citeText}</p>
      {forms.map(({ name, write }) => {
        const text = write(cited);
        return (
          <div className="citation" key={name}>
            <h3>{name}</h3>
            <pre lang="en">{text}</pre>
            <CopyButton text={() => text} label={words.ui.tools.copy} name={name} />
          </div>
        );
      })}
    </section>
  );
}
