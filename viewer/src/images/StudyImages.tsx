import { useCallback, useEffect, useMemo, useRef, useState, type KeyboardEvent, type ReactElement } from 'react';
import { useWords } from '../language/language';
import { plus, times, type Vector } from './affine';
import { componentAt, componentOf, focusOf, lesionOf, maskOf, voxelAt, type ListedLesion } from './lesion';
import { millimetres, type Length } from './measure';
import { Pane, type Hand, type Look, type Tool } from './Pane';
import { crossPlane } from './reformat';
import { AT_FIRST_OFF, MARK, STRUCTURES, WINDOWS } from './structures';
import { Toolbar, type Shown } from './Toolbar';
import { progressOf, type Images } from './useImages';
import { WHOLE, zoomed, type View } from './view';
import { usePlace } from './usePlace';
import type { Volume } from './volume';
import { WhenOpen } from './WhenOpen';
import { IMAGE_WORDS } from './words';
import './images.css';

interface Given<L extends ListedLesion> {
  readonly images: Images;
  readonly lesions: readonly L[];
  readonly selected: L | undefined;
  readonly onSelect: (lesion: L | undefined) => void;
  readonly hand?: Hand | undefined;
}

/** The images of a study in three planes, with what was found in them. */
export const StudyImages = <L extends ListedLesion>({ images, ...given }: Given<L>): ReactElement => (
  <WhenOpen images={images}>
    {(volume) => <Planes key={volume.slices[0].sopInstanceUid} volume={volume} images={images} {...given} />}
  </WhenOpen>
);

interface PlanesGiven<L extends ListedLesion> extends Given<L> {
  readonly volume: Volume;
}

