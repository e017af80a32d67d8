import type { Endpoint } from '@article21/contract';
import type { Words } from '@article21/messages';
import type { Language } from '@article21/model';
import type { Served } from './served.ts';

/** What a route is asked. */
export interface Request {
  /** The parts of the path, decoded once and checked against the endpoint's schema. */
  params: Readonly<Record<string, string>>;
  search: URLSearchParams;
  served: Served;
  words(language: Language): Words;
}

/** A question that was understood: its canonical text, and how to answer it. */
export interface Understood {
  canonical: string;
  /** A text, the bytes of a file, or what is to be JSON. */
  answer(): Promise<unknown>;
  /** How many groups of records are counted for it; none where nothing is counted. */
  groups?: number;
  headers?: Readonly<Record<string, string>>;
}

/** One endpoint of a snapshot. `read` refuses what cannot be answered and computes nothing else. */
export interface Route {
  endpoint: Endpoint;
  read(request: Request): Understood | Promise<Understood>;
}
