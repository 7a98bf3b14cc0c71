import type { CaseKey, Entry, Page } from '../api/worklist';

/** The part of the list that is shown, and what was heard since it was asked for. */
export interface ShownCases {
  readonly entries: readonly Entry[];
  readonly total: number;
  readonly isMore: boolean;
  readonly isLive: boolean;
  /** Order, filter or page may no longer hold: the list is to be asked for. */
  readonly isToBeAsked: boolean;
  readonly isAsking: boolean;
  /** Told while the list was asked for; null for a case that is gone. */
  readonly heardMeanwhile: ReadonlyMap<string, Entry | null>;
}

export type ListEvent =
  | { readonly kind: 'asked' }
  | { readonly kind: 'answered'; readonly page: Page }
  | { readonly kind: 'failed' }
  | { readonly kind: 'case'; readonly entry: Entry }
  | { readonly kind: 'gone'; readonly key: CaseKey }
  | { readonly kind: 'ready' }
  | { readonly kind: 'reload' }
  | { readonly kind: 'lineLost' };

export const NOTHING_YET: ShownCases = {
  entries: [],
  total: 0,
  isMore: false,
  isLive: false,
  isToBeAsked: false,
  isAsking: false,
  heardMeanwhile: new Map(),
};

export const nameOf = (key: CaseKey): string => `${key.institution}/${key.studyInstanceUid}`;

/** The list after an event; no case is taken off but one that the server says is gone. */
export function after(shown: ShownCases, event: ListEvent): ShownCases {
  switch (event.kind) {
    case 'asked':
      return { ...shown, isAsking: true, isToBeAsked: false, heardMeanwhile: new Map() };
    case 'answered':
      return answered(shown, event.page);
    case 'failed':
      return { ...shown, isAsking: false };
    case 'case':
      return told(shown, event.entry);
    case 'gone':
      return gone(shown, nameOf(event.key));
    case 'ready':
    case 'reload':
      return { ...shown, isLive: true, isToBeAsked: true };
    case 'lineLost':
      return { ...shown, isLive: false };
  }
}

/** What was told while the answer was on its way is newer than the answer. */
function answered(shown: ShownCases, page: Page): ShownCases {
  const entries = page.entries.flatMap((entry) => {
    const heard = shown.heardMeanwhile.get(nameOf(entry));
    return heard === null ? [] : [heard ?? entry];
  });
  return {
    ...shown,
    entries,
    total: page.total - (page.entries.length - entries.length),
    isMore: page.isMore,
    isAsking: false,
    isToBeAsked: shown.isToBeAsked || shown.heardMeanwhile.size > 0,
    heardMeanwhile: new Map(),
  };
}

function told(shown: ShownCases, entry: Entry): ShownCases {
  const name = nameOf(entry);
  const before = shown.entries.find((each) => nameOf(each) === name);
  return {
    ...shown,
    entries: shown.entries.map((each) => (nameOf(each) === name ? entry : each)),
    isToBeAsked: shown.isToBeAsked || before === undefined || movesInTheList(before, entry),
    heardMeanwhile: meanwhile(shown, name, entry),
  };
}

function gone(shown: ShownCases, name: string): ShownCases {
  const entries = shown.entries.filter((each) => nameOf(each) !== name);
  return {
    ...shown,
    entries,
    total: shown.total - (shown.entries.length - entries.length),
    isToBeAsked: true,
    heardMeanwhile: meanwhile(shown, name, null),
  };
}

function meanwhile(shown: ShownCases, name: string, heard: Entry | null) {
  return shown.isAsking ? new Map(shown.heardMeanwhile).set(name, heard) : shown.heardMeanwhile;
}

/** Progress alone moves no case; all that filters and orders look at may. */
function movesInTheList(before: Entry, now: Entry): boolean {
  return (
    before.state !== now.state ||
    before.report?.state !== now.report?.state ||
    before.urgency.level !== now.urgency.level ||
    before.lastImageAt !== now.lastImageAt ||
    before.patientName !== now.patientName ||
    before.patientId !== now.patientId ||
    before.studyDate !== now.studyDate ||
    before.accessionNumber !== now.accessionNumber ||
    before.summary?.opacityPercent !== now.summary?.opacityPercent
  );
}
