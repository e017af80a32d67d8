import { chartKeys } from '@article21/model';
import { z } from 'zod';
import { endpoint, zip } from '../endpoint.ts';

export const datasetZip = endpoint(
  {
    path: '/api/v1/dataset.zip',
    mediaType: zip,
    policy: 'data',
    cache: 'snapshot',
    params: {},
    query: { snapshot: chartKeys.snapshot },
  },
  {
    summary: 'All that is public of a snapshot, in one file',
    description:
      'A Data Package: `datapackage.json` describes the records as CSV and Parquet (incidents and summaries), places, sources, ' +
      'assemblies, coverage and annotations, and the texts and tables of public sources. No word of an internal source is in ' +
      'it. At most 100,000 records and 64 MiB of sources.',
    answer: z.string().meta({ format: 'binary', description: 'The bytes of the file.' }),
    requests: ['/api/v1/dataset.zip'],
    example:
      'datapackage.json\nrecords.csv\nrecords.parquet\nplaces.json\nsources.json\ntexts/kibhr-iphr-nhc-2012.txt\n',
  },
);
