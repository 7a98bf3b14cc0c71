import { useEffect, useLayoutEffect, useMemo, useRef, useState, type PointerEvent, type ReactElement } from 'react';
import type { Vector } from './affine';
import { greyTable, shade } from './grey';
import { lettersOf } from './letters';
import type { Mask } from './mask';
import type { Length } from './measure';
import { drawnOn, paint, pathOn, tinted, type Masks } from './overlay';
import type { LabelPicture, Plane, Warp } from './plane';
import { onPlane, pointOn, sample } from './reformat';
import type { Drawable, Window } from './structures';
import { drawTop } from './top';
import { place, pixelAt, WHOLE, zoomed, type View } from './view';
import { useLatest } from './useSeries';
import { GIVEN_UP, type Volume } from './volume';

export type Tool = 'POINT' | 'MEASURE' | 'PAN' | 'ZOOM' | 'WINDOW';

/** How structures are drawn: how opaque their lines and insides are, 0 to 1. */
export interface Look {
  readonly structures: readonly Drawable[];
  readonly lines: number;
  readonly fill: number;
}

/** What follows a pressed pointer instead of the tool, as a brush does. */
export interface Hand {
  readonly down: (point: Vector, plane: Plane) => void;
  readonly move: (point: Vector, plane: Plane) => void;
  readonly up: (point: Vector, plane: Plane) => void;
}

interface Given {
  readonly volume: Volume;
  readonly plane: Plane;
  /** Which slice of the volume the plane is; undefined for a plane across the slices. */
  readonly slice?: number;
  /** Leads the plane's points into the volume, where that is one of another date. */
  readonly warp?: Warp | undefined;
  /** Changes when more of the plane may have come. */
  readonly came: number;
  readonly grey: Window;
  readonly masks: Masks;
  readonly look: Look;
  /** Drawn before the outlines, as a map of change is; colours by label, with alpha. */
  readonly tint?: { readonly picture: LabelPicture; readonly colours: Readonly<Record<number, string>> } | undefined;
  /** What is outlined before all else. */
  readonly highlight?: Mask | undefined;
  readonly point: Vector;
  readonly lengths: readonly Length[];
  readonly tool: Tool;
  readonly hand?: Hand | undefined;
  readonly label: string;
  /** Said in place of a slice that is on its way, and of one that never came. */
  readonly waiting: string;
  readonly lost: string;
  readonly onPoint: (point: Vector) => void;
  /** A place was pressed and let go without moving. */
  readonly onPick: (point: Vector) => void;
  /** Up is positive: towards the head, the back, or the left side of the patient. */
  readonly onScroll: (steps: number) => void;
  readonly onLength: (length: Length) => void;
  readonly onGrey: (grey: Window) => void;
  /** How pictures lie, where several panes move together; else each by itself. */
  readonly view?: View | undefined;
  readonly onView?: (view: View) => void;
  readonly onShown?: (slice: number, isOutlined: boolean) => void;
}

interface Press {
  readonly tool: Tool | 'HAND';
  readonly x: number;
  readonly y: number;
  readonly view: View;
  readonly grey: Window;
  readonly point: Vector;
  moved: boolean;
}

const HIGHLIGHT = '#ffffff';
const CLICK_WITHIN_PX = 4;

