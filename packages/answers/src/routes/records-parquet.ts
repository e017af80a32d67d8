import { endpoints } from '@article21/contract';
import { parquetRefused, publicParquet } from '../public-parquet.ts';
import { route } from '../route.ts';

export const recordsParquet = route(endpoints.recordsParquet, ({ served }) => {
  const refused = parquetRefused(served);
  if (refused) throw refused;
  return {
    headers: { 'Content-Disposition': `attachment; filename="records-${served.id}.parquet"` },
    answer: () => publicParquet(served),
  };
});
