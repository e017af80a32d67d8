import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from '@playwright/test';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
/** The rules whose result depends on colours: in another theme nothing else is different. */
const colourRules = ['color-contrast', 'link-in-text-block'];

/** What axe finds at fault on the page as it is now. */
export function violations(page: Page): Promise<string[]> {
  return run(page, { type: 'tag', values: tags });
}

/** What axe finds at fault in the colours of a page whose `violations` were looked for in another theme. */
export function colourViolations(page: Page): Promise<string[]> {
  return run(page, { type: 'rule', values: colourRules });
}

async function run(page: Page, runOnly: { type: string; values: string[] }): Promise<string[]> {
  // As a command of the browser's own, because the page's security policy rightly refuses foreign scripts.
  await page.evaluate(axe);
  return page.evaluate(async (runOnly) => {
    const { axe: checker } = window as unknown as {
      axe: { run(options: object): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> };
    };
    // A previewed embed is a page of its own, in a sandbox that answers nobody.
    const result = await checker.run({ iframes: false, runOnly });
    return result.violations.flatMap(({ id, nodes }) =>
      nodes.map(({ html }) => `${id}: ${html.slice(0, 160)}`),
    );
  }, runOnly);
}
