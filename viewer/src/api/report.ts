import { request } from './request';
import { pathOf, type CaseKey } from './worklist';

export type Section = 'FINDINGS' | 'IMPRESSION';

/** Where a number of a sentence comes from: a file and a JSON pointer into it. */
export interface NumberLink {
  readonly name: string;
  readonly path: string;
}

export interface Sentence {
  readonly id: string;
  readonly section: Section;
  readonly text: string;
  /** What the program proposed; empty where a person wrote it. */
  readonly prefilled: string;
  readonly isEdited: boolean;
  readonly numbers: readonly NumberLink[];
}

/** Who was told of a critical result. */
export interface Communication {
  readonly to: string;
  readonly how: string;
  readonly at: string;
}

export interface ReportEvent {
  readonly kind: 'SIGNED' | 'ADDENDUM' | 'WITHDRAWN';
  readonly by: string;
  readonly byName?: string;
  readonly at: string;
  readonly text: string;
  /** Result of the case that holds what was written; null until it is. */
  readonly result: string | null;
  readonly files: readonly { readonly path: string; readonly mediaType: string; readonly bytes: number }[];
}

export interface CaseReport {
  readonly state: 'NONE' | 'DRAFT' | 'SIGNED' | 'WITHDRAWN';
  readonly revision: number;
  readonly by: string;
  readonly at: string | null;
  readonly language: ReportLanguage;
  readonly isCritical: boolean;
  readonly communication: Communication | null;
  readonly sentences: readonly Sentence[];
  readonly history: readonly ReportEvent[];
  /** Something was read, compared or corrected since, which the report does not rest on. */
  readonly hasNewer: boolean;
}

export type ReportLanguage = 'en' | 'zh';

/** A draft as a person wrote it. */
export interface Draft {
  readonly language: ReportLanguage;
  readonly isCritical: boolean;
  readonly communication: Communication | null;
  readonly sentences: readonly { readonly id: string; readonly section: Section; readonly text: string }[];
}

const of = (key: CaseKey): string => `${pathOf(key)}/report`;

const asked = async (method: 'GET' | 'PUT' | 'POST', path: string, body?: unknown): Promise<CaseReport> => {
  const report = await request<CaseReport>(method, path, body);
  if (report === null) {
    throw new TypeError('the server answered without a report');
  }
  return report;
};

export const report = (key: CaseKey): Promise<CaseReport> => asked('GET', of(key));

export const prefill = (key: CaseKey, language: ReportLanguage, revision: number): Promise<CaseReport> =>
  asked('POST', `${of(key)}/prefill`, { language, revision });

export const save = (key: CaseKey, revision: number, draft: Draft): Promise<CaseReport> =>
  asked('PUT', of(key), { revision, ...draft });

export const sign = (
  key: CaseKey, revision: number, password: string, isOnOlder: boolean): Promise<CaseReport> =>
  asked('POST', `${of(key)}/sign`, { revision, password, isOnOlder });

export const addendum = (key: CaseKey, password: string, text: string): Promise<CaseReport> =>
  asked('POST', `${of(key)}/addendum`, { password, text });

export const withdraw = (key: CaseKey, password: string, reason: string): Promise<CaseReport> =>
  asked('POST', `${of(key)}/withdraw`, { password, reason });

/** Where the page is shown as it would be signed. */
export const previewOf = (key: CaseKey): string => `${of(key)}/preview.pdf`;
