import type { Mask } from './mask';
import { outlines, type Outline } from './outline';
import { labelsOn, type LabelPicture, type Plane, type Warp } from './plane';
import type { Drawable } from './structures';

/** The masks of a reading by name; one that was not measured is absent. */
export type Masks = Readonly<Partial<Record<Drawable['mask'], Mask>>>;

/** The outlines of one structure in one picture, in pixels: the first covers 0 to 1. */
export interface Drawn {
  readonly structure: Drawable;
  readonly path: Path2D;
}

/** Outlines of structures on a plane. */
export const drawnOn = (masks: Masks, structures: readonly Drawable[], plane: Plane, warp?: Warp): Drawn[] => {
  const known = new Map<Mask, ReturnType<typeof outlines>>();
  return structures.flatMap((structure) => {
    const mask = masks[structure.mask];
    if (!mask) {
      return [];
    }
    const all = known.get(mask) ?? outlines(labelsOn(mask, plane, warp));
    known.set(mask, all);
    const lines = structure.labels.flatMap((label) => all.get(label) ?? []);
    return lines.length > 0 ? [{ structure, path: pathOf(lines) }] : [];
  });
};

/** The outline of everything a mask holds on a plane; undefined where it has nothing there. */
export const pathOn = (mask: Mask, plane: Plane): Path2D | undefined => {
  const lines = [...outlines(labelsOn(mask, plane)).values()].flat();
  return lines.length > 0 ? pathOf(lines) : undefined;
};

const pathOf = (lines: readonly Outline[]): Path2D => {
  const path = new Path2D();
  for (const line of lines) {
    path.moveTo(line[0], line[1]);
    for (let at = 2; at < line.length; at += 2) {
      path.lineTo(line[at], line[at + 1]);
    }
    path.closePath();
  }
  return path;
};

/** Draws outlines; `fill` is how opaque their inside is, 0 to 1. */
export const paint = (
  canvas: CanvasRenderingContext2D,
  drawn: readonly Drawn[],
  toCanvas: DOMMatrix,
  look: { readonly lines: number; readonly fill: number },
): void => {
  for (const { structure, path } of drawn) {
    const placed = new Path2D();
    placed.addPath(path, toCanvas);
    if (look.fill > 0) {
      canvas.globalAlpha = look.fill;
      canvas.fillStyle = structure.colour;
      canvas.fill(placed, 'evenodd');
    }
    canvas.globalAlpha = look.lines;
    canvas.strokeStyle = structure.colour;
    canvas.stroke(placed);
  }
  canvas.globalAlpha = 1;
};

/** Fills what each label covers with its colour. */
export const tinted = (
  canvas: CanvasRenderingContext2D,
  tint: { readonly picture: LabelPicture; readonly colours: Readonly<Record<number, string>> },
  toCanvas: DOMMatrix,
): void => {
  for (const [label, lines] of outlines(tint.picture)) {
    const placed = new Path2D();
    placed.addPath(pathOf(lines), toCanvas);
    canvas.fillStyle = tint.colours[label];
    canvas.fill(placed, 'evenodd');
  }
};