const Planes = <L extends ListedLesion>(given: PlanesGiven<L>): ReactElement => {
  const { volume, lesions, selected, onSelect } = given;
  const { masks, hasMaskTrouble } = given.images;
  const { came, missed } = progressOf(given.images);
  const words = useWords(IMAGE_WORDS);
  const { slices } = volume;
  const last = slices.length - 1;
  const [shown, setShown] = useState<Shown>({
    grey: WINDOWS[0],
    off: new Set(AT_FIRST_OFF),
    lines: 1,
    fill: 0,
    tool: 'POINT',
    isOnlyAxial: !volume.isEven,
  });
  const [isPlaying, setPlaying] = useState(false);
  const { point, setPoint, at, toSlice, scroll, scrollCoronal, scrollSagittal } = usePlace(volume, given.images, isPlaying);
  const [view, setView] = useState<View>(WHOLE);
  /** Where a length begins that is measured by keys. */
  const [begin, setBegin] = useState<Vector>();
  const [lengths, setLengths] = useState<readonly Length[]>([]);
  const found = useMemo(
    () => (selected && masks.opacity ? componentOf(masks.opacity, masks.lungs, selected) : undefined),
    [selected, masks.opacity, masks.lungs],
  );
  const highlight = useMemo(() => (found && masks.opacity ? maskOf(found, masks.opacity) : undefined), [found, masks.opacity]);
  // A lesion that was chosen in the images is there already.
  const picked = useRef<L | undefined>(undefined);
  useEffect(() => {
    if (selected && selected !== picked.current) {
      setPoint(found && masks.opacity ? focusOf(found, masks.opacity, selected) : selected.centreLps);
    }
    picked.current = undefined;
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [selected]);

  const pick = useCallback(
    (place: Vector): void => {
      const voxel = masks.opacity && voxelAt(masks.opacity, place);
      const component =
        masks.opacity && voxel !== undefined ? componentAt(masks.opacity, masks.lungs, voxel) : undefined;
      const lesion = component && lesionOf(component, lesions);
      if (lesion) {
        picked.current = lesion;
        onSelect(lesion);
      }
    },
    [masks.opacity, masks.lungs, lesions, onSelect],
  );

  const look = useMemo<Look>(
    () => ({
      structures: [...STRUCTURES.filter((each) => !shown.off.has(each.name)), MARK],
      lines: shown.lines,
      fill: shown.fill,
    }),
    [shown.off, shown.lines, shown.fill],
  );
  const coronal = useMemo(() => crossPlane(volume, 'CORONAL', [0, point[1], 0]), [volume, point[1]]);
  const sagittal = useMemo(() => crossPlane(volume, 'SAGITTAL', [point[0], 0, 0]), [volume, point[0]]);
  const change = useCallback((to: Partial<Shown>) => setShown((now) => ({ ...now, ...to })), []);
  const onLength = useCallback((length: Length) => setLengths((now) => [...now, length]), []);
  const onGrey = useCallback((grey: Shown['grey']) => change({ grey }), [change]);

  const key = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.target instanceof HTMLInputElement) {
      return;
    }
    const { right, down } = slices[at].plane;
    const shift = (direction: Vector, by: number): void => setPoint((now) => plus(now, times(direction, by)));
    if (event.shiftKey && event.key.startsWith('Arrow')) {
      const [direction, by] = ({
        ArrowLeft: [right, -1], ArrowRight: [right, 1], ArrowUp: [down, -1], ArrowDown: [down, 1],
      } as const)[event.key as 'ArrowLeft'];
      shift(direction, by);
      event.preventDefault();
      return;
    }
    const moves: Record<string, () => void> = {
      '+': () => setView(zoomed(view, 1.25)),
      '=': () => setView(zoomed(view, 1.25)),
      '-': () => setView(zoomed(view, 0.8)),
      0: () => setView(WHOLE),
      l: () => {
        if (begin) {
          onLength({ from: begin, to: point });
        }
        setBegin(begin ? undefined : point);
      },
      ArrowUp: () => scroll(1),
      ArrowDown: () => scroll(-1),
      PageUp: () => scroll(10),
      PageDown: () => scroll(-10),
      Home: () => toSlice(0),
      End: () => toSlice(last),
      1: () => change({ grey: WINDOWS[0] }),
      2: () => change({ grey: WINDOWS[1] }),
      3: () => change({ grey: WINDOWS[2] }),
      o: () => change({ off: new Set(shown.off.size < STRUCTURES.length ? STRUCTURES.map((s) => s.name) : AT_FIRST_OFF) }),
      f: () => change({ fill: shown.fill > 0 ? 0 : 0.35 }),
      c: () => setPlaying((now) => !now),
      m: () => change({ tool: 'MEASURE' }),
      p: () => change({ tool: 'POINT' }),
    };
    const move = moves[event.key];
    if (move) {
      move();
      event.preventDefault();
    }
  };

  const place = `${words.slice} ${at + 1} / ${slices.length}`;
  const shared = {
    volume,
    came,
    grey: shown.grey,
    masks,
    look,
    highlight,
    point,
    lengths: begin ? [...lengths, { from: begin, to: point }] : lengths,
    tool: shown.tool as Tool,
    hand: given.hand,
    waiting: words.waiting,
    lost: words.lost,
    onPoint: setPoint,
    onPick: pick,
    onLength,
    onGrey,
  };
  return (
    <div
      className="images"
      onKeyDown={key}
      data-slices={slices.length}
      data-came={came}
      data-masks={Object.keys(masks).filter((name) => name !== 'levels').length}
    >
      <Toolbar
        shown={shown}
        masks={masks}
        isPlaying={isPlaying}
        hasLengths={lengths.length > 0}
        canCross={volume.isEven}
        onChange={change}
        onPlay={() => setPlaying((now) => !now)}
        onClear={() => setLengths([])}
      />
      {hasMaskTrouble && <p className="images-warning" role="alert">{words.masksFailed}</p>}
      <div
        className={shown.isOnlyAxial ? 'planes one' : 'planes'}
        tabIndex={0}
        role="group"
        aria-label={`${words.planes.AXIAL}, ${place}. ${words.keys}`}
      >
        <Pane {...shared} plane={slices[at].plane} slice={at} label={`${words.planes.AXIAL}, ${place}`} onScroll={scroll} view={view} onView={setView} />
        {!shown.isOnlyAxial && (
          <>
            <Pane {...shared} plane={coronal} label={words.planes.CORONAL} onScroll={scrollCoronal} />
            <Pane {...shared} plane={sagittal} label={words.planes.SAGITTAL} onScroll={scrollSagittal} />
          </>
        )}
      </div>
      <div className="slices">
        <label>
          <span aria-live="polite">{place}</span>
          <input type="range" min={0} max={last} value={at} onChange={(event) => toSlice(Number(event.target.value))} />
        </label>
        {lengths.length > 0 && <output>{lengths.map((each) => `${millimetres(each).toFixed(1)} mm`).join(' · ')}</output>}
        {came < slices.length && missed === 0 && <span className="quiet">{words.came(came, slices.length)}</span>}
        {missed > 0 && <span role="alert">{words.missed(missed)}</span>}
        {!volume.isEven && slices.length > 1 && <span className="quiet">{words.uneven}</span>}
      </div>
    </div>
  );
};
