import { paths } from '@article21/contract/client';
import { publishersText } from '@article21/messages';
import { authorsOf } from '@article21/messages/dataset';
import {
  type ChartQuery,
  measures,
  printPeriod,
  printQuery,
  translationsIn,
  webLink,
} from '@article21/model';
import { html, raw } from 'hono/html';
import { pageAddress } from '../address/index.ts';
import { descriptionOf, localOf } from '../page/local.ts';
import type { PageSubject } from '../page/subject.ts';

/** Markup that is escaped already. */
export type Html = Awaited<ReturnType<typeof html>>;

type Json = string | number | boolean | null | undefined | readonly Json[] | { readonly [key: string]: Json };

/** What the data are, for those who search for datasets (schema.org/Dataset); on the pages that are about all of them. */
export async function datasetOf(subject: PageSubject): Promise<Html> {
  const { route, query } = subject;
  const isAll = printQuery({ ...query, lang: null, theme: null, snapshot: null }) === '';
  if (route.page !== 'data' && !(route.page === 'charts' && isAll)) return html``;
  // A name that ends the element would be markup; in JSON, the sign has another form.
  const json = JSON.stringify(described(subject)).replace(/[<>&\u2028\u2029]/g, escaped);
  return html`<script type="application/ld+json">${raw(json)}</script>
`;
}

function escaped(sign: string): string {
  return `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`;
}

function described(subject: PageSubject): Json {
  const { loaded, words, addresses } = subject;
  const { meta } = loaded.snapshot.catalogue;
  const { extent } = loaded;
  const name = localOf(meta, 'title', subject).text;
  const others = [meta.title, ...Object.values(translationsIn(meta, 'title'))].filter((it) => it !== name);
  const description = descriptionOf(subject);
  const page = addresses.absolute(pageAddress({ page: 'data' }, { snapshot: loaded.id }));
  const methods = addresses.absolute(pageAddress({ page: 'methods' }, { snapshot: loaded.id }));
  const synthetic = meta.synthetic ? `${words.ui.synthetic}.` : '';
  const creators = authorsOf(meta, words.language).map(
    (title): Json => ({ '@type': 'Organization', name: title }),
  );
  return {
    '@context': 'https://schema.org',
    '@type': 'Dataset',
    ...(page === null ? {} : { '@id': page, url: page }),
    name,
    alternateName: others.length > 0 ? [...new Set(others)] : undefined,
    description: [synthetic, `${name}.`, description?.text].filter(Boolean).join(' '),
    inLanguage: meta.language,
    identifier: loaded.id,
    version: meta.version,
    dateModified: meta.created,
    license: meta.licenses.map(({ path, name: id }) => webLink(path) ?? id),
    creator: creators.length > 0 ? creators : undefined,
    isBasedOn: basis(subject),
    temporalCoverage: extent.from === null || extent.to === null ? undefined : printPeriod(extent),
    spatialCoverage: countries({ loaded, words }),
    variableMeasured: measures.map(({ id }) => ({
      '@type': 'PropertyValue',
      name: words.measure(id).label,
      description: words.measure(id).definition,
      unitText: words.measure(id).unit,
    })),
    ...(methods === null ? {} : { measurementTechnique: methods }),
    isAccessibleForFree: true,
    distribution: downloads({ loaded, addresses }),
  };
}

/** More documents than these are told by their publishers: each page would carry the whole list. */
const MOST_SOURCES = 20;

/** What was coded. */
function basis(subject: PageSubject): Json {
  const { loaded, words, addresses } = subject;
  const { sources } = loaded.snapshot.catalogue;
  if (sources.length <= MOST_SOURCES)
    return sources.map((source) => ({
      '@type': 'CreativeWork',
      name: localOf(source, 'title', subject).text,
      publisher: { '@type': 'Organization', name: localOf(source, 'publisher', subject).text },
      ...(webLink(source.url) === null ? {} : { url: source.url }),
    }));
  const url = addresses.absolute(pageAddress({ page: 'sources' }, { snapshot: loaded.id }));
  return {
    '@type': 'Collection',
    name: publishersText(sources, words),
    collectionSize: sources.length,
    ...(url === null ? {} : { url }),
  };
}

function countries({ loaded, words }: Pick<PageSubject, 'loaded' | 'words'>): Json {
  const found = loaded.tree.countries;
  return found.length === 0
    ? undefined
    : found.map((it) => ({ '@type': 'Place', name: words.placeName(it) }));
}

/** The counts by place and month of this version, where somebody answers them. */
function downloads({ loaded, addresses }: Pick<PageSubject, 'loaded' | 'addresses'>): Json {
  const query: Partial<ChartQuery> = {
    measure: measures.map(({ id }) => id),
    by: ['place', 'period'],
    snapshot: loaded.id,
  };
  const files = [
    ['text/csv', paths.countsCsv(query)],
    ['application/json', paths.counts(query)],
    ['application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', paths.countsXlsx(query)],
  ] as const;
  const found = files.flatMap(([encodingFormat, path]): Json[] => {
    const contentUrl = addresses.absoluteFile(path);
    return contentUrl === null ? [] : [{ '@type': 'DataDownload', encodingFormat, contentUrl }];
  });
  return found.length === 0 ? undefined : found;
}
