import { request } from './request';

export type Permission =
  | 'SEND_IMAGES' | 'VIEW_WORKLIST' | 'ASSIGN_WORK' | 'VIEW_IMAGES' | 'VIEW_RESULTS' | 'EXPORT'
  | 'CORRECT_AND_SIGN' | 'DELETE_IMAGES' | 'VIEW_WORK' | 'MANAGE_WORK' | 'MANAGE_PEOPLE'
  | 'MANAGE_INSTITUTIONS' | 'MANAGE_SETTINGS' | 'VIEW_OPERATION' | 'VIEW_AUDIT'
  | 'VIEW_EPIDEMIC' | 'SEND_COUNTS';

/** Who is in, and what they may do. */
export interface SignedIn {
  readonly login: string;
  readonly displayName: string;
  readonly institution: string;
  readonly permissions: readonly Permission[];
  readonly mustChangePassword: boolean;
}

export interface Ways {
  readonly password: boolean;
  /** Where the browser goes for the house's sign-on. */
  readonly signOn?: string;
}

/** Who is in, or nobody; also has the server set the cookie that changes need. */
export const whoIsIn = () => request<SignedIn>('GET', '/api/session');
export const ways = () => request<Ways>('GET', '/api/session/ways');
export const signIn = (login: string, password: string) =>
  request<SignedIn>('POST', '/api/session', { login, password });
export const signOut = () => request<null>('DELETE', '/api/session');
export const changePassword = (present: string, next: string) =>
  request<SignedIn>('POST', '/api/session/password', { present, next });
