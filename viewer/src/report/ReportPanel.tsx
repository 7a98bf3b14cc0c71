import { useState, type ReactElement } from 'react';
import * as api from '../api/report';
import type { CaseReport, NumberLink, ReportEvent, ReportLanguage } from '../api/report';
import { pathOf, type CaseKey } from '../api/worklist';
import { useLanguage, useWords } from '../language/language';
import { may, useWho } from '../people/who';
import { momentOf } from '../worklist/spoken';
import './report.css';
import { Sealing, Trouble } from './Sealing';
import { SentenceField } from './SentenceField';
import { useReport, type Desk } from './useReport';
import { WORDS } from './words';
import { asProposed, hasWords, said, SECTIONS, without, withOneMore, type Written } from './written';

interface Wanted {
  readonly caseKey: CaseKey;
  /** Shows where a number comes from. */
  readonly onNumber?: (link: NumberLink) => void;
}

/** The report of a case: proposed, written, signed, added to, withdrawn. */
export const ReportPanel = ({ caseKey, onNumber }: Wanted): ReactElement => {
  const words = useWords(WORDS);
  const desk = useReport(caseKey);
  const mayWrite = may(useWho(), 'CORRECT_AND_SIGN');
  const { report, written } = desk;
  if (!report || !written) {
    return (
      <section className="report stack" aria-label={words.title}>
        {desk.trouble ? <p role="alert" className="bad">{words.failed}</p> : <p role="status">{words.loading}</p>}
      </section>
    );
  }
  const isFixed = report.state === 'SIGNED' || !mayWrite;
  return (
    <section className="report stack" aria-labelledby="report-title">
      <div className="row">
        <h2 id="report-title">{words.title}</h2>
        <span className="mark" data-state={report.state}>
          {words.state[report.state]}
        </span>
        {report.state === 'DRAFT' && !isFixed && (
          <span role="status" className={desk.keeping === 'notKept' ? 'warn' : 'quiet'}>
            {words.keeping[desk.keeping]}
          </span>
        )}
      </div>
      {desk.metSomebody !== '' && <p role="alert" className="warn">{words.met(desk.metSomebody)}</p>}
      {report.hasNewer && <p className="warn">{words.newer}</p>}
      {desk.trouble && <p role="alert" className="bad"><Trouble problem={desk.trouble} /></p>}
      {!isFixed && <Begin desk={desk} report={report} />}
      {SECTIONS.map((section) => {
        const sentences = written.sentences.filter((each) => each.section === section);
        const isShown = isFixed ? sentences.some(({ text }) => text.trim() !== '') : report.state === 'DRAFT';
        return (
          isShown && (
            <div key={section} className="stack" lang={written.language === 'zh' ? 'zh-CN' : 'en'}>
              <h3>{words.section[section]}</h3>
              {sentences.map((sentence, n) => (
                <SentenceField
                  key={sentence.id}
                  sentence={sentence}
                  number={n + 1}
                  isFixed={isFixed}
                  onSay={(text) => desk.write(said(written, sentence.id, text))}
                  onBack={() => desk.write(asProposed(written, sentence.id))}
                  onRemove={() => desk.write(without(written, sentence.id))}
                  onNumber={onNumber}
                />
              ))}
              {!isFixed && (
                <button
                  type="button"
                  className="plain add"
                  onClick={() => desk.write(withOneMore(written, section, crypto.randomUUID()))}
                >
                  {`+ ${words.add}`}
                </button>
              )}
            </div>
          )
        );
      })}
      {report.state === 'DRAFT' && !isFixed && <Critical desk={desk} written={written} />}
      {isFixed && written.isCritical && <p className="bad">{words.critical}</p>}
      {!mayWrite && report.state !== 'SIGNED' && <p className="quiet">{words.onlyRadiologists}</p>}
      <Actions caseKey={caseKey} desk={desk} report={report} written={written} mayWrite={mayWrite} />
      <History caseKey={caseKey} history={report.history} />
    </section>
  );
};

const Begin = ({ desk, report }: { readonly desk: Desk; readonly report: CaseReport }): ReactElement => {
  const words = useWords(WORDS);
  const { language: spoken } = useLanguage();
  const isNew = report.state !== 'DRAFT';
  const [language, setLanguage] = useState<ReportLanguage>(isNew ? spoken : report.language);
  const [problem, setProblem] = useState<unknown>();
  const fill = (): void => {
    setProblem(undefined);
    desk.prefill(language).catch(setProblem);
  };
  const byHand = (): void => {
    if (desk.written) {
      desk.write(withOneMore({ ...desk.written, language, sentences: [] }, 'FINDINGS', crypto.randomUUID()));
    }
  };
  return (
    <div className="stack">
      <div className="row">
        <label className="row">
          {words.language}
          <select value={language} onChange={(event) => setLanguage(event.target.value as ReportLanguage)}>
            <option value="en">{words.inLanguage.en}</option>
            <option value="zh">{words.inLanguage.zh}</option>
          </select>
        </label>
        <button type="button" className={isNew ? 'main' : undefined} onClick={fill}>
          {isNew ? words.begin : words.again}
        </button>
        {isNew && (
          <button type="button" onClick={byHand}>
            {words.byHand}
          </button>
        )}
      </div>
      <p className="quiet small">{isNew ? words.beginHint : words.againHint}</p>
      {problem !== undefined && <p role="alert" className="bad"><Trouble problem={problem} /></p>}
    </div>
  );
};

