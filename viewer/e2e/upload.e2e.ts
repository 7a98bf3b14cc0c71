import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { closeBrowser, openAs } from './browser';
import { chromium } from './chromium';
import { anotherChest } from './drawn';
import { Visitor } from './house';
import { zip } from './zip';

describe.skipIf(chromium === null)('the upload page', () => {
  let chest = '';

  beforeAll(async () => {
    const reader = new Visitor(inject('web'));
    await reader.comeBack('reader');
    chest = await anotherChest(reader, 'HILUM-PHANTOM-7');
    await writeFile(join(chest, 'readme.txt'), 'not an image');
    const [one] = await readdir(chest);
    await writeFile(join(chest, 'cut.dcm'), (await readFile(join(chest, one))).subarray(0, 20_000));
  });

  afterAll(async () => {
    await closeBrowser();
    await rm(dirname(chest), { recursive: true, force: true });
  });

  test('takes a folder over a line that is lost, and shows the way to the report', async () => {
    const { page, complaints, close } = await openAs('tech', '/upload');
    await page.locator('.drop').waitFor();
    let sent = 0;
    await page.route('**/api/uploads/*/files/*', (route) => {
      sent += 1;
      return sent > 20 && sent <= 24 ? route.abort('connectionreset') : route.continue();
    });
    await page.setInputFiles('input[data-chooses=folder]', chest);
    await page.getByText('Done: everything that came was judged.').waitFor({ timeout: 60_000 });
    const count = (await readdir(chest)).length;
    await page.getByRole('button', { name: `Taken ${count - 2}` }).waitFor();
    await page.getByText('The file ends in the middle of its content').first().waitFor();
    await page.getByText('Nothing to do: other files on a disc are normal.').first().waitFor();
    await page.getByText('Report ready').waitFor({ timeout: 60_000 });
    expect(sent, 'the line was lost').toBeGreaterThan(24);
    expect(complaints).toEqual([]);

    await page.reload();
    await page.getByText('Report ready').waitFor();
    await page.getByRole('link', { name: 'Worklist' }).click();
    await page.getByRole('row').filter({ hasText: 'HILUM-PHANTOM-7' }).waitFor();
    await close();
  });

  test('goes on after the window was closed, with the same folder', async () => {
    const { page, close } = await openAs('tech', '/upload');
    const folder = join(await mkdtemp(join(tmpdir(), 'hilum-half-')), 'half');
    await mkdir(folder);
    for (const n of [1, 2, 3, 4, 5, 6]) {
      await writeFile(join(folder, `${n}.txt`), 'x'.repeat(n));
    }
    let sent = 0;
    await page.locator('.drop').waitFor();
    await page.route('**/api/uploads/*/files/*', (route) => {
      sent += 1;
      return sent > 3 ? route.abort('connectionreset') : route.continue();
    });
    await page.setInputFiles('input[data-chooses=folder]', folder);
    await page.getByText('The line is lost.').waitFor();
    page.on('dialog', (dialog) => void dialog.accept());
    await page.unroute('**/api/uploads/*/files/*');
    await page.reload();
    await page.getByText('files have not come. Choose the same folder again').waitFor();
    await page.setInputFiles('input[data-chooses=folder]', folder);
    await page.getByText('Done: everything that came was judged.').waitFor();
    await page.getByRole('button', { name: 'Back to all uploads' }).click();
    await page.getByRole('row').filter({ hasText: 'half' }).filter({ hasText: 'Done' }).waitFor();
    expect(await page.getByRole('row').filter({ hasText: 'half' }).count(), 'in one upload').toBe(1);
    await rm(dirname(folder), { recursive: true });
    await close();
  });

  test('takes a folder that is dropped with the mouse', async () => {
    const { page, complaints, close } = await openAs('tech', '/upload');
    const folder = join(await mkdtemp(join(tmpdir(), 'hilum-dropped-')), 'chest-dropped');
    await mkdir(join(folder, 'deep'), { recursive: true });
    await writeFile(join(folder, 'one.txt'), 'one');
    await writeFile(join(folder, 'deep', 'two.txt'), 'two');
    const box = await page.locator('.drop').boundingBox();
    if (box === null) {
      throw new Error('no place to drop at');
    }
    const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
    const hand = await page.context().newCDPSession(page);
    const drag = (type: 'dragEnter' | 'dragOver' | 'drop'): Promise<unknown> =>
      hand.send('Input.dispatchDragEvent', { type, x, y, data: { items: [], files: [folder], dragOperationsMask: 1 } });
    await drag('dragEnter');
    await drag('dragOver');
    await page.locator('.drop.over').waitFor();
    await drag('drop');
    await page.getByText('Done: everything that came was judged.').waitFor();
    await page.getByRole('cell', { name: 'chest-dropped/deep/two.txt' }).waitFor();
    expect(await page.locator('.drop.over').count()).toBe(0);
    expect(complaints).toEqual([]);
    await rm(dirname(folder), { recursive: true });
    await close();
  });

  test('takes an archive, and judges each file in it', async () => {
    const { page, complaints, close } = await openAs('tech', '/upload');
    const folder = await mkdtemp(join(tmpdir(), 'hilum-zip-'));
    const archive = join(folder, 'chest.zip');
    const [one] = (await readdir(chest)).filter((name) => name.endsWith('-0.dcm'));
    await writeFile(
      archive,
      zip({ 'disc/image.dcm': await readFile(join(chest, one)), 'disc/readme.txt': Buffer.from('not an image') }),
    );
    await page.locator('.drop').waitFor();
    await page.setInputFiles('input[data-chooses=files]', archive);
    await page.getByText('Done: everything that came was judged.').waitFor();
    await page.getByRole('cell', { name: 'disc/readme.txt' }).waitFor();
    await page.getByRole('button', { name: /^(Taken|Was here already) 1$/ }).waitFor();
    expect(complaints).toEqual([]);
    await rm(folder, { recursive: true });
    await close();
  });

  test('says why a study that is another patient\'s is refused, and what to do', async () => {
    const { page, close } = await openAs('tech', '/upload');
    const folder = await mkdtemp(join(tmpdir(), 'hilum-refused-'));
    const [one] = (await readdir(chest)).filter((name) => name.endsWith('-0.dcm'));
    const stolen = (await readFile(join(chest, one))).toString('latin1').replaceAll('HILUM-PHANTOM-7', 'HILUM-PHANTOM-8');
    await writeFile(join(folder, 'image.dcm'), stolen, 'latin1');
    await page.locator('.drop').waitFor();
    await page.setInputFiles('input[data-chooses=files]', join(folder, 'image.dcm'));
    await page.getByText('Done: everything that came was judged.').waitFor();
    const refusal = page.locator('.refusals');
    await refusal.getByText('Refused, 1 file').waitFor();
    expect(await refusal.innerText()).toMatch(/ARC-00[13]/);
    await rm(folder, { recursive: true });
    await close();
  });
});
