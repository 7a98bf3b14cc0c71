import { affine, compose, cross, inverse, type Affine, type Vector } from './affine';
import type { Mask } from './mask';

/**
 * A picture in patient space.
 *
 * @property origin centre of the first pixel
 * @property right from one column to the next, in millimetres
 * @property down from one row to the next
 */
export interface Plane {
  readonly columns: number;
  readonly rows: number;
  readonly origin: Vector;
  readonly right: Vector;
  readonly down: Vector;
}

/** Leads points of one date to another: fills `to` with where the point (x, y, z) lies there. */
export type Warp = (x: number, y: number, z: number, to: Float64Array) => void;

/** Labels of a picture, by rows; 0 where the mask has nothing. */
export interface LabelPicture {
  readonly columns: number;
  readonly rows: number;
  readonly labels: Uint8Array;
}

/**
 * The labels of a mask at the pixels of a plane, each that of the nearest voxel; whatever way
 * volume and plane are turned, tilted or flipped.
 */
export const labelsOn = (mask: Mask, plane: Plane, warp?: Warp): LabelPicture => {
  if (warp) {
    return warpedLabels(mask, plane, warp);
  }
  const through = cross(plane.right, plane.down);
  const toPatient = affine(plane.right, plane.down, through, plane.origin);
  const m = compose(inverse(mask.toPatient), toPatient);
  const labels = new Uint8Array(plane.columns * plane.rows);
  if (liesAlike(mask, plane, m)) {
    const [i, j, k] = [m[3], m[7], m[11]].map(Math.round);
    if (k >= 0 && k < mask.slices) {
      for (let row = 0; row < plane.rows; row++) {
        const from = i + mask.columns * (j + row + mask.rows * k);
        labels.set(mask.labels.subarray(from, from + plane.columns), row * plane.columns);
      }
    }
    return { columns: plane.columns, rows: plane.rows, labels };
  }
  let n = 0;
  for (let row = 0; row < plane.rows; row++) {
    for (let column = 0; column < plane.columns; column++, n++) {
      const i = Math.round(m[0] * column + m[1] * row + m[3]);
      const j = Math.round(m[4] * column + m[5] * row + m[7]);
      const k = Math.round(m[8] * column + m[9] * row + m[11]);
      if (i >= 0 && j >= 0 && k >= 0 && i < mask.columns && j < mask.rows && k < mask.slices) {
        labels[n] = mask.labels[i + mask.columns * (j + mask.rows * k)];
      }
    }
  }
  return { columns: plane.columns, rows: plane.rows, labels };
};

/** Whether a plane is a slice of the mask's own grid, so that rows can be taken as they are. */
const liesAlike = (mask: Mask, plane: Plane, m: Affine): boolean => {
  const unit = [1, 0, 0, 1, 0, 0];
  const isUnit = [m[0], m[1], m[4], m[5], m[8], m[9]].every((value, n) => Math.abs(value - unit[n]) < 1e-4);
  const [i, j] = [m[3], m[7]].map(Math.round);
  return isUnit && i >= 0 && j >= 0 && i + plane.columns <= mask.columns && j + plane.rows <= mask.rows;
};

/** The labels of the mask of another date, each where the warp leads the pixel. */
const warpedLabels = (mask: Mask, plane: Plane, warp: Warp): LabelPicture => {
  const labels = new Uint8Array(plane.columns * plane.rows);
  const m = inverse(mask.toPatient);
  const to = new Float64Array(3);
  const { origin: o, right: r, down: d } = plane;
  for (let row = 0, n = 0; row < plane.rows; row++) {
    for (let column = 0; column < plane.columns; column++, n++) {
      warp(o[0] + column * r[0] + row * d[0], o[1] + column * r[1] + row * d[1], o[2] + column * r[2] + row * d[2], to);
      const i = Math.round(m[0] * to[0] + m[1] * to[1] + m[2] * to[2] + m[3]);
      const j = Math.round(m[4] * to[0] + m[5] * to[1] + m[6] * to[2] + m[7]);
      const k = Math.round(m[8] * to[0] + m[9] * to[1] + m[10] * to[2] + m[11]);
      if (i >= 0 && j >= 0 && k >= 0 && i < mask.columns && j < mask.rows && k < mask.slices) {
        labels[n] = mask.labels[i + mask.columns * (j + mask.rows * k)];
      }
    }
  }
  return { columns: plane.columns, rows: plane.rows, labels };
};
