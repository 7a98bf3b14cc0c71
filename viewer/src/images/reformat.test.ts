import { describe, expect, test } from 'vitest';
import { affine, apply, dot, type Vector } from './affine';
import { lettersOf } from './letters';
import type { Mask } from './mask';
import { labelsOn, type Plane } from './plane';
import { crossPlane, NOTHING, onPlane, pointOn, sample, stepped } from './reformat';
import { slicesOf, type DicomJson } from './series';
import { emptyVolume, putSlice, type Volume } from './volume';

const [COLUMNS, ROWS, SLICES] = [24, 20, 16];
const [ACROSS, DOWN, APART] = [2, 2.5, 4];

interface Lie {
  readonly name: string;
  readonly right: Vector;
  readonly down: Vector;
  /** From one slice to the next; along the normal but where the gantry was tilted. */
  readonly step: Vector;
  readonly origin: Vector;
}

const tilt = (degrees: number): Pick<Lie, 'right' | 'down' | 'step'> => {
  const [sin, cos] = [Math.sin((degrees * Math.PI) / 180), Math.cos((degrees * Math.PI) / 180)];
  // The slices lean, the table moves along the body.
  return { right: [1, 0, 0], down: [0, cos, sin], step: [0, 0, APART] };
};

const LIES: readonly Lie[] = [
  { name: 'head first, supine', right: [1, 0, 0], down: [0, 1, 0], step: [0, 0, APART], origin: [-31, 12, -300] },
  { name: 'feet first, supine', right: [-1, 0, 0], down: [0, 1, 0], step: [0, 0, -APART], origin: [20, -44, 77] },
  { name: 'head first, prone', right: [-1, 0, 0], down: [0, -1, 0], step: [0, 0, APART], origin: [20, 44, 77] },
  { name: 'feet first, prone', right: [1, 0, 0], down: [0, -1, 0], step: [0, 0, -APART], origin: [-9, 44, 77] },
  { name: 'a gantry tilted by 20 degrees', ...tilt(20), origin: [-31, 12, -300] },
  { name: 'a gantry tilted by -15 degrees', ...tilt(-15), origin: [5, -60, 10] },
];

/** A mark without symmetry, far off the middle: an L in its slice, with a foot in the next two. */
const MARK: readonly (readonly [number, number, number])[] = [
  ...[3, 4, 5, 6, 7].map((i) => [i, 4, 5] as const),
  ...[5, 6, 7, 8].map((j) => [3, j, 5] as const),
  [3, 8, 6],
  [3, 8, 7],
];

const times = (v: Vector, f: number): Vector => [v[0] * f, v[1] * f, v[2] * f];
const toPatient = ({ right, down, step, origin }: Lie) => affine(times(right, ACROSS), times(down, DOWN), step, origin);

const image = (lie: Lie, slice: number): DicomJson => ({
  '00080018': { vr: 'UI', Value: [`1.2.${slice}`] },
  '00200013': { vr: 'IS', Value: [slice] },
  '00280010': { vr: 'US', Value: [ROWS] },
  '00280011': { vr: 'US', Value: [COLUMNS] },
  '00280030': { vr: 'DS', Value: [DOWN, ACROSS] },
  '00200032': { vr: 'DS', Value: [...apply(toPatient(lie), [0, 0, slice])] },
  '00200037': { vr: 'DS', Value: [...lie.right, ...lie.down] },
  '00280100': { vr: 'US', Value: [16] },
  '00280101': { vr: 'US', Value: [12] },
  '00280103': { vr: 'US', Value: [0] },
  '00281052': { vr: 'DS', Value: [-1024] },
  '00281053': { vr: 'DS', Value: [1] },
});

/** The series as it is fetched: images in any order, each with the values it was stored with. */
const volumeOf = (lie: Lie): Volume => {
  const images = Array.from({ length: SLICES }, (_, slice) => image(lie, slice));
  const volume = emptyVolume(slicesOf([...images].reverse()));
  volume.slices.forEach((slice, at) => {
    const stored = new Uint16Array(COLUMNS * ROWS).fill(24);
    for (const [i, j, k] of MARK) {
      if (`1.2.${k}` === slice.sopInstanceUid) {
        stored[i + COLUMNS * j] = 1124;
      }
    }
    putSlice(volume, at, stored.buffer);
  });
  return volume;
};

