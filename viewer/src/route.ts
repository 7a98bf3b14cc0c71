import { createElement, useSyncExternalStore, type MouseEvent, type ReactElement, type ReactNode } from 'react';
import type { CaseKey } from './api/worklist';

const ADDRESSES = { worklist: '/', upload: '/upload', settings: '/settings', people: '/people', audit: '/audit', login: '/login' } as const;

export type PlainPage = keyof typeof ADDRESSES;

/** Where somebody is. */
export type Place =
  | { readonly page: PlainPage }
  | { readonly page: 'study'; readonly caseKey: CaseKey }
  | { readonly page: 'nowhere' };

/** What page an address means. */
export function placeOf(path: string): Place {
  const plain = (Object.keys(ADDRESSES) as PlainPage[]).find((page) => ADDRESSES[page] === path);
  if (plain !== undefined) {
    return { page: plain };
  }
  const [, word, institution, studyInstanceUid, ...more] = path.split('/');
  if (word === 'study' && institution && studyInstanceUid && more.length === 0) {
    try {
      return {
        page: 'study',
        caseKey: {
          institution: decodeURIComponent(institution),
          studyInstanceUid: decodeURIComponent(studyInstanceUid),
        },
      };
    } catch {
      return { page: 'nowhere' };
    }
  }
  return { page: 'nowhere' };
}

export const addressOf = (page: PlainPage): string => ADDRESSES[page];

export const addressOfStudy = (key: CaseKey): string =>
  `/study/${encodeURIComponent(key.institution)}/${encodeURIComponent(key.studyInstanceUid)}`;

/** A page outside the viewer that somebody was sent here from to sign in; no other address is believed. */
export const wantedBefore = (search: string): string | undefined => {
  const next = new URLSearchParams(search).get('next') ?? '';
  return /^\/epidemic(\?[^#]*)?$/.test(next) ? next : undefined;
};

const MOVED = 'hilum:moved';

/** Goes to another page of the viewer without loading it anew. */
export function go(address: string, how: 'push' | 'replace' = 'push'): void {
  if (how === 'push') {
    history.pushState(null, '', address);
  } else {
    history.replaceState(null, '', address);
  }
  window.dispatchEvent(new Event(MOVED));
}

const listen = (moved: () => void): (() => void) => {
  window.addEventListener('popstate', moved);
  window.addEventListener(MOVED, moved);
  return () => {
    window.removeEventListener('popstate', moved);
    window.removeEventListener(MOVED, moved);
  };
};

/** The path that is shown; a page is drawn anew when it changes. */
export const usePath = (): string => useSyncExternalStore(listen, () => location.pathname);

const isPlain = (event: MouseEvent): boolean =>
  event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey && !event.altKey;

/** A link within the viewer; another window opens by the browser's own ways. */
export const Link = (given: {
  readonly to: string;
  readonly children: ReactNode;
  readonly className?: string;
  readonly isCurrent?: boolean;
}): ReactElement =>
  createElement(
    'a',
    {
      href: given.to,
      className: given.className,
      'aria-current': given.isCurrent ? 'page' : undefined,
      onClick: (event: MouseEvent) => {
        if (isPlain(event)) {
          event.preventDefault();
          go(given.to);
        }
      },
    },
    given.children,
  );
