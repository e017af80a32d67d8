import { endpoints, type PlacesAnswer } from '@article21/contract';
import { printQuery } from '@article21/model';
import { readQuery } from '../query.ts';
import type { Route } from '../route.ts';

export const places: Route = {
  endpoint: endpoints.places,
  read({ search, served }) {
    const query = readQuery(endpoints.places, search, served);
    const answer = async (): Promise<PlacesAnswer> => ({ places: [...served.tree.places] });
    return { canonical: printQuery(query), answer };
  },
};
