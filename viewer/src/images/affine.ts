/** A point or direction in patient space: LPS, millimetres. */
export type Vector = readonly [number, number, number];

/**
 * An affine map of three-dimensional space, by rows: `x' = a[0]*x + a[1]*y + a[2]*z + a[3]` and so
 * on for y' (4 to 7) and z' (8 to 11).
 */
export type Affine = readonly number[];

export const plus = (a: Vector, b: Vector): Vector => [a[0] + b[0], a[1] + b[1], a[2] + b[2]];

export const times = (a: Vector, factor: number): Vector => [a[0] * factor, a[1] * factor, a[2] * factor];

export const dot = (a: Vector, b: Vector): number => a[0] * b[0] + a[1] * b[1] + a[2] * b[2];

export const cross = (a: Vector, b: Vector): Vector => [
  a[1] * b[2] - a[2] * b[1],
  a[2] * b[0] - a[0] * b[2],
  a[0] * b[1] - a[1] * b[0],
];

/** The map that takes (1,0,0), (0,1,0) and (0,0,1) to three directions, and the origin to a point. */
export const affine = (x: Vector, y: Vector, z: Vector, origin: Vector): Affine => [
  x[0], y[0], z[0], origin[0],
  x[1], y[1], z[1], origin[1],
  x[2], y[2], z[2], origin[2],
];

/** Where a map takes a point. */
export const apply = (map: Affine, [x, y, z]: Vector): Vector => [
  map[0] * x + map[1] * y + map[2] * z + map[3],
  map[4] * x + map[5] * y + map[6] * z + map[7],
  map[8] * x + map[9] * y + map[10] * z + map[11],
];

/** First `inner`, then `outer`. */
export const compose = (outer: Affine, inner: Affine): Affine => {
  const column = (n: number): Vector => [inner[n], inner[4 + n], inner[8 + n]];
  const turned = (v: Vector): Vector => {
    const origin: Vector = [outer[3], outer[7], outer[11]];
    return plus(apply(outer, v), times(origin, -1));
  };
  return affine(turned(column(0)), turned(column(1)), turned(column(2)), apply(outer, column(3)));
};

/** The way back; throws where the map flattens space. */
export const inverse = (map: Affine): Affine => {
  const x: Vector = [map[0], map[4], map[8]];
  const y: Vector = [map[1], map[5], map[9]];
  const z: Vector = [map[2], map[6], map[10]];
  const volume = dot(x, cross(y, z));
  if (!Number.isFinite(volume) || Math.abs(volume) < 1e-12) {
    throw new Error('the map has no way back');
  }
  const rows = [cross(y, z), cross(z, x), cross(x, y)].map((row) => times(row, 1 / volume));
  const origin: Vector = [map[3], map[7], map[11]];
  return rows.flatMap((row) => [...row, -dot(row, origin)]);
};
