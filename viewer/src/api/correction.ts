import { request } from './request';
import { pathOf, type CaseKey } from './worklist';

export type StepKind =
  | 'PAINT' | 'ADD' | 'ERASE' | 'FILL' | 'GROW' | 'DELETE_LESION' | 'CHANGE_CLASS' | 'SPLIT' | 'MERGE';

/** Classes of opacity: 1 ground-glass, 2 consolidation, 3 of undetermined kind. */
export type OpacityClass = 1 | 2 | 3;

export interface CorrectionStep {
  readonly n: number;
  readonly kind: StepKind;
  readonly by: string;
  readonly at: string;
  readonly note: string;
}

/** How the correction of a reading stands; its numbers are in the shape of `reading.json`. */
export interface Correction {
  readonly result: string;
  readonly revision: number;
  readonly steps: readonly CorrectionStep[];
  readonly canUndo: boolean;
  readonly canRedo: boolean;
  readonly measurements: unknown;
  readonly lesions: unknown;
  readonly applied: string | null;
  readonly isApplied: boolean;
  readonly mayTrain: boolean;
}

export interface Step {
  readonly kind: StepKind;
  readonly class?: OpacityClass;
  /** See `runs.ts`. */
  readonly runs?: string;
  readonly lesions?: readonly string[];
  readonly fromHu?: number;
  readonly toHu?: number;
  readonly reachMm?: number;
}

const of = (key: CaseKey): string => `${pathOf(key)}/correction`;

const asked = async (method: 'GET' | 'POST' | 'PUT', path: string, body?: unknown): Promise<Correction> => {
  const correction = await request<Correction>(method, path, body);
  if (correction === null) {
    throw new TypeError('the server answered without a correction');
  }
  return correction;
};

export const correction = (key: CaseKey): Promise<Correction> => asked('GET', `${of(key)}?prepare=true`);

export const step = (key: CaseKey, revision: number, what: Step): Promise<Correction> =>
  asked('POST', `${of(key)}/steps`, { revision, ...what });

/** What is done to a correction as a whole. */
export type Move = 'undo' | 'redo' | 'discard' | 'apply' | 'withdraw';

/** Changes the correction as a whole. */
export const move = (
  key: CaseKey, what: Move, revision: number): Promise<Correction> =>
  asked('POST', `${of(key)}/${what}`, { revision });

export const consent = (key: CaseKey, mayTrain: boolean): Promise<Correction> =>
  asked('PUT', `${of(key)}/consent`, { mayTrain });

/** Where the corrected mask of opacity is. */
export const maskOf = (key: CaseKey, revision: number): string => `${of(key)}/mask.nii.gz?revision=${revision}`;
