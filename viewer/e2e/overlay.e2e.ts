import { gzipSync } from 'node:zlib';
import type { Page } from 'playwright-core';
import { afterAll, describe, expect, test } from 'vitest';
import { closeBrowser, openAs } from './browser';
import { chromium } from './chromium';

afterAll(closeBrowser);

type Vector = readonly [number, number, number];

const [COLUMNS, ROWS, SLICES] = [80, 64, 40];
const [ACROSS, DOWN, APART] = [1, 1.25, 2];
const STUDY = '1.2.3.4';
const SERIES = '1.2.3.4.5';

/** A block far off the middle, longer one way than the others, with a foot on one side. */
const isMark = (i: number, j: number, k: number): boolean =>
  (i >= 12 && i < 30 && j >= 40 && j < 52 && k >= 8 && k < 18) || (i >= 12 && i < 18 && j >= 30 && j < 40 && k >= 8 && k < 12);

interface Lie {
  readonly name: string;
  readonly right: Vector;
  readonly down: Vector;
  readonly step: Vector;
}

const lean = (20 * Math.PI) / 180;
const LIES: readonly Lie[] = [
  { name: 'head first, supine', right: [1, 0, 0], down: [0, 1, 0], step: [0, 0, APART] },
  { name: 'feet first, supine', right: [-1, 0, 0], down: [0, 1, 0], step: [0, 0, -APART] },
  { name: 'head first, prone', right: [-1, 0, 0], down: [0, -1, 0], step: [0, 0, APART] },
  { name: 'tilted by 20 degrees', right: [1, 0, 0], down: [0, Math.cos(lean), Math.sin(lean)], step: [0, 0, APART] },
];

const ORIGIN: Vector = [-21, 13, -77];
const toPatient = ({ right, down, step }: Lie, [i, j, k]: Vector): Vector =>
  [0, 1, 2].map((n) => ORIGIN[n] + right[n] * ACROSS * i + down[n] * DOWN * j + step[n] * k) as unknown as Vector;

const value = (vr: string, ...values: unknown[]) => ({ vr, Value: values });

const metadata = (lie: Lie): unknown[] =>
  Array.from({ length: SLICES }, (_, k) => ({
    '00080018': value('UI', `${SERIES}.${k + 1}`),
    '00200013': value('IS', k + 1),
    '00280010': value('US', ROWS),
    '00280011': value('US', COLUMNS),
    '00280030': value('DS', DOWN, ACROSS),
    '00200032': value('DS', ...toPatient(lie, [0, 0, k])),
    '00200037': value('DS', ...lie.right, ...lie.down),
    '00280100': value('US', 16),
    '00280101': value('US', 16),
    '00280103': value('US', 1),
    '00281052': value('DS', 0),
    '00281053': value('DS', 1),
  }));

/** Bright where the mark is, black elsewhere. */
const frame = (k: number): Buffer => {
  const values = Int16Array.from({ length: COLUMNS * ROWS }, (_, n) =>
    isMark(n % COLUMNS, Math.floor(n / COLUMNS), k) ? 1000 : -2000,
  );
  return Buffer.from(values.buffer);
};

/** The mask as a reading writes it: RAS, on the grid of the series. */
const mask = (lie: Lie): Buffer => {
  const file = Buffer.alloc(352 + COLUMNS * ROWS * SLICES);
  file.writeInt32LE(348, 0);
  [3, COLUMNS, ROWS, SLICES].forEach((each, n) => file.writeInt16LE(each, 40 + 2 * n));
  file.writeInt16LE(2, 70);
  file.writeFloatLE(352, 108);
  file.writeInt16LE(1, 254);
  [280, 296, 312].forEach((at, axis) => {
    const sign = axis < 2 ? -1 : 1;
    [lie.right[axis] * ACROSS, lie.down[axis] * DOWN, lie.step[axis], ORIGIN[axis]].forEach((each, n) =>
      file.writeFloatLE(sign * each, at + 4 * n),
    );
  });
  for (let n = 0; n < COLUMNS * ROWS * SLICES; n++) {
    const k = Math.floor(n / (COLUMNS * ROWS));
    file[352 + n] = isMark(n % COLUMNS, Math.floor(n / COLUMNS) % ROWS, k) ? 1 : 0;
  }
  return gzipSync(file);
};

const reading = { status: 'read', refusals: [], series: { seriesInstanceUid: SERIES }, regions: [], lesions: [] };

