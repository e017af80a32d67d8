import type { PageTexts } from '@article21/messages';
import { apa, bibtex, type Cited, csl } from '@article21/messages/dataset';
import { CopyButton } from './copy-button.tsx';
import { useSite } from './site.tsx';

const forms = [
  { name: 'APA', write: apa },
  { name: 'BibTeX', write: bibtex },
  { name: 'CSL-JSON', write: csl },
];

/** The version as one cites it, in each form ready to be copied. */
export function Citations({ cited, about }: { cited: Cited; about: PageTexts['about'] }) {
  const { words } = useSite();
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
            {/* A server names the site by its own address, whichever a reader came by. */}
            <pre lang="en" suppressHydrationWarning>
              {text}
            </pre>
            <CopyButton text={() => text} label={words.ui.tools.copy} name={name} />
          </div>
        );
      })}
    </section>
  );
}
