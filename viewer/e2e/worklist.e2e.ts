import { afterAll, describe, expect, inject, test } from 'vitest';
import { closeBrowser, drawnStudy, openAs } from './browser';
import { chromium } from './chromium';
import { Visitor } from './house';

afterAll(closeBrowser);

describe.skipIf(chromium === null)('the worklist', () => {
  test('shows both dates of the drawn patient, with what was found and the change', async () => {
    const { page, complaints, close } = await openAs('reader');
    const current = drawnStudy(page, '2020-02-20');
    await current.getByText('Urgent').waitFor();
    const text = await current.innerText();
    expect(text).toContain('more opacity than at the prior, beyond its error');
    expect(text).toMatch(/\d+\.\d \(\d+\.\d–\d+\.\d\)/);
    expect(text).toContain('Phantom Hilum');
    await page.getByText('1–2 of').or(page.getByText('1–3 of')).waitFor();
    expect(complaints).toEqual([]);
    await close();
  });

  test('is worked with by keys alone', async () => {
    const { page, close } = await openAs('reader');
    await page.getByRole('table').waitFor();
    const chosen = page.locator('tr[aria-current=true]');
    const first = await chosen.innerText();
    await page.keyboard.press('j');
    expect(await chosen.innerText()).not.toBe(first);
    await page.keyboard.press('k');
    expect(await chosen.innerText()).toBe(first);

    await page.keyboard.press('?');
    await page.getByRole('dialog', { name: 'Keys' }).waitFor();
    await page.keyboard.press('Escape');
    expect(await page.getByRole('dialog').count()).toBe(0);

    await page.keyboard.press('m');
    await page.getByText('The case is yours.').waitFor();
    await chosen.getByText('you').waitFor();
    await page.keyboard.press('m');
    await page.getByText('The case was given back.').waitFor();

    await page.keyboard.press('/');
    await page.keyboard.type('nobody of this name');
    await page.getByText('No case matches.').waitFor();
    await page.getByRole('button', { name: 'Show all cases' }).click();
    await page.getByRole('table').waitFor();

    await page.keyboard.press('Escape');
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/study\/main\//);
    await close();
  });

  test('follows what others do, without being asked', async () => {
    const { page, close } = await openAs('reader');
    const prior = drawnStudy(page, '2020-02-12');
    await prior.waitFor();
    await page.getByText('Live', { exact: true }).waitFor();
    const colleague = new Visitor(inject('web'));
    await colleague.comeBack('tech');
    const { entries } = await colleague.ask<{ entries: { studyInstanceUid: string; studyDate: string }[] }>(
      'GET', '/api/worklist?text=HILUM-PHANTOM-1');
    const study = entries.find((each) => each.studyDate === '20200212')?.studyInstanceUid;
    await colleague.ask('POST', `/api/worklist/main/${study}/urgency`, { level: 'EMERGENCY', reason: 'chest pain' });
    await prior.getByText('Emergency').waitFor();
    await prior.getByText('chest pain').waitFor();
    await prior.getByText('by tech').waitFor();
    await close();
  });

  test('filters by state and says when nothing matches', async () => {
    const { page, close } = await openAs('reader');
    await page.getByRole('table').waitFor();
    await page.getByRole('button', { name: 'Set aside' }).click();
    await page.getByText('No case matches.').waitFor();
    await page.getByRole('button', { name: 'All', exact: true }).click();
    await page.getByRole('table').waitFor();
    await close();
  });

  test('asks for a reason of urgency', async () => {
    const { page, close } = await openAs('reader');
    await drawnStudy(page, '2020-02-20').click();
    await page.keyboard.press('u');
    const dialog = page.getByRole('dialog', { name: 'How urgent is this case?' });
    await dialog.getByLabel('Emergency').check();
    expect(await dialog.getByRole('button', { name: 'Keep' }).isDisabled()).toBe(true);
    await dialog.getByLabel('Reason').fill('saturation falls');
    await dialog.getByRole('button', { name: 'Keep' }).click();
    await page.getByText('The urgency is changed.').waitFor();
    await page.getByRole('row').filter({ hasText: 'saturation falls' }).waitFor();
    await close();
  });
});
