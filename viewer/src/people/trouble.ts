import { NO_ANSWER, Problem } from '../api/problem';

/** What all pages say of what the server did not do. */
export interface TroubleWords {
  readonly noLine: string;
  readonly failed: string;
}

/** A problem in words: no answer, or none that this page knows more about. */
export const troubleIn = (words: TroubleWords, problem: unknown): string =>
  problem instanceof Problem && problem.status === NO_ANSWER ? words.noLine : words.failed;
