import { describe, expect, test } from 'vitest';
import { nearest, slicesOf, type DicomJson } from './series';

const image = (number: number, position: number[], orientation = [1, 0, 0, 0, 1, 0]): DicomJson => ({
  '00080018': { vr: 'UI', Value: [`1.2.${number}`] },
  '00200013': { vr: 'IS', Value: [number] },
  '00280010': { vr: 'US', Value: [4] },
  '00280011': { vr: 'US', Value: [5] },
  '00280030': { vr: 'DS', Value: [0.6, 0.5] },
  '00200032': { vr: 'DS', Value: position },
  '00200037': { vr: 'DS', Value: orientation },
});

describe('the slices of a series', () => {
  test('lie as they do in the patient, whatever their numbers say', () => {
    const slices = slicesOf([image(1, [0, 0, 10]), image(2, [0, 0, -5]), image(3, [0, 0, 3])]);
    expect(slices.map((slice) => slice.instanceNumber)).toEqual([2, 3, 1]);
    expect(slices.map((slice) => slice.along)).toEqual([-5, 3, 10]);
  });

  test('take the distance of columns from the second spacing, and of rows from the first', () => {
    const [{ plane }] = slicesOf([image(1, [7, 8, 9])]);
    expect(plane).toEqual({ rows: 4, columns: 5, origin: [7, 8, 9], right: [0.5, 0, 0], down: [0, 0.6, 0] });
  });

  test('leave out a scout, and images that do not say where they lie', () => {
    const scout = image(9, [0, 0, 0], [1, 0, 0, 0, 0, -1]);
    const lost: DicomJson = { '00080018': { vr: 'UI', Value: ['1.2.10'] } };
    const slices = slicesOf([scout, image(1, [0, 0, 1]), lost, image(2, [0, 0, 2])]);
    expect(slices.map((slice) => slice.sopInstanceUid)).toEqual(['1.2.1', '1.2.2']);
    expect(slicesOf([lost])).toEqual([]);
  });

  test('of a feet-first, prone patient rise along their own normal', () => {
    const prone = [-1, 0, 0, 0, -1, 0];
    const slices = slicesOf([image(1, [0, 0, 10], prone), image(2, [0, 0, 5], prone)]);
    expect(slices.map((slice) => slice.instanceNumber)).toEqual([2, 1]);
  });

  test('are found by a point of the patient', () => {
    const slices = slicesOf([image(1, [0, 0, 0]), image(2, [0, 0, 5]), image(3, [0, 0, 10])]);
    expect(nearest(slices, [100, -30, 6.9])).toBe(1);
    expect(nearest(slices, [0, 0, 900])).toBe(2);
  });
});
