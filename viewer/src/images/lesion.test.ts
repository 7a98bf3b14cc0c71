import { describe, expect, test } from 'vitest';
import { affine, apply } from './affine';
import { componentAt, componentOf, lesionOf, maskOf, voxelAt } from './lesion';
import type { Mask } from './mask';

const [COLUMNS, ROWS, SLICES] = [10, 8, 6];
const at = (i: number, j: number, k: number): number => i + COLUMNS * (j + ROWS * k);
const toPatient = affine([-0.7, 0, 0], [0, -0.7, 0], [0, 0, 2], [50, 40, -100]);

const mask = (voxels: Record<number, number>): Mask => {
  const labels = new Uint8Array(COLUMNS * ROWS * SLICES);
  Object.entries(voxels).forEach(([voxel, label]) => (labels[Number(voxel)] = label));
  return { columns: COLUMNS, rows: ROWS, slices: SLICES, labels, toPatient };
};

const opacity = mask({
  [at(1, 1, 1)]: 1, [at(2, 2, 2)]: 2, [at(3, 2, 2)]: 1, // one, touching by a corner, of two kinds
  [at(4, 2, 2)]: 1, // in the other lung
  [at(8, 6, 2)]: 1,
});
const lungs = mask({
  [at(1, 1, 1)]: 2, [at(2, 2, 2)]: 2, [at(3, 2, 2)]: 2, [at(4, 2, 2)]: 1, [at(8, 6, 2)]: 1,
});

describe('a lesion', () => {
  const centre = apply(toPatient, [2, 5 / 3, 5 / 3]);
  const listed = { voxels: 3, centreLps: centre, keySlice: 2, number: 7 };

  test('hangs together by faces, edges and corners, within one lung', () => {
    expect(componentAt(opacity, lungs, at(1, 1, 1))?.voxels).toEqual(Uint32Array.from([at(1, 1, 1), at(2, 2, 2), at(3, 2, 2)]));
    expect(componentAt(opacity, lungs, at(4, 2, 2))?.voxels).toHaveLength(1);
    expect(componentAt(opacity, undefined, at(4, 2, 2))?.voxels).toHaveLength(4);
    expect(componentAt(opacity, lungs, at(0, 0, 0))).toBeUndefined();
  });

  test('is found in the mask by what the reading lists', () => {
    expect(componentOf(opacity, lungs, listed)?.voxels).toHaveLength(3);
    expect(componentOf(opacity, lungs, { ...listed, keySlice: 5 })).toBeUndefined();
  });

  test('is found in the list by a voxel of it; a speck is none', () => {
    const [whole, speck] = [at(2, 2, 2), at(8, 6, 2)].map((voxel) => componentAt(opacity, lungs, voxel));
    expect(whole && lesionOf(whole, [{ ...listed, voxels: 4 }, listed])).toBe(listed);
    expect(speck && lesionOf(speck, [listed])).toBeUndefined();
  });

  test('as a mask of its own lies where it lay', () => {
    const component = componentAt(opacity, lungs, at(1, 1, 1));
    const own = component && maskOf(component, opacity);
    expect([own?.columns, own?.rows, own?.slices]).toEqual([3, 2, 2]);
    for (const [i, j, k] of [[1, 1, 1], [2, 2, 2], [3, 2, 2], [4, 2, 2], [1, 2, 2]] as const) {
      const voxel = own && voxelAt(own, apply(toPatient, [i, j, k]));
      const isIn = component?.voxels.includes(at(i, j, k));
      expect(voxel !== undefined && own?.labels[voxel] === 1).toBe(isIn);
    }
  });
});
