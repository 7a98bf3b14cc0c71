import { afterAll, describe, expect, test } from 'vitest';
import { closeBrowser, drawnStudy, openAs, type Window } from './browser';
import { chromium } from './chromium';

afterAll(closeBrowser);

/** Opens the drawn study while the server does not answer some requests as it should. */
const openedWhile = async (path: RegExp, times = Infinity): Promise<Window> => {
  const window = await openAs('reader', '/', { width: 1600, height: 950 });
  let left = times;
  await window.page.route(path, (route) => (left-- > 0 ? route.fulfill({ status: 503, body: '' }) : route.continue()));
  await drawnStudy(window.page, '2020-02-20').getByRole('link').click();
  return window;
};

describe.skipIf(chromium === null)('a study of which something does not come', () => {
  test('says that the images could not be opened, and opens them when asked again', async () => {
    const { page, close } = await openedWhile(/\/dicomweb\/studies\/[^/]+\/series$/, 1);
    await page.getByText('The images could not be opened.').waitFor();
    await page.getByRole('button', { name: 'Try again' }).click();
    await page.locator('.pane[data-slice]').first().waitFor();
    await close();
  });

  test('shows the images without outlines, and says so', async () => {
    const { page, close } = await openedWhile(/masks\/lungs\.nii\.gz$/);
    await page.getByText('The outlines could not be fetched; the images are shown without them.').waitFor();
    expect(await page.locator('.pane').first().getAttribute('data-slice')).not.toBeNull();
    await close();
  });

  test('shows the images without what was found, and fetches it when asked again', async () => {
    const { page, close } = await openedWhile(/\/files\/reading\.json$/, 1);
    await page.getByText('The case or what was found in it could not be fetched.').waitFor();
    await page.locator('.pane[data-slice]').first().waitFor();
    await page.getByRole('button', { name: 'Try again' }).click();
    await page.getByRole('heading', { name: 'By region' }).waitFor();
    await close();
  });

  test('asks again for a slice that was lost on the way, and counts those that never come', async () => {
    let slice = '';
    const window = await openAs('reader', '/', { width: 1600, height: 950 });
    const { page } = window;
    await page.route(/\/frames\/1$/, (route) => {
      const path = new URL(route.request().url()).pathname;
      slice ||= path;
      return path === slice ? route.abort() : route.continue();
    });
    await drawnStudy(page, '2020-02-20').getByRole('link').click();
    await page.getByText('Slices that could not be fetched: 1.').waitFor({ timeout: 20_000 });
    await page.getByText('This slice could not be fetched.').waitFor();
    await window.close();
  });

  test('says that two dates could not be laid on each other, and scrolls each by itself', async () => {
    const { page, close } = await openedWhile(/bulkdata/);
    await page.getByRole('tab', { name: 'Change' }).click();
    await page.getByText('The two dates were not laid on each other, so each is scrolled by itself.').waitFor({ timeout: 30_000 });
    const prior = page.locator('.dates .pane').first();
    const current = page.locator('.dates .pane').nth(1);
    const [before, now] = [await prior.getAttribute('data-slice'), await current.getAttribute('data-slice')];
    await prior.hover();
    await page.mouse.wheel(0, 100);
    await expect.poll(() => prior.getAttribute('data-slice')).not.toBe(before);
    expect(await current.getAttribute('data-slice')).toBe(now);
    expect(await page.getByRole('button', { name: 'Flicker' }).count()).toBe(0);
    await close();
  });
});
