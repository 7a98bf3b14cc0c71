import { describe, expect, test } from 'vitest';
import type { Entry } from '../api/worklist';
import { whyUrgent } from './reasons';
import { WORDS } from './words';

const entry = (reason: string, by: string, reasons: Entry['reasons'] = []): Entry =>
  ({ urgency: { level: 'URGENT', reason, by }, reasons }) as unknown as Entry;

const plain = (_: string, message: string): string => message;

describe('why a case is urgent', () => {
  test('is said in the reader\'s language where the program said it', () => {
    expect(whyUrgent(WORDS.zh, entry('opacity in 31.2 % of the lungs (flagged from 25.0 %)', 'hilum'), plain)).toBe(
      '病变占双肺 31.2 %（自 25.0 % 起标记）',
    );
    expect(whyUrgent(WORDS.zh, entry('requested with priority STAT', 'sender'), plain)).toBe('申请的优先级为 STAT');
  });

  test('stays in a person\'s own words', () => {
    expect(whyUrgent(WORDS.zh, entry('opacity of the lungs was not measured', 'rad'), plain)).toBe(
      'opacity of the lungs was not measured',
    );
  });

  test('of a refusal is the meaning of its code', () => {
    const reasons = [{ code: 'VOL-014', message: 'only a scout', where: '' }];
    const meaning = (code: string): string => `<${code}>`;
    expect(whyUrgent(WORDS.zh, entry('not read: only a scout', 'hilum', reasons), meaning)).toBe('未读片：<VOL-014>');
  });

  test('is said as it came where it is not known', () => {
    expect(whyUrgent(WORDS.zh, entry('something new', 'hilum'), plain)).toBe('something new');
  });
});
