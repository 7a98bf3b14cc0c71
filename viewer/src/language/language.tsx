import { createContext, useContext, useEffect, useMemo, useState, type ReactElement, type ReactNode } from 'react';

/** The languages a person can work in. */
export const LANGUAGES = ['en', 'zh'] as const;

export type Language = (typeof LANGUAGES)[number];

/** The same words in every language; the type of the first fixes which there must be. */
export type Wording<W> = Readonly<Record<Language, W>>;

interface Chosen {
  readonly language: Language;
  readonly choose: (language: Language) => void;
}

const KEPT_AS = 'hilum.language';

const Spoken = createContext<Chosen>({ language: 'en', choose: () => undefined });

const first = (): Language => {
  const kept = localStorage.getItem(KEPT_AS);
  const asked = kept ?? navigator.language;
  return LANGUAGES.find((each) => asked.startsWith(each)) ?? 'en';
};

/** Tells everything inside which language to speak. */
export const InLanguage = ({ children }: { readonly children: ReactNode }): ReactElement => {
  const [language, setLanguage] = useState(first);
  useEffect(() => {
    document.documentElement.lang = language === 'zh' ? 'zh-CN' : 'en';
  }, [language]);
  const chosen = useMemo(
    () => ({
      language,
      choose: (next: Language) => {
        localStorage.setItem(KEPT_AS, next);
        setLanguage(next);
      },
    }),
    [language],
  );
  return <Spoken.Provider value={chosen}>{children}</Spoken.Provider>;
};

export const useLanguage = (): Chosen => useContext(Spoken);

/** The words of one part in the language that is spoken. */
export function useWords<W>(wording: Wording<W>): W {
  return wording[useLanguage().language];
}
