import type { CaseReport, Communication, Draft, ReportLanguage, Section, Sentence } from '../api/report';

/** A report as it stands on the page: what the server keeps, and what was written since. */
export interface Written {
  readonly language: ReportLanguage;
  readonly isCritical: boolean;
  readonly communication: Communication | null;
  readonly sentences: readonly Sentence[];
}

export const SECTIONS: readonly Section[] = ['FINDINGS', 'IMPRESSION'];

export const writtenOf = ({ language, isCritical, communication, sentences }: CaseReport): Written => ({
  language,
  isCritical,
  communication,
  sentences,
});

export const draftOf = ({ language, isCritical, communication, sentences }: Written): Draft => ({
  language,
  isCritical,
  communication,
  sentences: sentences.map(({ id, section, text }) => ({ id, section, text })),
});

const changed = (now: Written, id: string, how: (sentence: Sentence) => Sentence): Written => ({
  ...now,
  sentences: now.sentences.map((each) => (each.id === id ? how(each) : each)),
});

export const said = (now: Written, id: string, text: string): Written =>
  changed(now, id, (sentence) => ({ ...sentence, text, isEdited: text !== sentence.prefilled }));

/** Takes a proposal as it was; a sentence of a person has none. */
export const asProposed = (now: Written, id: string): Written =>
  changed(now, id, (sentence) => ({ ...sentence, text: sentence.prefilled, isEdited: false }));

/** A sentence without words is not in the report; a proposal can be taken back later. */
export const without = (now: Written, id: string): Written => {
  const sentence = now.sentences.find((each) => each.id === id);
  return sentence?.prefilled
    ? said(now, id, '')
    : { ...now, sentences: now.sentences.filter((each) => each.id !== id) };
};

/** An empty sentence at the end of its section. */
export const withOneMore = (now: Written, section: Section, id: string): Written => {
  const added: Sentence = { id, section, text: '', prefilled: '', isEdited: false, numbers: [] };
  const last = now.sentences.findLastIndex((each) => SECTIONS.indexOf(each.section) <= SECTIONS.indexOf(section));
  return { ...now, sentences: [...now.sentences.slice(0, last + 1), added, ...now.sentences.slice(last + 1)] };
};

export const isSame = (one: Written, other: Written): boolean =>
  JSON.stringify(draftOf(one)) === JSON.stringify(draftOf(other));

export const hasWords = (now: Written): boolean => now.sentences.some((each) => each.text.trim() !== '');

/**
 * What a person wrote here, put upon what somebody else kept meanwhile: whatever was changed here
 * stays, all else is theirs.
 */
export const upon = (theirs: Written, mine: Written, base: Written): Written => {
  const textIn = (at: Written, id: string): string | undefined => at.sentences.find((each) => each.id === id)?.text;
  const kept = theirs.sentences.map((each) => {
    const text = textIn(mine, each.id);
    return text === undefined || text === textIn(base, each.id) ? each : { ...each, text, isEdited: text !== each.prefilled };
  });
  const added = mine.sentences.filter(
    (each) => textIn(base, each.id) === undefined && textIn(theirs, each.id) === undefined,
  );
  return {
    language: theirs.language,
    isCritical: mine.isCritical === base.isCritical ? theirs.isCritical : mine.isCritical,
    communication: mine.communication === base.communication ? theirs.communication : mine.communication,
    sentences: SECTIONS.flatMap((section) => [...kept, ...added].filter((each) => each.section === section)),
  };
};
