import { describe, expect, test } from 'vitest';
import { affine, apply, type Vector } from '../images/affine';
import type { Mask } from '../images/mask';
import { labelsOn, type Plane } from '../images/plane';
import { sample } from '../images/reformat';
import { slicesOf, type DicomJson } from '../images/series';
import { emptyVolume, putSlice } from '../images/volume';
import { APPEARED, changeOn, densityOn, expansionOf, GONE, LIGHTER, STAYED } from './changeMap';
import { colouredMask, labelOf } from './coloured';
import { colourOf, type FollowedLesion } from './comparison';
import { describe as described, led, warpOf, type Deformation } from './deformation';

const item = (set: Record<string, unknown>) => ({ vr: 'SQ', Value: [set] });
const value = (vr: string, ...values: unknown[]) => ({ vr, Value: values });

/** A registration as the archive tells it: x 10 mm to the left, and on the grid 1 mm up, more behind. */
const registration = (): DicomJson => ({
  '00200052': value('UI', '1.2.current'),
  '00640002': item({
    '00640003': value('UI', '1.2.prior'),
    '0064000F': item({ '300600C6': value('DS', 1, 0, 0, 10, 0, 1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1) }),
    '00640005': item({
      '00200032': value('DS', -10, -20, 30),
      '00200037': value('DS', 1, 0, 0, 0, 1, 0),
      '00640007': value('UL', 3, 2, 2),
      '00640008': value('FD', 5, 10, 20),
      '00640009': { vr: 'OF', BulkDataURI: 'http://elsewhere:8080/dicomweb/bulk' },
    }),
  }),
});

const deformation = (): Deformation => {
  const { bulk: _, ...rest } = described(registration());
  const vectors = new Float32Array(3 * 12);
  for (let n = 0; n < 12; n++) {
    const isBehind = Math.floor(n / 3) % 2 === 1;
    vectors[3 * n + 2] = isBehind ? 3 : 1;
  }
  return { ...rest, vectors };
};

describe('a registration', () => {
  test('is read with its grid in the patient', () => {
    const read = described(registration());
    expect([read.columns, read.rows, read.slices]).toEqual([3, 2, 2]);
    apply(read.toGrid, [-5, -10, 50]).forEach((index, axis) => expect(index).toBeCloseTo([1, 1, 1][axis]));
    expect(read.bulk).toBe('http://elsewhere:8080/dicomweb/bulk');
  });

  test('without a grid is refused', () => {
    expect(() => described({})).toThrow('no grid');
  });

  test('leads points by affine part and grid, between its points by their distance', () => {
    const warp = warpOf(deformation());
    expect(led(warp, [-10, -20, 30])).toEqual([0, -20, 31]);
    led(warp, [-3, -15, 44]).forEach((mm, axis) => expect(mm).toBeCloseTo([7, -15, 46][axis]));
    expect(led(warp, [0, -10, 50])).toEqual([10, -10, 53]);
  });

  test('leads points outside of its grid by the affine part alone', () => {
    expect(led(warpOf(deformation()), [100, 0, 0])).toEqual([110, 0, 0]);
  });
});

const GRID = affine([1, 0, 0], [0, 1, 0], [0, 0, 2], [0, 0, 0]);
const SIZE = { columns: 8, rows: 6, slices: 4 } as const;
const at = (i: number, j: number, k: number): number => i + SIZE.columns * (j + SIZE.rows * k);
const mask = (...voxels: number[]): Mask => {
  const labels = new Uint8Array(SIZE.columns * SIZE.rows * SIZE.slices);
  voxels.forEach((voxel) => (labels[voxel] = 1));
  return { ...SIZE, labels, toPatient: GRID };
};
const plane = (k: number): Plane => ({ columns: 8, rows: 6, origin: [0, 0, 2 * k], right: [1, 0, 0], down: [0, 1, 0] });

/** Everything lay two columns to the right and a slice lower before. */
const shift = (x: number, y: number, z: number, to: Float64Array): void => {
  to.set([x + 2, y, z - 2]);
};

describe('another date laid on a plane', () => {
  test('shows labels and values where the warp leads the pixels', () => {
    const labels = labelsOn(mask(at(5, 3, 1)), plane(2), shift).labels;
    expect([...labels.keys()].filter((n) => labels[n])).toEqual([3 + 8 * 3]);

    const images = Array.from({ length: 4 }, (_, k): DicomJson => ({
      '00080018': value('UI', `1.${k}`), '00200013': value('IS', k), '00280010': value('US', 6), '00280011': value('US', 8),
      '00280030': value('DS', 1, 1), '00200032': value('DS', 0, 0, 2 * k), '00200037': value('DS', 1, 0, 0, 0, 1, 0),
    }));
    const volume = emptyVolume(slicesOf(images));
    volume.slices.forEach((_, k) => {
      const stored = new Int16Array(48);
      stored[5 + 8 * 3] = k === 1 ? 500 : 0;
      putSlice(volume, k, stored.buffer);
    });
    const hu = sample(volume, plane(2), shift);
    expect(hu[3 + 8 * 3]).toBe(500);
    expect(hu.filter((each) => each > 0)).toHaveLength(1);
  });

  test('tells where opacity appeared, went and stayed', () => {
    const now = mask(at(1, 1, 2), at(2, 1, 2));
    const before = mask(at(4, 1, 1), at(5, 1, 1));
    const { labels } = changeOn(now, before, shift, plane(2));
    expect(Array.from(labels.subarray(8, 16))).toEqual([0, APPEARED, STAYED, GONE, 0, 0, 0, 0]);
  });
});