const Critical = ({ desk, written }: { readonly desk: Desk; readonly written: Written }): ReactElement => {
  const words = useWords(WORDS);
  const { communication } = written;
  const tell = (change: Partial<{ to: string; how: string }>): void =>
    desk.write({
      ...written,
      communication: { to: '', how: '', ...communication, ...change, at: communication?.at ?? new Date().toISOString() },
    });
  return (
    <fieldset className="stack">
      <label className="row">
        <input
          type="checkbox"
          checked={written.isCritical}
          onChange={(event) => desk.write({ ...written, isCritical: event.target.checked })}
        />
        {words.critical}
      </label>
      {written.isCritical && (
        <div className="row">
          <label className="field">
            {words.told}
            <input value={communication?.to ?? ''} onChange={(event) => tell({ to: event.target.value })} />
          </label>
          <label className="field">
            {words.how}
            <input
              value={communication?.how ?? ''}
              placeholder={words.howHint}
              onChange={(event) => tell({ how: event.target.value })}
            />
          </label>
          <span className="quiet small">{words.tellNote}</span>
        </div>
      )}
    </fieldset>
  );
};

const Actions = (given: {
  readonly caseKey: CaseKey;
  readonly desk: Desk;
  readonly report: CaseReport;
  readonly written: Written;
  readonly mayWrite: boolean;
}): ReactElement => {
  const words = useWords(WORDS);
  const { caseKey, desk, report, written } = given;
  const [open, setOpen] = useState<'sign' | 'addendum' | 'withdraw'>();
  const [onOlder, setOnOlder] = useState(false);
  const close = (): void => setOpen(undefined);
  const seal = (what: (revision: number) => Promise<CaseReport>): Promise<void> => desk.seal(what);
  return (
    <div className="row">
      {report.state === 'DRAFT' && (
        <a className="button" href={api.previewOf(caseKey)} target="_blank" rel="noreferrer">
          {words.preview}
        </a>
      )}
      {given.mayWrite && report.state === 'DRAFT' && (
        <>
          <button type="button" disabled={!desk.canUndo} onClick={desk.undo}>
            {words.undo}
          </button>
          <button type="button" className="main" disabled={!hasWords(written)} onClick={() => setOpen('sign')}>
            {words.sign}
          </button>
        </>
      )}
      {given.mayWrite && report.state === 'SIGNED' && (
        <>
          <button type="button" onClick={() => setOpen('addendum')}>
            {words.addendum}
          </button>
          <button type="button" onClick={() => setOpen('withdraw')}>
            {words.withdraw}
          </button>
        </>
      )}
      {open === 'sign' && (
        <Sealing
          title={words.signTitle}
          note={words.signNote}
          action={words.doSign}
          isReady={!report.hasNewer || onOlder}
          onSeal={(password) => seal((revision) => api.sign(caseKey, revision, password, onOlder))}
          onClose={close}
        >
          {report.hasNewer && (
            <label className="row warn">
              <input type="checkbox" checked={onOlder} onChange={(event) => setOnOlder(event.target.checked)} />
              {words.signOlder}
            </label>
          )}
        </Sealing>
      )}
      {open === 'addendum' && (
        <Sealing
          title={words.addendumTitle}
          note={words.signNote}
          action={words.doAddendum}
          textName={words.addendumText}
          onSeal={(password, text) => seal(() => api.addendum(caseKey, password, text))}
          onClose={close}
        />
      )}
      {open === 'withdraw' && (
        <Sealing
          title={words.withdrawTitle}
          note={words.withdrawNote}
          action={words.doWithdraw}
          textName={words.reason}
          onSeal={(password, text) => seal(() => api.withdraw(caseKey, password, text))}
          onClose={close}
        />
      )}
    </div>
  );
};

const History = (given: {
  readonly caseKey: CaseKey;
  readonly history: readonly ReportEvent[];
}): ReactElement | null => {
  const words = useWords(WORDS);
  const { language } = useLanguage();
  if (given.history.length === 0) {
    return null;
  }
  return (
    <div className="stack">
      <h3>{words.history}</h3>
      <ul className="history">
        {given.history.map((event) => (
          <li key={`${event.kind} ${event.at}`}>
            <strong>{words.event[event.kind]}</strong> {event.byName ?? event.by},{' '}
            <time dateTime={event.at}>{momentOf(event.at, language)}</time>
            {event.text !== '' && <p>{event.text}</p>}
            {event.result === null ? (
              <p className="quiet small">{words.filesSoon}</p>
            ) : (
              <p className="row small">
                {event.files.map(({ path }) => (
                  <a key={path} href={`${pathOf(given.caseKey)}/results/${event.result}/files/${path}`}>
                    {path}
                  </a>
                ))}
              </p>
            )}
          </li>
        ))}
      </ul>
    </div>
  );
};
