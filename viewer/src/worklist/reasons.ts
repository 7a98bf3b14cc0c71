import type { Entry } from '../api/worklist';
import type { WORDS } from './words';

type Words = (typeof WORDS)['en'];

/** What the program says of itself (`TriagePolicy` in imaging/worklist), by the shape of its words. */
const SAID: readonly (readonly [RegExp, (words: Words, parts: RegExpExecArray) => string])[] = [
  [/^opacity in ([\d.]+) % of the lungs \(flagged from ([\d.]+) %\)$/, ({ why }, [, percent, from]) => why.opacity(percent, from)],
  [/^opacity of the lungs was not measured$/, ({ why }) => why.notMeasured],
  [/^outside what the networks were validated for$/, ({ why }) => why.outside],
  [/^more opacity than at the prior, beyond its error$/, ({ why }) => why.worse],
  [/^some opacity more, some less than at the prior, beyond its error$/, ({ why }) => why.mixed],
  [/^by what was found$/, ({ why }) => why.found],
  [/^requested with priority (.*)$/, ({ why }, [, said]) => why.priority(said)],
];

/** Why a case has its urgency, in the language of who reads it; a person's own words stay theirs. */
export function whyUrgent(words: Words, entry: Entry, meaning: (code: string, message: string) => string): string {
  const { reason, by } = entry.urgency;
  if (by !== 'hilum' && by !== 'sender') {
    return reason;
  }
  for (const [shape, say] of SAID) {
    const parts = shape.exec(reason);
    if (parts !== null) {
      return say(words, parts);
    }
  }
  const refusal = /^not read: (.*)$/s.exec(reason);
  if (refusal !== null) {
    const known = entry.reasons.find((each) => each.message === refusal[1]);
    return words.why.notRead(meaning(known?.code ?? '', refusal[1]));
  }
  return reason;
}
