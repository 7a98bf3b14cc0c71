import type { ReactElement } from 'react';
import type { Entry } from '../api/worklist';
import { useLanguage, useWords } from '../language/language';
import { meaningOf } from '../language/reasons';
import { Link } from '../route';
import { Flag } from '../worklist/Flag';
import { whyUrgent } from '../worklist/reasons';
import { ageOf, dateOf, nameOfPerson } from '../worklist/spoken';
import { WORDS } from '../worklist/words';
import { READING_WORDS } from './words';

/** Whose images these are, when they were taken, how urgent the case is and why, and its state. */
export const CaseHeader = ({ entry }: { readonly entry: Entry | undefined }): ReactElement => {
  const words = useWords(READING_WORDS);
  const list = useWords(WORDS);
  const { language } = useLanguage();
  if (!entry) {
    return (
      <header className="case-header">
        <Link to="/">{words.back}</Link>
        <h1 id="study-title" className="quiet">{words.loading}</h1>
      </header>
    );
  }
  const why = whyUrgent(list, entry, (code, message) => meaningOf(language, code, message));
  return (
    <header className="case-header">
      <Link to="/">{words.back}</Link>
      <h1 id="study-title">{nameOfPerson(entry.patientName) || entry.patientId}</h1>
      <dl>
        <Fact name={words.patientId} value={entry.patientId} />
        <Fact name={words.studyDate} value={dateOf(entry.studyDate)} />
        {entry.accessionNumber !== '' && <Fact name={words.accession} value={entry.accessionNumber} />}
        <Fact name={words.study} value={entry.description} />
        <Fact name={words.arrived} value={ageOf(entry.ageSeconds, language)} />
        <Fact name={words.state} value={list.state[entry.state]} />
      </dl>
      <p className="urgency">
        <Flag level={entry.urgency.level} word={list.level[entry.urgency.level]} />
        {why !== '' && <span>{why}</span>}
      </p>
    </header>
  );
};

const Fact = ({ name, value }: { readonly name: string; readonly value: string }): ReactElement => (
  <div>
    <dt>{name}</dt>
    <dd>{value}</dd>
  </div>
);
