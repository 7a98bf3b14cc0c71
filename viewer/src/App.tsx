import { lazy, Suspense, useEffect, useState, type ReactElement } from 'react';
import { onSignedOut } from './api/request';
import { Mishap } from './Mishap';
import { signOut, whoIsIn, type Permission, type SignedIn } from './api/session';
import { LANGUAGES, useLanguage, useWords, type Language } from './language/language';
import { AuditPage } from './people/AuditPage';
import { FirstPasswordPage, LoginPage } from './people/LoginPage';
import { PeoplePage } from './people/PeoplePage';
import { SettingsPage } from './people/SettingsPage';
import { may, Who } from './people/who';
import { addressOf, go, Link, placeOf, usePath, wantedBefore, type Place, type PlainPage } from './route';
import { useTheme } from './theme';
import { UploadPage } from './upload/UploadPage';
import { WorklistPage } from './worklist/WorklistPage';
import { WORDS } from './words';

const StudyPage = lazy(() => import('./reading/StudyPage').then(({ StudyPage }) => ({ default: StudyPage })));

/** What the navigation names, and what one must be allowed for it. */
const NAMED: readonly { readonly page: Exclude<PlainPage, 'login'>; readonly needs?: Permission }[] = [
  { page: 'worklist', needs: 'VIEW_WORKLIST' },
  { page: 'upload', needs: 'SEND_IMAGES' },
  { page: 'people', needs: 'MANAGE_PEOPLE' },
  { page: 'audit', needs: 'VIEW_AUDIT' },
  { page: 'settings' },
];

const allowed = (who: SignedIn, page: Place['page']): boolean => {
  if (page === 'study') {
    return may(who, 'VIEW_IMAGES');
  }
  const needs = NAMED.find((each) => each.page === page)?.needs;
  return needs === undefined || may(who, needs);
};

/** The viewer: who is in, which page, and the frame around it. */
export const App = (): ReactElement => {
  const words = useWords(WORDS);
  const [who, setWho] = useState<SignedIn | null>();
  const [wasIn, setWasIn] = useState(false);

  useEffect(() => {
    onSignedOut(() => {
      setWasIn(true);
      setWho(null);
    });
    whoIsIn().then(setWho, () => setWho(null));
  }, []);

  const enter = async (next: SignedIn): Promise<void> => {
    // Also brings the cookie that changes need: signing in made a new session.
    const now = (await whoIsIn().catch(() => null)) ?? next;
    const wanted = wantedBefore(location.search);
    if (wanted !== undefined && !now.mustChangePassword) {
      location.replace(wanted);
      return;
    }
    setWho(now);
    if (wanted !== undefined) {
      return; // A one-time password is changed first, here.
    }
    const isBack = new URLSearchParams(location.search).has('signOn');
    if (location.pathname === addressOf('login') || isBack) {
      go(addressOf('worklist'), 'replace');
    }
  };

  const leave = async (): Promise<void> => {
    await signOut().catch(() => null);
    setWasIn(false);
    setWho(null);
    go(addressOf('login'));
  };

  return (
    <div className="shell">
      <a className="skip" href="#content">
        {words.skip}
      </a>
      <Header who={who ?? null} onLeave={() => void leave()} />
      <main id="content" tabIndex={-1}>
        {who === undefined && <p role="status" className="page">{words.loading}</p>}
        {who === null && <LoginPage wasIn={wasIn} onSignedIn={(next) => void enter(next)} />}
        {who?.mustChangePassword && <FirstPasswordPage who={who} onChanged={(next) => void enter(next)} />}
        {who && !who.mustChangePassword && (
          <Who.Provider value={who}>
            <Mishap>
              <Page who={who} />
            </Mishap>
          </Who.Provider>
        )}
      </main>
      <footer>{words.notice}</footer>
    </div>
  );
};

const Page = ({ who }: { readonly who: SignedIn }): ReactElement => {
  const words = useWords(WORDS);
  const place = placeOf(usePath());
  const firstAllowed = NAMED.find((each) => allowed(who, each.page))?.page;

  useEffect(() => {
    const isLost = place.page === 'login' || (place.page === 'worklist' && !allowed(who, 'worklist'));
    if (isLost && firstAllowed !== undefined) {
      go(addressOf(firstAllowed), 'replace');
    }
  }, [place.page, who, firstAllowed]);

  useEffect(() => {
    const name = place.page === 'nowhere' || place.page === 'login' ? '' : words[place.page];
    document.title = name === '' ? 'Hilum' : `${name} · Hilum`;
  }, [place.page, words]);

  if (!allowed(who, place.page)) {
    return <p className="page">{words.notYours}</p>;
  }
  switch (place.page) {
    case 'worklist':
      return <WorklistPage />;
    case 'upload':
      return <UploadPage />;
    case 'people':
      return <PeoplePage />;
    case 'audit':
      return <AuditPage />;
    case 'settings':
      return <SettingsPage />;
    case 'study':
      return (
        <Suspense fallback={<p role="status" className="page">{words.loading}</p>}>
          <StudyPage key={location.pathname} caseKey={place.caseKey} />
        </Suspense>
      );
    default:
      return (
        <div className="page stack">
          <p>{words.nowhere}</p>
          <p>
            <Link to="/">{words.toWorklist}</Link>
          </p>
        </div>
      );
  }
};

const Header = (given: { readonly who: SignedIn | null; readonly onLeave: () => void }): ReactElement => {
  const words = useWords(WORDS);
  const { language, choose } = useLanguage();
  const [theme, setTheme] = useTheme();
  const place = placeOf(usePath());
  const { who } = given;
  const isIn = who !== null && !who.mustChangePassword;
  return (
    <header>
      <Link to="/" className="brand">
        <img src="/icon.svg" alt="" width="24" height="24" />
        Hilum
      </Link>
      <nav aria-label={words.pages}>
        {isIn &&
          NAMED.filter((each) => allowed(who, each.page)).map(({ page }) => (
            <Link key={page} to={addressOf(page)} isCurrent={place.page === page}>
              {words[page]}
            </Link>
          ))}
        {isIn && may(who, 'VIEW_EPIDEMIC') && (
          <a href={`/epidemic?language=${language}`}>{words.epidemic}</a>
        )}
      </nav>
      <select
        aria-label={words.language}
        value={language}
        onChange={(event) => choose(event.target.value as Language)}
      >
        {LANGUAGES.map((each) => (
          <option key={each} value={each} lang={each}>
            {each === 'zh' ? '中文' : 'English'}
          </option>
        ))}
      </select>
      <button type="button" onClick={() => setTheme(theme === 'dark' ? 'light' : 'dark')}>
        {theme === 'dark' ? words.toLight : words.toDark}
      </button>
      {who !== null && (
        <>
          <span className="quiet">{who.displayName}</span>
          <button type="button" onClick={given.onLeave}>
            {words.signOut}
          </button>
        </>
      )}
    </header>
  );
};
