import { describe, expect, test } from 'vitest';
import { inputName, shownAs } from './numbers';
import { ruleIn } from './rule';
import { READING_WORDS } from './words';

describe('a number', () => {
  test.each([
    ['opacityPercent', 8.3233, '8.3'],
    ['opacityPercent', 0.0642, '0.06'],
    ['opacityPercent', 0, '0.0'],
    ['volumeMl', 4868.8, '4869'],
    ['volumeMl', 0.74, '0.7'],
    ['meanHu', -784.9, '−785'],
    ['lesionCount', 18, '18'],
  ])('%s of %d is read as %s', (key, value, text) => expect(shownAs(key, value)).toBe(text));

  test('that goes into a score is named by region and quantity', () => {
    expect(inputName('LUL lesion %', READING_WORDS.en)).toBe('Left upper lobe: lesion share, %');
    expect(inputName('LUNGS opacityPercent', READING_WORDS.zh)).toBe('双肺: 病变百分比, %');
  });
});

describe('the rule of the estimate', () => {
  const pattern = {
    category: 'INDETERMINATE', coRadsLike: 3, source: '', use: '', notEstimated: [],
    rule: 'Level 3, equivocal: it lacks involvement of both lungs, ground-glass.',
    inputs: { opacityPercent: 2.04, lesionCount: 3, leftPercent: 4, groundGlassPercent: 5 },
    thresholds: { bilateralFromPercent: 10 },
  };

  test('is the reading’s own sentence in English', () => expect(ruleIn('en', pattern)).toBe(pattern.rule));

  test('has the same numbers and lacks in Chinese', () => {
    const said = ruleIn('zh', pattern);
    expect(said).toContain('病变占肺的 2.0 %，共 3 处。');
    expect(said).toContain('4.0 % 位于左肺，96.0 % 位于右肺（双肺：每侧至少 10 %）');
    expect(said).toContain('3 级，不确定：缺少双肺受累、磨玻璃影。');
  });
});

describe('the words of this part', () => {
  const leaves = (value: unknown, path: string): string[] =>
    typeof value === 'object' && value !== null
      ? Object.entries(value).flatMap(([key, inner]) => leaves(inner, `${path}.${key}`))
      : [path];

  test('are the same in both languages, but for names that English has as they are', () => {
    const [en, zh] = [leaves(READING_WORDS.en, ''), leaves(READING_WORDS.zh, '')];
    expect(en.filter((each) => !zh.includes(each))).toEqual([]);
    expect(zh.filter((each) => !en.includes(each)).every((each) => /^\.score(Source)?\./.test(each))).toBe(true);
  });
});
