import { AxeBuilder } from '@axe-core/playwright';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, describe, expect, test } from 'vitest';
import { closeBrowser, drawnStudy, open, openAs, type Window, type Wish } from './browser';
import { chromium } from './chromium';

afterAll(closeBrowser);

/** Pictures to look at, where somebody asks for them. */
const PICTURES = process.env.HILUM_PICTURES;

interface Screen {
  readonly name: string;
  readonly open: (wish: Wish) => Promise<Window>;
  readonly isThere: string;
}

const SCREENS: readonly Screen[] = [
  { name: 'login', open: (wish) => open('/', wish), isThere: 'input[name=username]' },
  { name: 'worklist', open: (wish) => openAs('reader', '/', wish), isThere: 'tbody tr' },
  { name: 'keys', open: keys, isThere: 'dialog[open]' },
  { name: 'study', open: study, isThere: '.pane[data-slice]' },
  { name: 'change', open: (wish) => tab(wish, 1), isThere: '.dates figure:nth-child(2) .pane[data-slice]' },
  { name: 'correct', open: (wish) => tab(wish, 2), isThere: '.correction input[type=checkbox]' },
  { name: 'report', open: (wish) => tab(wish, 3), isThere: '.report h2' },
  { name: 'upload', open: (wish) => openAs('tech', '/upload', wish), isThere: '.drop' },
  { name: 'accounts', open: (wish) => openAs('admin', '/people', wish), isThere: 'tbody tr' },
  { name: 'settings', open: (wish) => openAs('reader', '/settings', wish), isThere: '.checks' },
  { name: 'audit', open: (wish) => openAs('auditor', '/audit', wish), isThere: 'tbody tr' },
];

async function study(wish: Wish): Promise<Window> {
  const window = await openAs('reader', '/', wish);
  await drawnStudy(window.page, '2020-02-20').getByRole('link').click();
  return window;
}

async function tab(wish: Wish, number: number): Promise<Window> {
  const window = await study(wish);
  await window.page.waitForSelector('.pane[data-slice]');
  await window.page.getByRole('tab').nth(number).click();
  return window;
}

async function keys(wish: Wish): Promise<Window> {
  const window = await openAs('reader', '/', wish);
  await window.page.waitForSelector('tbody tr');
  await window.page.keyboard.press('?');
  return window;
}

const violations = async (page: Page): Promise<string[]> =>
  (await new AxeBuilder({ page }).withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']).analyze())
    .violations.flatMap((each) => each.nodes.map((node) => `${each.id}: ${node.html.slice(0, 160)} ${node.failureSummary ?? ''}`));

const picture = async (page: Page, name: string): Promise<void> => {
  if (PICTURES !== undefined) {
    await mkdir(PICTURES, { recursive: true });
    await page.screenshot({ path: join(PICTURES, `${name}.png`) });
  }
};

/** What a Chinese page may say in Latin letters: names, units, codes, file names and what persons and scanners wrote. */
const MAY_BE_LATIN =
  /^(Hilum|English|onset|g|Dice|Phantom|First|administrator|our|Clara|Ward|clin-1|DICOM|DICOMweb|CT|PACS|zip|MB|Enter|Esc|[jkmnpu]|Dr\.?|Drawn|New|Tina|Tech|Ann|Audit|CO-RADS|Synthetic|chest|pain|This|hospital|saturation|falls|tech|reader|auditor|newcomer|admin|main|half|image\.dcm|HILUM-PHANTOM-\d|mL|mm|HU|Pan|Chung|Chaganti|PO|PHO|COVID-19|SNAPSHOT|Dice|onset|Shift|g|Page|Up|Down|Home|End|[A-Z]|[0-9a-f]{64}|chest-[\w-]+|[A-Z]{3}-\d{3}|[\w-]+\.(dcm|txt|zip))$/;

const latinWords = (text: string): string[] =>
  [...new Set(text.match(/[A-Za-z][\w.-]*/g) ?? [])].map((word) => word.replace(/\.$/, '')).filter((word) => !MAY_BE_LATIN.test(word));

describe.skipIf(chromium === null)('each screen', () => {
  for (const screen of SCREENS) {
    for (const theme of ['dark', 'light'] as const) {
      test(`${screen.name} in the ${theme} theme is fit for all`, async () => {
        const { page, close } = await screen.open({ theme });
        await page.waitForSelector(screen.isThere);
        expect(await violations(page)).toEqual([]);
        await picture(page, `${screen.name}-${theme}`);
        await close();
      });
    }

    test(`${screen.name} has nothing untranslated in Chinese`, async () => {
      const { page, close } = await screen.open({ language: 'zh' });
      await page.waitForSelector(screen.isThere);
      expect(await page.locator('html').getAttribute('lang')).toBe('zh-CN');
      const said = await page.evaluate(() => {
        // What the trail says is kept in one language, and marked so.
        document.querySelectorAll('[lang=en]').forEach((element) => element.remove());
        const names = [...document.querySelectorAll('[aria-label], [title], [placeholder]')].flatMap((element) =>
          ['aria-label', 'title', 'placeholder'].map((name) => element.getAttribute(name) ?? ''),
        );
        return [document.title, document.body.innerText, ...names].join('\n');
      });
      expect(latinWords(said)).toEqual([]);
      await picture(page, `${screen.name}-zh`);
      await close();
    });
  }
});
