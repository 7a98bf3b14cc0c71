import { useCallback, useEffect, useMemo, useState, type KeyboardEvent, type ReactElement } from 'react';
import { useWords } from '../language/language';
import type { Vector } from '../images/affine';
import type { ListedLesion } from '../images/lesion';
import type { Mask } from '../images/mask';
import type { Length } from '../images/measure';
import type { Masks } from '../images/overlay';
import { Pane, type Look } from '../images/Pane';
import { nearest } from '../images/series';
import { STRUCTURES, WINDOWS } from '../images/structures';
import { progressOf, type Images } from '../images/useImages';
import { WHOLE, type View } from '../images/view';
import { middleOf, moved, usePlace } from '../images/usePlace';
import type { Volume } from '../images/volume';
import { WhenOpen } from '../images/WhenOpen';
import { IMAGE_WORDS } from '../images/words';
import { CompareBar, type MapKind, type Way } from './CompareBar';
import { APPEARED, changeOn, densityOn, GONE, LIGHTER, STAYED, STEPS_HU } from './changeMap';
import { colouredMask, structuresOf } from './coloured';
import type { Comparison, FollowedLesion } from './comparison';
import type { Link } from './chain';
import { led, type Alignment } from './deformation';
import { usePlayer } from './usePlayer';
import type { Prior } from './useComparison';
import { COMPARISON_WORDS } from './words';
import './comparison.css';

const WAYS: readonly Way[] = ['SIDE', 'LAID', 'FLICKER', 'PLAYER'];

/** Well under three flashes a second (WCAG 2.3.1). */
const FLICKER_MS = 800;

const CHANGE_COLOURS = { [APPEARED]: '#d55e0088', [GONE]: '#56b4e988', [STAYED]: '#f0e44244' };

/** Fainter where the difference is smaller. */
const ALPHAS = ['46', '78', 'a8', 'd7'];
const DENSITY_COLOURS = Object.fromEntries(
  STEPS_HU.flatMap((_, n) => [
    [n + 1, `#ff7a1a${ALPHAS[n]}`],
    [LIGHTER + n + 1, `#2f8cff${ALPHAS[n]}`],
  ]),
) as Record<number, string>;

type Listed = ListedLesion & { readonly number: number };

interface Given {
  readonly now: Images;
  readonly listed: readonly Listed[];
  readonly prior: Prior;
  readonly comparison: Comparison;
  readonly links: readonly Link[];
  readonly alignment: Alignment | null | undefined;
  readonly selected: FollowedLesion | undefined;
}

/** Two dates beside each other, or one over the other. */
export const ComparePanes = (given: Given): ReactElement => {
  const words = useWords(COMPARISON_WORDS);
  const { now, prior } = given;
  const { opened } = prior.images;
  if (opened.is === 'EMPTY' || opened.is === 'FAILED') {
    return <p className="images-note" role="alert">{words.priorGone}</p>;
  }
  return (
    <WhenOpen images={now}>
      {(volume) => (
        <WhenOpen images={prior.images}>
          {(before) => <TwoDates {...given} volume={volume} before={before} />}
        </WhenOpen>
      )}
    </WhenOpen>
  );
};

/** The lesions of a date in their colours; undefined until they are found. */
const useColoured = (masks: Masks, listed: readonly Listed[], followed: readonly FollowedLesion[], date: number) => {
  const [coloured, setColoured] = useState<Mask>();
  const { opacity, lungs } = masks;
  useEffect(() => {
    const stop = new AbortController();
    setColoured(undefined);
    if (opacity && lungs && followed.length > 0 && listed.length > 0) {
      colouredMask(opacity, lungs, listed, followed, date, stop.signal).then(setColoured, () => undefined);
    }
    return () => stop.abort();
  }, [opacity, lungs, listed, followed, date]);
  return coloured;
};

const NO_LINKS: readonly Link[] = [];
const NO_LESIONS: readonly FollowedLesion[] = [];
const NO_MASKS: Masks = {};
const NO_LENGTHS: readonly Length[] = [];
const LUNGS = STRUCTURES.filter((each) => each.name === 'LUNGS');
const KINDS = STRUCTURES.filter((each) => each.mask === 'opacity');

