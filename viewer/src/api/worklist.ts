import { request } from './request';

export type CaseState =
  | 'ARRIVING' | 'WAITING' | 'READING' | 'READ' | 'REFUSED' | 'SET_ASIDE' | 'CANCELLED';
export type UrgencyLevel = 'ROUTINE' | 'RAISED' | 'URGENT' | 'EMERGENCY';
export type Order = 'urgency' | 'arrived' | 'study-date' | 'patient-name' | 'opacity';

export interface CaseKey {
  readonly institution: string;
  readonly studyInstanceUid: string;
}

/** A case as the server tells it; what was measured is null for whoever may not see results. */
export interface Entry extends CaseKey {
  readonly site: string;
  readonly patientId: string;
  readonly patientName: string;
  readonly studyDate: string;
  readonly studyTime: string;
  readonly accessionNumber: string;
  readonly description: string;
  readonly modalities: readonly string[];
  readonly instanceCount: number;
  readonly state: CaseState;
  readonly stateSince: string;
  readonly urgency: { readonly level: UrgencyLevel; readonly reason: string; readonly by: string };
  readonly arrivedAt: string;
  readonly lastImageAt: string;
  readonly ageSeconds: number;
  readonly version: number;
  readonly reasons: readonly { code: string; message: string; where: string }[];
  readonly assignedTo?: string | null;
  readonly readAt?: string | null;
  readonly progress?: { step: string; fraction: number; attempts: number } | null;
  readonly summary?: Summary | null;
  readonly hasComparison: boolean;
  readonly comparison?: string | null;
  readonly report?: ReportMark | null;
}

/** How far the report of a case is. */
export interface ReportMark {
  readonly state: 'NONE' | 'DRAFT' | 'SIGNED' | 'WITHDRAWN';
  readonly by?: string | null;
  readonly at?: string | null;
  readonly isCritical: boolean;
  /** Something came that the signature knew nothing of. */
  readonly hasNewer: boolean;
}

/** Which cases are asked for by their report. */
export type ReportFilter = 'unsigned' | 'draft' | 'signed';

/** What was measured; absent is not zero. */
export interface Summary {
  readonly opacityPercent?: number | null;
  readonly opacityPercentInterval?: readonly (number | null)[] | null;
  readonly lesionCount?: number | null;
  readonly category?: string | null;
  readonly isWithinValidated: boolean;
}

export interface Page {
  readonly entries: readonly Entry[];
  readonly total: number;
  readonly isMore: boolean;
}

export interface Wanted {
  readonly states: readonly CaseState[];
  readonly report?: ReportFilter;
  readonly text: string;
  readonly order: Order;
  readonly offset: number;
  readonly limit: number;
}

export interface Result {
  readonly id: string;
  readonly kind: string;
  readonly version: number;
  readonly isCurrent: boolean;
  readonly madeAt: string;
  readonly series: readonly string[];
  readonly files: readonly { path: string; mediaType: string; bytes: number }[];
}

export function queryOf(wanted: Wanted): string {
  const query = new URLSearchParams();
  wanted.states.forEach((state) => query.append('state', state));
  if (wanted.report !== undefined) {
    query.set('report', wanted.report);
  }
  if (wanted.text !== '') {
    query.set('text', wanted.text);
  }
  query.set('order', wanted.order);
  query.set('offset', String(wanted.offset));
  query.set('limit', String(wanted.limit));
  return query.toString();
}

export function pathOf(key: CaseKey): string {
  const parts = [key.institution, key.studyInstanceUid].map(encodeURIComponent);
  return `/api/worklist/${parts.join('/')}`;
}

export async function cases(wanted: Wanted): Promise<Page> {
  return sure(await request<Page>('GET', `/api/worklist?${queryOf(wanted)}`));
}

export async function entry(key: CaseKey): Promise<Entry> {
  return sure(await request<Entry>('GET', pathOf(key)));
}

export async function results(key: CaseKey): Promise<readonly Result[]> {
  return sure(await request<readonly Result[]>('GET', `${pathOf(key)}/results`));
}

/** Where a file of a result is fetched. */
export function fileOf(key: CaseKey, result: Result, path: string): string {
  const file = path.split('/').map(encodeURIComponent).join('/');
  return `${pathOf(key)}/results/${encodeURIComponent(result.id)}/files/${file}`;
}

/** Gives a case to somebody, or to nobody; says whom it is taken from. */
export async function assign(
  key: CaseKey, to: string | null, from: string | null): Promise<Entry> {
  return sure(await request<Entry>('POST', `${pathOf(key)}/assign`, { to, from }));
}

export async function askUrgency(
  key: CaseKey, level: UrgencyLevel, reason: string): Promise<Entry> {
  return sure(await request<Entry>('POST', `${pathOf(key)}/urgency`, { level, reason }));
}

export async function readAgain(key: CaseKey): Promise<Entry> {
  return sure(await request<Entry>('POST', `${pathOf(key)}/read-again`));
}

export async function cancel(key: CaseKey, reason: string): Promise<Entry> {
  return sure(await request<Entry>('POST', `${pathOf(key)}/cancel`, { reason }));
}

function sure<T>(answer: T | null): T {
  if (answer === null) {
    throw new TypeError('the server answered without a body');
  }
  return answer;
}
