import { createHash } from 'node:crypto';
import { endpoints } from '@article21/contract';
import { embedStyle } from '@article21/pages';
import { headersOf } from '../headers.ts';

const styleHash = createHash('sha256').update(embedStyle).digest('base64');
const decided = headersOf(endpoints.embed.path);

/** The headers of an embed. Its policy names the style by its hash, so no other style applies. */
export const embedHeaders = {
  ...decided,
  'Content-Security-Policy': `${decided['Content-Security-Policy']}; style-src 'sha256-${styleHash}'`,
};
