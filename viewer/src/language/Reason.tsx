import type { ReactElement } from 'react';
import { useLanguage } from './language';
import { meaningOf, particularsOf } from './reasons';

const letters = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');

/** Why something was not taken, read or done, and what to do about it, with its code. */
export const Reason = (given: {
  readonly code: string;
  readonly message: string;
  /** Without what the code means in general, where the particulars say enough. */
  readonly isBrief?: boolean;
}): ReactElement => {
  const { language } = useLanguage();
  const particulars = particularsOf(language, given.message);
  const meaning = meaningOf(language, given.code, given.message);
  const isNews = !letters(meaning).includes(letters(particulars));
  if (given.isBrief && particulars !== '') {
    return (
      <span title={meaning}>
        {particulars} <span className="quiet code">{given.code}</span>
      </span>
    );
  }
  return (
    <>
      {isNews && `${particulars} `}
      {meaning} <span className="quiet code">{given.code}</span>
    </>
  );
};
