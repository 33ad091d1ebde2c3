import axe from 'axe-core';
import type { Page } from 'playwright-core';

/**
 * What axe finds wrong with the page as it is now, in the light and in the dark, and whether it is wider than the screen. `within`: of an
 * open dialog only what is in it, since all else is shaded.
 */
export async function violations(page: Page, within = 'html'): Promise<string[]> {
  await page.evaluate(axe.source);
  const found: string[] = [];
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    await page.locator(`html[data-mantine-color-scheme=${colorScheme}]`).waitFor({ state: 'attached' });
    // Colours that are on the way to the other scheme are not yet what a person sees. What turns for ever is not waited for.
    await page.evaluate(() => {
      const ending = document.getAnimations().filter(({ effect }) => Number.isFinite(effect?.getComputedTiming().endTime));
      return Promise.allSettled(ending.map(({ finished }) => finished));
    });
    const result = await page.evaluate(
      (root) => Reflect.get(globalThis, 'axe').run(document.querySelector(root), { resultTypes: ['violations'] }),
      within,
    );
    found.push(...result.violations.map((one: axe.Result) => `${colorScheme} ${one.id}: ${one.nodes.map(({ html }) => html).join(' | ')}`));
  }
  const fits = await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth);
  return fits ? found : [...found, 'it is wider than the screen'];
}