/** A plane through a volume, with outlines over it. */
export const Pane = (given: Given): ReactElement => {
  const { volume, plane, slice, came, grey, masks, look, highlight, point, lengths, warp } = given;
  const [ownView, setOwnView] = useState<View>(WHOLE);
  const view = given.view ?? ownView;
  const setView = given.onView ?? setOwnView;
  const latestView = useLatest(view);
  const [size, setSize] = useState({ width: 0, height: 0 });
  const [drawing, setDrawing] = useState<Length>();
  const frame = useRef<HTMLDivElement>(null);
  const base = useRef<HTMLCanvasElement>(null);
  const top = useRef<HTMLCanvasElement>(null);
  const press = useRef<Press>(undefined);
  const picture = useRef<{ canvas: HTMLCanvasElement; pixels: ImageData }>(undefined);

  useLayoutEffect(() => {
    const element = frame.current;
    if (!element) {
      return undefined;
    }
    const measured = (): void => setSize({ width: element.clientWidth, height: element.clientHeight });
    measured();
    const watch = new ResizeObserver(measured);
    watch.observe(element);
    return () => watch.disconnect();
  }, []);

  const isHere = slice === undefined || volume.isHere[slice] === 1;
  const hu = useMemo(() => {
    if (slice === undefined) {
      return sample(volume, plane, warp);
    }
    const pixels = volume.columns * volume.rows;
    return volume.hu.subarray(slice * pixels, (slice + 1) * pixels);
    // `came` tells that the volume has more in it.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [volume, plane, slice, slice === undefined ? came : isHere, warp]);
  const drawn = useMemo(() => drawnOn(masks, look.structures, plane, warp), [masks, look.structures, plane, warp]);
  const marked = useMemo(() => highlight && pathOn(highlight, plane), [highlight, plane]);
  const placed = useMemo(() => place(plane, size.width, size.height, view), [plane, size, view]);

  useLayoutEffect(() => {
    const canvas = base.current;
    const context = canvas?.getContext('2d', { alpha: false });
    if (!canvas || !context || size.width === 0) {
      return;
    }
    const scale = globalThis.devicePixelRatio;
    fit(canvas, size, scale);
    context.setTransform(1, 0, 0, 1, 0, 0);
    context.fillStyle = '#000';
    context.fillRect(0, 0, canvas.width, canvas.height);
    if (!isHere) {
      return;
    }
    picture.current = roomFor(picture.current, plane);
    const { canvas: pixels, pixels: data } = picture.current;
    shade(hu, greyTable(grey), data);
    pixels.getContext('2d')?.putImageData(data, 0, 0);
    context.setTransform(scale, 0, 0, scale, 0, 0);
    const { left, top: above, across, down } = placed;
    context.drawImage(pixels, left, above, plane.columns * across, plane.rows * down);
    const toCanvas = new DOMMatrix([across, 0, 0, down, left, above]);
    if (given.tint) {
      tinted(context, given.tint, toCanvas);
    }
    context.lineWidth = 1.5;
    paint(context, drawn, toCanvas, look);
    if (marked) {
      const outline = new Path2D();
      outline.addPath(marked, toCanvas);
      context.lineWidth = 2.5;
      context.strokeStyle = HIGHLIGHT;
      context.setLineDash([6, 3]);
      context.stroke(outline);
      context.setLineDash([]);
    }
  }, [hu, isHere, grey, drawn, marked, placed, size, look, plane, given.tint]);

  useLayoutEffect(() => {
    const canvas = top.current;
    const context = canvas?.getContext('2d');
    if (!canvas || !context || size.width === 0) {
      return;
    }
    const scale = globalThis.devicePixelRatio;
    fit(canvas, size, scale);
    context.setTransform(scale, 0, 0, scale, 0, 0);
    context.clearRect(0, 0, size.width, size.height);
    drawTop(context, { plane, placed, size, point, lengths: drawing ? [...lengths, drawing] : lengths, letters: lettersOf(plane) });
  }, [plane, placed, size, point, lengths, drawing]);

  const { onShown } = given;
  useEffect(() => {
    if (isHere && slice !== undefined && size.width > 0) {
      onShown?.(slice, Object.keys(masks).length > 0);
    }
  }, [isHere, slice, masks, size, onShown]);

  // React listens to the wheel passively; the page must not scroll with the slices.
  const { onScroll } = given;
  useEffect(() => {
    const element = frame.current;
    const wheel = (event: globalThis.WheelEvent): void => {
      event.preventDefault();
      if (event.ctrlKey) {
        const box = element?.getBoundingClientRect();
        const [x, y] = box ? [event.clientX - box.left - box.width / 2, event.clientY - box.top - box.height / 2] : [0, 0];
        setView(zoomed(latestView.current, event.deltaY < 0 ? 1.15 : 1 / 1.15, x, y));
      } else {
        onScroll(event.deltaY > 0 ? -1 : 1);
      }
    };
    element?.addEventListener('wheel', wheel, { passive: false });
    return () => element?.removeEventListener('wheel', wheel);
  }, [onScroll, setView, latestView]);

  const under = (event: PointerEvent): Vector => {
    const box = event.currentTarget.getBoundingClientRect();
    const { column, row } = pixelAt(placed, event.clientX - box.left, event.clientY - box.top);
    return pointOn(plane, column, row);
  };

  const down = (event: PointerEvent): void => {
    event.currentTarget.setPointerCapture(event.pointerId);
    const tool = toolOf(event, given.hand ? 'HAND' : given.tool);
    const at = under(event);
    press.current = { tool, x: event.clientX, y: event.clientY, view, grey, point: at, moved: false };
    if (tool === 'POINT') {
      given.onPoint(at);
    } else if (tool === 'HAND') {
      given.hand?.down(at, plane);
    }
  };

  const move = (event: PointerEvent): void => {
    const now = press.current;
    if (!now) {
      return;
    }
    const [dx, dy] = [event.clientX - now.x, event.clientY - now.y];
    now.moved ||= Math.hypot(dx, dy) > CLICK_WITHIN_PX;
    const at = under(event);
    switch (now.tool) {
      case 'POINT':
        given.onPoint(at);
        break;
      case 'MEASURE':
        setDrawing({ from: now.point, to: at });
        break;
      case 'PAN':
        setView({ ...now.view, x: now.view.x + dx, y: now.view.y + dy });
        break;
      case 'ZOOM':
        setView(zoomed(now.view, Math.exp(-dy / 150)));
        break;
      case 'WINDOW':
        given.onGrey({ name: 'OWN', centre: now.grey.centre + dy * 2, width: Math.max(1, now.grey.width + dx * 4) });
        break;
      case 'HAND':
        given.hand?.move(at, plane);
        break;
    }
  };

  const up = (event: PointerEvent): void => {
    const now = press.current;
    press.current = undefined;
    setDrawing(undefined);
    if (now?.tool === 'HAND') {
      given.hand?.up(under(event), plane);
    } else if (now?.tool === 'MEASURE' && now.moved) {
      given.onLength({ from: now.point, to: under(event) });
    } else if (now?.tool === 'POINT' && !now.moved) {
      given.onPick(now.point);
    }
  };

  const { column, row } = onPlane(plane, point);
  return (
    <div
      className="pane"
      ref={frame}
      role="img"
      aria-label={given.label}
      data-slice={isHere ? slice : undefined}
      data-outlined={drawn.length}
      data-at={`${column.toFixed(1)},${row.toFixed(1)}`}
      data-placed={[placed.left, placed.top, placed.across, placed.down].map((n) => n.toFixed(3)).join(',')}
      onPointerDown={down}
      onPointerMove={move}
      onPointerUp={up}
      onPointerCancel={() => {
        press.current = undefined;
        setDrawing(undefined);
      }}
      onDoubleClick={() => setView(WHOLE)}
      onContextMenu={(event) => event.preventDefault()}
    >
      <canvas ref={base} aria-hidden="true" />
      <canvas ref={top} aria-hidden="true" />
      {!isHere && <p className="waiting">{slice !== undefined && volume.isHere[slice] === GIVEN_UP ? given.lost : given.waiting}</p>}
    </div>
  );
};

/** The middle button moves and the right one enlarges, whatever the tool. */
const toolOf = (event: PointerEvent, tool: Tool | 'HAND'): Tool | 'HAND' => {
  if (event.button === 1 || event.shiftKey) {
    return 'PAN';
  }
  return event.button === 2 ? 'ZOOM' : tool;
};

const fit = (canvas: HTMLCanvasElement, size: { width: number; height: number }, scale: number): void => {
  const [width, height] = [Math.round(size.width * scale), Math.round(size.height * scale)];
  if (canvas.width !== width || canvas.height !== height) {
    canvas.width = width;
    canvas.height = height;
  }
};

type Picture = { canvas: HTMLCanvasElement; pixels: ImageData };

const roomFor = (before: Picture | undefined, { columns, rows }: Plane): Picture => {
  if (before?.canvas.width === columns && before.canvas.height === rows) {
    return before;
  }
  const canvas = document.createElement('canvas');
  canvas.width = columns;
  canvas.height = rows;
  return { canvas, pixels: new ImageData(columns, rows) };
};
