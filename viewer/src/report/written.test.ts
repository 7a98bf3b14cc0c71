import { describe, expect, test } from 'vitest';
import type { Section, Sentence } from '../api/report';
import { asProposed, draftOf, hasWords, isSame, said, upon, without, withOneMore, type Written } from './written';

const sentence = (id: string, text: string, section: Section = 'FINDINGS', prefilled = text): Sentence => ({
  id, section, text, prefilled, isEdited: text !== prefilled, numbers: [],
});

const report = (...sentences: Sentence[]): Written => ({
  language: 'en', isCritical: false, communication: null, sentences,
});

const texts = (now: Written): string[] => now.sentences.map(({ text }) => text);

describe('a report that is written', () => {
  const both = report(sentence('a', 'Clear lungs.'), sentence('b', 'No pneumonia.', 'IMPRESSION'));

  test('keeps the proposal of a sentence that says something else', () => {
    const now = said(both, 'a', 'Opacity in the left lung.');
    expect(now.sentences[0]).toMatchObject({ isEdited: true, prefilled: 'Clear lungs.' });
    expect(isSame(asProposed(now, 'a'), both)).toBe(true);
  });

  test('empties a proposal, and drops what a person added', () => {
    expect(texts(without(both, 'a'))).toEqual(['', 'No pneumonia.']);
    expect(texts(without(withOneMore(both, 'FINDINGS', 'c'), 'c'))).toEqual(texts(both));
  });

  test('puts one more sentence at the end of its section', () => {
    expect(withOneMore(both, 'FINDINGS', 'c').sentences.map(({ id }) => id)).toEqual(['a', 'c', 'b']);
    expect(withOneMore(report(), 'IMPRESSION', 'c').sentences).toHaveLength(1);
  });

  test('is sent without what only the page knows', () => {
    expect(draftOf(both).sentences[0]).toEqual({ id: 'a', section: 'FINDINGS', text: 'Clear lungs.' });
  });

  test('says nothing while all its sentences are empty', () => {
    expect(hasWords(report(sentence('a', '  ')))).toBe(false);
    expect(hasWords(both)).toBe(true);
  });
});

describe('two people who write the same report', () => {
  const base = report(sentence('a', 'one'), sentence('b', 'two', 'IMPRESSION'));

  test('both keep what they changed', () => {
    const mine = withOneMore(said(base, 'a', 'mine'), 'IMPRESSION', 'c');
    const theirs = said(base, 'b', 'theirs');
    expect(texts(upon(theirs, said(mine, 'c', 'more'), base))).toEqual(['mine', 'theirs', 'more']);
  });

  test('lose nothing that one of them called critical', () => {
    expect(upon({ ...base, isCritical: true }, base, base).isCritical).toBe(true);
    expect(upon(base, { ...base, isCritical: true }, base).isCritical).toBe(true);
  });
});
