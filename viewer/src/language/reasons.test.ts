import { describe, expect, test } from 'vitest';
import page from '../../../docs/reference/reason-codes.md?raw';
import { meaningOf } from './reasons';

/** Codes of a person at the command line, of an interface between programs, or of a report's own page. */
const ELSEWHERE = /^(EVA|REP|LOB|JOB|CMP|SUR|FOR|ECO|BUL)-|^DIC-(1|3)|^VOL-08|^INT-050/;

describe('what a code means', () => {
  test('is said in English as the page of the codes has it', () => {
    expect(meaningOf('en', 'INT-001', 'is not DICOM')).toBe(
      'The file is not DICOM. Nothing to do: other files on a disc are normal.',
    );
  });

  test('is the server\'s own sentence where the code is not known', () => {
    expect(meaningOf('en', 'XXX-999', 'it is odd')).toBe('It is odd.');
  });

  test('is said in Chinese for every code that a list or an upload can show', () => {
    const codes = [...page.matchAll(/^\| ([A-Z]{3}-\d{3}) \|/gm)].map(([, code]) => code).filter((code) => !ELSEWHERE.test(code));
    expect(codes.length).toBeGreaterThan(80);
    expect(codes.filter((code) => !/\p{Script=Han}/u.test(meaningOf('zh', code, 'English')))).toEqual([]);
  });
});
