import { useCallback, useEffect, useReducer, useState } from 'react';
import { cases, queryOf, type Entry, type Wanted } from '../api/worklist';
import { follow } from './follow';
import { after, NOTHING_YET, type ShownCases } from './shownCases';

/** Changes that come in a burst are asked about once. */
const SETTLE_MS = 300;

export interface Cases {
  readonly shown: ShownCases;
  /** Whether the list was ever told. */
  readonly isKnown: boolean;
  readonly trouble: unknown;
  /** Asks for the list once more. */
  readonly again: () => void;
  /** A case as the server told it in answer to something done with it. */
  readonly told: (entry: Entry) => void;
}

/** The wanted part of the list, kept as it is on the server. */
export function useCases(wanted: Wanted): Cases {
  const [shown, hear] = useReducer(after, NOTHING_YET);
  const [isKnown, setKnown] = useState(false);
  const [trouble, setTrouble] = useState<unknown>();
  const [round, setRound] = useState(0);
  const asked = queryOf(wanted);

  useEffect(() => follow(hear), []);

  useEffect(() => {
    let isCurrent = true;
    hear({ kind: 'asked' });
    cases(wanted).then(
      (page) => {
        if (isCurrent) {
          hear({ kind: 'answered', page });
          setKnown(true);
          setTrouble(undefined);
        }
      },
      (problem: unknown) => {
        if (isCurrent) {
          hear({ kind: 'failed' });
          setTrouble(problem);
        }
      },
    );
    return () => {
      isCurrent = false;
    };
    // The query says all of what is wanted.
  }, [asked, round]);

  const again = useCallback(() => setRound((before) => before + 1), []);
  const told = useCallback((entry: Entry) => hear({ kind: 'case', entry }), []);

  useEffect(() => {
    if (!shown.isToBeAsked || shown.isAsking) {
      return undefined;
    }
    const timer = setTimeout(again, SETTLE_MS);
    return () => clearTimeout(timer);
  }, [shown.isToBeAsked, shown.isAsking, again]);

  return { shown, isKnown, trouble, again, told };
}
