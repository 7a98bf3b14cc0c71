import { affine, apply, compose, cross, dot, inverse, plus, times, type Affine, type Vector } from './affine';
import type { Plane, Warp } from './plane';
import type { Volume } from './volume';

/** The value of a pixel where the volume has nothing, or not yet. */
export const NOTHING = -32768;

/** Which way a plane cuts. */
export type Cut = 'AXIAL' | 'CORONAL' | 'SAGITTAL';

/** The map from pixels of a plane (column, row) to voxels. */
const toVoxels = (toPatient: Affine, plane: Plane): Affine =>
  compose(
    inverse(toPatient),
    affine(plane.right, plane.down, cross(plane.right, plane.down), plane.origin),
  );

/** Indices that are off a whole number by less are that number. */
const WHOLE_WITHIN = 1e-3;

const isWhole = (value: number): boolean => Math.abs(value - Math.round(value)) < WHOLE_WITHIN;

/**
 * HU at the pixels of a plane, between voxels by their distance (trilinear); whatever way volume and
 * plane are turned or sheared.
 */
export const sample = (volume: Volume, plane: Plane, warp?: Warp): Int16Array => {
  if (warp) {
    return warped(volume, plane, warp);
  }
  const m = toVoxels(volume.toPatient, plane);
  const values = new Int16Array(plane.columns * plane.rows);
  const onGrid = [0, 1, 3, 4, 5, 7, 8, 9, 11].every((n) => isWhole(m[n]));
  let at = 0;
  for (let row = 0; row < plane.rows; row++) {
    let i = m[1] * row + m[3];
    let j = m[5] * row + m[7];
    let k = m[9] * row + m[11];
    for (let column = 0; column < plane.columns; column++, at++) {
      values[at] = onGrid
        ? voxel(volume, Math.round(i), Math.round(j), Math.round(k))
        : between(volume, i, j, k);
      i += m[0];
      j += m[4];
      k += m[8];
    }
  }
  return values;
};

/** HU of another date at the pixels of a plane, each from where the warp leads it. */
const warped = (volume: Volume, plane: Plane, warp: Warp): Int16Array => {
  const values = new Int16Array(plane.columns * plane.rows);
  const m = inverse(volume.toPatient);
  const to = new Float64Array(3);
  const { origin: o, right: r, down: d } = plane;
  for (let row = 0, at = 0; row < plane.rows; row++) {
    for (let column = 0; column < plane.columns; column++, at++) {
      warp(o[0] + column * r[0] + row * d[0], o[1] + column * r[1] + row * d[1], o[2] + column * r[2] + row * d[2], to);
      values[at] = between(
        volume,
        m[0] * to[0] + m[1] * to[1] + m[2] * to[2] + m[3],
        m[4] * to[0] + m[5] * to[1] + m[6] * to[2] + m[7],
        m[8] * to[0] + m[9] * to[1] + m[10] * to[2] + m[11],
      );
    }
  }
  return values;
};

const voxel = ({ columns, rows, hu, isHere }: Volume, i: number, j: number, k: number): number =>
  i < 0 || j < 0 || k < 0 || i >= columns || j >= rows || isHere[k] !== 1 ? NOTHING : hu[i + columns * (j + rows * k)];

/** The nearest half voxel around the volume still counts, as a voxel has a size. */
const between = (volume: Volume, i: number, j: number, k: number): number => {
  const { columns, rows, hu, isHere } = volume;
  const last = isHere.length - 1;
  if (i < -0.5 || j < -0.5 || k < -0.5 || i > columns - 0.5 || j > rows - 0.5 || k > last + 0.5) {
    return NOTHING;
  }
  const i0 = Math.min(columns - 1, Math.max(0, Math.floor(i)));
  const j0 = Math.min(rows - 1, Math.max(0, Math.floor(j)));
  const k0 = Math.min(last, Math.max(0, Math.floor(k)));
  const i1 = Math.min(columns - 1, i0 + 1);
  const j1 = Math.min(rows - 1, j0 + 1);
  const k1 = Math.min(last, k0 + 1);
  if (isHere[k0] !== 1 || isHere[k1] !== 1) {
    return NOTHING;
  }
  const di = Math.min(1, Math.max(0, i - i0));
  const dj = Math.min(1, Math.max(0, j - j0));
  const dk = Math.min(1, Math.max(0, k - k0));
  const a = columns * (j0 + rows * k0);
  const b = columns * (j1 + rows * k0);
  const c = columns * (j0 + rows * k1);
  const d = columns * (j1 + rows * k1);
  const near =
    (hu[a + i0] * (1 - di) + hu[a + i1] * di) * (1 - dj) + (hu[b + i0] * (1 - di) + hu[b + i1] * di) * dj;
  const far = (hu[c + i0] * (1 - di) + hu[c + i1] * di) * (1 - dj) + (hu[d + i0] * (1 - di) + hu[d + i1] * di) * dj;
  return Math.round(near * (1 - dk) + far * dk);
};