/** The mask as a reading writes it: on the grid of the series, slices in the order of their numbers. */
const maskOf = (lie: Lie): Mask => {
  const labels = new Uint8Array(COLUMNS * ROWS * SLICES);
  for (const [i, j, k] of MARK) {
    labels[i + COLUMNS * (j + ROWS * k)] = 1;
  }
  return { columns: COLUMNS, rows: ROWS, slices: SLICES, labels, toPatient: toPatient(lie) };
};

/** Whether a point of the patient lies in the mark, told from where the mark was put. */
const isMarked = (lie: Lie, point: Vector): boolean =>
  MARK.some(([i, j, k]) => {
    const centre = apply(toPatient(lie), [i, j, k]);
    const away: Vector = [point[0] - centre[0], point[1] - centre[1], point[2] - centre[2]];
    return (
      Math.abs(dot(away, lie.right)) < ACROSS / 2 + 1e-6 && Math.hypot(...away) < 0.75 && Math.abs(dot(away, lie.down)) < DOWN / 2
    );
  });

describe.each(LIES)('with $name', (lie) => {
  const volume = volumeOf(lie);
  const mask = maskOf(lie);
  const centres = MARK.map(([i, j, k]) => apply(toPatient(lie), [i, j, k]));

  test('each slice shows picture and label at the same pixels, and only there', () => {
    const seen = volume.slices.flatMap(({ plane }, at) => {
      const labels = labelsOn(mask, plane).labels;
      const size = COLUMNS * ROWS;
      return Array.from(labels.keys()).flatMap((n) => {
        expect(volume.hu[at * size + n] > 0).toBe(labels[n] === 1);
        return labels[n] === 1 ? [pointOn(plane, n % COLUMNS, Math.floor(n / COLUMNS))] : [];
      });
    });
    expect(seen).toHaveLength(MARK.length);
    expect(seen.every((point) => isMarked(lie, point))).toBe(true);
  });

  test.each(['CORONAL', 'SAGITTAL'] as const)('a %s plane has picture and label where the mark is in the patient', (cut) => {
    for (const centre of centres) {
      const plane = crossPlane(volume, cut, centre);
      const { column, row, away } = onPlane(plane, centre);
      expect(Math.abs(away)).toBeLessThan(1e-6);
      const at = Math.round(column) + plane.columns * Math.round(row);
      const place = pointOn(plane, Math.round(column), Math.round(row));
      // The nearest pixel centre lies within half a pixel; tilted slices do not meet it everywhere.
      expect(Math.hypot(place[0] - centre[0], place[1] - centre[1], place[2] - centre[2])).toBeLessThan(2.5);
      const exact: Plane = { ...plane, origin: shifted(plane, column - Math.round(column), row - Math.round(row)) };
      expect(sample(volume, exact)[at]).toBe(100);
      expect(labelsOn(mask, exact).labels[at]).toBe(1);
    }
  });

  test.each(['CORONAL', 'SAGITTAL'] as const)('a %s plane shows bright pixels and labels nowhere else', (cut) => {
    const plane = crossPlane(volume, cut, centres[0]);
    const hu = sample(volume, plane);
    const { labels } = labelsOn(mask, plane);
    for (let n = 0; n < hu.length; n++) {
      const point = pointOn(plane, n % plane.columns, Math.floor(n / plane.columns));
      const nearest = Math.min(
        ...centres.map((c) => Math.hypot(c[0] - point[0], c[1] - point[1], c[2] - point[2])),
      );
      if (labels[n] === 1 || hu[n] > -400) {
        expect(nearest).toBeLessThan(4);
      }
      if (hu[n] > -400 !== (labels[n] === 1)) {
        // Between voxels, by interpolation against the nearest voxel.
        expect(nearest).toBeGreaterThan(0.5);
      }
    }
  });

  test('planes have the head up and the right side of the patient, or the front, on the left', () => {
    expect(lettersOf(crossPlane(volume, 'CORONAL', centres[0]))).toEqual({ left: 'R', right: 'L', top: 'H', bottom: 'F' });
    expect(lettersOf(crossPlane(volume, 'SAGITTAL', centres[0]))).toEqual({ left: 'A', right: 'P', top: 'H', bottom: 'F' });
  });

  test('slices lie evenly, and steps across them stay inside', () => {
    expect(volume.isEven).toBe(true);
    let point: Vector = centres[0];
    for (let n = 0; n < 100; n++) {
      point = stepped(volume, 'CORONAL', point, 1);
    }
    expect(stepped(volume, 'CORONAL', point, 1)).toEqual(point);
    expect(stepped(volume, 'SAGITTAL', centres[0], 1)[0]).toBeGreaterThan(centres[0][0]);
  });
});

