import { chromium as driver, type Browser, type Locator, type Page } from 'playwright-core';
import { inject } from 'vitest';
import { chromium } from './chromium';
import { PASSWORD } from './house';

export const SWITCHES = [
  '--headless', '--no-sandbox', '--disable-gpu', '--use-angle=swiftshader', '--enable-unsafe-swiftshader',
  '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync',
];

export interface Window {
  readonly page: Page;
  /** What the browser complained about: failed scripts, what the content policy kept out. */
  readonly complaints: string[];
  readonly close: () => Promise<void>;
}

let browser: Browser | undefined;

export interface Wish {
  readonly language?: 'en' | 'zh';
  readonly theme?: 'dark' | 'light';
  readonly width?: number;
  readonly height?: number;
}

/** Opens a window of its own cookies at a page of the viewer. */
export const open = async (path = '/', wish: Wish = {}): Promise<Window> => {
  browser ??= await driver.launch({ executablePath: chromium ?? '', args: SWITCHES });
  const context = await browser.newContext({
    baseURL: inject('web'),
    viewport: { width: wish.width ?? 1280, height: wish.height ?? 800 },
    locale: wish.language === 'zh' ? 'zh-CN' : 'en-GB',
  });
  await context.addInitScript((theme) => localStorage.setItem('hilum.theme', theme), wish.theme ?? 'dark');
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(String(error)));
  page.on('console', (said) => {
    // A refusal is an answer, and the browser writes each into its console.
    if (said.type() === 'error' && !said.text().startsWith('Failed to load resource')) {
      complaints.push(said.text());
    }
  });
  await page.goto(path);
  return { page, complaints, close: () => context.close() };
};

/** Opens a window and logs in; then the page asked for is there. */
export const openAs = async (login: string, path = '/', wish: Wish = {}): Promise<Window> => {
  const window = await open(path, wish);
  await window.page.fill('input[name=username]', login);
  await window.page.fill('input[name=password]', PASSWORD);
  await window.page.keyboard.press('Enter');
  await window.page.waitForSelector('nav a');
  return window;
};

/** The row of the drawn patient's study of a date. */
export const drawnStudy = (page: Page, date: '2020-02-12' | '2020-02-20'): Locator =>
  page.getByRole('row').filter({ hasText: 'HILUM-PHANTOM-1' }).filter({ has: page.getByText(date, { exact: true }) });

export const closeBrowser = async (): Promise<void> => {
  await browser?.close();
  browser = undefined;
};
