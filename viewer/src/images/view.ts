import type { Plane } from './plane';
import { dot } from './affine';

/** How a picture lies in its pane: enlarged, and moved by CSS pixels from the middle. */
export interface View {
  readonly zoom: number;
  readonly x: number;
  readonly y: number;
}

export const WHOLE: View = { zoom: 1, x: 0, y: 0 };

const SMALLEST = 0.5;
const LARGEST = 16;

/** Where pixels are on a canvas: `x = left + column * across`, `y = top + row * down`. */
export interface Placed {
  readonly left: number;
  readonly top: number;
  readonly across: number;
  readonly down: number;
}

const length = (v: Plane['right']): number => Math.sqrt(dot(v, v));

/**
 * Places a picture so that all of it is seen at zoom 1, in true proportions. The corner (0, 0) is
 * that of the first pixel; its centre is at (0.5, 0.5).
 */
export const place = (plane: Plane, width: number, height: number, view: View): Placed => {
  const [mmAcross, mmDown] = [length(plane.right), length(plane.down)];
  const fit = Math.min(width / (plane.columns * mmAcross), height / (plane.rows * mmDown));
  const [across, down] = [mmAcross * fit * view.zoom, mmDown * fit * view.zoom];
  return {
    left: width / 2 + view.x - (plane.columns * across) / 2,
    top: height / 2 + view.y - (plane.rows * down) / 2,
    across,
    down,
  };
};

/** The column and row under a place on the canvas; whole numbers are the centres of pixels. */
export const pixelAt = (placed: Placed, x: number, y: number): { column: number; row: number } => ({
  column: (x - placed.left) / placed.across - 0.5,
  row: (y - placed.top) / placed.down - 0.5,
});

/** Where the centre of a pixel is on the canvas. */
export const canvasAt = (placed: Placed, column: number, row: number): readonly [number, number] => [
  placed.left + (column + 0.5) * placed.across,
  placed.top + (row + 0.5) * placed.down,
];

/** Enlarges; what is under a place, told from the middle of the pane, stays there. */
export const zoomed = (view: View, factor: number, x = 0, y = 0): View => {
  const zoom = Math.min(LARGEST, Math.max(SMALLEST, view.zoom * factor));
  const by = zoom / view.zoom;
  return { zoom, x: x - (x - view.x) * by, y: y - (y - view.y) * by };
};
