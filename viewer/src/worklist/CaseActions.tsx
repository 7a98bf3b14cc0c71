import { useEffect, useState, type FormEvent, type ReactElement } from 'react';
import { Problem } from '../api/problem';
import type { SignedIn } from '../api/session';
import { askUrgency, assign, cancel, readAgain, type Entry, type UrgencyLevel } from '../api/worklist';
import { useWords } from '../language/language';
import { may } from '../people/who';
import { addressOfStudy, go } from '../route';
import { Dialog } from './Dialog';
import { nameOfPerson } from './spoken';
import { useKeys } from './useKeys';
import { WORDS } from './words';

const CONFLICT = 409;
const LONGEST_REASON = 500;
const LEVELS: readonly UrgencyLevel[] = ['ROUTINE', 'RAISED', 'URGENT', 'EMERGENCY'];

type Words = (typeof WORDS)['en'];

const wordsOf = (words: Words, problem: unknown): string => {
  if (!(problem instanceof Problem)) {
    return words.notDone;
  }
  if (problem.status === 0) {
    return words.noLine;
  }
  return problem.status === CONFLICT ? (problem.code === 'LST-012' ? words.heldNow : words.notNow) : words.notDone;
};

/** What can be done with the chosen case, by what its state and one's account allow. */
export const CaseActions = (given: {
  readonly entry: Entry | undefined;
  readonly who: SignedIn;
  readonly told: (entry: Entry) => void;
  readonly asksUrgency: boolean;
  readonly onAsked: () => void;
}): ReactElement => {
  const words = useWords(WORDS);
  const { entry, who } = given;
  const [said, setSaid] = useState('');
  const [isCancelling, setCancelling] = useState(false);

  useEffect(() => setSaid(''), [entry?.institution, entry?.studyInstanceUid]);

  const attempt = async (act: Promise<Entry>, done: string): Promise<boolean> => {
    try {
      given.told(await act);
      setSaid(done);
      return true;
    } catch (problem) {
      setSaid(wordsOf(words, problem));
      return false;
    }
  };

  const holder = entry?.assignedTo ?? null;
  const isMine = holder !== null && holder === who.login;
  const isUnderWay = entry?.state === 'WAITING' || entry?.state === 'READING';
  const mayAssign = may(who, 'ASSIGN_WORK');
  const mayAsk = mayAssign || may(who, 'SEND_IMAGES');
  const mayManage = may(who, 'MANAGE_WORK');
  const hold = (): void => {
    if (entry !== undefined && mayAssign) {
      void attempt(
        isMine ? assign(entry, null, holder) : assign(entry, 'me', holder),
        isMine ? words.givenBack : words.taken,
      );
    }
  };
  useKeys({ m: hold });

  return (
    <div className="row" role="group" aria-label={words.actions}>
      {entry !== undefined && <strong>{nameOfPerson(entry.patientName) || entry.patientId}</strong>}
      <button
        type="button"
        className="main"
        disabled={entry === undefined || !may(who, 'VIEW_IMAGES')}
        onClick={() => entry && go(addressOfStudy(entry))}
      >
        {words.open}
      </button>
      {mayAssign && (
        <button type="button" disabled={entry === undefined} onClick={hold}>
          {isMine ? words.giveBack : holder === null ? words.take : words.takeOver(holder)}
        </button>
      )}
      {mayAsk && (
        <UrgencyButton
          entry={entry}
          words={words}
          isWanted={given.asksUrgency}
          onSeen={given.onAsked}
          ask={(level, reason) =>
            entry === undefined ? Promise.resolve(false) : attempt(askUrgency(entry, level, reason), words.urgencyKept)
          }
        />
      )}
      {mayManage && (
        <>
          <button
            type="button"
            disabled={entry === undefined || isUnderWay || entry.state === 'ARRIVING'}
            onClick={() => entry && void attempt(readAgain(entry), words.asked)}
          >
            {words.readAgain}
          </button>
          <button type="button" disabled={!isUnderWay} onClick={() => setCancelling(true)}>
            {words.cancel}
          </button>
        </>
      )}
      <span role="status">{said}</span>
      {isCancelling && entry !== undefined && (
        <ReasonDialog
          title={words.cancelTitle}
          act={words.doCancel}
          words={words}
          onClose={() => setCancelling(false)}
          onSaid={(reason) => void attempt(cancel(entry, reason), words.cancelled)}
        />
      )}
    </div>
  );
};

const ReasonDialog = (given: {
  readonly title: string;
  readonly act: string;
  readonly words: Words;
  readonly onClose: () => void;
  readonly onSaid: (reason: string) => void;
}): ReactElement => {
  const [reason, setReason] = useState('');
  const send = (event: FormEvent): void => {
    event.preventDefault();
    given.onClose();
    given.onSaid(reason.trim());
  };
  return (
    <Dialog title={given.title} onClose={given.onClose}>
      <form className="stack" onSubmit={send}>
        <ReasonField words={given.words} reason={reason} onChange={setReason} />
        <div className="row">
          <button type="submit" className="main" disabled={reason.trim() === ''}>
            {given.act}
          </button>
          <button type="button" onClick={given.onClose}>
            {given.words.close}
          </button>
        </div>
      </form>
    </Dialog>
  );
};

const ReasonField = (given: {
  readonly words: Words;
  readonly reason: string;
  readonly onChange: (reason: string) => void;
}): ReactElement => (
  <label className="field">
    {given.words.reason}
    <textarea
      rows={2}
      required
      maxLength={LONGEST_REASON}
      placeholder={given.words.reasonNeeded}
      value={given.reason}
      onChange={(event) => given.onChange(event.target.value)}
    />
  </label>
);

const UrgencyButton = (given: {
  readonly entry: Entry | undefined;
  readonly words: Words;
  readonly isWanted: boolean;
  readonly onSeen: () => void;
  readonly ask: (level: UrgencyLevel, reason: string) => Promise<boolean>;
}): ReactElement => {
  const { entry, words, isWanted, onSeen } = given;
  const [isOpen, setOpen] = useState(false);
  const [level, setLevel] = useState<UrgencyLevel>('URGENT');
  const [reason, setReason] = useState('');

  const open = (): void => {
    setLevel(entry?.urgency.level ?? 'URGENT');
    setReason('');
    setOpen(true);
  };

  useEffect(() => {
    if (isWanted) {
      onSeen();
      if (entry !== undefined) {
        open();
      }
    }
  });

  const send = (event: FormEvent): void => {
    event.preventDefault();
    setOpen(false);
    void given.ask(level, reason.trim());
  };
  return (
    <>
      <button type="button" disabled={entry === undefined} onClick={open}>
        {words.urgency}
      </button>
      {isOpen && (
        <Dialog title={words.urgencyTitle} onClose={() => setOpen(false)}>
          <form className="stack" onSubmit={send}>
            <fieldset className="row">
              <legend>{words.levelName}</legend>
              {LEVELS.map((each) => (
                <label key={each} className="row">
                  <input
                    type="radio"
                    name="level"
                    checked={each === level}
                    onChange={() => setLevel(each)}
                  />
                  {words.level[each]}
                </label>
              ))}
            </fieldset>
            <ReasonField words={words} reason={reason} onChange={setReason} />
            <div className="row">
              <button type="submit" className="main" disabled={reason.trim() === ''}>
                {words.keep}
              </button>
              <button type="button" onClick={() => setOpen(false)}>
                {words.close}
              </button>
            </div>
          </form>
        </Dialog>
      )}
    </>
  );
};
