import { useId, useState, type FormEvent, type ReactElement } from 'react';
import { Problem } from '../api/problem';
import { changePassword, type SignedIn } from '../api/session';
import { useWords } from '../language/language';
import { troubleIn } from './trouble';
import { WORDS } from './words';

/** As the server has it (NIST SP 800-63B: length counts). */
const LEAST_CHARACTERS = 12;
const REFUSED = 422;

/** Changes one's own password. */
export const PasswordForm = (given: {
  readonly login: string;
  readonly isOneTime: boolean;
  readonly onChanged: (who: SignedIn) => void;
}): ReactElement => {
  const words = useWords(WORDS);
  const [present, setPresent] = useState('');
  const [next, setNext] = useState('');
  const [again, setAgain] = useState('');
  const [trouble, setTrouble] = useState('');
  const [isBusy, setBusy] = useState(false);
  const rule = useId();

  const send = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (next.length < LEAST_CHARACTERS) {
      setTrouble(words.tooShort(LEAST_CHARACTERS));
      return;
    }
    if (next !== again) {
      setTrouble(words.notSame);
      return;
    }
    setBusy(true);
    setTrouble('');
    try {
      const who = await changePassword(present, next);
      if (who !== null) {
        given.onChanged(who);
      }
    } catch (problem) {
      setTrouble(problem instanceof Problem && problem.status === REFUSED ? words.refused : troubleIn(words, problem));
    } finally {
      setBusy(false);
    }
  };

  return (
    <form className="stack" onSubmit={(event) => void send(event)}>
      <input type="text" name="username" autoComplete="username" value={given.login} readOnly hidden />
      <label className="field">
        {given.isOneTime ? words.present : words.presentOwn}
        <input
          type="password"
          autoComplete="current-password"
          required
          value={present}
          onChange={(event) => setPresent(event.target.value)}
        />
      </label>
      <label className="field">
        {words.next}
        <input
          type="password"
          autoComplete="new-password"
          required
          aria-describedby={rule}
          value={next}
          onChange={(event) => setNext(event.target.value)}
        />
      </label>
      <p className="quiet" id={rule}>
        {words.rule(LEAST_CHARACTERS)}
      </p>
      <label className="field">
        {words.nextAgain}
        <input
          type="password"
          autoComplete="new-password"
          required
          value={again}
          onChange={(event) => setAgain(event.target.value)}
        />
      </label>
      <p role="alert" className="bad">
        {trouble}
      </p>
      <button type="submit" className="main" disabled={isBusy}>
        {words.change}
      </button>
    </form>
  );
};
