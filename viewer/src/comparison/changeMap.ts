import { cross, dot } from '../images/affine';
import type { Mask } from '../images/mask';
import { labelsOn, type LabelPicture, type Plane, type Warp } from '../images/plane';
import { NOTHING, sample } from '../images/reformat';
import type { Volume } from '../images/volume';

/** What became of opacity at a place. */
export const APPEARED = 1;
export const GONE = 2;
export const STAYED = 3;

/** Where opacity appeared, went or stayed, at the pixels of a plane of the current date. */
export const changeOn = (current: Mask, prior: Mask, toPrior: Warp, plane: Plane): LabelPicture => {
  const now = labelsOn(current, plane).labels;
  const before = labelsOn(prior, plane, toPrior).labels;
  const labels = new Uint8Array(now.length);
  for (let n = 0; n < labels.length; n++) {
    labels[n] = now[n] > 0 ? (before[n] > 0 ? STAYED : APPEARED) : before[n] > 0 ? GONE : 0;
  }
  return { columns: plane.columns, rows: plane.rows, labels };
};

/** Over so much a difference is averaged, mm: noise falls, a small lesion stays (`ChangeColours` in imaging/reporting). */
const AVERAGED_MM = 5;

/** Differences of at least so many HU have one of these steps: the first is drawn faintest. */
export const STEPS_HU = [60, 150, 250, 400] as const;

/** How far apart points are by which the expansion is told, mm: half a step of the registration's grid. */
const APART_MM = 1.25;

/** Labels of denser places are 1 to 4 by their step, those of less dense ones 11 to 14. */
export const LIGHTER = 10;

const labelFor = (difference: number): number => {
  const step = STEPS_HU.filter((hu) => Math.abs(difference) >= hu).length;
  return step === 0 ? 0 : difference > 0 ? step : LIGHTER + step;
};

/** What a date is made of, for its density. */
export interface Chest {
  readonly volume: Volume;
  readonly lungs: Mask;
  readonly opacity: Mask;
}

/**
 * Where the lung is denser or less dense than before, at the pixels of a plane of the current date:
 * current less prior HU, the prior one laid on it and corrected for the depth of breath, averaged
 * over 5 mm. Mass is kept: what the lung shrank it grew denser.
 *
 * Limits: at the rim of the lungs, where half a voxel of misfit looks like change, nothing but
 * opacity is shown.
 */
export const densityOn = (current: Chest, prior: Chest, toPrior: Warp, plane: Plane): LabelPicture => {
  const { columns, rows } = plane;
  const size = columns * rows;
  const now = sample(current.volume, plane);
  const before = sample(prior.volume, plane, toPrior);
  const lung = labelsOn(current.lungs, plane).labels;
  const lungBefore = labelsOn(prior.lungs, plane, toPrior).labels;
  const opaque = labelsOn(current.opacity, plane).labels;
  const opaqueBefore = labelsOn(prior.opacity, plane, toPrior).labels;
  const difference = new Float32Array(size);
  const isIn = new Uint8Array(size);
  const expansion = expansionOf(toPrior);
  const { origin: o, right: r, down: d } = plane;
  for (let at = 0; at < size; at++) {
    if (lung[at] === 0 || lungBefore[at] === 0 || now[at] === NOTHING || before[at] === NOTHING) {
      continue;
    }
    const [column, row] = [at % columns, Math.floor(at / columns)];
    const grown = expansion(o[0] + column * r[0] + row * d[0], o[1] + column * r[1] + row * d[1], o[2] + column * r[2] + row * d[2]);
    isIn[at] = 1;
    difference[at] = now[at] - ((before[at] + 1000) * grown - 1000);
  }
  const across = Math.round(AVERAGED_MM / 2 / Math.hypot(...r));
  const along = Math.round(AVERAGED_MM / 2 / Math.hypot(...d));
  const whole = (2 * across + 1) * (2 * along + 1);
  const labels = new Uint8Array(size);
  for (let at = 0; at < size; at++) {
    if (isIn[at] === 0) {
      continue;
    }
    const [column, row] = [at % columns, Math.floor(at / columns)];
    let [sum, count] = [0, 0];
    for (let y = Math.max(0, row - along); y <= Math.min(rows - 1, row + along); y++) {
      for (let x = Math.max(0, column - across); x <= Math.min(columns - 1, column + across); x++) {
        const near = y * columns + x;
        if (isIn[near] === 1) {
          sum += difference[near];
          count++;
        }
      }
    }
    if (count === whole || opaque[at] > 0 || opaqueBefore[at] > 0) {
      labels[at] = labelFor(sum / count);
    }
  }
  return { columns, rows, labels };
};

/** How much larger a small volume is where the warp leads it: the determinant of its derivative. */
export const expansionOf = (warp: Warp): ((x: number, y: number, z: number) => number) => {
  const [low, high] = [new Float64Array(3), new Float64Array(3)];
  const column = (x: number, y: number, z: number, axis: number): [number, number, number] => {
    const step = [0, 0, 0];
    step[axis] = APART_MM;
    warp(x - step[0], y - step[1], z - step[2], low);
    warp(x + step[0], y + step[1], z + step[2], high);
    const by = 2 * APART_MM;
    return [(high[0] - low[0]) / by, (high[1] - low[1]) / by, (high[2] - low[2]) / by];
  };
  return (x, y, z) => {
    const [a, b, c] = [column(x, y, z, 0), column(x, y, z, 1), column(x, y, z, 2)];
    return dot(a, cross(b, c));
  };
};
