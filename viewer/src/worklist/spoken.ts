import type { Language } from '../language/language';

/** A DICOM date as people write it; what is no date is shown as it is. */
export function dateOf(dicom: string): string {
  const parts = /^(\d{4})(\d{2})(\d{2})$/.exec(dicom);
  return parts === null ? dicom : `${parts[1]}-${parts[2]}-${parts[3]}`;
}

/** A DICOM person name: family and given name of its first group that says something. */
export function nameOfPerson(dicom: string): string {
  const group = dicom.split('=').find((each) => each.replaceAll('^', '').trim() !== '') ?? '';
  const [family = '', given = '', middle = ''] = group.split('^').map((each) => each.trim());
  const isHan = /\p{Script=Han}/u.test(group);
  return [family, given, middle].filter((each) => each !== '').join(isHan ? '' : ' ');
}

const STEPS = [
  ['day', 86_400],
  ['hour', 3_600],
  ['minute', 60],
] as const;

/** How long something is ago, in the largest unit that is not zero. */
export function ageOf(seconds: number, language: Language): string {
  const [unit, length] = STEPS.find(([, each]) => seconds >= each) ?? (['second', 1] as const);
  return new Intl.NumberFormat(localeOf(language), { style: 'unit', unit, unitDisplay: 'short' }).format(
    Math.floor(seconds / length),
  );
}

export function momentOf(instant: string, language: Language): string {
  const at = new Date(instant);
  return Number.isNaN(at.getTime())
    ? instant
    : new Intl.DateTimeFormat(localeOf(language), { dateStyle: 'short', timeStyle: 'medium' }).format(at);
}

export const localeOf = (language: Language): string => (language === 'zh' ? 'zh-CN' : 'en-GB');

/** A percentage of the lungs with one decimal; absent is not zero. */
export const percentOf = (value: number | null | undefined): string | null =>
  value === null || value === undefined ? null : value.toFixed(1);
