import type { Page } from '@playwright/test';
import { open } from '../page.ts';
import { article, expect, fits, type Host, test } from './host.ts';

/** What the share dialog gives under each name. */
async function snippetsOf(page: Page, address: string): Promise<Record<string, string>> {
  await open(page, address);
  await page.getByRole('button', { name: 'Share' }).click();
  const dialog = page.getByRole('dialog', { name: 'Share' });
  const found: Record<string, string> = {};
  for (const name of ['Iframe', 'Script', 'HTML', 'Markdown', 'LaTeX']) {
    const form = dialog.getByRole('button', { name, exact: true });
    await form.click();
    await expect(form).toHaveAttribute('aria-pressed', 'true');
    found[name] = (await dialog.locator('.share-snippet').first().textContent()) ?? '';
  }
  return found;
}

const sentence = /^At least about 15\sdetentions in Almaty/;

test('each form of the share dialog works where it is pasted, on a site of another origin', async ({
  page,
  host,
  request,
  baseURL,
}) => {
  const snippets = await snippetsOf(page, '/?measure=detentions&place=almaty');
  for (const name of ['Iframe', 'Script']) {
    await page.goto(host.put(`/${name}`, article(snippets[name] ?? '')));
    const frame = page.locator('iframe');
    await expect(frame.contentFrame().getByRole('heading', { level: 1 })).toHaveText(sentence);
    await expect(frame).toHaveCSS('height', /^\d+px$/);
    const needed = () =>
      frame
        .contentFrame()
        .locator('.embed')
        .evaluate((it) => Math.ceil(it.getBoundingClientRect().height));
    await expect.poll(async () => (await frame.boundingBox())?.height === (await needed())).toBe(true);
    await frame.contentFrame().locator('.chart').hover();
    await expect(frame.contentFrame().locator('.chart.is-live')).toBeVisible();
    await fits(page);
  }
  await pictured(page, host, snippets.HTML ?? '');
  const shown = () => page.locator('img').evaluate((it) => (it as HTMLImageElement).currentSrc);
  expect(await shown()).not.toContain('width=');
  await page.setViewportSize({ width: 375, height: 800 });
  await expect.poll(shown).toContain('width=360');
  await fits(page);
  await page.setViewportSize({ width: 1280, height: 800 });
  await expect(page.locator('figcaption a')).toHaveAttribute('href', /snapshot=/);
  const [, alt = '', src = '', href = '', caption = ''] =
    /^\[!\[(.*?)\]\((.*?)\)\]\((.*?)\)\n\n\*(.*)\* <.*>$/s.exec(snippets.Markdown ?? '') ?? [];
  expect([alt, caption]).toEqual([expect.stringMatching(sentence), expect.stringContaining('KIBHR')]);
  const escaped = [href, src].map((it) => it.replaceAll('&', '&amp;'));
  await pictured(page, host, `<a href="${escaped[0]}"><img src="${escaped[1]}" alt="A chart"></a>`);
  const pdf = /^% \S+\.pdf: (\S+)$/m.exec(snippets.LaTeX ?? '')?.[1] ?? '';
  expect(pdf).toContain(`${baseURL}/chart.pdf?`);
  const file = await request.get(pdf);
  expect([file.status(), file.headers()['content-type']]).toEqual([200, 'application/pdf']);
  expect((await file.body()).subarray(0, 5).toString()).toBe('%PDF-');
});

/** Pastes a picture that links to its page. */
async function pictured(page: Page, host: Host, html: string): Promise<void> {
  await page.goto(host.put('/pictured', article(html)));
  const image = page.locator('img');
  await image.scrollIntoViewIfNeeded();
  await expect.poll(() => image.evaluate((it) => (it as HTMLImageElement).naturalWidth)).toBeGreaterThan(300);
  await fits(page);
  const link = (await page.locator('a', { has: image }).getAttribute('href')) ?? '';
  const answer = await page.request.get(link);
  expect([answer.status(), await answer.text()]).toEqual([200, expect.stringContaining('<h1')]);
}