/** Answers for a study that the server does not have. */
const pretend = async (page: Page, lie: Lie): Promise<void> => {
  const json = (body: unknown) => ({ contentType: 'application/json', body: JSON.stringify(body) });
  const results = [{
    id: '1', kind: 'READING', version: 1, isCurrent: true, madeAt: '2020-01-01T00:00:00Z', series: [],
    files: [{ path: 'reading.json' }, { path: 'masks/opacity.nii.gz' }],
  }];
  const series = [{ '00080060': value('CS', 'CT'), '0020000E': value('UI', SERIES), '00201209': value('IS', SLICES) }];
  await page.route(new RegExp(`/(dicomweb/studies|api/worklist/main)/${STUDY}(/|$)`), (route) => {
    const path = new URL(route.request().url()).pathname;
    const slice = /instances\/[\d.]+\.(\d+)\/frames/.exec(path)?.[1];
    if (slice !== undefined) {
      return route.fulfill({ contentType: 'application/octet-stream', body: frame(Number(slice) - 1) });
    }
    if (path.endsWith('.nii.gz')) {
      return route.fulfill({ contentType: 'application/gzip', body: mask(lie) });
    }
    if (path.endsWith('/metadata')) return route.fulfill(json(metadata(lie)));
    if (path.endsWith('/series')) return route.fulfill(json(series));
    if (path.endsWith('/results')) return route.fulfill(json(results));
    if (path.endsWith('/reading.json')) return route.fulfill(json(reading));
    return route.fulfill({ status: 404, ...json({ code: 'LST-001' }) });
  });
};

interface Seen {
  /** Bright pixels of the picture, and where the first and last of them are on the canvas. */
  readonly bright: { readonly count: number; readonly box: readonly number[] };
  readonly line: { readonly count: number; readonly box: readonly number[] };
  /** Pixels of the line that have neither bright nor dark pixels near, as a line that is off has. */
  readonly astray: number;
}

/** What a pane shows: the bright mark, and the yellow line around it. */
const seen = (canvas: HTMLCanvasElement): Seen => {
  const { width, height } = canvas;
  const pixels = canvas.getContext('2d')?.getImageData(0, 0, width, height).data ?? new Uint8ClampedArray();
  const is = (test: (r: number, g: number, b: number) => boolean): boolean[] =>
    Array.from({ length: width * height }, (_, n) => test(pixels[4 * n], pixels[4 * n + 1], pixels[4 * n + 2]));
  const bright = is((r, g, b) => r > 128 && Math.abs(r - g) < 12 && Math.abs(r - b) < 12);
  const dark = is((r, g, b) => r < 100 && Math.abs(r - g) < 12 && Math.abs(r - b) < 12);
  const line = is((r, g, b) => r > 150 && g > 150 && b < 120);
  const about = (set: boolean[]) => {
    const xs = set.flatMap((each, n) => (each ? [n % width] : []));
    const ys = set.flatMap((each, n) => (each ? [Math.floor(n / width)] : []));
    return { count: xs.length, box: [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)] };
  };
  const near = (set: boolean[], n: number, reach: number): boolean => {
    const [x, y] = [n % width, Math.floor(n / width)];
    for (let dy = -reach; dy <= reach; dy++) {
      for (let dx = -reach; dx <= reach; dx++) {
        if (x + dx >= 0 && x + dx < width && y + dy >= 0 && y + dy < height && set[x + dx + width * (y + dy)]) {
          return true;
        }
      }
    }
    return false;
  };
  // Half a pixel of the picture, and what the line itself is wide.
  const reach = 9;
  const astray = line.filter((each, n) => each && !(near(bright, n, reach) && near(dark, n, reach))).length;
  return { bright: about(bright), line: about(line), astray };
};

describe.skipIf(chromium === null)('outlines', () => {
  test.each(LIES)('lie on the pixels they are of in three planes: $name', async (lie) => {
    const { page, complaints, close } = await openAs('reader', '/', { width: 1600, height: 950 });
    await pretend(page, lie);
    await page.goto(`/study/main/${STUDY}`);
    await page.locator('.images[data-masks="1"]').waitFor();
    await page.locator(`.images[data-came="${SLICES}"]`).waitFor();
    const panes = page.locator('.pane');
    expect(await panes.count()).toBe(3);

    // To the slice of the mark, then a press in its middle: all three planes go through it.
    const middle = toPatient(lie, [20, 45, 10]);
    const last = SLICES - 1;
    const wanted = lie.step[2] * (lie.right[0] * lie.down[1]) > 0 ? 10 : last - 10;
    const range = page.locator('.slices input');
    await range.fill(String(wanted));
    const [left, top, across, down] = ((await panes.first().getAttribute('data-placed')) ?? '').split(',').map(Number);
    await panes.first().click({ position: { x: left + 20.5 * across, y: top + 45.5 * down } });
    expect(middle.every(Number.isFinite)).toBe(true);

    for (let n = 0; n < 3; n++) {
      const { bright, line, astray } = await panes.nth(n).locator('canvas').first().evaluate(seen);
      expect(bright.count, `pane ${n}`).toBeGreaterThan(300);
      expect(line.count, `pane ${n}`).toBeGreaterThan(100);
      // The line's box is that of the mark; tilted slices step across the other planes.
      bright.box.forEach((edge, side) => expect(Math.abs(edge - line.box[side]), `pane ${n}, side ${side}`).toBeLessThan(12));
      expect(astray / line.count, `pane ${n}`).toBeLessThan(0.02);
    }
    expect(complaints).toEqual([]);
    await close();
  });
});
