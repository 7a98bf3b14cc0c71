import { request } from './request';
import type { Permission } from './session';

export type Role = 'ADMINISTRATOR' | 'TECHNOLOGIST' | 'RADIOLOGIST' | 'CLINICIAN' | 'AUDITOR' | 'EPIDEMIOLOGIST';

export interface Account {
  readonly id: number;
  readonly institution: string;
  readonly login: string;
  readonly displayName: string;
  readonly roles: readonly Role[];
  readonly mustChange: boolean;
  readonly isActive: boolean;
}

export interface OneTime {
  readonly account: Account;
  readonly oneTimePassword: string;
}

export interface Token {
  readonly id: number;
  readonly name: string;
  readonly permissions: readonly Permission[];
  readonly madeBy: string;
  readonly expiresAt: string;
  readonly isRevoked: boolean;
  readonly lastUsedAt?: string | null;
}

export interface Institution {
  readonly code: string;
  readonly name: string;
  readonly isActive: boolean;
}

const sure = <T>(answer: T | null): T => {
  if (answer === null) {
    throw new TypeError('the server answered without a body');
  }
  return answer;
};

export const accounts = async (): Promise<readonly Account[]> =>
  sure(await request<readonly Account[]>('GET', '/api/accounts'));

export const institutions = async (): Promise<readonly Institution[]> =>
  sure(await request<readonly Institution[]>('GET', '/api/institutions'));

export const makeAccount = async (
  institution: string, login: string, displayName: string, roles: readonly Role[]): Promise<OneTime> =>
  sure(await request<OneTime>('POST', '/api/accounts', { institution, login, displayName, roles }));

export const changeAccount = async (
  id: number, displayName: string, roles: readonly Role[], isActive: boolean): Promise<Account> =>
  sure(await request<Account>('PUT', `/api/accounts/${id}`, { displayName, roles, isActive }));

export const resetAccount = async (id: number): Promise<OneTime> =>
  sure(await request<OneTime>('POST', `/api/accounts/${id}/reset`));

export const tokens = async (): Promise<readonly Token[]> =>
  sure(await request<readonly Token[]>('GET', '/api/tokens'));

export const makeToken = async (
  name: string, permissions: readonly Permission[], days: number): Promise<{ token: Token; secret: string }> =>
  sure(await request<{ token: Token; secret: string }>('POST', '/api/tokens', { name, permissions, days }));

export const revokeToken = (id: number): Promise<null> => request<null>('DELETE', `/api/tokens/${id}`);
