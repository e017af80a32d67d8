import { assemblySchema, chartKeys } from '@article21/model';
import { z } from 'zod';
import { endpoint, snapshotJson } from '../endpoint.ts';

export const assemblies = endpoint(
  {
    path: '/api/v1/assemblies',
    ...snapshotJson,
    params: {},
    query: { snapshot: chartKeys.snapshot },
  },
  {
    summary: 'Who gathered',
    description:
      'Every assembly of the dataset, one for each place; `campaign` ties those of one call. `date` is EDTF. ' +
      '`participants` is a quantity as it is stated, null where nothing is; `authorised` says whether authorities allowed it.',
    answer: z.strictObject({ assemblies: z.array(assemblySchema.meta({ id: 'Assembly' })) }),
    requests: ['/api/v1/assemblies'],
    example: {
      assemblies: [
        {
          id: '2012-04-28-almaty',
          campaign: 'disagreement-day-2012-04-28',
          place: 'almaty',
          date: '2012-04-28',
          title_en: 'Disagreement Day rally, Almaty',
          title_ru: 'Митинг «День несогласных», Алматы',
          title_kk: '«Келіспеушілер күні» митингісі, Алматы',
          participants: { notation: '~400', low: 400, high: 400, approximate: true, unnumbered: 0 },
          authorised: 'no',
        },
      ],
    },
  },
);
