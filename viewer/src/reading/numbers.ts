import type { Language } from '../language/language';
import type { ReadingWords } from './words';

/** A number as it is read: as many digits as it is known to. */
export const shownAs = (key: string, value: number): string => {
  if (key === 'lesionCount') {
    return value.toFixed(0);
  }
  if (key.endsWith('Percent')) {
    return value > 0 && value < 0.1 ? value.toFixed(2) : value.toFixed(1);
  }
  return key === 'meanHu' || key === 'sdHu' ? value.toFixed(0).replace('-', '−') : value.toFixed(value < 10 ? 1 : 0);
};

/** An input of a score, named by region and quantity: `LUL lesion %`, `LUNGS opacityPercent`. */
export const inputName = (name: string, words: ReadingWords): string => {
  const [region, ...what] = name.split(' ');
  const quantity = what.join(' ');
  const said = quantity === 'lesion %' ? words.lesionShare : named(quantity, words);
  return `${words.region[region] ?? region}: ${said}`;
};

const named = (quantity: string, words: ReadingWords): string => {
  const known = words.quantity[quantity];
  return known ? `${known[0]}, ${known[1]}` : quantity;
};

export const moment = (instant: string, language: Language): string =>
  new Intl.DateTimeFormat(language === 'zh' ? 'zh-CN' : 'en-GB', { dateStyle: 'medium', timeStyle: 'short' }).format(
    new Date(instant),
  );
