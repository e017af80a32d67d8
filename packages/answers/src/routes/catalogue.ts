import { endpoints } from '@article21/contract';
import { route } from '../route.ts';

export const annotations = route(endpoints.annotations, ({ loaded }) => ({
  answer: async () => ({ annotations: loaded.snapshot.catalogue.annotations }),
}));

export const assemblies = route(endpoints.assemblies, ({ loaded }) => ({
  answer: async () => ({ assemblies: loaded.snapshot.catalogue.assemblies }),
}));

export const coverage = route(endpoints.coverage, ({ loaded }) => ({
  answer: async () => ({ coverage: loaded.snapshot.catalogue.coverage }),
}));

export const outlines = route(endpoints.outlines, ({ loaded }) => ({
  answer: async () => ({ outlines: [...(await loaded.snapshot.outlines())] }),
}));

export const places = route(endpoints.places, ({ loaded }) => ({
  answer: async () => ({ places: [...loaded.tree.places] }),
}));
