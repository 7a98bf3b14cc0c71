import { afterAll, describe, expect, test } from 'vitest';
import { closeBrowser, drawnStudy, openAs } from './browser';
import { chromium } from './chromium';

afterAll(closeBrowser);

/** How many points of a canvas are neither black nor clear. */
const painted = (canvas: HTMLCanvasElement): number => {
  const copy = document.createElement('canvas');
  copy.width = canvas.width;
  copy.height = canvas.height;
  const context = copy.getContext('2d');
  context?.drawImage(canvas, 0, 0);
  const points = context?.getImageData(0, 0, copy.width, copy.height).data ?? [];
  let count = 0;
  for (let n = 0; n < points.length; n += 4) {
    count += points[n + 3] > 0 && points[n] + points[n + 1] + points[n + 2] > 60 ? 1 : 0;
  }
  return count;
};

describe.skipIf(chromium === null)('a study', () => {
  test('opens with pixels and outlines, and scrolls', async () => {
    const { page, complaints, close } = await openAs('reader');
    await drawnStudy(page, '2020-02-20').getByRole('link').click();
    const axial = page.locator('.pane').first();
    await expect.poll(() => axial.locator('canvas').first().evaluate(painted), { timeout: 20_000 }).toBeGreaterThan(20_000);
    await expect.poll(async () => Number(await axial.getAttribute('data-outlined')), { timeout: 20_000 }).toBeGreaterThan(0);

    const slice = (): Promise<string | null> => axial.getAttribute('data-slice');
    await expect.poll(slice).not.toBeNull();
    const before = await slice();
    await axial.hover();
    await page.mouse.wheel(0, 100);
    await expect.poll(slice).not.toBe(before);
    expect(complaints).toEqual([]);
    await close();
  });
});
