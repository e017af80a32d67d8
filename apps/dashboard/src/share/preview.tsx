import { type ChartQuery, printQuery } from '@article21/model';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { usePage } from '../frame/page-context.tsx';
import { frameHeightQuery } from '../picture-queries.ts';
import { absolute } from '../url/mirror.ts';
import { ChoiceRow } from './choice-row.tsx';
import { frameRights } from './forms.ts';
import { useShareTexts } from './share-texts.ts';

/** Pixels, where none was told. */
const usualHeight = 480;
const widths = ['320', '600', '900'] as const;

/** The very page that an embed shows, in frames as wide as the columns that it may come to stand in. */
export function Preview({ query, title }: { query: ChartQuery; title: string }) {
  const { words } = usePage();
  const texts = useShareTexts();
  const [width, setWidth] = useState<(typeof widths)[number]>('600');
  // The frame before stays until its next height is known.
  const { data, error } = useQuery(frameHeightQuery(query, Number(width)));
  const height = data ?? (error ? usualHeight : null);
  return (
    <section className="share-part" aria-label={texts.preview}>
      <h3 className="share-title">{texts.preview}</h3>
      <p className="share-text">{texts.previewText}</p>
      <ChoiceRow
        label={texts.previewText}
        ids={widths}
        chosen={width}
        nameOf={(it) => words.number(Number(it))}
        choose={(it) => setWidth(it)}
      />
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard */}
      <section className="share-frame" tabIndex={0} aria-label={words.fill(texts.previewTitle, { width })}>
        {height ? (
          <iframe
            title={title}
            src={absolute(`/embed?${printQuery(query)}`)}
            width={width}
            height={height}
            sandbox={frameRights}
            referrerPolicy="no-referrer"
          />
        ) : null}
      </section>
    </section>
  );
}
