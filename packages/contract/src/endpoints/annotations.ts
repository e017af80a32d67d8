import { annotationSchema, chartKeys } from '@article21/model';
import { z } from 'zod';
import { endpoint, snapshotJson } from '../endpoint.ts';

export const annotations = endpoint(
  {
    path: '/api/v1/annotations',
    ...snapshotJson,
    params: {},
    query: { snapshot: chartKeys.snapshot },
  },
  {
    summary: 'Which days to remark',
    description:
      'Dated remarks for charts over time. `place` is null where one concerns every place, `source` where it is a remark ' +
      'of the editors.',
    answer: z.strictObject({ annotations: z.array(annotationSchema.meta({ id: 'Annotation' })) }),
    requests: ['/api/v1/annotations'],
    example: {
      annotations: [
        {
          date: '2012-04-28',
          place: null,
          text_en: 'Disagreement Day rallies in eleven cities',
          text_ru: 'Митинги «День несогласных» в одиннадцати городах',
          text_kk: '«Келіспеушілер күні»: он бір қаладағы митингілер',
          source: 'kibhr-iphr-nhc-2012',
        },
      ],
    },
  },
);
