import { chartKeys, placeSchema } from '@article21/model';
import { z } from 'zod';
import { endpoint, snapshotJson } from '../endpoint.ts';

export const places = endpoint(
  {
    path: '/api/v1/places',
    ...snapshotJson,
    params: {},
    query: { snapshot: chartKeys.snapshot },
  },
  {
    summary: 'Where it happened',
    description:
      'Every place of the dataset: its names, its aliases, what it lies in and where it is. Where places share a name, what they lie in or their id is added to it in brackets, so that no two names are equal.',
    answer: z.strictObject({ places: z.array(placeSchema.meta({ id: 'Place' })) }),
    requests: ['/api/v1/places'],
    example: {
      places: [
        {
          id: 'almaty',
          kind: 'city',
          parent: 'kz',
          country: 'KZ',
          lat: 43.2567,
          lon: 76.9286,
          name_en: 'Almaty',
          name_ru: 'Алматы',
          name_kk: 'Алматы',
          aliases: ['Alma-Ata'],
          wikidata: 'Q35493',
        },
      ],
    },
  },
);
