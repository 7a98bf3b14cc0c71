import type { Locator } from 'playwright-core';
import { afterAll, describe, expect, test } from 'vitest';
import { closeBrowser, drawnStudy, openAs, type Wish } from './browser';
import { chromium } from './chromium';

afterAll(closeBrowser);

const opened = async (wish: Wish = {}) => {
  const window = await openAs('reader', '/', { width: 1600, height: 950, ...wish });
  await drawnStudy(window.page, '2020-02-20').getByRole('link').click();
  await window.page.locator('.images[data-masks="3"]').waitFor();
  return window;
};

const slice = async (pane: Locator): Promise<number> => Number(await pane.getAttribute('data-slice'));

/** Where a pane's crosshair is, in its own pixels. */
const crosshair = async (pane: Locator): Promise<{ x: number; y: number }> => {
  const [column, row] = ((await pane.getAttribute('data-at')) ?? '').split(',').map(Number);
  const [left, top, across, down] = ((await pane.getAttribute('data-placed')) ?? '').split(',').map(Number);
  return { x: left + (column + 0.5) * across, y: top + (row + 0.5) * down };
};

describe.skipIf(chromium === null)('what was found', () => {
  test('leads from a lesion to its slice, and from its outline to the lesion', async () => {
    const { page, complaints, close } = await opened();
    const lesion = page.getByRole('button', { name: /^No\. 2, / });
    await lesion.click();
    const row = page.getByRole('row').filter({ has: lesion });
    const axial = page.locator('.pane').first();
    const shown = Number(await row.getByRole('cell').last().textContent());
    await expect.poll(() => slice(axial)).toBe(shown - 1);

    // The same place, pressed in the image, with nothing chosen.
    await lesion.click();
    expect(await lesion.getAttribute('aria-pressed')).toBe('false');
    await axial.click({ position: await crosshair(axial) });
    await expect.poll(() => lesion.getAttribute('aria-pressed')).toBe('true');
    expect(complaints).toEqual([]);
    await close();
  });

  test('says of a number what it is, how sure, and which network made the mask', async () => {
    const { page, close } = await opened();
    await page.getByRole('button', { name: 'All numbers of: Both lungs' }).click();
    const details = page.locator('.details');
    await expect.poll(() => details.textContent()).toContain('Opacity voxels over lung voxels');
    expect(await details.textContent()).toMatch(/82 % interval: where the true percentage is expected/);
    expect(await details.textContent()).toMatch(/network chest-opacity-2d, version .* SHA-256/);
    await close();
  });

  test('shows on demand what may be opacity and is not probably', async () => {
    const { page, close } = await opened();
    await page.getByRole('button', { name: /^No\. 1, / }).click();
    const axial = page.locator('.pane').first();
    const outlined = async (): Promise<number> => Number(await axial.getAttribute('data-outlined'));
    const doubt = page.getByRole('checkbox', { name: 'May be opacity' });
    await expect.poll(() => doubt.isEnabled()).toBe(true);
    expect(await doubt.isChecked()).toBe(false);
    const before = await outlined();
    await doubt.check();
    await expect.poll(outlined).toBe(before + 1);
    if (process.env.HILUM_PICTURES !== undefined) {
      await page.screenshot({ path: `${process.env.HILUM_PICTURES}/uncertain.png` });
    }
    await doubt.uncheck();
    await expect.poll(outlined).toBe(before);
    await close();
  });

  test('links three planes by a press, and steps through each by the wheel', async () => {
    const { page, close } = await opened();
    const [axial, coronal, sagittal] = [0, 1, 2].map((n) => page.locator('.pane').nth(n));
    const before = await slice(axial);
    const { x, y } = await crosshair(coronal);
    await coronal.click({ position: { x: x - 20, y: y - 40 } });
    await expect.poll(() => slice(axial)).toBeGreaterThan(before);
    const place = await sagittal.getAttribute('data-at');
    const at = await slice(axial);
    await axial.hover();
    await page.mouse.wheel(0, 100);
    await expect.poll(() => slice(axial)).toBe(at - 1);
    expect(await sagittal.getAttribute('data-at')).not.toBe(place);
    await close();
  });
});

describe.skipIf(chromium === null)('the change since the prior date', () => {
  test('shows both dates locked through the registration, and one over the other', async () => {
    const { page, complaints, close } = await opened();
    await page.getByRole('tab', { name: 'Change' }).click();
    await page.getByText('Scrolling is locked through the registration').waitFor({ timeout: 30_000 });
    const [prior, current] = [0, 1].map((n) => page.locator('.dates .pane').nth(n));
    await expect.poll(() => prior.getAttribute('data-slice')).not.toBeNull();
    // The chest was drawn at another depth of breath: the same place has another slice number.
    const [priorBefore, before] = [await slice(prior), await slice(current)];
    expect(priorBefore).not.toBe(before);
    await current.hover();
    for (let n = 0; n < 10; n++) {
      await page.mouse.wheel(0, 100);
    }
    await expect.poll(() => slice(current)).toBe(before - 10);
    await expect.poll(() => slice(prior)).toBeLessThan(priorBefore - 5);

    await page.getByText('One colour a lesion through both dates.').waitFor({ timeout: 20_000 });
    await page.getByLabel('Change map').selectOption('EXTENT');
    await page.getByText('Opacity appeared').waitFor();
    await page.getByLabel('Change map').selectOption('DENSITY');
    await page.getByText('corrected for the depth of breath').waitFor();
    await page.getByRole('button', { name: 'Flicker' }).click();
    await expect.poll(() => page.locator('.dates figcaption').textContent(), { timeout: 5_000 }).toContain('Prior 2020-02-12');
    await expect.poll(() => page.locator('.dates figcaption').textContent(), { timeout: 5_000 }).toContain('Current 2020-02-20');
    expect(complaints).toEqual([]);
    await close();
  });

  test('is told with its error, in Chinese too', async () => {
    const { page, close } = await opened({ language: 'zh' });
    await page.getByRole('tab', { name: '变化' }).click();
    const row = page.getByRole('row').filter({ has: page.getByRole('rowheader', { name: '双肺', exact: true }) });
    await expect.poll(() => row.first().textContent(), { timeout: 20_000 }).toMatch(/增多，超出误差/);
    await page.getByRole('img', { name: '双肺病变在 2 个日期的变化' }).waitFor();
    const panel = (await page.getByRole('tabpanel').textContent()) ?? '';
    expect(panel.replaceAll(/Dice|CT|HU|mL|COVID-19|Hilum|CO-RADS|CMP-\d+|--onset|[A-Z]{3}-\d{3}/g, '')).not.toMatch(/[A-Za-z]{3,}/);
    await close();
  });
});
