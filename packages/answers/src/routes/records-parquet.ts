import { endpoints } from '@article21/contract';
import { parquetRefused, publicParquet } from '../public-parquet.ts';
import { route } from '../route.ts';

export const recordsParquet = route(endpoints.recordsParquet, ({ loaded }) => {
  const refused = parquetRefused(loaded);
  if (refused) throw refused;
  return {
    headers: { 'Content-Disposition': `attachment; filename="records-${loaded.id}.parquet"` },
    answer: () => publicParquet(loaded),
  };
});
