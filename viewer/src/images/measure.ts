import type { Vector } from './affine';

/** A straight line between two points of the patient. */
export interface Length {
  readonly from: Vector;
  readonly to: Vector;
}

export const millimetres = ({ from, to }: Length): number =>
  Math.hypot(to[0] - from[0], to[1] - from[1], to[2] - from[2]);
