import { useCallback, useEffect, useState, type FormEvent, type ReactElement } from 'react';
import { Problem } from '../api/problem';
import {
  accounts, changeAccount, institutions, makeAccount, resetAccount, type Account, type Institution, type OneTime, type Role,
} from '../api/people';
import { useLanguage, useWords } from '../language/language';
import { Dialog } from '../worklist/Dialog';
import { WORDS } from './manageWords';
import { Secret } from './Secret';
import { troubleIn } from './trouble';
import { may, useWho } from './who';
import './people.css';

type Words = (typeof WORDS)['en'];

const ROLES: readonly Role[] = ['RADIOLOGIST', 'TECHNOLOGIST', 'CLINICIAN', 'ADMINISTRATOR', 'AUDITOR', 'EPIDEMIOLOGIST'];
const REFUSED = 422;

/** The accounts an administrator looks after. */
export const PeoplePage = (): ReactElement => {
  const words = useWords(WORDS);
  const { language } = useLanguage();
  const [all, setAll] = useState<readonly Account[]>();
  const [oneTime, setOneTime] = useState<OneTime>();
  const [changing, setChanging] = useState<Account>();
  const [said, setSaid] = useState('');
  const [trouble, setTrouble] = useState('');

  const say = useCallback(
    (problem: unknown) =>
      setTrouble(problem instanceof Problem && problem.status === REFUSED ? words.accountRefused : troubleIn(words, problem)),
    [words],
  );
  const ask = useCallback(() => void accounts().then(setAll, say), [say]);
  useEffect(ask, [ask]);

  const attempt = async (act: () => Promise<void>): Promise<void> => {
    setTrouble('');
    setSaid('');
    setOneTime(undefined);
    try {
      await act();
      ask();
    } catch (problem) {
      say(problem);
    }
  };
  const change = (account: Account, displayName: string, roles: readonly Role[], isActive: boolean): Promise<void> =>
    attempt(async () => {
      await changeAccount(account.id, displayName, roles, isActive);
      setSaid(words.changed(account.login));
    });

  return (
    <div className="page wide stack people">
      <h1>{words.people}</h1>
      <p role="alert" className="bad">
        {trouble}
      </p>
      <p role="status">{said}</p>
      {oneTime && <Secret what={words.oneTime(oneTime.account.login)} secret={oneTime.oneTimePassword} />}
      {all === undefined && trouble === '' && <p role="status">{words.loading}</p>}
      {all !== undefined && (
        <div className="scroll" tabIndex={0} role="region" aria-label={words.people}>
          <table>
            <thead>
              <tr>
                <th scope="col">{words.login}</th>
                <th scope="col">{words.displayName}</th>
                <th scope="col">{words.institution}</th>
                <th scope="col">{words.roles}</th>
                <th scope="col">{words.active}</th>
                <th scope="col">{words.change}</th>
              </tr>
            </thead>
            <tbody>
              {all.map((account) => (
                <tr key={account.id}>
                  <th scope="row">{account.login}</th>
                  <td>{account.displayName}</td>
                  <td>{account.institution}</td>
                  <td>
                    {ROLES.filter((role) => account.roles.includes(role))
                      .map((role) => words.role[role])
                      .join(language === 'zh' ? '、' : ', ')}
                  </td>
                  <td>
                    {account.isActive ? words.active : <span className="warn">{words.inactive}</span>}
                    {account.mustChange && <span className="quiet"> · {words.mustChange}</span>}
                  </td>
                  <td className="row">
                    <button type="button" onClick={() => setChanging(account)}>
                      {words.change}
                    </button>
                    <button type="button" onClick={() => void attempt(async () => setOneTime(await resetAccount(account.id)))}>
                      {words.reset}
                    </button>
                    <button
                      type="button"
                      onClick={() => void change(account, account.displayName, account.roles, !account.isActive)}
                    >
                      {account.isActive ? words.deactivate : words.activate}
                    </button>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      <NewAccount
        words={words}
        onMake={(institution, login, displayName, roles) =>
          attempt(async () => setOneTime(await makeAccount(institution, login, displayName, roles)))
        }
      />
      {changing && (
        <ChangeDialog
          account={changing}
          words={words}
          onClose={() => setChanging(undefined)}
          onChange={(displayName, roles) => void change(changing, displayName, roles, changing.isActive)}
        />
      )}
    </div>
  );
};

const RoleChecks = (given: {
  readonly words: Words;
  readonly roles: readonly Role[];
  readonly onChange: (roles: readonly Role[]) => void;
}): ReactElement => (
  <fieldset className="checks">
    <legend>{given.words.roles}</legend>
    {ROLES.map((role) => (
      <label key={role} className="row">
        <input
          type="checkbox"
          checked={given.roles.includes(role)}
          onChange={(event) =>
            given.onChange(event.target.checked ? [...given.roles, role] : given.roles.filter((each) => each !== role))
          }
        />
        {given.words.role[role]}
      </label>
    ))}
  </fieldset>
);

const NewAccount = (given: {
  readonly words: Words;
  readonly onMake: (institution: string, login: string, displayName: string, roles: readonly Role[]) => Promise<void>;
}): ReactElement => {
  const { words } = given;
  const who = useWho();
  const [there, setThere] = useState<readonly Institution[]>([]);
  const [institution, setInstitution] = useState(who.institution);
  const [login, setLogin] = useState('');
  const [displayName, setDisplayName] = useState('');
  const [roles, setRoles] = useState<readonly Role[]>([]);
  const choosesInstitution = may(who, 'MANAGE_INSTITUTIONS');

  useEffect(() => {
    if (choosesInstitution) {
      // An administrator of another institution than the house's makes accounts of the own one.
      institutions().then(setThere, () => setThere([]));
    }
  }, [choosesInstitution]);

  const send = (event: FormEvent): void => {
    event.preventDefault();
    void given.onMake(institution, login.trim(), displayName.trim(), roles).then(() => {
      setLogin('');
      setDisplayName('');
    });
  };

  return (
    <section className="card stack" aria-labelledby="new-account">
      <h2 id="new-account">{words.newAccount}</h2>
      <form className="stack" onSubmit={send}>
        <div className="row">
          {there.length > 1 && (
            <label className="field">
              {words.institution}
              <select value={institution} onChange={(event) => setInstitution(event.target.value)}>
                {there
                  .filter((each) => each.isActive)
                  .map((each) => (
                    <option key={each.code} value={each.code}>
                      {each.name}
                    </option>
                  ))}
              </select>
            </label>
          )}
          <label className="field">
            {words.login}
            <input
              required
              autoCapitalize="none"
              autoComplete="off"
              spellCheck={false}
              value={login}
              onChange={(event) => setLogin(event.target.value)}
            />
          </label>
          <label className="field">
            {words.displayName}
            <input required autoComplete="off" value={displayName} onChange={(event) => setDisplayName(event.target.value)} />
          </label>
        </div>
        <RoleChecks words={words} roles={roles} onChange={setRoles} />
        <div className="row">
          <button type="submit" className="main" disabled={roles.length === 0}>
            {words.make}
          </button>
          {roles.length === 0 && <span className="quiet">{words.roleNeeded}</span>}
        </div>
      </form>
    </section>
  );
};

const ChangeDialog = (given: {
  readonly account: Account;
  readonly words: Words;
  readonly onClose: () => void;
  readonly onChange: (displayName: string, roles: readonly Role[]) => void;
}): ReactElement => {
  const { account, words } = given;
  const [displayName, setDisplayName] = useState(account.displayName);
  const [roles, setRoles] = useState(account.roles);
  const send = (event: FormEvent): void => {
    event.preventDefault();
    given.onClose();
    given.onChange(displayName.trim(), roles);
  };
  return (
    <Dialog title={account.login} onClose={given.onClose}>
      <form className="stack" onSubmit={send}>
        <label className="field">
          {words.displayName}
          <input required value={displayName} onChange={(event) => setDisplayName(event.target.value)} />
        </label>
        <RoleChecks words={words} roles={roles} onChange={setRoles} />
        <div className="row">
          <button type="submit" className="main" disabled={roles.length === 0 || displayName.trim() === ''}>
            {words.save}
          </button>
          <button type="button" onClick={given.onClose}>
            {words.close}
          </button>
        </div>
      </form>
    </Dialog>
  );
};
