import { affine, dot, plus, times, type Affine, type Vector } from './affine';
import type { DicomJson, Slice } from './series';

/**
 * The slices of a series as one block of HU that fills while they come.
 *
 * Index `column + columns * (row + rows * slice)`; `toPatient` takes (column, row, slice) to LPS
 * millimetres, sheared where the gantry was tilted.
 *
 * @property isHere 1 for each slice that has come, `GIVEN_UP` for one that never will
 * @property isEven whether all slices lie equally far apart, so that planes across them can be shown
 */
export interface Volume {
  readonly slices: readonly Slice[];
  readonly columns: number;
  readonly rows: number;
  readonly hu: Int16Array;
  readonly isHere: Uint8Array;
  readonly toPatient: Affine;
  readonly isEven: boolean;
}

/** A slice that could not be fetched. */
export const GIVEN_UP = 2;

/** Gaps that differ by less are equal: positions are written with few digits. */
const EVEN_WITHIN = 0.1;

/** Room for slices that lie in order; none has come. */
export const emptyVolume = (slices: readonly Slice[]): Volume => {
  const [{ plane }] = slices;
  const { columns, rows } = plane;
  const last = slices[slices.length - 1];
  const step: Vector =
    slices.length > 1
      ? times(plus(last.plane.origin, times(plane.origin, -1)), 1 / (slices.length - 1))
      : normalOf(plane.right, plane.down);
  return {
    slices,
    columns,
    rows,
    hu: new Int16Array(columns * rows * slices.length),
    isHere: new Uint8Array(slices.length),
    toPatient: affine(plane.right, plane.down, step, plane.origin),
    isEven: isEven(slices),
  };
};

/** Whether the next slice lies nearer to the head (1), or to the feet (-1). */
export const towardsHead = ({ toPatient }: Volume): 1 | -1 => (toPatient[10] < 0 ? -1 : 1);

const normalOf = (right: Vector, down: Vector): Vector => {
  const through: Vector = [
    right[1] * down[2] - right[2] * down[1],
    right[2] * down[0] - right[0] * down[2],
    right[0] * down[1] - right[1] * down[0],
  ];
  return times(through, 1 / Math.sqrt(dot(through, through)));
};

const isEven = (slices: readonly Slice[]): boolean => {
  if (slices.length < 2) {
    return false;
  }
  const gaps = slices.slice(1).map((slice, n) => slice.along - slices[n].along);
  const mean = (slices[slices.length - 1].along - slices[0].along) / gaps.length;
  return mean > 0 && gaps.every((gap) => Math.abs(gap - mean) <= EVEN_WITHIN * mean);
};

const number = (image: DicomJson, tag: string): number | undefined => {
  const value = image[tag]?.Value?.[0];
  return value === undefined ? undefined : Number(value);
};

/** Puts the stored values of a slice into its place, as HU (PS3.3 C.11.1.1.2). */
export const putSlice = (volume: Volume, at: number, stored: ArrayBuffer): void => {
  const { metadata } = volume.slices[at];
  const size = volume.columns * volume.rows;
  const allocated = number(metadata, '00280100') ?? 16;
  if (allocated !== 16 || stored.byteLength < 2 * size) {
    throw new RangeError(`image ${at + 1} has ${stored.byteLength} bytes for ${size} pixels of ${allocated} bits`);
  }
  const used = number(metadata, '00280101') ?? 16;
  const isSigned = number(metadata, '00280103') === 1;
  const slope = number(metadata, '00281053') ?? 1;
  const intercept = number(metadata, '00281052') ?? 0;
  const values = new Int16Array(stored, 0, size);
  const spare = 16 - used;
  const hu = volume.hu.subarray(at * size, (at + 1) * size);
  const isWhole = slope === 1 && Number.isInteger(intercept);
  for (let n = 0; n < size; n++) {
    const raw = isSigned ? (values[n] << (16 + spare)) >> (16 + spare) : ((values[n] << spare) & 0xffff) >>> spare;
    const value = isWhole ? raw + intercept : Math.round(raw * slope + intercept);
    hu[n] = value < -32767 ? -32767 : value > 32767 ? 32767 : value;
  }
  volume.isHere[at] = 1;
};
