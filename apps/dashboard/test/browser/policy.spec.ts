import type { Page } from '@playwright/test';
import { expect, takenOver } from './page.ts';
import { description, oneRecord, STATEMENT, testOnOneSite } from './published.ts';

/** What would run, or ask somebody else for something, wherever it became more than text. */
const PAYLOAD = `"'><script>ran=1</script><img src="https://elsewhere.example/i" onerror="ran=1"><svg onload="ran=1">`;
const cell = `"${PAYLOAD.replaceAll('"', '""')}"`;

/** A dataset of which every text that its author writes is an attack. */
const test = testOnOneSite(
  oneRecord({
    'datapackage.json': description({ title: PAYLOAD, description: PAYLOAD }),
    'sources/statement.txt': `${STATEMENT}${PAYLOAD}\n`,
    'sources.csv':
      'id,title,publisher,date,url,language,visibility,rights,file\n' +
      `statement,${cell},${cell},2024-03-20,,en,public,${cell},sources/statement.txt\n`,
    'places.csv':
      'id,kind,parent,country,lat,lon,name_en,name_ru,name_kk,aliases,wikidata\n' +
      `oral,city,,KZ,51.23,51.37,${cell},${cell},${cell},${cell},\n`,
    'records.csv':
      'id,kind,place,date,assembly,phase,count,amount,days,basis,note\n' +
      `oral-1,detention,oral,2024-03-12,,,~10,,,incident,${cell}\n`,
    'evidence.csv': `record,source,quote,stated\noral-1,statement,${cell},script\n`,
  }),
);

const pages = [
  '/?measure=detentions&by=place',
  '/?measure=detentions&chart=map',
  '/?measure=detentions&by=period&chart=line',
  '/records/oral-1',
  '/sources',
  '/sources/statement',
  '/methods',
  '/data',
  '/presentation',
  '/embed?measure=detentions&by=place',
];
/** Pictures are documents with scripts, too. */
const documents = ['/chart.svg?measure=detentions&by=place'];

const hasRun = (page: Page) => page.evaluate(() => 'ran' in globalThis);

test.describe('a dataset that is an attack', () => {
  test('is text on every page', async ({ page, site }) => {
    for (const path of pages) {
      const response = await page.goto(`${site.address}${path}`);
      expect(response?.status(), path).toBe(200);
      if (!path.startsWith('/embed')) await takenOver(page);
      await expect(page.locator('body'), path).toContainText('ran=1');
      expect(await hasRun(page), path).toBe(false);
    }
    for (const path of documents) {
      await page.goto(`${site.address}${path}`);
      expect(await hasRun(page), path).toBe(false);
    }
  });

  test('would run nothing if it ever became markup, because the policy of each page refuses it', async ({
    page,
    site,
    incidents,
  }) => {
    for (const path of [...pages, ...documents]) {
      await page.route('**/*', async (route) => {
        if (!route.request().isNavigationRequest()) return route.continue();
        const response = await route.fetch();
        const text = await response.text();
        const end = text.search(/<\/(?:body|svg)>\s*(?:<\/html>)?\s*$/);
        return route.fulfill({ response, body: `${text.slice(0, end)}${markupFor(path)}${text.slice(end)}` });
      });
      await page.goto(`${site.address}${path}`, { waitUntil: 'load' });
      expect(await hasRun(page), path).toBe(false);
      const refused = [...incidents.violations.splice(0), ...incidents.errors.splice(0)].join('\n');
      expect(refused, path).toMatch(/script-src|Blocked script execution/);
      await page.unroute('**/*');
    }
  });
});

/** Scripts of each kind, as a document of this form would run them. */
function markupFor(path: string): string {
  const xml =
    '<script>ran=1</script><rect width="9" height="9" onclick="ran=1"/><set attributeName="x" onbegin="ran=1"/>';
  return path.startsWith('/chart.svg')
    ? xml
    : `<script>ran=1</script><img src="data:," onerror="ran=1"><svg onload="ran=1"></svg>`;
}
