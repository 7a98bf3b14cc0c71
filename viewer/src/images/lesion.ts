import { affine, apply, compose, inverse, type Vector } from './affine';
import type { Mask } from './mask';

/** What hangs together in a mask: its voxels, and where its middle is. */
export interface Component {
  readonly voxels: Uint32Array;
  readonly centre: Vector;
}

/**
 * The opacity that hangs together with a voxel: neighbours by face, edge or corner that lie in the
 * same lung, as the reading counts lesions. Undefined where there is none.
 */
export const componentAt = (opacity: Mask, lungs: Mask | undefined, begin: number): Component | undefined => {
  const { columns, rows, slices, labels } = opacity;
  const side = lungs && lungs.labels.length === labels.length ? lungs.labels : undefined;
  const own = side?.[begin] ?? 0;
  const isPart = (voxel: number): boolean => labels[voxel] !== 0 && (side?.[voxel] ?? 0) === own;
  if (!isPart(begin)) {
    return undefined;
  }
  const seen = new Uint8Array((labels.length >> 3) + 1);
  const found: number[] = [begin];
  seen[begin >> 3] |= 1 << (begin & 7);
  let [sumI, sumJ, sumK] = [0, 0, 0];
  for (let at = 0; at < found.length; at++) {
    const voxel = found[at];
    const i = voxel % columns;
    const j = Math.floor(voxel / columns) % rows;
    const k = Math.floor(voxel / (columns * rows));
    sumI += i;
    sumJ += j;
    sumK += k;
    for (let dk = k > 0 ? -1 : 0; dk <= (k < slices - 1 ? 1 : 0); dk++) {
      for (let dj = j > 0 ? -1 : 0; dj <= (j < rows - 1 ? 1 : 0); dj++) {
        for (let di = i > 0 ? -1 : 0; di <= (i < columns - 1 ? 1 : 0); di++) {
          const next = voxel + di + columns * (dj + rows * dk);
          if ((seen[next >> 3] & (1 << (next & 7))) === 0 && isPart(next)) {
            seen[next >> 3] |= 1 << (next & 7);
            found.push(next);
          }
        }
      }
    }
  }
  const middle: Vector = [sumI / found.length, sumJ / found.length, sumK / found.length];
  return { voxels: Uint32Array.from(found), centre: apply(opacity.toPatient, middle) };
};

/** A lesion as a reading lists it, as far as it is needed to find it in the masks. */
export interface ListedLesion {
  readonly centreLps: Vector;
  readonly voxels: number;
  readonly keySlice: number;
}

/** The component that a listed lesion is: on its key slice, of its size, with its middle. */
export const componentOf = (opacity: Mask, lungs: Mask | undefined, lesion: ListedLesion): Component | undefined => {
  const size = opacity.columns * opacity.rows;
  const begin = lesion.keySlice * size;
  const tried = new Set<number>();
  let best: Component | undefined;
  for (let voxel = begin; voxel < begin + size; voxel++) {
    if (!opacity.labels[voxel] || tried.has(voxel)) {
      continue;
    }
    const component = componentAt(opacity, lungs, voxel);
    component?.voxels.forEach((each) => each >= begin && each < begin + size && tried.add(each));
    if (component && isOf(component, lesion)) {
      return component;
    }
    if (component && (!best || misses(component, lesion) < misses(best, lesion))) {
      best = component;
    }
  }
  return best;
};

const distance = (a: Vector, b: Vector): number => Math.hypot(a[0] - b[0], a[1] - b[1], a[2] - b[2]);

const isOf = (component: Component, lesion: ListedLesion): boolean =>
  component.voxels.length === lesion.voxels && distance(component.centre, lesion.centreLps) < 1;

const misses = (component: Component, lesion: ListedLesion): number =>
  distance(component.centre, lesion.centreLps) + Math.abs(Math.cbrt(component.voxels.length) - Math.cbrt(lesion.voxels));

/** Which of some lesions a component is; undefined where it is none, as a speck is not listed. */
export const lesionOf = <L extends ListedLesion>(component: Component, lesions: readonly L[]): L | undefined =>
  lesions.find((lesion) => isOf(component, lesion));

/** A component as a mask of its own, no larger than it must be. */
export const maskOf = (component: Component, within: Mask): Mask => {
  const { columns, rows } = within;
  const low = [Infinity, Infinity, Infinity];
  const high = [-1, -1, -1];
  const place = (voxel: number): Vector => [
    voxel % columns,
    Math.floor(voxel / columns) % rows,
    Math.floor(voxel / (columns * rows)),
  ];
  for (const voxel of component.voxels) {
    place(voxel).forEach((value, axis) => {
      low[axis] = Math.min(low[axis], value);
      high[axis] = Math.max(high[axis], value);
    });
  }
  const [wide, tall, deep] = high.map((value, axis) => value - low[axis] + 1);
  const labels = new Uint8Array(wide * tall * deep);
  for (const voxel of component.voxels) {
    const [i, j, k] = place(voxel);
    labels[i - low[0] + wide * (j - low[1] + tall * (k - low[2]))] = 1;
  }
  const shift = affine([1, 0, 0], [0, 1, 0], [0, 0, 1], [low[0], low[1], low[2]]);
  return { columns: wide, rows: tall, slices: deep, labels, toPatient: compose(within.toPatient, shift) };
};

/** The voxel of a mask at a point of the patient; undefined outside. */
export const voxelAt = (mask: Mask, point: Vector): number | undefined => {
  const [i, j, k] = apply(inverse(mask.toPatient), point).map(Math.round);
  const isInside = i >= 0 && j >= 0 && k >= 0 && i < mask.columns && j < mask.rows && k < mask.slices;
  return isInside ? i + mask.columns * (j + mask.rows * k) : undefined;
};

/** The voxel of a lesion that one looks at: on its key slice, nearest to its middle. */
export const focusOf = (component: Component, within: Mask, lesion: ListedLesion): Vector => {
  const size = within.columns * within.rows;
  const place = (voxel: number): Vector =>
    apply(within.toPatient, [voxel % within.columns, Math.floor(voxel / within.columns) % within.rows, Math.floor(voxel / size)]);
  let best = component.centre;
  let least = Infinity;
  for (const voxel of component.voxels) {
    if (Math.floor(voxel / size) === lesion.keySlice) {
      const point = place(voxel);
      const away = distance(point, lesion.centreLps);
      if (away < least) {
        [best, least] = [point, away];
      }
    }
  }
  return best;
};
