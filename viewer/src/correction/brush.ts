import { affine, apply, compose, cross, dot, inverse, plus, times, type Vector } from '../images/affine';
import type { Mask } from '../images/mask';
import type { Plane } from '../images/plane';
import { onPlane } from '../images/reformat';

const lengthOf = (v: Vector): number => Math.sqrt(dot(v, v));

/**
 * The voxels of a mask that a round brush touches on its way over a plane: those that the picture
 * shows there, at least the one under it.
 *
 * @param radius in mm
 */
export const touched = (mask: Mask, plane: Plane, from: Vector, to: Vector, radius: number): number[] => {
  const a = onPlane(plane, from);
  const b = onPlane(plane, to);
  const [mmAcross, mmDown] = [lengthOf(plane.right), lengthOf(plane.down)];
  const [wide, tall] = [radius / mmAcross, radius / mmDown];
  const within = (value: number, most: number): number => Math.min(most - 1, Math.max(0, value));
  const toVoxel = compose(
    inverse(mask.toPatient),
    affine(plane.right, plane.down, cross(plane.right, plane.down), plane.origin),
  );
  const found = new Set<number>();
  const take = (column: number, row: number): void => {
    const [i, j, k] = apply(toVoxel, [column, row, 0]).map(Math.round);
    if (i >= 0 && j >= 0 && k >= 0 && i < mask.columns && j < mask.rows && k < mask.slices) {
      found.add(i + mask.columns * (j + mask.rows * k));
    }
  };
  const low = (one: number, other: number, size: number, most: number): number =>
    within(Math.floor(Math.min(one, other) - size), most);
  const high = (one: number, other: number, size: number, most: number): number =>
    within(Math.ceil(Math.max(one, other) + size), most);
  for (let row = low(a.row, b.row, tall, plane.rows); row <= high(a.row, b.row, tall, plane.rows); row++) {
    for (let column = low(a.column, b.column, wide, plane.columns); column <= high(a.column, b.column, wide, plane.columns); column++) {
      const away = fromSegment(
        [column * mmAcross, row * mmDown],
        [a.column * mmAcross, a.row * mmDown],
        [b.column * mmAcross, b.row * mmDown],
      );
      if (away <= radius) {
        take(column, row);
      }
    }
  }
  if (found.size === 0) {
    take(Math.round(b.column), Math.round(b.row));
  }
  return [...found];
};

type Point = readonly [number, number];

const fromSegment = ([x, y]: Point, [ax, ay]: Point, [bx, by]: Point): number => {
  const [dx, dy] = [bx - ax, by - ay];
  const square = dx * dx + dy * dy;
  const at = square === 0 ? 0 : Math.min(1, Math.max(0, ((x - ax) * dx + (y - ay) * dy) / square));
  return Math.hypot(x - ax - at * dx, y - ay - at * dy);
};

/** The points of a circle around a point of a plane, to show how large the brush is. */
export const circle = (plane: Plane, centre: Vector, radius: number, count = 32): Vector[] => {
  const [right, down] = [plane.right, plane.down].map((v) => times(v, radius / lengthOf(v)));
  return Array.from({ length: count }, (_, n) => {
    const angle = (2 * Math.PI * n) / count;
    return plus(centre, plus(times(right, Math.cos(angle)), times(down, Math.sin(angle))));
  });
};
