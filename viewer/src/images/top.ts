import type { Vector } from './affine';
import type { Letters } from './letters';
import { millimetres, type Length } from './measure';
import type { Plane } from './plane';
import { onPlane } from './reformat';
import { canvasAt, type Placed } from './view';

interface Top {
  readonly plane: Plane;
  readonly placed: Placed;
  readonly size: { readonly width: number; readonly height: number };
  readonly point: Vector;
  readonly lengths: readonly Length[];
  readonly letters: Letters;
}

const CROSS = '#7fd4ff';
const MEASURED = '#ffd27f';
const GAP_PX = 14;
/** A line is shown on planes that both its ends lie on. */
const ON_PLANE_MM = 1.5;
const SCALE_BAR_MM = 50;

/** What lies over a picture: the point all planes go through, lines measured, letters, a scale. */
export const drawTop = (context: CanvasRenderingContext2D, top: Top): void => {
  crosshair(context, top);
  top.lengths.forEach((length) => measured(context, top, length));
  letters(context, top);
  scaleBar(context, top);
};

const crosshair = (context: CanvasRenderingContext2D, { plane, placed, size, point }: Top): void => {
  const { column, row } = onPlane(plane, point);
  const [x, y] = canvasAt(placed, column, row);
  context.strokeStyle = CROSS;
  context.globalAlpha = 0.7;
  context.lineWidth = 1;
  context.beginPath();
  for (const [fromX, fromY, toX, toY] of [
    [0, y, x - GAP_PX, y],
    [x + GAP_PX, y, size.width, y],
    [x, 0, x, y - GAP_PX],
    [x, y + GAP_PX, x, size.height],
  ]) {
    context.moveTo(fromX, fromY);
    context.lineTo(toX, toY);
  }
  context.stroke();
  context.globalAlpha = 1;
};

const measured = (context: CanvasRenderingContext2D, { plane, placed }: Top, length: Length): void => {
  const [from, to] = [onPlane(plane, length.from), onPlane(plane, length.to)];
  if (Math.max(Math.abs(from.away), Math.abs(to.away)) > ON_PLANE_MM) {
    return;
  }
  const [x, y] = canvasAt(placed, from.column, from.row);
  const [endX, endY] = canvasAt(placed, to.column, to.row);
  context.strokeStyle = MEASURED;
  context.lineWidth = 1.5;
  context.beginPath();
  context.moveTo(x, y);
  context.lineTo(endX, endY);
  context.stroke();
  written(context, `${millimetres(length).toFixed(1)} mm`, endX + 6, endY - 6, MEASURED);
};

const written = (context: CanvasRenderingContext2D, text: string, x: number, y: number, colour: string): void => {
  context.font = '13px system-ui, sans-serif';
  context.lineWidth = 3;
  context.strokeStyle = '#000';
  context.strokeText(text, x, y);
  context.fillStyle = colour;
  context.fillText(text, x, y);
};

const letters = (context: CanvasRenderingContext2D, { size, letters: four }: Top): void => {
  context.textBaseline = 'middle';
  context.textAlign = 'left';
  written(context, four.left, 6, size.height / 2, '#ddd');
  context.textAlign = 'right';
  written(context, four.right, size.width - 6, size.height / 2, '#ddd');
  context.textAlign = 'center';
  written(context, four.top, size.width / 2, 12, '#ddd');
  written(context, four.bottom, size.width / 2, size.height - 10, '#ddd');
  context.textAlign = 'left';
  context.textBaseline = 'alphabetic';
};

const scaleBar = (context: CanvasRenderingContext2D, { plane, placed, size }: Top): void => {
  const mmAcross = Math.hypot(...plane.right);
  const length = (SCALE_BAR_MM / mmAcross) * placed.across;
  const [x, y] = [size.width - 10, size.height - 24];
  context.strokeStyle = '#ddd';
  context.lineWidth = 2;
  context.beginPath();
  context.moveTo(x - length, y);
  context.lineTo(x, y);
  context.stroke();
  context.textAlign = 'right';
  written(context, `${SCALE_BAR_MM} mm`, x, y - 6, '#ddd');
  context.textAlign = 'left';
};
