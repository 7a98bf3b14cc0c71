import { describe, expect, test } from 'vitest';
import { ageOf, dateOf, nameOfPerson, percentOf } from './spoken';

describe('what DICOM says, as people say it', () => {
  test('dates', () => {
    expect(dateOf('20200220')).toBe('2020-02-20');
    expect(dateOf('')).toBe('');
    expect(dateOf('2020.02.20')).toBe('2020.02.20');
  });

  test('names', () => {
    expect(nameOfPerson('Doe^Jane^^^')).toBe('Doe Jane');
    expect(nameOfPerson('Wang^XiaoDong=王^小东')).toBe('Wang XiaoDong');
    expect(nameOfPerson('=王^小东')).toBe('王小东');
    expect(nameOfPerson('')).toBe('');
    expect(nameOfPerson('^^^=^')).toBe('');
  });

  test('ages in their largest unit', () => {
    expect(ageOf(59, 'en')).toBe('59 secs');
    expect(ageOf(3_700, 'en')).toBe('1 hr');
    expect(ageOf(200_000, 'zh')).toBe('2天');
  });

  test('what was not measured is not zero', () => {
    expect(percentOf(null)).toBeNull();
    expect(percentOf(undefined)).toBeNull();
    expect(percentOf(0)).toBe('0.0');
  });
});
