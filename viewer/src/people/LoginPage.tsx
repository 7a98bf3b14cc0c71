import { useEffect, useState, type FormEvent, type ReactElement } from 'react';
import { Problem } from '../api/problem';
import { signIn, ways, type SignedIn, type Ways } from '../api/session';
import { useWords } from '../language/language';
import { PasswordForm } from './PasswordForm';
import { troubleIn } from './trouble';
import { WORDS } from './words';

const TOO_MANY = 429;
const WRONG = 401;

type Words = (typeof WORDS)['en'];

const wordsOf = (words: Words, problem: unknown): string => {
  if (problem instanceof Problem && problem.status === WRONG) {
    return words.wrong;
  }
  if (problem instanceof Problem && problem.status === TOO_MANY) {
    return words.wait(problem.retryAfterSeconds);
  }
  return troubleIn(words, problem);
};

/** What the house's sign-on brought back instead of somebody. */
const broughtBack = (words: Words): string => {
  const why = new URLSearchParams(location.search).get('signOn');
  return why === null ? '' : why === 'no-account' ? words.noAccount : words.signOnFailed;
};

/** Who are you? */
export const LoginPage = (given: {
  readonly wasIn: boolean;
  readonly onSignedIn: (who: SignedIn) => void;
}): ReactElement => {
  const words = useWords(WORDS);
  const [login, setLogin] = useState('');
  const [password, setPassword] = useState('');
  const [problem, setProblem] = useState<unknown>();
  const [isBusy, setBusy] = useState(false);
  const [there, setThere] = useState<Ways>({ password: true });

  useEffect(() => {
    ways()
      .then((answer) => answer !== null && setThere(answer))
      .catch(setProblem);
  }, []);

  const send = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    setBusy(true);
    setProblem(undefined);
    try {
      const who = await signIn(login.trim(), password);
      if (who !== null) {
        given.onSignedIn(who);
      }
    } catch (failed) {
      setProblem(failed);
      setBusy(false);
    }
  };

  const back = broughtBack(words);
  return (
    <div className="gate">
      <div className="card stack">
        <h1>{words.signIn}</h1>
        {given.wasIn && <p role="status">{words.signedOut}</p>}
        {there.password && (
          <form className="stack" onSubmit={(event) => void send(event)}>
            <label className="field">
              {words.login}
              <input
                name="username"
                autoComplete="username"
                autoCapitalize="none"
                spellCheck={false}
                required
                autoFocus
                value={login}
                onChange={(event) => setLogin(event.target.value)}
              />
            </label>
            <label className="field">
              {words.password}
              <input
                type="password"
                name="password"
                autoComplete="current-password"
                required
                value={password}
                onChange={(event) => setPassword(event.target.value)}
              />
            </label>
            <p role="alert" className="bad">
              {problem === undefined ? back : wordsOf(words, problem)}
            </p>
            <button type="submit" className="main" disabled={isBusy}>
              {words.signIn}
            </button>
          </form>
        )}
        {there.signOn !== undefined && (
          <>
            <p className="quiet">{words.or}</p>
            <a href={there.signOn}>{words.signOn}</a>
          </>
        )}
      </div>
    </div>
  );
};

/** Somebody with a one-time password may nothing but choose another. */
export const FirstPasswordPage = (given: {
  readonly who: SignedIn;
  readonly onChanged: (who: SignedIn) => void;
}): ReactElement => {
  const words = useWords(WORDS);
  return (
    <div className="gate">
      <div className="card stack">
        <h1>{words.mustChange}</h1>
        <p>{words.mustChangeWhy}</p>
        <PasswordForm login={given.who.login} isOneTime onChanged={given.onChanged} />
      </div>
    </div>
  );
};
