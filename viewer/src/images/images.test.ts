import { describe, expect, test } from 'vitest';
import { affine, apply, compose, inverse, type Vector } from './affine';
import { readMask, type Mask } from './mask';
import { outlines } from './outline';
import { labelsOn, type LabelPicture, type Plane } from './plane';

const picture = (...rows: string[]): LabelPicture => ({
  columns: rows[0].length,
  rows: rows.length,
  labels: Uint8Array.from(rows.join(''), Number),
});

const drawn = (labels: LabelPicture): string[] =>
  Array.from({ length: labels.rows }, (_, row) =>
    Array.from(labels.labels.subarray(row * labels.columns, (row + 1) * labels.columns)).join(''),
  );

describe('an outline', () => {
  const ones = (labels: LabelPicture) => outlines(labels).get(1) ?? [];

  test('goes around pixels along their edges, clockwise', () => {
    expect(ones(picture('000', '011', '010'))).toEqual([[1, 1, 3, 1, 3, 2, 2, 2, 2, 3, 1, 3]]);
  });

  test('of a hole goes the other way', () => {
    const found = ones(picture('111', '101', '111'));
    expect(found).toEqual([
      [0, 0, 3, 0, 3, 3, 0, 3],
      [1, 1, 1, 2, 2, 2, 2, 1],
    ].map((each) => expect.arrayContaining(each)));
    expect(found).toHaveLength(2);
  });

  test('keeps pixels apart that meet at a corner only', () => {
    expect(ones(picture('10', '01'))).toHaveLength(2);
    expect(ones(picture('01', '10'))).toHaveLength(2);
  });

  test('closes at the rim of the picture, and ignores other labels', () => {
    expect(ones(picture('12', '12'))).toEqual([[0, 0, 1, 0, 1, 2, 0, 2]]);
    expect(ones(picture('22'))).toEqual([]);
  });

  test('encloses as many pixels as there are, whatever the shape', () => {
    let seed = 7;
    const chance = (): number => (seed = (seed * 16807) % 2147483647) / 2147483647;
    for (let n = 0; n < 50; n++) {
      const labels = Uint8Array.from({ length: 20 * 15 }, () => (chance() < 0.5 ? 1 : 0));
      const area = ones({ columns: 20, rows: 15, labels })
        .map((line) => {
          let twice = 0;
          for (let at = 0; at < line.length; at += 2) {
            const next = (at + 2) % line.length;
            twice += line[at] * line[next + 1] - line[next] * line[at + 1];
          }
          return twice / 2;
        })
        .reduce((sum, each) => sum + each, 0);
      expect(area).toBe(labels.reduce((sum, each) => sum + each, 0));
    }
  });
});

describe('an affine map', () => {
  test('is undone by its inverse', () => {
    const map = affine([0.7, 0.1, 0], [0, 0.6, -0.3], [0.2, 0.4, 2], [-120, 33, 500]);
    const there = apply(map, [3, 4, 5]);
    apply(compose(inverse(map), map), [3, 4, 5]).forEach((value, n) => expect(value).toBeCloseTo([3, 4, 5][n]));
    apply(inverse(map), there).forEach((value, n) => expect(value).toBeCloseTo([3, 4, 5][n]));
  });

  test('that flattens space has no way back', () => {
    expect(() => inverse(affine([1, 0, 0], [2, 0, 0], [0, 0, 1], [0, 0, 0]))).toThrow('no way back');
  });
});

