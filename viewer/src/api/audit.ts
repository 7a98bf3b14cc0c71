import { request } from './request';

export type Action =
  | 'SIGN_IN' | 'SIGN_OUT' | 'RECEIVE' | 'QUERY' | 'VIEW' | 'EXPORT' | 'CHANGE' | 'DELETE' | 'READ_BY_NETWORK'
  | 'ADMINISTER' | 'START' | 'STOP';

/** What somebody did, or tried to do. */
export interface Recorded {
  readonly number: number;
  readonly at: string;
  readonly entry: {
    readonly action: Action;
    readonly actor: string;
    readonly institution: string;
    readonly from: string;
    readonly patient: string;
    readonly objects: readonly string[];
    readonly allowed: boolean;
    readonly words: string;
  };
}

export interface Looked {
  readonly actor: string;
  /** Moments; empty for no bound. */
  readonly from: string;
  readonly to: string;
  readonly before: number | null;
  readonly most: number;
}

/** Entries, newest first. */
export async function audit(looked: Looked): Promise<readonly Recorded[]> {
  const query = new URLSearchParams({ most: String(looked.most) });
  for (const name of ['actor', 'from', 'to'] as const) {
    if (looked[name] !== '') {
      query.set(name, looked[name]);
    }
  }
  if (looked.before !== null) {
    query.set('before', String(looked.before));
  }
  return (await request<readonly Recorded[]>('GET', `/api/audit?${query.toString()}`)) ?? [];
}

export interface TrailCheck {
  readonly isWhole: boolean;
  readonly firstBroken?: number | null;
}

/** Whether no entry was changed and none is missing. */
export const checkTrail = (): Promise<TrailCheck | null> => request<TrailCheck>('GET', '/api/audit/check');
