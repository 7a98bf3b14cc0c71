import { useState, type ReactElement } from 'react';
import { NO_ANSWER, Problem } from '../api/problem';
import { finish, giveUp, upload as ask, type Upload } from '../api/uploads';
import { useLanguage, useWords } from '../language/language';
import { Reason } from '../language/Reason';
import { meaningOf } from '../language/reasons';
import { may, useWho } from '../people/who';
import { CaseWay, useCasesOf } from './CaseWay';
import { FileTable, megabytes } from './FileTable';
import { plan } from './plan';
import { Refusals } from './Refusals';
import { goOn, hasFilesOf, stopSending, type Sending } from './sending';
import { WORDS } from './words';
import { nameOf } from '../worklist/shownCases';

/** One upload: how far it is, what was refused, and the way of its cases to their reports. */
export const OneUpload = (given: {
  readonly upload: Upload;
  readonly sending: Sending | undefined;
  readonly onChanged: (upload: Upload) => void;
}): ReactElement => {
  const words = useWords(WORDS);
  const { language } = useLanguage();
  const who = useWho();
  const [problem, setProblem] = useState<unknown>();
  const { upload, sending } = given;
  const files = upload.files ?? [];
  const own = files.filter((file) => (file.archiveId ?? null) === null);
  const all = own.reduce((sum, file) => sum + file.bytes, 0);
  const done = own.reduce((sum, file) => sum + (file.state === 'WAITING' || file.state === 'RECEIVING' ? file.offset : file.bytes), 0);
  const keys = may(who, 'VIEW_WORKLIST')
    ? (upload.studies ?? []).map(({ studyInstanceUid }) => ({ institution: who.institution, studyInstanceUid }))
    : [];
  const entries = useCasesOf(keys);
  const missing = plan(upload, []).missing.length;
  const isMoving = sending?.phase === 'SENDING' || sending?.phase === 'LINE_LOST';
  const trouble = problem ?? sending?.problem;

  const act = (what: Promise<unknown>): void => {
    setProblem(undefined);
    what.then(() => ask(upload.id)).then(given.onChanged, setProblem);
  };

  return (
    <section className="stack" aria-labelledby="upload-name">
      <h2 id="upload-name">{upload.name}</h2>
      <p role="status" className={sending?.phase === 'LINE_LOST' ? 'warn' : undefined}>
        {sending === undefined ? words.upload[upload.state] : words.phase[sending.phase]}
      </p>
      {upload.state === 'OPEN' && (
        <div className="row">
          <progress max={Math.max(1, all)} value={done} aria-label={words.progress} />
          {words.sent(megabytes(done), megabytes(all))}
        </div>
      )}
      {trouble !== undefined && (
        <p role="alert" className="bad">
          {trouble instanceof Problem && trouble.status === NO_ANSWER
            ? words.noLine
            : trouble instanceof Problem && trouble.code !== null
              ? `${meaningOf(language, trouble.code, trouble.detail ?? '')} (${trouble.code})`
              : words.failed}
        </p>
      )}
      {upload.reasons.map((reason) => (
        <p key={reason.code}>
          <Reason code={reason.code} message={reason.message} />
        </p>
      ))}
      {upload.state === 'OPEN' && !isMoving && missing > 0 && !hasFilesOf(upload.id) && (
        <p className="warn">{words.chooseAgain(missing)}</p>
      )}
      {upload.state === 'OPEN' && (
        <div className="row">
          {isMoving ? (
            <button type="button" onClick={stopSending}>
              {words.pause}
            </button>
          ) : (
            <>
              {hasFilesOf(upload.id) && (
                <button type="button" className="main" onClick={() => goOn().catch(setProblem)}>
                  {words.goOn}
                </button>
              )}
              <button type="button" onClick={() => act(finish(upload.id, true))}>
                {words.without}
              </button>
              <button type="button" onClick={() => act(giveUp(upload.id))}>
                {words.giveUp}
              </button>
            </>
          )}
        </div>
      )}
      {(keys.length > 0 || upload.state !== 'CANCELLED') && (
        <section className="stack" aria-labelledby="way">
          <h3 id="way">{words.cases}</h3>
          {keys.length === 0 && <p className="quiet">{words.noCases}</p>}
          {keys.map((key) => (
            <CaseWay key={key.studyInstanceUid} caseKey={key} entry={entries.get(nameOf(key))} />
          ))}
        </section>
      )}
      <Refusals files={files} />
      <FileTable files={files} unread={sending?.unread ?? new Set()} />
    </section>
  );
};
