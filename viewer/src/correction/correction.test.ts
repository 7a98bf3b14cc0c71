import { describe, expect, test } from 'vitest';
import { affine, apply } from '../images/affine';
import type { Mask } from '../images/mask';
import { labelsOn, type Plane } from '../images/plane';
import { touched } from './brush';
import { runsOf } from './runs';
import { MARKED } from '../images/structures';
import { copied, Sketch } from './sketch';

const numbers = (runs: string): number[] => {
  const bytes = Uint8Array.from(atob(runs), (letter) => letter.charCodeAt(0));
  return Array.from(new Uint32Array(bytes.buffer));
};

/** A mask of 40 x 30 x 20 voxels of 1 x 1 x 2 mm, its first voxel at (-20, -15, 100). */
const mask = (fill = 0): Mask => ({
  columns: 40, rows: 30, slices: 20,
  labels: new Uint8Array(40 * 30 * 20).fill(fill),
  toPatient: affine([1, 0, 0], [0, 1, 0], [0, 0, 2], [-20, -15, 100]),
});

const voxel = (i: number, j: number, k: number): number => i + 40 * (j + 30 * k);

const axial = (k: number): Plane => ({
  columns: 40, rows: 30, origin: [-20, -15, 100 + 2 * k], right: [1, 0, 0], down: [0, 1, 0],
});

describe('runs', () => {
  test('name neighbours together and the rest apart, each once', () => {
    expect(numbers(runsOf([7, 5, 6, 6, 40]))).toEqual([5, 3, 40, 1]);
    expect(runsOf([])).toBe('');
  });

  test('reach beyond what 31 bits hold', () => {
    expect(numbers(runsOf([3_000_000_000]))).toEqual([3_000_000_000, 1]);
  });
});

describe('a brush', () => {
  test('touches a disc of its radius in the slice it is on', () => {
    const found = touched(mask(), axial(3), [-10, -5, 106], [-10, -5, 106], 2);
    expect(found).toHaveLength(13);
    expect(found).toContain(voxel(10, 10, 3));
    expect(found).toContain(voxel(12, 10, 3));
    expect(found).not.toContain(voxel(12, 11, 3));
  });

  test('leaves no gap on a fast way', () => {
    const found = touched(mask(), axial(0), [-15, -5, 100], [5, -5, 100], 0.6);
    expect(found.sort((a, b) => a - b)).toEqual(Array.from({ length: 21 }, (_, n) => voxel(5 + n, 10, 0)));
  });

  test('touches at least the voxel under it', () => {
    expect(touched(mask(), axial(0), [-9.6, -5, 100], [-9.6, -5, 100], 0.1)).toEqual([voxel(10, 10, 0)]);
  });

  test('on a coronal plane that shows thick slices finer touches what is seen there', () => {
    const coronal: Plane = { columns: 40, rows: 40, origin: [-20, 0, 139], right: [1, 0, 0], down: [0, 0, -1] };
    const found = touched(mask(), coronal, [0, 0, 110], [0, 0, 110], 3);
    found.forEach((each) => expect(Math.floor(each / 40) % 30).toBe(15));
    expect(found).toContain(voxel(20, 15, 5));
    const painted = mask();
    found.forEach((each) => (painted.labels[each] = 1));
    const seen = labelsOn(painted, coronal);
    expect(seen.labels[20 + 40 * 29]).toBe(1);
  });

  test('hits the right voxels of a mask that is turned and lies feet first', () => {
    const turned: Mask = { ...mask(), toPatient: affine([0, 1, 0], [-1, 0, 0], [0, 0, -2], [10, -20, 50]) };
    const at = apply(turned.toPatient, [12, 7, 4]);
    const plane: Plane = { columns: 60, rows: 60, origin: [-30, -30, at[2]], right: [1, 0, 0], down: [0, 1, 0] };
    expect(touched(turned, plane, at, at, 0.4)).toEqual([voxel(12, 7, 4)]);
  });

  test('beyond the edge of a mask touches nothing', () => {
    const plane: Plane = { ...axial(0), origin: [200, 200, 100] };
    expect(touched(mask(), plane, [205, 205, 100], [205, 205, 100], 2)).toEqual([]);
  });
});

describe('a stroke', () => {
  test('paints lung alone, and can be taken back', () => {
    const lungs = mask();
    lungs.labels[voxel(5, 5, 0)] = 1;
    const opacity = mask();
    const sketch = new Sketch(opacity, lungs, { kind: 'PAINT', class: 2 });
    sketch.add([voxel(5, 5, 0), voxel(6, 5, 0)]);
    expect([opacity.labels[voxel(5, 5, 0)], opacity.labels[voxel(6, 5, 0)]]).toEqual([2, 0]);
    sketch.takeBack();
    expect(opacity.labels.every((label) => label === 0)).toBe(true);
  });

  test('gives back what was there, however often it went over it', () => {
    const opacity = mask(3);
    const sketch = new Sketch(opacity, undefined, { kind: 'ERASE' });
    sketch.add([1, 2]);
    sketch.add([2, 3]);
    expect([...opacity.labels.slice(0, 5)]).toEqual([3, 0, 0, 0, 3]);
    sketch.takeBack();
    expect(opacity.labels.every((label) => label === 3)).toBe(true);
  });

  test('that only marks is told from every class', () => {
    const opacity = copied(mask(2));
    new Sketch(opacity, undefined, { kind: 'MARK' }).add([9]);
    expect(opacity.labels[9]).toBe(MARKED);
  });
});
