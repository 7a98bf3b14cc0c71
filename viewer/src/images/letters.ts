import type { Vector } from './affine';
import type { Plane } from './plane';

/** Which way of the patient the four edges of a picture look, as DICOM names them (PS3.3 C.7.6.1.1.1). */
export interface Letters {
  readonly left: string;
  readonly right: string;
  readonly top: string;
  readonly bottom: string;
}

const NAMES: readonly (readonly [string, string])[] = [['L', 'R'], ['P', 'A'], ['H', 'F']];

/** The names of the axes a direction leads along, the main one first; one under 15° off is left out. */
const named = (direction: Vector): string => {
  const length = Math.hypot(...direction);
  return direction
    .map((value, axis) => ({ part: value / length, axis }))
    .filter(({ part }) => Math.abs(part) > 0.26)
    .sort((one, other) => Math.abs(other.part) - Math.abs(one.part))
    .map(({ part, axis }) => NAMES[axis][part > 0 ? 0 : 1])
    .join('');
};

const opposite = ([x, y, z]: Vector): Vector => [-x, -y, -z];

/** The letters at the edges of a plane. */
export const lettersOf = ({ right, down }: Plane): Letters => ({
  left: named(opposite(right)),
  right: named(right),
  top: named(opposite(down)),
  bottom: named(down),
});
