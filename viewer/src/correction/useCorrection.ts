import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import * as api from '../api/correction';
import type { Correction, Move, OpacityClass, Step } from '../api/correction';
import type { CaseKey } from '../api/worklist';
import type { Vector } from '../images/affine';
import { asked } from '../images/dicomweb';
import { readMask, unzip, type Mask } from '../images/mask';
import type { Hand } from '../images/Pane';
import type { Plane } from '../images/plane';
import { touched } from './brush';
import { runsOf } from './runs';
import { copied, Sketch, type Effect } from './sketch';

/** What the pointer does to the outlines. */
export type BrushTool = 'PAINT' | 'ADD' | 'ERASE' | 'GROW' | 'SPLIT';

export interface Correcting {
  /** How it stands; undefined until it is known. */
  readonly state: Correction | undefined;
  /** The mask as it is drawn at this moment. */
  readonly opacity: Mask | undefined;
  readonly tool: BrushTool | undefined;
  readonly label: OpacityClass;
  readonly radiusMm: number;
  readonly isBusy: boolean;
  readonly trouble: unknown;
  readonly hand: Hand | undefined;
  readonly choose: (tool: BrushTool | undefined) => void;
  readonly setLabel: (label: OpacityClass) => void;
  readonly setRadius: (mm: number) => void;
  readonly step: (step: Step) => void;
  readonly move: (what: Move) => void;
  readonly consent: (mayTrain: boolean) => void;
}

const effectOf = (tool: BrushTool, label: OpacityClass): Effect => {
  switch (tool) {
    case 'PAINT':
    case 'ADD':
      return { kind: 'PAINT', class: label };
    case 'ERASE':
      return { kind: 'ERASE' };
    default:
      return { kind: 'MARK' };
  }
};

const hasClass = (tool: BrushTool): boolean => tool !== 'ERASE' && tool !== 'SPLIT';

/**
 * Corrects the outlines of a case: drawn at once, measured by the server, one step after the other.
 *
 * @param found the mask of the reading in force
 * @param isOn whether somebody corrects at the moment
 * @param chosen numbers of the lesions that are chosen: a line cuts one of them
 */
export const useCorrection = (
  key: CaseKey,
  found: Mask | undefined,
  lungs: Mask | undefined,
  isOn: boolean,
  chosen: readonly string[],
): Correcting => {
  const { institution, studyInstanceUid } = key;
  const [state, setState] = useState<Correction>();
  const [opacity, setOpacity] = useState<Mask>();
  const [tool, setTool] = useState<BrushTool>();
  const [label, setLabel] = useState<OpacityClass>(1);
  const [radiusMm, setRadius] = useState(5);
  const [waiting, setWaiting] = useState(0);
  const [trouble, setTrouble] = useState<unknown>();
  const revision = useRef(0);
  const mask = useRef<Mask>(undefined);
  const line = useRef<Promise<void>>(Promise.resolve());
  const sketch = useRef<{ sketch: Sketch; last: Vector } | undefined>(undefined);
  const caseKey = useMemo(() => ({ institution, studyInstanceUid }), [institution, studyInstanceUid]);

  const show = useCallback((next: Mask): void => {
    mask.current = next;
    setOpacity(next);
  }, []);

  /** Draws the same voxels anew: their labels changed. */
  const redraw = useCallback((): void => {
    if (mask.current) {
      show({ ...mask.current });
    }
  }, [show]);

  const fetchMask = useCallback(
    async (at: number): Promise<void> => {
      const answer = await asked(api.maskOf(caseKey, at), 'application/gzip', new AbortController().signal);
      show(copied(readMask(await unzip(await answer.blob()))));
    },
    [caseKey, show],
  );

  const take = useCallback((next: Correction): void => {
    revision.current = next.revision;
    setState(next);
  }, []);

  useEffect(() => {
    if (!isOn || !found) {
      return;
    }
    let isWanted = true;
    show(copied(found));
    api.correction(caseKey).then(
      async (now) => {
        if (isWanted) {
          take(now);
          if (now.revision > 0) {
            await fetchMask(now.revision);
          }
        }
      },
    ).catch((problem: unknown) => isWanted && setTrouble(problem));
    return () => {
      isWanted = false;
    };
  }, [caseKey, fetchMask, found, isOn, show, take]);

  /** One after the other: each is made over the revision of the one before. */
  const inTurn = useCallback(
    (what: () => Promise<void>, takeBack: () => void = () => undefined): void => {
      setWaiting((now) => now + 1);
      line.current = line.current
        .then(what)
        .then(() => setTrouble(undefined))
        .catch(async (problem: unknown) => {
          setTrouble(problem);
          takeBack();
          redraw();
          // Somebody else may have corrected meanwhile: what is shown must be what is kept.
          const now = await api.correction(caseKey).catch(() => undefined);
          if (now && now.revision !== revision.current) {
            take(now);
            await fetchMask(now.revision).catch(() => undefined);
          }
        })
        .finally(() => setWaiting((now) => now - 1));
    },
    [caseKey, fetchMask, redraw, take],
  );

  const step = useCallback(
    (what: Step): void =>
      inTurn(async () => {
        take(await api.step(caseKey, revision.current, what));
        await fetchMask(revision.current);
      }),
    [caseKey, fetchMask, inTurn, take],
  );

  const move = useCallback(
    (what: Move): void =>
      inTurn(async () => {
        take(await api.move(caseKey, what, revision.current));
        if (what !== 'apply' && what !== 'withdraw') {
          await fetchMask(revision.current);
        }
      }),
    [caseKey, fetchMask, inTurn, take],
  );

  const consent = useCallback(
    (mayTrain: boolean): void => inTurn(async () => take(await api.consent(caseKey, mayTrain))),
    [caseKey, inTurn, take],
  );

  const hand = useMemo((): Hand | undefined => {
    if (!isOn || tool === undefined || (tool === 'SPLIT' && chosen.length !== 1)) {
      return undefined;
    }
    const draw = (from: Vector, to: Vector, plane: Plane): void => {
      if (mask.current && sketch.current) {
        sketch.current.sketch.add(touched(mask.current, plane, from, to, tool === 'SPLIT' ? 1 : radiusMm));
        sketch.current.last = to;
        redraw();
      }
    };
    return {
      down: (point, plane) => {
        if (mask.current) {
          sketch.current = { sketch: new Sketch(mask.current, lungs, effectOf(tool, label)), last: point };
          draw(point, point, plane);
        }
      },
      move: (point, plane) => sketch.current && draw(sketch.current.last, point, plane),
      up: () => {
        const stroke = sketch.current?.sketch;
        sketch.current = undefined;
        if (!stroke || stroke.voxels.size === 0) {
          return;
        }
        const runs = runsOf(stroke.voxels);
        const isDrawnAlready = tool === 'PAINT' || tool === 'ERASE';
        inTurn(
          async () => {
            const done = await api.step(caseKey, revision.current, {
              kind: tool,
              runs,
              ...(hasClass(tool) ? { class: label } : {}),
              ...(tool === 'SPLIT' ? { lesions: chosen } : {}),
            });
            take(done);
            if (!isDrawnAlready) {
              stroke.takeBack();
              await fetchMask(done.revision);
            }
          },
          () => stroke.takeBack(),
        );
      },
    };
  }, [caseKey, chosen, fetchMask, inTurn, isOn, label, lungs, radiusMm, redraw, take, tool]);

  return {
    state, opacity, tool, label, radiusMm, trouble, hand, step, move, consent,
    isBusy: waiting > 0,
    choose: setTool,
    setLabel,
    setRadius,
  };
};