/** How far a volume reaches in the patient: the centres of its outermost voxels. */
export const extent = (volume: Volume): readonly [Vector, Vector] => {
  const [columns, rows, slices] = [volume.columns, volume.rows, volume.slices.length].map((n) => n - 1);
  const corners = [0, columns].flatMap((i) =>
    [0, rows].flatMap((j) => [0, slices].map((k) => apply(volume.toPatient, [i, j, k]))),
  );
  const bound = (pick: (...all: number[]) => number): Vector => [
    pick(...corners.map((c) => c[0])),
    pick(...corners.map((c) => c[1])),
    pick(...corners.map((c) => c[2])),
  ];
  return [bound(Math.min), bound(Math.max)];
};

/** A voxel's size along the axes of the patient: the step of the axis that leads there most. */
export const steps = ({ toPatient: m }: Volume): Vector => {
  const axes: Vector[] = [0, 1, 2].map((n) => [m[n], m[4 + n], m[8 + n]]);
  const most = (axis: number): number => Math.max(...axes.map((each) => Math.abs(each[axis])));
  return [most(0), most(1), most(2)];
};

/**
 * The plane through a point along the patient's own axes: coronal with the right side of the
 * patient on the left of the picture, sagittal with the front on the left, both with the head up.
 */
export const crossPlane = (volume: Volume, cut: Exclude<Cut, 'AXIAL'>, point: Vector): Plane => {
  const [low, high] = extent(volume);
  const step = steps(volume);
  const along = cut === 'CORONAL' ? 0 : 1;
  const count = (axis: number): number => Math.round((high[axis] - low[axis]) / step[axis]) + 1;
  const rows = count(2);
  const top = low[2] + (rows - 1) * step[2];
  return {
    columns: count(along),
    rows,
    origin: cut === 'CORONAL' ? [low[0], point[1], top] : [point[0], low[1], top],
    right: cut === 'CORONAL' ? [step[0], 0, 0] : [0, step[1], 0],
    down: [0, 0, -step[2]],
  };
};

/** A point one or several steps further through the planes of a cut, within the volume. */
export const stepped = (volume: Volume, cut: Exclude<Cut, 'AXIAL'>, point: Vector, by: number): Vector => {
  const [low, high] = extent(volume);
  const axis = cut === 'CORONAL' ? 1 : 0;
  const step = steps(volume)[axis];
  const onGrid = Math.round((point[axis] - low[axis]) / step) + by;
  const value = Math.min(high[axis], Math.max(low[axis], low[axis] + onGrid * step));
  return axis === 0 ? [value, point[1], point[2]] : [point[0], value, point[2]];
};

/** Where a point lies on a plane, in columns and rows, and how far off it, in mm. */
export const onPlane = (plane: Plane, point: Vector): { column: number; row: number; away: number } => {
  const from = plus(point, times(plane.origin, -1));
  const through = cross(plane.right, plane.down);
  return {
    column: dot(from, plane.right) / dot(plane.right, plane.right),
    row: dot(from, plane.down) / dot(plane.down, plane.down),
    away: dot(from, through) / Math.sqrt(dot(through, through)),
  };
};

/** The point of the patient at a column and row of a plane. */
export const pointOn = (plane: Plane, column: number, row: number): Vector =>
  plus(plane.origin, plus(times(plane.right, column), times(plane.down, row)));