const TwoDates = (given: Given & { readonly volume: Volume; readonly before: Volume }): ReactElement => {
  const { volume, before, alignment, comparison, selected, prior } = given;
  const words = useWords(COMPARISON_WORDS);
  const pictures = useWords(IMAGE_WORDS);
  const [way, setWay] = useState<Way>('SIDE');
  const { point, setPoint, at, scroll } = usePlace(volume, given.now);
  const [ownPoint, setOwnPoint] = useState<Vector>(() => middleOf(before));
  const [grey, setGrey] = useState(WINDOWS[0]);
  const [map, setMap] = useState<MapKind>('NONE');
  const [view, setView] = useState<View>(WHOLE);
  const [isPriorUp, setPriorUp] = useState(false);
  const [isPaused, setPaused] = useState(false);

  const followed = comparison.lesions ?? NO_LESIONS;
  const dates = comparison.dates.length;
  const coloured = useColoured(given.now.masks, given.listed, followed, dates - 1);
  const colouredBefore = useColoured(prior.images.masks, prior.lesions, followed, dates - 2);
  const masks = useMemo(() => withLesions(given.now.masks, coloured), [given.now.masks, coloured]);
  const masksBefore = useMemo(() => withLesions(prior.images.masks, colouredBefore), [prior.images.masks, colouredBefore]);
  const isColoured = coloured !== undefined && colouredBefore !== undefined;
  const look = useMemo<Look>(
    () => ({ structures: isColoured ? [...LUNGS, ...structuresOf(followed)] : [...LUNGS, ...KINDS], lines: 1, fill: 0 }),
    [isColoured, followed],
  );

  const priorPoint = useMemo(() => (alignment ? led(alignment.toPrior, point) : ownPoint), [alignment, point, ownPoint]);
  const priorAt = useMemo(() => nearest(before.slices, priorPoint), [before, priorPoint]);
  prior.images.wanted.current = priorAt;

  const setPriorPoint = useCallback(
    (to: Vector) => (alignment ? setPoint(led(alignment.toCurrent, to)) : setOwnPoint(to)),
    [alignment],
  );
  const scrollPrior = useCallback(
    (by: number) => {
      if (alignment) {
        setPoint((from) => led(alignment.toCurrent, moved(before, led(alignment.toPrior, from), by)));
      } else {
        setOwnPoint((from) => moved(before, from, by));
      }
    },
    [alignment, before],
  );

  useEffect(() => {
    const [centre, centreBefore] = [selected?.centreLps[dates - 1], selected?.centreLps[dates - 2]];
    if (centre) {
      setPoint(centre);
    } else if (centreBefore) {
      setPriorPoint(centreBefore);
    }
  }, [selected, dates, setPriorPoint]);

  const isFlickering = way === 'FLICKER' && !isPaused;
  useEffect(() => {
    const timer = isFlickering ? setInterval(() => setPriorUp((up) => !up), FLICKER_MS) : undefined;
    return () => clearInterval(timer);
  }, [isFlickering]);

  const older = usePlayer(way === 'PLAYER' ? given.links : NO_LINKS, before, alignment, given.now.place);
  const all = older.length + 2;
  const [turn, setTurn] = useState(0);
  const isPlaying = way === 'PLAYER' && !isPaused;
  useEffect(() => {
    const timer = isPlaying ? setInterval(() => setTurn((now) => (now + 1) % all), FLICKER_MS) : undefined;
    return () => clearInterval(timer);
  }, [isPlaying, all]);

  const { plane } = volume.slices[at];
  const warp = alignment?.toPrior;
  const cameNow = progressOf(given.now).came;
  const cameBefore = progressOf(prior.images).came;
  const tint = useMemo(() => {
    const [one, other] = [given.now.masks, prior.images.masks];
    if (!warp || !one.opacity || !other.opacity || map === 'NONE') {
      return undefined;
    }
    if (map === 'EXTENT') {
      return { picture: changeOn(one.opacity, other.opacity, warp, plane), colours: CHANGE_COLOURS };
    }
    if (!one.lungs || !other.lungs) {
      return undefined;
    }
    const chests = [
      { volume, lungs: one.lungs, opacity: one.opacity },
      { volume: before, lungs: other.lungs, opacity: other.opacity },
    ] as const;
    return { picture: densityOn(...chests, warp, plane), colours: DENSITY_COLOURS };
    // What has come of the slices changes what there is to compare.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [map, warp, given.now.masks, prior.images.masks, plane, volume, before, cameNow, cameBefore]);

  const dateOf = (n: number): string => comparison.dates[n]?.date ?? '';
  const title = (name: string, n: number, slice: number, of: Volume): string =>
    `${name} ${dateOf(n)} · ${pictures.slice} ${slice + 1} / ${of.slices.length}`;
  const shared = { grey, look, lengths: NO_LENGTHS, tool: 'POINT' as const, waiting: pictures.waiting, lost: pictures.lost, onGrey: setGrey, onPick: nothing, onLength: nothing, view, onView: setView };
  const current = (
    <Pane
      {...shared} volume={volume} plane={plane} slice={at} came={cameNow} masks={masks} point={point}
      tint={tint} label={title(words.current, dates - 1, at, volume)} onPoint={setPoint} onScroll={scroll}
    />
  );
  const laid = warp && (
    <Pane
      {...shared} volume={before} plane={plane} warp={warp} came={cameBefore} masks={masksBefore} point={point}
      label={title(words.prior, dates - 2, priorAt, before)} onPoint={setPoint} onScroll={scroll}
    />
  );
  const beside = (
    <Pane
      {...shared} volume={before} plane={before.slices[priorAt].plane} slice={priorAt} came={cameBefore}
      masks={masksBefore} point={priorPoint} label={title(words.prior, dates - 2, priorAt, before)}
      onPoint={setPriorPoint} onScroll={scrollPrior}
    />
  );

  // From the first date to the current one: those before the prior, the prior, the current.
  const nth = Math.min(turn, all - 1);
  const early = older[older.length - 1 - nth];
  const shownDate = early
    ? {
        title: early.date,
        pane: (
          <Pane
            {...shared} volume={early.volume} plane={plane} warp={early.warp} came={early.came} masks={NO_MASKS} point={point}
            label={early.date} onPoint={setPoint} onScroll={scroll}
          />
        ),
      }
    : nth === all - 1
      ? { title: title(words.current, dates - 1, at, volume), pane: current }
      : { title: title(words.prior, dates - 2, priorAt, before), pane: laid };

  const key = (event: KeyboardEvent): void => {
    const moves: Record<string, () => void> = {
      ArrowUp: () => scroll(1),
      ArrowDown: () => scroll(-1),
      PageUp: () => scroll(10),
      PageDown: () => scroll(-10),
      1: () => setGrey(WINDOWS[0]),
      2: () => setGrey(WINDOWS[1]),
      3: () => setGrey(WINDOWS[2]),
    };
    const isField = event.target instanceof HTMLInputElement;
    if (moves[event.key] && !isField && !event.ctrlKey && !event.metaKey && !event.altKey) {
      moves[event.key]();
      event.preventDefault();
    }
  };

  return (
    <div className="images compare" onKeyDown={key}>
      <CompareBar
        way={way}
        ways={warp ? (given.links.length > 1 ? WAYS : WAYS.slice(0, -1)) : ['SIDE']}
        onWay={setWay}
        isPaused={isPaused}
        onPause={setPaused}
        turn={nth}
        dates={all}
        onTurn={(to) => {
          setPaused(true);
          setTurn(to);
        }}
        onSwap={() => {
          setPaused(true);
          setPriorUp(!isPriorUp);
        }}
        grey={grey}
        onGrey={setGrey}
        canMap={warp !== undefined}
        map={map}
        onMap={setMap}
      />
      <div className={way === 'FLICKER' || way === 'PLAYER' ? 'dates one' : 'dates'} tabIndex={0} role="group" aria-label={pictures.keys}>
        {way === 'PLAYER' && warp ? (
          <figure>
            <figcaption aria-live="polite">{shownDate.title}</figcaption>
            {shownDate.pane}
          </figure>
        ) : way === 'FLICKER' && warp ? (
          <figure>
            <figcaption>{isPriorUp ? title(words.prior, dates - 2, priorAt, before) : title(words.current, dates - 1, at, volume)}</figcaption>
            {isPriorUp ? laid : current}
          </figure>
        ) : (
          <>
            <figure>
              <figcaption>{title(words.prior, dates - 2, priorAt, before)}</figcaption>
              {way === 'LAID' && laid ? laid : beside}
            </figure>
            <figure>
              <figcaption>{title(words.current, dates - 1, at, volume)}</figcaption>
              {current}
            </figure>
          </>
        )}
      </div>
      <p className="quiet" role="status">
        {alignment === null ? words.lockLoading : alignment ? words.locked : words.notLocked}{' '}
        {map === 'DENSITY' ? `${words.densityNote} ` : ''}
        {way === 'PLAYER' ? words.laidOn : isColoured ? words.colours : ''}
      </p>
    </div>
  );
};

const nothing = (): void => undefined;

const withLesions = (masks: Masks, lesions: Mask | undefined): Masks => (lesions ? { ...masks, lesions } : masks);
