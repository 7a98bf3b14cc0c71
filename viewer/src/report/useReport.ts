import { useCallback, useEffect, useRef, useState } from 'react';
import { Problem } from '../api/problem';
import * as api from '../api/report';
import type { CaseReport, ReportLanguage } from '../api/report';
import type { CaseKey } from '../api/worklist';
import { draftOf, isSame, upon, writtenOf, type Written } from './written';

const SAVE_AFTER_MS = 800;
const AGAIN_AFTER_MS = 5_000;
const CONFLICT = 409;

/** How what is on the page stands to what the server keeps. */
export type Keeping = 'kept' | 'writing' | 'notKept';

/** A report that is kept while it is written. */
export interface Desk {
  readonly report: CaseReport | undefined;
  readonly written: Written | undefined;
  readonly keeping: Keeping;
  /** Somebody else wrote meanwhile; both were put together. */
  readonly metSomebody: string;
  readonly trouble: Problem | undefined;
  readonly canUndo: boolean;
  readonly write: (next: Written) => void;
  readonly undo: () => void;
  readonly prefill: (language: ReportLanguage) => Promise<void>;
  /** Does what changes the report for good, once all that was written is kept. */
  readonly seal: (what: (revision: number) => Promise<CaseReport>) => Promise<void>;
}

export const useReport = (key: CaseKey): Desk => {
  const { institution, studyInstanceUid } = key;
  const [report, setReport] = useState<CaseReport>();
  const [written, setWritten] = useState<Written>();
  const [keeping, setKeeping] = useState<Keeping>('kept');
  const [metSomebody, setMet] = useState('');
  const [trouble, setTrouble] = useState<Problem>();
  const [past, setPast] = useState<readonly Written[]>([]);
  const kept = useRef<CaseReport>(undefined);
  const now = useRef<Written>(undefined);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const line = useRef<Promise<void>>(Promise.resolve());

  const take = useCallback((next: CaseReport): void => {
    kept.current = next;
    setReport(next);
  }, []);

  const show = useCallback((next: Written): void => {
    now.current = next;
    setWritten(next);
  }, []);

  const caseKey = useCallback((): CaseKey => ({ institution, studyInstanceUid }), [institution, studyInstanceUid]);

  /** Keeps what was written; meets what somebody else kept by putting both together. */
  const keep = useCallback(async (): Promise<void> => {
    clearTimeout(timer.current);
    const before = kept.current;
    const mine = now.current;
    if (!before || !mine || isSame(mine, writtenOf(before))) {
      setKeeping('kept');
      return;
    }
    try {
      take(await api.save(caseKey(), before.revision, draftOf(mine)));
    } catch (problem) {
      if (!(problem instanceof Problem) || problem.status !== CONFLICT) {
        throw problem;
      }
      const theirs = await api.report(caseKey());
      take(theirs);
      setMet(theirs.by);
      if (theirs.state === 'SIGNED') {
        throw problem;
      }
      const both = upon(writtenOf(theirs), now.current ?? mine, writtenOf(before));
      show(both);
      take(await api.save(caseKey(), theirs.revision, draftOf(both)));
    }
    setTrouble(undefined);
    setKeeping(isSame(now.current ?? mine, writtenOf(kept.current ?? before)) ? 'kept' : 'writing');
  }, [caseKey, show, take]);

  /** One after the other: each is made over the revision of the one before. */
  const inTurn = useCallback((what: () => Promise<void>): Promise<void> => {
    const next = line.current.then(what);
    line.current = next.catch(() => undefined);
    return next;
  }, []);

  const keepSoon = useCallback(
    (after: number): void => {
      clearTimeout(timer.current);
      timer.current = setTimeout(() => {
        inTurn(keep).catch((problem: unknown) => {
          setKeeping('notKept');
          setTrouble(problem instanceof Problem ? problem : new Problem(0, null, String(problem), null));
          if (!(problem instanceof Problem) || problem.status !== CONFLICT) {
            keepSoon(AGAIN_AFTER_MS);
          }
        });
      }, after);
    },
    [inTurn, keep],
  );

  useEffect(() => {
    api.report(caseKey()).then(
      (found) => {
        take(found);
        show(writtenOf(found));
      },
      (problem: unknown) => setTrouble(problem instanceof Problem ? problem : new Problem(0, null, String(problem), null)),
    );
    const leave = (event: BeforeUnloadEvent): void => {
      if (kept.current && now.current && !isSame(now.current, writtenOf(kept.current))) {
        event.preventDefault();
      }
    };
    addEventListener('beforeunload', leave);
    return () => {
      removeEventListener('beforeunload', leave);
      // What was written is kept, also when one goes on to the next case at once.
      void inTurn(keep).catch(() => undefined);
    };
  }, [caseKey, inTurn, keep, show, take]);

  const write = useCallback(
    (next: Written): void => {
      const before = now.current;
      if (before) {
        setPast((all) => [...all, before].slice(-100));
      }
      show(next);
      setKeeping('writing');
      keepSoon(SAVE_AFTER_MS);
    },
    [keepSoon, show],
  );

  const undo = useCallback((): void => {
    const last = past.at(-1);
    if (last) {
      setPast(past.slice(0, -1));
      show(last);
      setKeeping('writing');
      keepSoon(SAVE_AFTER_MS);
    }
  }, [keepSoon, past, show]);

  const seal = useCallback(
    (what: (revision: number) => Promise<CaseReport>): Promise<void> =>
      inTurn(async () => {
        await keep();
        const next = await what(kept.current?.revision ?? 0);
        take(next);
        show(writtenOf(next));
        setPast([]);
        setMet('');
        setTrouble(undefined);
        setKeeping('kept');
      }),
    [inTurn, keep, show, take],
  );

  const prefill = useCallback(
    (language: ReportLanguage) => seal((revision) => api.prefill(caseKey(), language, revision)),
    [caseKey, seal],
  );

  return { report, written, keeping, metSomebody, trouble, canUndo: past.length > 0, write, undo, prefill, seal };
};
