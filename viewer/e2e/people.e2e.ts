import { afterAll, describe, expect, test } from 'vitest';
import { closeBrowser, openAs } from './browser';
import { chromium } from './chromium';

afterAll(closeBrowser);

const pages = async (login: string): Promise<string[]> => {
  const { page, close } = await openAs(login);
  const names = await page.locator('nav a').allInnerTexts();
  await close();
  return names;
};

describe.skipIf(chromium === null)('people', () => {
  test('see the pages that their roles allow, and no others', async () => {
    expect(await pages('reader')).toEqual(['Worklist', 'Upload', 'Settings', 'Epidemic']);
    expect(await pages('auditor')).toEqual(['Audit trail', 'Settings']);
    expect(await pages('admin')).toContain('Accounts');

    const { page, close } = await openAs('reader', '/people');
    await page.getByText('Your account has no part in this page.').waitFor();
    await close();
  });

  test('are given accounts, changed and deactivated by an administrator', async () => {
    const { page, complaints, close } = await openAs('admin', '/people');
    await page.getByLabel('User name').fill('clin-1');
    await page.getByLabel('Name to show').fill('Clara Ward');
    await page.getByRole('checkbox', { name: 'Clinician' }).check();
    await page.getByRole('button', { name: 'Make the account' }).click();
    await page.getByText('One-time password of clin-1').waitFor();
    expect(await page.locator('code.secret').innerText()).toMatch(/^\S{20,}$/);

    const row = page.getByRole('row').filter({ hasText: 'clin-1' });
    await row.getByRole('button', { name: 'Change' }).click();
    const dialog = page.getByRole('dialog', { name: 'clin-1' });
    await dialog.getByRole('checkbox', { name: 'Auditor' }).check();
    await dialog.getByRole('button', { name: 'Save' }).click();
    await row.getByText('Clinician, Auditor').waitFor();
    await row.getByRole('button', { name: 'Deactivate' }).click();
    await row.getByText('Deactivated').waitFor();

    await page.getByLabel('User name').fill('clin-1');
    await page.getByLabel('Name to show').fill('Clara Ward');
    await page.getByRole('button', { name: 'Make the account' }).click();
    await page.getByText('the user name is taken').waitFor();
    expect(complaints).toEqual([]);
    await close();
  });

  test('choose their language and theme, and make tokens', async () => {
    const { page, close } = await openAs('reader', '/settings');
    await page.getByLabel('Light', { exact: true }).check();
    expect(await page.locator('html').getAttribute('data-theme')).toBe('light');
    await page.getByLabel('Name of the program').fill('our PACS');
    await page.getByRole('checkbox', { name: 'Send images and reports in' }).check();
    await page.getByRole('button', { name: 'Make a token' }).click();
    await page.getByText('The token, shown this once.').waitFor();
    expect(await page.locator('code.secret').innerText()).toMatch(/^hilum_/);
    await page.getByRole('row').filter({ hasText: 'our PACS' }).getByRole('button', { name: 'Revoke' }).click();
    await page.getByRole('row').filter({ hasText: 'our PACS' }).getByText('Revoked').waitFor();
    await page.getByLabel('中文').check();
    await page.getByRole('heading', { name: '设置' }).waitFor();
    await page.reload();
    await page.getByRole('heading', { name: '设置' }).waitFor();
    await close();
  });

  test('who audit find what was done, and that the trail is whole', async () => {
    const { page, close } = await openAs('auditor', '/audit');
    await page.getByRole('table').waitFor();
    await page.getByLabel('Account').fill('reader');
    await page.getByRole('button', { name: 'Show' }).click();
    await expect
      .poll(async () => new Set(await page.locator('tbody tr td:nth-child(3)').allInnerTexts()))
      .toEqual(new Set(['reader main']));
    await page.getByRole('button', { name: 'Check that the trail is whole' }).click();
    await page.getByText('The trail is whole').waitFor();
    await close();
  });
});
