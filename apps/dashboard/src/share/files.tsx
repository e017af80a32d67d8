import { FileLink } from '../frame/file-link.tsx';
import { usePage } from '../frame/page-context.tsx';
import type { OutgoingView } from './outgoing-view.ts';
import { useShareTexts } from './share-texts.ts';

/** The view as files. */
export function Files({ shared: { svg, png, pdf, pptx } }: { shared: OutgoingView }) {
  const { words } = usePage();
  const texts = useShareTexts();
  const files = [
    { name: 'SVG', address: svg },
    { name: 'PNG 1×', address: png },
    { name: 'PNG 2×', address: `${png}&scale=2` },
    { name: 'PNG 3×', address: `${png}&scale=3` },
    { name: 'PDF', address: pdf },
    { name: texts.slide, address: pptx },
  ];
  return (
    <section className="share-part" aria-label={texts.files}>
      <h3 className="share-title">{texts.files}</h3>
      <p className="share-text">{texts.filesText}</p>
      <ul className="share-files" aria-label={words.ui.footer.download}>
        {files.map(({ name, address }) => (
          <li key={name}>
            <FileLink className="button" href={address} download>
              {name}
            </FileLink>
          </li>
        ))}
      </ul>
    </section>
  );
}
