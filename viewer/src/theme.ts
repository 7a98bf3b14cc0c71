import { useSyncExternalStore } from 'react';

export type Theme = 'dark' | 'light';

const KEPT_AS = 'hilum.theme';

const listeners = new Set<() => void>();

const kept = (): Theme => (localStorage.getItem(KEPT_AS) === 'light' ? 'light' : 'dark');

/** Shows the theme chosen before; dark until somebody chose. */
export const showTheme = (): void => {
  document.documentElement.dataset.theme = kept();
};

const choose = (next: Theme): void => {
  localStorage.setItem(KEPT_AS, next);
  showTheme();
  listeners.forEach((heard) => heard());
};

const listen = (heard: () => void): (() => void) => {
  listeners.add(heard);
  return () => listeners.delete(heard);
};

export const useTheme = (): readonly [Theme, (next: Theme) => void] => [useSyncExternalStore(listen, kept), choose];
