import { affine, cross, inverse, times, type Affine, type Vector } from '../images/affine';
import { asked, seriesMetadata, seriesOf } from '../images/dicomweb';
import type { Warp } from '../images/plane';
import type { DicomJson } from '../images/series';

/**
 * Where points of one date lie at another, as a Deformable Spatial Registration tells it (PS3.3
 * C.20.3): the affine part, and on a grid what is added to it.
 *
 * @property vectors x, y, z of each point of the grid, the first axis fastest, in mm
 */
export interface Deformation {
  readonly affine: Affine;
  readonly columns: number;
  readonly rows: number;
  readonly slices: number;
  readonly toGrid: Affine;
  readonly vectors: Float32Array;
}

/** Both ways between two dates. */
export interface Alignment {
  readonly toPrior: Warp;
  readonly toCurrent: Warp;
}

/** The series numbers of a comparison's objects (`ResultKind` in imaging/reporting). */
const PRIOR_ON_CURRENT = 9712;
const CURRENT_ON_PRIOR = 9713;

type Item = DicomJson;

const item = (set: Item, tag: string): Item | undefined => set[tag]?.Value?.[0] as Item | undefined;
const numbers = (set: Item, tag: string): number[] => (set[tag]?.Value ?? []).map(Number);
const text = (set: Item, tag: string): string => String(set[tag]?.Value?.[0] ?? '');

/** Reads an object without its vectors, and where these are fetched. */
export const describe = (object: Item): Omit<Deformation, 'vectors'> & { readonly bulk: string } => {
  const part = item(object, '00640002');
  const grid = part && item(part, '00640005');
  const matrix = part && item(part, '0064000F');
  if (!part || !grid || !matrix) {
    throw new Error('the registration holds no grid');
  }
  const m = numbers(matrix, '300600C6');
  const [columns, rows, slices] = numbers(grid, '00640007');
  const [x, y, z] = numbers(grid, '00640008');
  const [ox, oy, oz] = numbers(grid, '00200032');
  const o = numbers(grid, '00200037');
  const across: Vector = [o[0], o[1], o[2]];
  const down: Vector = [o[3], o[4], o[5]];
  const toPatient = affine(times(across, x), times(down, y), times(cross(across, down), z), [ox, oy, oz]);
  const bulk = (grid['00640009'] as { BulkDataURI?: string } | undefined)?.BulkDataURI;
  if (m.length !== 16 || !bulk || !(columns * rows * slices > 0)) {
    throw new Error('the registration holds no grid');
  }
  return { affine: m.slice(0, 12), columns, rows, slices, toGrid: inverse(toPatient), bulk };
};

/** Leads points along a deformation; outside of the grid by the affine part alone. */
export const warpOf = (by: Deformation): Warp => {
  const { affine: a, toGrid: g, columns, rows, slices, vectors: v } = by;
  return (x, y, z, to) => {
    let tx = a[0] * x + a[1] * y + a[2] * z + a[3];
    let ty = a[4] * x + a[5] * y + a[6] * z + a[7];
    let tz = a[8] * x + a[9] * y + a[10] * z + a[11];
    const i = g[0] * x + g[1] * y + g[2] * z + g[3];
    const j = g[4] * x + g[5] * y + g[6] * z + g[7];
    const k = g[8] * x + g[9] * y + g[10] * z + g[11];
    if (i >= 0 && j >= 0 && k >= 0 && i <= columns - 1 && j <= rows - 1 && k <= slices - 1) {
      const i0 = Math.min(columns - 2, Math.floor(i));
      const j0 = Math.min(rows - 2, Math.floor(j));
      const k0 = Math.min(slices - 2, Math.floor(k));
      const di = i - i0;
      const dj = j - j0;
      const dk = k - k0;
      const row = 3 * columns;
      const slice = row * rows;
      const at = 3 * (i0 + columns * (j0 + rows * k0));
      for (let corner = 0; corner < 8; corner++) {
        const weight =
          ((corner & 1) === 1 ? di : 1 - di) * ((corner & 2) === 2 ? dj : 1 - dj) * ((corner & 4) === 4 ? dk : 1 - dk);
        const n = at + ((corner & 1) === 1 ? 3 : 0) + ((corner & 2) === 2 ? row : 0) + ((corner & 4) === 4 ? slice : 0);
        tx += weight * v[n];
        ty += weight * v[n + 1];
        tz += weight * v[n + 2];
      }
    }
    to[0] = tx;
    to[1] = ty;
    to[2] = tz;
  };
};

/** Where a point is led. */
export const led = (warp: Warp, [x, y, z]: Vector): Vector => {
  const to = new Float64Array(3);
  warp(x, y, z, to);
  return [to[0], to[1], to[2]];
};

const fetched = async (object: Item, signal: AbortSignal): Promise<Deformation> => {
  const { bulk, ...rest } = describe(object);
  const answer = await asked(new URL(bulk, location.href).pathname, 'application/octet-stream', signal);
  const bytes = await answer.arrayBuffer();
  const count = 3 * rest.columns * rest.rows * rest.slices;
  if (bytes.byteLength < 4 * count) {
    throw new Error('the grid of the registration is cut off');
  }
  return { ...rest, vectors: new Float32Array(bytes, 0, count) };
};

/** Whether a registration leads from or to a frame of reference. */
const frames = (object: Item): string[] => {
  const part = item(object, '00640002');
  return [text(object, '00200052'), part ? text(part, '00640003') : ''];
};

/**
 * The alignment of the current date with a prior, from the objects of a comparison; undefined where
 * there is none.
 *
 * @param ours the series of the comparison's objects
 * @param current and `prior`: frames of reference of the two
 */
export const loadAlignment = async (
  study: string,
  ours: readonly string[],
  current: string,
  prior: string,
  signal: AbortSignal,
): Promise<Alignment | undefined> => {
  const found = (await seriesOf(study, signal)).filter((set) => ours.includes(text(set, '0020000E')));
  const objects = async (number: number): Promise<Item[]> => {
    const series = found.filter((set) => Number(text(set, '00200011')) === number);
    const all = await Promise.all(series.map((set) => seriesMetadata({ study, series: text(set, '0020000E') }, signal)));
    return all.flat();
  };
  const [forth, back] = await Promise.all([objects(PRIOR_ON_CURRENT), objects(CURRENT_ON_PRIOR)]);
  const between = (object: Item, from: string, to: string): boolean => {
    const [own, source] = frames(object);
    return own === from && source === to;
  };
  const there = forth.find((object) => between(object, current, prior));
  const again = back.find((object) => between(object, prior, current));
  if (!there || !again) {
    return undefined;
  }
  const [toPrior, toCurrent] = await Promise.all([fetched(there, signal), fetched(again, signal)]);
  return { toPrior: warpOf(toPrior), toCurrent: warpOf(toCurrent) };
};

/** The frame of reference of a slice. */
export const frameOf = (image: DicomJson): string => text(image, '00200052');