describe('the labels on a plane', () => {
  // Four columns, three rows, two slices; one mark off the centre, on the patient's left.
  const labels = new Uint8Array(24);
  labels[3 + 4 * (1 + 3 * 1)] = 5;

  const volume = (right: Vector, down: Vector, up: Vector, origin: Vector): Mask => ({
    columns: 4,
    rows: 3,
    slices: 2,
    labels,
    toPatient: affine(right, down, up, origin),
  });

  const axial = (z: number): Plane => ({ columns: 4, rows: 3, origin: [10, 20, z], right: [1, 0, 0], down: [0, 1, 0] });

  test('lie where the mask has them when both lie alike', () => {
    const mask = volume([1, 0, 0], [0, 1, 0], [0, 0, 5], [10, 20, 30]);
    expect(drawn(labelsOn(mask, axial(35)))).toEqual(['0000', '0005', '0000']);
    expect(drawn(labelsOn(mask, axial(30)))).toEqual(['0000', '0000', '0000']);
  });

  test('are the same patient when the mask counts its slices from the head', () => {
    const mask = volume([1, 0, 0], [0, 1, 0], [0, 0, -5], [10, 20, 35]);
    expect(drawn(labelsOn(mask, axial(30)))).toEqual(['0000', '0005', '0000']);
  });

  test('turn with the patient: prone, and feet first', () => {
    // Feet first, prone: columns to the patient's right, rows to the front.
    const mask = volume([-1, 0, 0], [0, -1, 0], [0, 0, 5], [13, 22, 30]);
    expect(drawn(labelsOn(mask, axial(35)))).toEqual(['0000', '5000', '0000']);
  });

  test('are found on a coronal plane, head up', () => {
    const mask = volume([1, 0, 0], [0, 1, 0], [0, 0, 5], [10, 20, 30]);
    const coronal: Plane = { columns: 4, rows: 2, origin: [10, 21, 35], right: [1, 0, 0], down: [0, 0, -5] };
    expect(drawn(labelsOn(mask, coronal))).toEqual(['0005', '0000']);
  });

  test('are found on a tilted gantry', () => {
    const tilt = Math.PI / 9;
    const up: Vector = [0, -5 * Math.sin(tilt), 5 * Math.cos(tilt)];
    const mask = volume([1, 0, 0], [0, Math.cos(tilt), Math.sin(tilt)], up, [10, 20, 30]);
    const slice: Plane = {
      columns: 4,
      rows: 3,
      origin: [10, 20 + up[1], 30 + up[2]],
      right: [1, 0, 0],
      down: [0, Math.cos(tilt), Math.sin(tilt)],
    };
    expect(drawn(labelsOn(mask, slice))).toEqual(['0000', '0005', '0000']);
  });

  test('are none outside of the mask', () => {
    const mask = volume([1, 0, 0], [0, 1, 0], [0, 0, 5], [10, 20, 30]);
    expect(labelsOn(mask, axial(300)).labels.every((label) => label === 0)).toBe(true);
  });
});

describe('a mask file', () => {
  const file = (change: (header: DataView) => void = () => undefined): ArrayBuffer => {
    const bytes = new ArrayBuffer(352 + 8);
    const header = new DataView(bytes);
    header.setInt32(0, 348, true);
    [3, 2, 2, 2].forEach((value, n) => header.setInt16(40 + 2 * n, value, true));
    header.setInt16(70, 2, true);
    header.setFloat32(108, 352, true);
    header.setInt16(254, 1, true);
    [-0.5, 0, 0, 100].forEach((value, n) => header.setFloat32(280 + 4 * n, value, true));
    [0, -0.5, 0, 90].forEach((value, n) => header.setFloat32(296 + 4 * n, value, true));
    [0, 0, 2, -40].forEach((value, n) => header.setFloat32(312 + 4 * n, value, true));
    new Uint8Array(bytes, 352).set([1, 2, 3, 4, 5, 6, 7, 8]);
    change(header);
    return bytes;
  };

  test('is read with its place in DICOM space', () => {
    const mask = readMask(file());
    expect([mask.columns, mask.rows, mask.slices]).toEqual([2, 2, 2]);
    expect(apply(mask.toPatient, [0, 0, 0])).toEqual([-100, -90, -40]);
    expect(apply(mask.toPatient, [1, 1, 1])).toEqual([-99.5, -89.5, -38]);
    expect(Array.from(mask.labels)).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
  });

  test.each([
    ['no NIfTI file', (header: DataView) => header.setInt32(0, 0, true)],
    ['no labels of one byte', (header: DataView) => header.setInt16(70, 16, true)],
    ['does not say where it lies', (header: DataView) => header.setInt16(254, 0, true)],
    ['cut off', (header: DataView) => header.setInt16(46, 200, true)],
  ])('is refused where it is %s', (words, change) => {
    expect(() => readMask(file(change))).toThrow(words);
  });
});
