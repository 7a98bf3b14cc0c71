import type { Locator, Page } from 'playwright-core';
import { afterAll, describe, expect, test } from 'vitest';
import { closeBrowser, drawnStudy, openAs, type Window } from './browser';
import { chromium } from './chromium';

afterAll(closeBrowser);

const LONG_MS = 30_000;

/** Opacity of both lungs, mL, as all numbers of that region have it. */
const opacity = async (page: Page): Promise<number> => {
  const isOpen = (await page.locator('.details').count()) > 0;
  if (!isOpen) {
    await page.getByRole('button', { name: 'All numbers of: Both lungs' }).click();
  }
  const entry = page.locator('.details dl > div').filter({ hasText: /^Opacity.*mL/s }).first();
  return Number.parseFloat((await entry.locator('dd b').first().innerText()).replaceAll(/[\s\u202f,]/g, ''));
};

/** Opacity of both lungs, percent. */
const percent = async (page: Page): Promise<string> =>
  (await page.getByRole('row', { name: 'Both lungs' }).locator('td').first().innerText()).split('\n')[0];

const axial = (page: Page): Locator => page.locator('.pane').first();

/** The study of a date, opened, its outlines there, its correction begun. */
const correcting = async (page: Page, date: '2020-02-12' | '2020-02-20'): Promise<void> => {
  await drawnStudy(page, date).getByRole('link').click();
  await expect.poll(() => axial(page).getAttribute('data-outlined'), { timeout: LONG_MS }).not.toBe('0');
  await page.getByRole('tab', { name: 'Correct' }).click();
  await page.getByText('No corrections').or(page.getByText(/\d+ corrections?/)).first().waitFor();
};

describe.skipIf(chromium === null)('outlines', () => {
  test('are corrected by brush and by lesion, measured again, and taken back', async () => {
    const { page, complaints, close } = await openAs('reader');
    await correcting(page, '2020-02-12');
    const before = await opacity(page);

    await page.getByRole('button', { name: 'Brush', exact: true }).click();
    await page.getByRole('slider', { name: /radius/ }).fill('12');
    const box = await axial(page).boundingBox();
    if (box === null) {
      throw new Error('no picture');
    }
    // Over the right lung of the patient, left in the picture.
    await page.mouse.move(box.x + box.width * 0.3, box.y + box.height * 0.45);
    await page.mouse.down();
    await page.mouse.move(box.x + box.width * 0.34, box.y + box.height * 0.55, { steps: 5 });
    await page.mouse.up();
    await expect.poll(() => opacity(page), { timeout: LONG_MS }).toBeGreaterThan(before);
    const painted = await opacity(page);
    await page.getByText('1 correction', { exact: true }).waitFor();

    await page.getByRole('button', { name: 'Look only' }).click();
    await page.getByRole('button', { name: /^No\. 1, / }).first().click();
    await page.getByRole('button', { name: 'Delete lesion' }).click();
    await expect.poll(() => opacity(page), { timeout: LONG_MS }).toBeLessThan(painted);

    await page.getByRole('button', { name: 'Undo' }).click();
    await expect.poll(() => opacity(page), { timeout: LONG_MS }).toBe(painted);
    await page.getByRole('button', { name: 'Redo' }).click();
    await expect.poll(() => opacity(page), { timeout: LONG_MS }).toBeLessThan(painted);

    await page.getByRole('button', { name: 'Discard all …' }).click();
    await page.getByRole('button', { name: 'Take back all' }).click();
    await expect.poll(() => opacity(page), { timeout: LONG_MS }).toBe(before);
    expect(complaints).toEqual([]);
    await close();
  });

  /** Where the corrections of the last date are looked at, over the next tests. */
  let opened: Window;

  test('stay as they were left, also when the page is opened again', async () => {
    const first = await openAs('reader');
    await correcting(first.page, '2020-02-20');
    const before = await opacity(first.page);
    await first.page.getByRole('button', { name: /^No\. 1, / }).first().click();
    await first.page.getByRole('button', { name: 'Delete lesion' }).click();
    await expect.poll(() => opacity(first.page), { timeout: LONG_MS }).toBeLessThan(before);
    const [after, shown] = [await opacity(first.page), await percent(first.page)];
    await first.close();

    opened = await openAs('reader');
    await correcting(opened.page, '2020-02-20');
    await expect.poll(() => opacity(opened.page), { timeout: LONG_MS }).toBe(after);
    expect(await percent(opened.page)).toBe(shown);
  });

  test('count once they are put in force, and are compared again', async () => {
    const { page } = opened;
    await page.getByRole('button', { name: 'Put in force' }).click();
    await page.getByText('These outlines are in force').waitFor({ timeout: LONG_MS });

    await page.getByRole('tab', { name: 'Change' }).click();
    await page.getByText('The comparison is being made again').waitFor();
    await page.getByText('2020-02-20: compared with outlines corrected by').waitFor({ timeout: LONG_MS });
    expect(await page.getByText('The comparison is being made again').count()).toBe(0);
  });

  test('count no more once they are taken out of force', async () => {
    const { page, complaints, close } = opened;
    await page.getByRole('tab', { name: 'Correct' }).click();
    const shown = await percent(page);
    await page.getByRole('button', { name: 'Take out of force …' }).click();
    await page.getByRole('button', { name: 'Take out of force', exact: true }).click();
    await page.getByText('Not in force: files and comparison rest on other outlines.').waitFor({ timeout: LONG_MS });
    await page.getByText('1 correction', { exact: true }).waitFor();
    await page.getByRole('tab', { name: 'Change' }).click();
    await page.getByText('2020-02-20: compared with outlines corrected by').waitFor({ state: 'hidden', timeout: LONG_MS });
    await page.goto('/');
    await expect.poll(() => drawnStudy(page, '2020-02-20').innerText(), { timeout: LONG_MS }).not.toContain(shown);
    expect(complaints).toEqual([]);
    await close();
  });
});