describe('the density of a date beside another', () => {
  /** A chest of one value with a denser block in its middle. */
  const chest = (air: number, block: number) => {
    const images = Array.from({ length: 4 }, (_, k): DicomJson => ({
      '00080018': value('UI', `1.${k}`), '00200013': value('IS', k), '00280010': value('US', 24), '00280011': value('US', 24),
      '00280030': value('DS', 1, 1), '00200032': value('DS', 0, 0, 2 * k), '00200037': value('DS', 1, 0, 0, 0, 1, 0),
      '00280103': value('US', 1),
    }));
    const volume = emptyVolume(slicesOf(images));
    volume.slices.forEach((_, k) => {
      const stored = Int16Array.from({ length: 576 }, (__, n) => {
        const [i, j] = [n % 24, Math.floor(n / 24)];
        return i >= 8 && i < 16 && j >= 8 && j < 16 ? block : air;
      });
      putSlice(volume, k, stored.buffer);
    });
    const all = { columns: 24, rows: 24, slices: 4, toPatient: GRID };
    return {
      volume,
      lungs: { ...all, labels: new Uint8Array(24 * 24 * 4).fill(1) },
      opacity: { ...all, labels: new Uint8Array(24 * 24 * 4) },
    };
  };
  const slice: Plane = { columns: 24, rows: 24, origin: [0, 0, 2], right: [1, 0, 0], down: [0, 1, 0] };
  const same = (x: number, y: number, z: number, to: Float64Array): void => to.set([x, y, z]);
  const middle = 12 + 24 * 12;

  test('is drawn by steps where it grew or fell beyond noise', () => {
    const denser = densityOn(chest(-850, -550), chest(-850, -850), same, slice).labels;
    expect([denser[middle], denser[4 + 24 * 12]]).toEqual([3, 0]);
    expect(densityOn(chest(-850, -850), chest(-850, -550), same, slice).labels[middle]).toBe(LIGHTER + 3);
    expect(densityOn(chest(-850, -800), chest(-850, -850), same, slice).labels[middle]).toBe(0);
  });

  test('is not change where the lung only breathed out: mass is kept', () => {
    // Two axes were 10 % longer before: the lung was 1.21 times as large, and as much less dense.
    const breath = (x: number, y: number, z: number, to: Float64Array): void => to.set([1.1 * (x - 12) + 12, 1.1 * (y - 12) + 12, z]);
    expect(expansionOf(breath)(3, 4, 5)).toBeCloseTo(1.21);
    const before = chest(-900, -900);
    const now = chest(Math.round(100 * 1.21) - 1000, Math.round(100 * 1.21) - 1000);
    expect(densityOn(now, before, breath, slice).labels[middle]).toBe(0);
    expect(densityOn(chest(-700, -700), before, breath, slice).labels[middle]).toBe(2);
  });
});

describe('the colour of a lesion', () => {
  const centre = (voxel: Vector): Vector => apply(GRID, voxel);
  const lesions = [
    { number: 1, voxels: 2, keySlice: 1, centreLps: centre([1.5, 1, 1]) },
    { number: 2, voxels: 1, keySlice: 1, centreLps: centre([5, 4, 1]) },
  ];
  const followed = (identity: number, ...numbers: (number[] | null)[]): FollowedLesion => ({
    identity, trackingUid: `1.${identity}`, region: [], kind: [], keySlice: [], centreLps: [], numbers,
  });
  const opacity = mask(at(1, 1, 1), at(2, 1, 1), at(5, 4, 1), at(7, 0, 3));

  test('is that of its identity at each date, whatever number it has there; specks have none', async () => {
    const all = [followed(7, [2], [1]), followed(9, null, [2])];
    const coloured = await colouredMask(opacity, mask(), lesions, all, 1, new AbortController().signal);
    expect([at(1, 1, 1), at(2, 1, 1), at(5, 4, 1), at(7, 0, 3)].map((voxel) => coloured.labels[voxel])).toEqual([7, 7, 9, 0]);
    const earlier = await colouredMask(opacity, mask(), lesions, all, 0, new AbortController().signal);
    expect([at(1, 1, 1), at(5, 4, 1)].map((voxel) => earlier.labels[voxel])).toEqual([0, 7]);
  });

  test('differs between neighbours, and labels fit into a byte', () => {
    expect(new Set([1, 2, 3, 4, 5].map(colourOf)).size).toBe(5);
    expect([1, 255, 256].map(labelOf)).toEqual([1, 255, 1]);
  });
});
