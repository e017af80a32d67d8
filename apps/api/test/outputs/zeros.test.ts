import { words } from '@article21/messages';
import { languages } from '@article21/model';
import { describe, expect, it } from 'vitest';
import { publishedSite } from './published-site.ts';
import { publishTwoCountries } from './two-countries.ts';

const { outputsOf, textOf } = await publishedSite(publishTwoCountries);

/** Osh was watched in December and January: where nothing recorded can lie in them, that is a zero. */
const zeros = [
  'measure=warnings&place=osh,tashkent&from=2025-12-01&to=2026-01-31&by=place',
  'measure=people_fined&place=osh&from=2025-12-01&to=2025-12-20&by=place',
];

/** Something that is recorded may lie there, or nobody watched all of it. */
const unknown = {
  'a record without a date': 'measure=detentions&place=osh&from=2025-12-01&to=2025-12-31&by=place',
  'an interval that reaches into it':
    'measure=people_arrested&place=osh&from=2026-01-01&to=2026-01-31&by=place',
  'a record of the region': 'measure=detentions&place=osh&from=2025-12-31&to=2025-12-31&by=place',
  'a record of no stated phase':
    'measure=detentions&place=osh&from=2025-12-01&to=2026-01-31&phase=before&by=place',
  'fines after the assembly, where those before are asked':
    'measure=people_fined&place=osh&from=2025-12-01&to=2026-01-31&phase=before&by=place',
  'a day after those that were watched': 'measure=warnings&place=osh&from=2025-12-01&to=2026-02-01&by=place',
  'a place that nobody watched': 'measure=warnings&place=oktyabr-o&from=2025-12-01&to=2026-01-31&by=place',
};

/** What draws; tables and files list what is recorded, and have no line of what is not. */
const drawn = [
  'page',
  'embed',
  'hidden text of the SVG',
  'drawn text of the SVG',
  'slide',
  'drawn text of the PDF',
  'handout',
];

describe.each(languages)('in %s', (lang) => {
  const { coverageGap, legend } = words(lang).drawing;
  const claims = [coverageGap.zero, legend.zero];
  const claimsZero = (text = '') => claims.some((claim) => text.includes(claim));

  it.each(zeros)('zero is said wherever %s is drawn, and no file makes a record of it', async (query) => {
    const outputs = await outputsOf(`${query}&lang=${lang}`);
    expect(drawn.filter((name) => !claimsZero(outputs[name]))).toEqual([]);
    for (const name of ['chart.csv', 'api/v1/counts.sheet.csv'])
      expect((await textOf(`/${name}?${query}&lang=${lang}`)).trim().split('\r\n')).toHaveLength(1);
  });

  it.each(Object.entries(unknown))('zero is said nowhere of %s', async (_, query) => {
    const outputs = await outputsOf(`${query}&lang=${lang}`);
    expect(Object.keys(outputs).filter((name) => claimsZero(outputs[name]))).toEqual([]);
    expect(outputs['drawn text of the SVG']).toMatch(/\p{L}/u);
  });
});
