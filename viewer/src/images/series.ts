import { cross, dot, type Vector } from './affine';
import type { Plane } from './plane';

/** Attributes of one image as DICOMweb tells them (PS3.18 F.2). */
export type DicomJson = Readonly<Record<string, { readonly vr: string; readonly Value?: readonly unknown[] }>>;

/** One slice of a series. */
export interface Slice {
  readonly sopInstanceUid: string;
  readonly instanceNumber: number;
  readonly plane: Plane;
  /** Along the common normal, in millimetres; rises from slice to slice. */
  readonly along: number;
  readonly metadata: DicomJson;
}

const ROWS = '00280010';
const COLUMNS = '00280011';
const SPACING = '00280030';
const POSITION = '00200032';
const ORIENTATION = '00200037';
const INSTANCE_NUMBER = '00200013';
const SOP_INSTANCE_UID = '00080018';

/** Directions that differ by less belong to one volume. */
const SAME_DIRECTION = 0.999;

const numbers = (image: DicomJson, tag: string, count: number): number[] | undefined => {
  const value = image[tag]?.Value?.map(Number);
  return value?.length === count && value.every(Number.isFinite) ? value : undefined;
};

const sliceOf = (image: DicomJson): Omit<Slice, 'along'> | undefined => {
  const position = numbers(image, POSITION, 3);
  const orientation = numbers(image, ORIENTATION, 6);
  const spacing = numbers(image, SPACING, 2);
  const rows = numbers(image, ROWS, 1);
  const columns = numbers(image, COLUMNS, 1);
  const uid = image[SOP_INSTANCE_UID]?.Value?.[0];
  if (!position || !orientation || !spacing || !rows || !columns || typeof uid !== 'string') {
    return undefined;
  }
  const [between, across] = spacing;
  const direction = (from: number, mm: number): Vector => [
    orientation[from] * mm,
    orientation[from + 1] * mm,
    orientation[from + 2] * mm,
  ];
  return {
    sopInstanceUid: uid,
    instanceNumber: numbers(image, INSTANCE_NUMBER, 1)?.[0] ?? 0,
    metadata: image,
    plane: {
      rows: rows[0],
      columns: columns[0],
      origin: [position[0], position[1], position[2]],
      right: direction(0, across),
      down: direction(3, between),
    },
  };
};

const normal = ({ plane }: Omit<Slice, 'along'>): Vector => {
  const through = cross(plane.right, plane.down);
  const length = Math.sqrt(dot(through, through));
  return [through[0] / length, through[1] / length, through[2] / length];
};

/**
 * The slices of a series in the order in which they lie in the patient, whatever their numbers say;
 * of several directions or sizes, as where a scout was filed among them, the most frequent.
 */
export const slicesOf = (images: readonly DicomJson[]): Slice[] => {
  const groups: { normal: Vector; slices: Omit<Slice, 'along'>[] }[] = [];
  for (const image of images) {
    const slice = sliceOf(image);
    if (!slice) {
      continue;
    }
    const own = normal(slice);
    const group = groups.find(
      (each) =>
        dot(each.normal, own) > SAME_DIRECTION &&
        each.slices[0].plane.rows === slice.plane.rows &&
        each.slices[0].plane.columns === slice.plane.columns,
    );
    if (group) {
      group.slices.push(slice);
    } else {
      groups.push({ normal: own, slices: [slice] });
    }
  }
  const most = groups.sort((one, other) => other.slices.length - one.slices.length)[0];
  if (!most) {
    return [];
  }
  return most.slices
    .map((slice) => ({ ...slice, along: dot(most.normal, slice.plane.origin) }))
    .sort((one, other) => one.along - other.along || one.instanceNumber - other.instanceNumber);
};

/** The slice nearest to a point of the patient. */
export const nearest = (slices: readonly Slice[], point: Vector): number => {
  if (slices.length === 0) {
    throw new Error('a series without slices');
  }
  const along = dot(normal(slices[0]), point);
  return slices.reduce(
    (best, slice, n) => (Math.abs(slice.along - along) < Math.abs(slices[best].along - along) ? n : best),
    0,
  );
};
