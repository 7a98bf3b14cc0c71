import { execFile } from 'node:child_process';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Page } from 'playwright-core';
import { afterAll, expect, inject, test } from 'vitest';
import { closeBrowser, drawnStudy, openAs, type Window, type Wish } from '../e2e/browser';
import { PASSWORD, Visitor } from '../e2e/house';
import { pause } from '../e2e/server';

const FOLDER = process.env.HILUM_PICTURES ?? '../target/pictures';
/** A folder of DICOM files to be sent, read, opened and looked at too. */
const CHEST = process.env.HILUM_CHEST;
const LONG_MS = 120_000;
const SETTLES_MS = 4_000;
const PAGE_DPI = '110';

afterAll(closeBrowser);

const ALL_CAME = '.images[data-masks="3"]';
const SCREENS: readonly [name: string, path: string, login: string, isThere: string][] = [
  ['upload', '/upload', 'tech', '.drop'],
  ['accounts', '/people', 'admin', 'tbody tr'],
  ['settings', '/settings', 'reader', '.checks'],
  ['audit', '/audit', 'auditor', 'tbody tr'],
];
const TABS: readonly [name: string, place: number, isThere: string][] = [
  ['reading', 0, ALL_CAME],
  ['change', 1, '.dates figure:nth-child(2) .pane[data-slice]'],
  ['correction', 2, '.correction input[type=checkbox]'],
  ['report', 3, '.report h2'],
];
const WISHES: readonly [name: string, wish: Wish][] = [
  ['dark', { theme: 'dark' }],
  ['light', { theme: 'light' }],
  ['zh', { language: 'zh' }],
  ['2560', { width: 2560, height: 1440 }],
  ['4k', { width: 3840, height: 2160 }],
  ['4k-pair', { width: 7680, height: 2160 }],
];

const keep = async (page: Page, name: string): Promise<void> => {
  await mkdir(FOLDER, { recursive: true });
  await pause(SETTLES_MS);
  await page.screenshot({ path: join(FOLDER, `${name}.png`) });
};

/** The tabs of the study that a window shows, each as it is after a while. */
const keepTabs = async ({ page }: Window, name: (tab: string) => string): Promise<void> => {
  for (const [tab, place, isThere] of TABS) {
    await page.getByRole('tab').nth(place).click();
    await page.waitForSelector(isThere, { timeout: LONG_MS });
    await keep(page, name(tab));
  }
};

for (const [wishName, wish] of WISHES) {
  test(`the screens, ${wishName}`, async () => {
    const window = await openAs('reader', '/', wish);
    await window.page.waitForSelector('tbody tr');
    await keep(window.page, `worklist-${wishName}`);
    await drawnStudy(window.page, '2020-02-20').getByRole('link').click();
    await keepTabs(window, (tab) => `${tab}-${wishName}`);
    await window.close();
    for (const [name, path, login, isThere] of SCREENS) {
      const other = await openAs(login, path, wish);
      await other.page.waitForSelector(isThere);
      await keep(other.page, `${name}-${wishName}`);
      await other.close();
    }
  });
}

test('a signed page', async () => {
  for (const [language, date] of [['en', '2020-02-20'], ['zh', '2020-02-12']] as const) {
    const { page, close } = await openAs('reader', '/', { language });
    await drawnStudy(page, date).getByRole('link').click();
    await page.getByRole('tab').last().click();
    await page.locator('.report button').first().click();
    await page.locator('.sentence textarea').first().waitFor({ timeout: LONG_MS });
    await page.getByRole('button', { name: /^(Sign|签)/ }).first().click();
    await page.locator('input[type=password]').fill(PASSWORD);
    await page.locator('input[type=password]').press('Enter');
    await page.locator('.mark[data-state=SIGNED]').waitFor({ timeout: LONG_MS });
    await keep(page, `report-signed-${language}`);
    const link = page.getByRole('link', { name: /\.pdf$/ }).first();
    await link.waitFor({ timeout: LONG_MS });
    const answer = await page.request.get((await link.getAttribute('href')) ?? '');
    expect(answer.ok()).toBe(true);
    const pdf = join(FOLDER, `signed-page-${language}.pdf`);
    await writeFile(pdf, await answer.body());
    await promisify(execFile)('pdftoppm', ['-png', '-r', PAGE_DPI, pdf, pdf.replace(/\.pdf$/, '')]);
    await close();
  }
});

test.skipIf(CHEST === undefined)('a chest of one\'s own', async () => {
  await promisify(execFile)(
    'storescu', ['127.0.0.1', `${inject('dicomPort')}`, '-aec', 'HILUM', '--propose-lossless', '--scan-directories', CHEST ?? '']);
  const reader = new Visitor(inject('web'));
  await reader.comeBack('reader');
  const { page, close } = await openAs('reader', '/', { width: 1600, height: 1000 });
  const link = page.getByRole('row').filter({ hasNotText: 'HILUM-PHANTOM-1' }).getByRole('link').first();
  await link.waitFor({ timeout: LONG_MS });
  await expect.poll(
    async () => (await reader.ask<{ entries: { state: string }[] }>('GET', '/api/worklist')).entries.map((each) => each.state),
    { timeout: LONG_MS },
  ).not.toContain('WAITING');
  await pause(LONG_MS / 4);
  await page.goto('/');
  await keep(page, 'own-worklist');
  await page.getByRole('row').filter({ hasNotText: 'HILUM-PHANTOM-1' }).getByRole('link').first().click();
  await page.waitForSelector(ALL_CAME, { timeout: LONG_MS });
  await keep(page, 'own-reading');
  await close();
});
