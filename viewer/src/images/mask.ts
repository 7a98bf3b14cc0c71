import { affine, type Affine, type Vector } from './affine';

/**
 * Labels on a grid, as Hilum writes them beside a reading (NIfTI-1, one byte a voxel).
 *
 * Index `i + columns * (j + rows * k)`; `toPatient` takes (i, j, k) to LPS millimetres.
 */
export interface Mask {
  readonly columns: number;
  readonly rows: number;
  readonly slices: number;
  readonly labels: Uint8Array;
  readonly toPatient: Affine;
}

const HEADER_BYTES = 348;
const ONE_BYTE = new Set([2, 256]);

/**
 * Reads a mask.
 *
 * Source: NIfTI-1.1, https://nifti.nimh.nih.gov/nifti-1. Its space is RAS, DICOM's is LPS: x and y
 * change their signs.
 */
export const readMask = (file: ArrayBuffer): Mask => {
  const header = new DataView(file);
  if (file.byteLength < HEADER_BYTES || header.getInt32(0, true) !== HEADER_BYTES) {
    throw new Error('the mask is no NIfTI file');
  }
  if (!ONE_BYTE.has(header.getInt16(70, true)) || header.getInt16(254, true) < 1) {
    throw new Error('the mask holds no labels of one byte, or does not say where it lies');
  }
  const [columns, rows, slices] = [42, 44, 46].map((at) => header.getInt16(at, true));
  const begin = Math.round(header.getFloat32(108, true));
  const count = columns * rows * slices;
  if (!(count > 0) || begin + count > file.byteLength) {
    throw new Error('the mask is cut off');
  }
  const row = (at: number): number[] => [0, 4, 8, 12].map((next) => header.getFloat32(at + next, true));
  const [r, a, s] = [280, 296, 312].map(row);
  const column = (n: number): Vector => [-r[n], -a[n], s[n]];
  return {
    columns,
    rows,
    slices,
    labels: new Uint8Array(file, begin, count),
    toPatient: affine(column(0), column(1), column(2), column(3)),
  };
};

/** Undoes gzip. */
export const unzip = async (file: Blob): Promise<ArrayBuffer> =>
  new Response(file.stream().pipeThrough(new DecompressionStream('gzip'))).arrayBuffer();
