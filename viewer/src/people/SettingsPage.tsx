import { useCallback, useEffect, useState, type FormEvent, type ReactElement } from 'react';
import { Problem } from '../api/problem';
import { makeToken, revokeToken, tokens, type Token } from '../api/people';
import type { Permission } from '../api/session';
import { LANGUAGES, useLanguage, useWords } from '../language/language';
import { useTheme, type Theme } from '../theme';
import { momentOf } from '../worklist/spoken';
import { WORDS } from './manageWords';
import { PasswordForm } from './PasswordForm';
import { Secret } from './Secret';
import { troubleIn } from './trouble';
import { useWho } from './who';
import { WORDS as LOGIN_WORDS } from './words';
import './people.css';

const REFUSED = 422;
const USUAL_DAYS = 90;
const MOST_DAYS = 366;

/** One's own language, theme, password and tokens. */
export const SettingsPage = (): ReactElement => {
  const words = useWords(WORDS);
  const own = useWords(LOGIN_WORDS);
  const who = useWho();
  const { language, choose } = useLanguage();
  const [theme, setTheme] = useTheme();
  const [round, setRound] = useState(0);
  return (
    <div className="page stack people">
      <h1>{words.settings}</h1>
      <section className="card stack" aria-labelledby="look">
        <h2 id="look">{words.look}</h2>
        <fieldset className="row">
          <legend>{words.language}</legend>
          {LANGUAGES.map((each) => (
            <label key={each} className="row" lang={each}>
              <input type="radio" name="language" checked={language === each} onChange={() => choose(each)} />
              {each === 'zh' ? '中文' : 'English'}
            </label>
          ))}
        </fieldset>
        <fieldset className="row">
          <legend>{words.theme}</legend>
          {(['dark', 'light'] as const satisfies readonly Theme[]).map((each) => (
            <label key={each} className="row">
              <input type="radio" name="theme" checked={theme === each} onChange={() => setTheme(each)} />
              {words[each]}
            </label>
          ))}
        </fieldset>
      </section>
      <section className="card stack narrow" aria-labelledby="own-password">
        <h2 id="own-password">{words.password}</h2>
        <PasswordForm key={round} login={who.login} isOneTime={false} onChanged={() => setRound(round + 1)} />
        <p role="status" className="good">
          {round > 0 && own.changed}
        </p>
      </section>
      <Tokens />
    </div>
  );
};

const Tokens = (): ReactElement => {
  const words = useWords(WORDS);
  const { language } = useLanguage();
  const who = useWho();
  const [all, setAll] = useState<readonly Token[]>([]);
  const [name, setName] = useState('');
  const [days, setDays] = useState(USUAL_DAYS);
  const [may, setMay] = useState<ReadonlySet<Permission>>(new Set());
  const [secret, setSecret] = useState('');
  const [trouble, setTrouble] = useState('');

  const say = useCallback(
    (problem: unknown) =>
      setTrouble(problem instanceof Problem && problem.status === REFUSED ? words.tokenRefused : troubleIn(words, problem)),
    [words],
  );
  const ask = useCallback(() => void tokens().then(setAll, say), [say]);
  useEffect(ask, [ask]);

  const make = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    setTrouble('');
    try {
      setSecret((await makeToken(name.trim(), [...may], days)).secret);
      setName('');
      ask();
    } catch (problem) {
      say(problem);
    }
  };

  const toggle = (permission: Permission): void =>
    setMay((before) => new Set(before.has(permission) ? [...before].filter((each) => each !== permission) : [...before, permission]));

  return (
    <section className="card stack" aria-labelledby="tokens">
      <h2 id="tokens">{words.tokens}</h2>
      <p className="quiet">{words.tokensWhat}</p>
      {all.length === 0 ? (
        <p>{words.noTokens}</p>
      ) : (
        <table>
          <thead>
            <tr>
              <th scope="col">{words.name}</th>
              <th scope="col">{words.by}</th>
              <th scope="col">{words.tokenMay}</th>
              <th scope="col">{words.expires}</th>
              <th scope="col">{words.lastUsed}</th>
              <th scope="col">
                <span className="unseen">{words.revoke}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {all.map((token) => (
              <tr key={token.id}>
                <th scope="row">{token.name}</th>
                <td>{token.madeBy}</td>
                <td>{token.permissions.map((each) => words.permission[each]).join(language === 'zh' ? '、' : '; ')}</td>
                <td>{momentOf(token.expiresAt, language)}</td>
                <td>{token.lastUsedAt ? momentOf(token.lastUsedAt, language) : words.never}</td>
                <td>
                  {token.isRevoked ? (
                    words.revoked
                  ) : (
                    <button type="button" onClick={() => void revokeToken(token.id).then(ask, say)}>
                      {words.revoke}
                    </button>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {secret !== '' && <Secret what={words.secret} secret={secret} />}
      <form className="stack" onSubmit={(event) => void make(event)}>
        <div className="row">
          <label className="field">
            {words.tokenName}
            <input required maxLength={100} value={name} onChange={(event) => setName(event.target.value)} />
          </label>
          <label className="field">
            {words.tokenDays}
            <input
              type="number"
              min={1}
              max={MOST_DAYS}
              value={days}
              onChange={(event) => setDays(event.target.valueAsNumber)}
            />
          </label>
        </div>
        <fieldset className="checks">
          <legend>{words.tokenMay}</legend>
          {who.permissions.map((permission) => (
            <label key={permission} className="row">
              <input type="checkbox" checked={may.has(permission)} onChange={() => toggle(permission)} />
              {words.permission[permission]}
            </label>
          ))}
        </fieldset>
        <p role="alert" className="bad">
          {trouble}
        </p>
        <div>
          <button type="submit" className="main" disabled={name.trim() === '' || may.size === 0}>
            {words.makeToken}
          </button>
        </div>
      </form>
    </section>
  );
};
