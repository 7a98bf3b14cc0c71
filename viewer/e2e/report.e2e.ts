import { afterAll, describe, expect, test } from 'vitest';
import { closeBrowser, drawnStudy, openAs } from './browser';
import { chromium } from './chromium';
import { PASSWORD } from './house';

afterAll(closeBrowser);

const LONG_MS = 30_000;

describe.skipIf(chromium === null)('a report', () => {
  test('is proposed, changed, signed, added to, and seen on the worklist', async () => {
    const { page, complaints, close } = await openAs('reader');
    await drawnStudy(page, '2020-02-20').getByRole('link').click();
    await page.getByRole('tab', { name: 'Report' }).click();
    await page.getByRole('button', { name: 'Fill in from the reading' }).click();
    const sentences = page.locator('.sentence textarea');
    await expect.poll(() => sentences.count(), { timeout: LONG_MS }).toBeGreaterThan(3);
    const proposed = await sentences.first().inputValue();

    await sentences.first().fill(`${proposed} Checked by eye.`);
    await page.getByText('Draft is kept').waitFor();
    await page.getByText('changed by a person').waitFor();
    await page.reload();
    await page.getByRole('tab', { name: 'Report' }).click();
    await expect.poll(() => sentences.first().inputValue()).toBe(`${proposed} Checked by eye.`);

    await page.getByRole('button', { name: 'Sign …' }).click();
    await page.getByLabel('Your password').fill('not the password');
    await page.getByRole('button', { name: 'Sign', exact: true }).click();
    await page.getByText('The password is wrong. Nothing was signed.').waitFor();
    await page.getByLabel('Your password').fill(PASSWORD);
    await page.getByRole('button', { name: 'Sign', exact: true }).click();
    await page.locator('.mark[data-state=SIGNED]').waitFor({ timeout: LONG_MS });
    expect(await sentences.count()).toBe(0);
    await page.getByText('Checked by eye.').waitFor();
    await page.getByRole('link', { name: /\.pdf$/ }).first().waitFor({ timeout: LONG_MS });

    await page.getByRole('button', { name: 'Addendum …' }).click();
    await page.getByLabel('What is added').fill('Compared with films from elsewhere.');
    await page.getByLabel('Your password').fill(PASSWORD);
    await page.getByRole('button', { name: 'Sign the addendum' }).click();
    await page.getByText('Compared with films from elsewhere.').waitFor({ timeout: LONG_MS });

    await page.goto('/');
    await drawnStudy(page, '2020-02-20').getByText('Signed').first().waitFor({ timeout: LONG_MS });
    expect(complaints).toEqual([]);
    await close();
  });
});
