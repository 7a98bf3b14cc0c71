import { afterAll, describe, expect, inject, test } from 'vitest';
import { closeBrowser, open } from './browser';
import { chromium } from './chromium';
import { PASSWORD } from './house';

afterAll(closeBrowser);

describe.skipIf(chromium === null)('logging in', () => {
  test('a wrong password is said to be wrong', async () => {
    const { page, close } = await open();
    await page.fill('input[name=username]', 'newcomer');
    await page.fill('input[name=password]', 'not the password');
    await page.keyboard.press('Enter');
    await page.getByText('The user name or the password is wrong.').waitFor();
    await close();
  });

  test('a one-time password has to be changed before anything else, and opens once', async () => {
    const { page, complaints, close } = await open('/upload');
    await page.fill('input[name=username]', 'newcomer');
    await page.fill('input[name=password]', inject('oneTimePassword'));
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Choose your own password' }).waitFor();
    expect(await page.locator('nav a').count(), 'nothing else is shown').toBe(0);

    await page.getByLabel('One-time password').fill(inject('oneTimePassword'));
    await page.getByLabel('New password', { exact: true }).fill('short');
    await page.getByLabel('New password, once more').fill('short');
    await page.keyboard.press('Enter');
    await page.getByText('fewer than 12 characters').waitFor();

    await page.getByLabel('New password', { exact: true }).fill(PASSWORD);
    await page.getByLabel('New password, once more').fill(PASSWORD);
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Upload images' }).waitFor();
    expect(new URL(page.url()).pathname, 'where the person wanted to go').toBe('/upload');

    await page.getByRole('button', { name: 'Log out' }).click();
    await page.fill('input[name=username]', 'newcomer');
    await page.fill('input[name=password]', PASSWORD);
    await page.keyboard.press('Enter');
    await page.getByRole('table').waitFor();
    expect(complaints).toEqual([]);
    await close();
  });

  test('who is logged out elsewhere is asked to log in and goes on where they were', async () => {
    const { page, close } = await open('/upload');
    const enter = async (): Promise<void> => {
      await page.fill('input[name=username]', 'tech');
      await page.fill('input[name=password]', PASSWORD);
      await page.keyboard.press('Enter');
      await page.getByRole('heading', { name: 'Upload images' }).waitFor();
    };
    await enter();
    await page.context().clearCookies();
    await page.getByRole('link', { name: 'Worklist' }).click();
    await page.getByText('You were logged out.').waitFor();
    await page.goBack();
    await enter();
    await close();
  });

  test('who came for the epidemic page is led there after the login', async () => {
    const { page, close } = await open('/epidemic?language=zh-CN');
    await page.fill('input[name=username]', 'reader');
    await page.fill('input[name=password]', PASSWORD);
    await page.keyboard.press('Enter');
    await page.waitForURL('**/epidemic?language=zh-CN');
    expect(await page.locator('html').getAttribute('lang')).toBe('zh-CN');
    await close();
  });
});