const shifted = (plane: Plane, columns: number, rows: number): Vector => pointOn(plane, columns, rows);

describe('letters', () => {
  test('of a slice say which way the patient lay', () => {
    const slice = (right: Vector, down: Vector): Plane => ({ columns: 1, rows: 1, origin: [0, 0, 0], right, down });
    expect(lettersOf(slice([1, 0, 0], [0, 1, 0]))).toEqual({ left: 'R', right: 'L', top: 'A', bottom: 'P' });
    expect(lettersOf(slice([-1, 0, 0], [0, -1, 0]))).toEqual({ left: 'L', right: 'R', top: 'P', bottom: 'A' });
    expect(lettersOf(slice([0, 0.9, 0.4], [1, 0, 0]))).toMatchObject({ right: 'PH' });
  });
});

describe('a volume that fills', () => {
  test('has nothing where no slice came yet', () => {
    const lie = LIES[0];
    const images = Array.from({ length: SLICES }, (_, slice) => image(lie, slice));
    const volume = emptyVolume(slicesOf(images));
    putSlice(volume, 3, new Uint16Array(COLUMNS * ROWS).buffer);
    const plane = crossPlane(volume, 'CORONAL', apply(volume.toPatient, [0, 5, 0]));
    const rows = Array.from({ length: plane.rows }, (_, row) => sample(volume, plane)[row * plane.columns + 2]);
    expect(rows.filter((value) => value !== NOTHING)).toEqual([-1024]);
    expect(rows.indexOf(-1024)).toBe(SLICES - 1 - 3);
  });

  test('takes values as the image says: signed, of 12 bits with others above, with a slope', () => {
    const stored = (bits: number, signed: number, slope: number, value: number): number => {
      const one: DicomJson = {
        ...image(LIES[0], 0),
        '00280101': { vr: 'US', Value: [bits] },
        '00280103': { vr: 'US', Value: [signed] },
        '00281053': { vr: 'DS', Value: [slope] },
        '00281052': { vr: 'DS', Value: [0] },
      };
      const volume = emptyVolume(slicesOf([one]));
      putSlice(volume, 0, new Uint16Array(COLUMNS * ROWS).fill(value & 0xffff).buffer);
      return volume.hu[0];
    };
    expect(stored(16, 1, 1, -700)).toBe(-700);
    expect(stored(12, 1, 1, 0xf | 0xff0)).toBe(-1);
    expect(stored(12, 0, 1, 0xf00f)).toBe(15);
    expect(stored(12, 0, 0.5, 301)).toBe(151);
    expect(stored(16, 0, 1, 65535)).toBe(32767);
  });

  test('refuses a slice that is cut off', () => {
    const volume = emptyVolume(slicesOf([image(LIES[0], 0)]));
    expect(() => putSlice(volume, 0, new ArrayBuffer(10))).toThrow('10 bytes');
  });

  test('whose gaps differ is not even', () => {
    const images = [0, 1, 2, 4].map((slice) => image(LIES[0], slice));
    expect(emptyVolume(slicesOf(images)).isEven).toBe(false);
  });
});
