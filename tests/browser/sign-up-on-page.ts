import type { Page } from 'playwright-core';

/** Makes the first account of an installation, on the page that a newcomer sees. */
export async function signUpOnPage(page: Page): Promise<void> {
  await page.getByRole('tab', { name: 'Create an account' }).click();
  await page.getByLabel('Name').fill('Ada');
  await page.getByLabel('E-mail address').fill('ada@example.org');
  await page.locator('input[type=password]').fill('a long password');
  await page.getByRole('button', { name: 'Create the account' }).click();
  await page.getByRole('navigation').first().waitFor();
}
