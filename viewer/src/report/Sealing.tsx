import { useId, useState, type FormEvent, type ReactElement, type ReactNode } from 'react';
import { Problem } from '../api/problem';
import { Reason } from '../language/Reason';
import { useWords } from '../language/language';
import { Dialog } from '../worklist/Dialog';
import { WORDS } from './words';

const TOO_MANY = 429;

/** Asks for the password once more before something is signed. */
export const Sealing = (given: {
  readonly title: string;
  readonly note: string;
  readonly action: string;
  /** What is to be written with it; none when the report itself is signed. */
  readonly textName?: string;
  readonly children?: ReactNode;
  readonly isReady?: boolean;
  readonly onSeal: (password: string, text: string) => Promise<void>;
  readonly onClose: () => void;
}): ReactElement => {
  const words = useWords(WORDS);
  const [password, setPassword] = useState('');
  const [text, setText] = useState('');
  const [problem, setProblem] = useState<unknown>();
  const [isBusy, setBusy] = useState(false);
  const note = useId();

  const send = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    setBusy(true);
    setProblem(undefined);
    try {
      await given.onSeal(password, text.trim());
      given.onClose();
    } catch (failed) {
      setProblem(failed);
      setPassword('');
    } finally {
      setBusy(false);
    }
  };

  return (
    <Dialog title={given.title} onClose={given.onClose}>
      <form className="stack" onSubmit={(event) => void send(event)}>
        <p id={note}>{given.note}</p>
        {given.textName !== undefined && (
          <label className="field">
            {given.textName}
            <textarea required rows={4} value={text} onChange={(event) => setText(event.target.value)} />
          </label>
        )}
        {given.children}
        <label className="field">
          {words.password}
          <input
            type="password"
            autoComplete="current-password"
            required
            aria-describedby={note}
            value={password}
            onChange={(event) => setPassword(event.target.value)}
          />
        </label>
        <p role="alert" className="bad">
          {problem !== undefined && <Trouble problem={problem} />}
        </p>
        <div className="row">
          <button type="submit" className="main" disabled={isBusy || given.isReady === false}>
            {given.action}
          </button>
          <button type="button" onClick={given.onClose}>
            {words.cancel}
          </button>
        </div>
      </form>
    </Dialog>
  );
};

/** Why something was not done, in words. */
export const Trouble = ({ problem }: { readonly problem: unknown }): ReactElement => {
  const words = useWords(WORDS);
  if (!(problem instanceof Problem) || problem.status === 0) {
    return <>{words.noLine}</>;
  }
  if (problem.status === TOO_MANY && problem.retryAfterSeconds !== null) {
    return <>{words.wait(problem.retryAfterSeconds)}</>;
  }
  if (problem.code === 'SGN-007') {
    return <>{words.wrongPassword}</>;
  }
  return problem.code === null ? <>{words.notDone}</> : <Reason code={problem.code} message={problem.detail ?? ''} />;
};
