import type { Page } from '@playwright/test';
import { expect, hold, open, test } from './page.ts';

const show = Buffer.from(
  JSON.stringify([['measure=detentions&by=place'], ['measure=fines&by=period&chart=line']]),
);

test.describe('who asks for less motion', () => {
  test.use({ contextOptions: { reducedMotion: 'reduce' } });

  for (const width of [1440, 375])
    test(`sees nothing move, whatever opens, at ${width} px`, async ({ page }) => {
      await page.setViewportSize({ width, height: 800 });
      await watch(page);
      // The records come only when it has been told that they load.
      const loads = page.locator(':is(.evidence, [role="dialog"]) .waiting');
      const told = await hold(page, /\/api\/v1\/records/);
      await open(page, '/?by=place&measure=detentions');
      await page.locator('.filter').first().click();
      await expect(page.getByRole('dialog')).toBeVisible();
      await page.keyboard.press('Escape');
      await page.getByRole('link', { name: '7 records', exact: true }).click();
      await expect(loads).toHaveCSS('opacity', '1');
      told();
      await expect(page.getByRole('article').first()).toBeVisible();
      await page.keyboard.press('Escape');
      await page.getByRole('button', { name: 'Share' }).click();
      await expect(page.getByRole('heading', { name: 'Pictures and slides' })).toBeVisible();
      await page.keyboard.press('Escape');
      await page.getByRole('button', { name: 'Over time' }).hover();
      await page.getByRole('button', { name: 'Over time' }).click();
      await expect(page.locator('.answer')).toHaveAttribute('aria-busy', 'false');
      await page.getByRole('button', { name: 'Dark mode' }).click();
      expect(await moved(page)).toEqual([]);

      await page.goto(`/present?show=${show.toString('base64url')}`);
      await expect(page.locator('.slide[data-current] :is(svg, .big-number)').first()).toBeVisible();
      await page.keyboard.press('ArrowRight');
      await page.keyboard.press('q');
      await expect(page.getByRole('complementary').getByRole('article').first()).toBeVisible();
      expect(await moved(page)).toEqual([]);
    });
});

interface Watched {
  moved: Set<string>;
}

/** Looks at every frame for what moves; what appears at once, after a while, does not. */
async function watch(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const watched = window as unknown as Watched;
    watched.moved = new Set();
    const look = () => {
      for (const { effect } of document.getAnimations()) {
        if (!(effect instanceof KeyframeEffect) || effect.getComputedTiming().duration === 0) continue;
        watched.moved.add(`${effect.target?.tagName} ${effect.target?.className}`);
      }
      requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
  });
}

function moved(page: Page): Promise<string[]> {
  return page.evaluate(() => [...(window as unknown as Watched).moved]);
}
