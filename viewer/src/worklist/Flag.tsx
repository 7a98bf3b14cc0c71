import type { ReactElement } from 'react';
import type { UrgencyLevel } from '../api/worklist';

const MARKS: Record<UrgencyLevel, { readonly shape: string; readonly tone: string }> = {
  EMERGENCY: { shape: 'M1 1h14v14H1z', tone: 'bad' },
  URGENT: { shape: 'M8 1l7.500 14H.5z', tone: 'bad' },
  RAISED: { shape: 'M8 1l7 7-7 7-7-7z', tone: 'warn' },
  ROUTINE: { shape: 'M8 4a4 4 0 1 1 0 8 4 4 0 0 1 0-8z', tone: 'quiet' },
};

/** How urgent: a shape for each level, so that colour says nothing alone; the word stands beside. */
export const Flag = ({ level, word }: { readonly level: UrgencyLevel; readonly word: string }): ReactElement => (
  <span className={`flag ${MARKS[level].tone}`}>
    <svg viewBox="0 0 16 16" width="14" height="14" aria-hidden="true">
      <path d={MARKS[level].shape} fill="currentColor" />
    </svg>
    <span>{word}</span>
  </span>
);
