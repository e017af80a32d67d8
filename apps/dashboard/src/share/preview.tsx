import { paths } from '@article21/contract/client';
import type { ChartQuery } from '@article21/model';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Failure } from '../frame/failure.tsx';
import { usePage } from '../frame/page-context.tsx';
import { frameHeightQuery, thumbnailQuery } from '../picture-queries.ts';
import { absolute } from '../url/mirror.ts';
import { ChoiceRow } from './choice-row.tsx';
import { frameRights } from './forms.ts';
import type { Looks } from './looks.ts';
import { pictureQuery } from './outgoing-view.ts';
import { useShareTexts } from './share-texts.ts';

interface PreviewProps {
  query: ChartQuery;
  looks: Looks;
  title: string;
  /** Whether this site answers frames. */
  embeddable: boolean;
  /** Whether what is taken is a picture. */
  isPicture: boolean;
}

/** Pixels, where none was told. */
const usualHeight = 480;
const widths = ['320', '600', '900'] as const;

type Shown = (typeof widths)[number] | 'picture';

/** The very frame or picture that is taken, as it will be elsewhere. */
export function Preview({ query, looks, title, embeddable, isPicture }: PreviewProps) {
  const { words } = usePage();
  const texts = useShareTexts();
  // What is chosen holds until something of another kind is taken.
  const [chosen, setChosen] = useState<{ shown: Shown; isPicture: boolean } | null>(null);
  const usual = isPicture ? 'picture' : '600';
  const shown = chosen?.isPicture === isPicture ? chosen.shown : embeddable ? usual : null;
  return (
    <section className="share-part" aria-label={texts.preview}>
      <h3 className="share-title">{texts.preview}</h3>
      {embeddable ? <p className="share-text">{texts.previewText}</p> : null}
      <ChoiceRow<Shown>
        label={texts.previewText}
        ids={embeddable ? [...widths, 'picture'] : ['picture']}
        chosen={shown}
        nameOf={(it) => (it === 'picture' ? texts.picture : words.number(Number(it)))}
        choose={(it) => setChosen({ shown: it, isPicture })}
      />
      {shown === null ? null : shown === 'picture' ? (
        <Picture query={query} looks={looks} title={title} />
      ) : (
        <Frame query={query} looks={looks} title={title} width={shown} />
      )}
    </section>
  );
}

type ShownProps = Pick<PreviewProps, 'query' | 'looks' | 'title'>;

/** The very page that an embed shows, in a frame as wide as a column that it may come to stand in. */
function Frame({ query, looks, title, width }: ShownProps & { width: string }) {
  const { words } = usePage();
  const texts = useShareTexts();
  // The frame before stays until its next height is known.
  const { data, error } = useQuery(frameHeightQuery(query, Number(width)));
  const height = data ?? (error ? usualHeight : null);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
    <section className="share-frame" tabIndex={0} aria-label={words.fill(texts.previewTitle, { width })}>
      {height ? (
        <iframe
          title={title}
          src={absolute(paths.embed({ ...query, controls: looks.controls }))}
          width={width}
          height={height}
          sandbox={frameRights}
          referrerPolicy="no-referrer"
        />
      ) : null}
    </section>
  );
}

/** The picture, as wide as there is room. */
function Picture({ query, looks, title }: ShownProps) {
  const request = pictureQuery(query, looks.size);
  const { data, error, refetch } = useQuery(thumbnailQuery(request, looks.size));
  if (error) return <Failure error={error} retry={() => void refetch()} />;
  return (
    <div className="share-frame">
      {data ? <img className="share-picture" alt={title} src={data} /> : null}
    </div>
  );
}
