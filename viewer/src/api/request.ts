import { NO_ANSWER, Problem, problemOf } from './problem';

type Method = 'GET' | 'POST' | 'PUT' | 'DELETE';

/** Heard when the server no longer knows who asks. */
let whenSignedOut: () => void = () => {};

export function onSignedOut(heard: () => void): void {
  whenSignedOut = heard;
}

/** The token of the cookie that every change has to bring back. */
export function tokenIn(cookies: string): string | null {
  const pair = cookies.split('; ').find((each) => each.startsWith('XSRF-TOKEN='));
  return pair === undefined ? null : decodeURIComponent(pair.slice('XSRF-TOKEN='.length));
}

/** Asks the server; an answer without a body is null, a refusal is thrown as a problem. */
export async function request<T>(method: Method, path: string, body?: unknown): Promise<T | null> {
  const headers = new Headers();
  const init: RequestInit = {};
  if (body !== undefined) {
    headers.set('Content-Type', 'application/json');
    init.body = JSON.stringify(body);
  }
  return ask(method, path, headers, init);
}

/** Brings bytes of a file, from an offset on. */
export async function putBytes<T>(
  path: string, bytes: ArrayBuffer, offset: number, signal: AbortSignal): Promise<T | null> {
  const headers = new Headers({ 'Content-Type': 'application/octet-stream', 'Upload-Offset': String(offset) });
  return ask('PUT', path, headers, { body: bytes, signal });
}

async function ask<T>(method: Method, path: string, headers: Headers, more: RequestInit): Promise<T | null> {
  headers.set('Accept', 'application/json, application/problem+json');
  const token = tokenIn(document.cookie);
  if (method !== 'GET' && token !== null) {
    headers.set('X-XSRF-TOKEN', token);
  }
  const response = await fetch(path, { ...more, method, headers, credentials: 'same-origin' }).catch(() => {
    throw new Problem(NO_ANSWER, null, null, null);
  });
  if (!response.ok) {
    const isSignIn = method === 'POST' && path === '/api/session';
    if (response.status === 401 && !isSignIn) {
      whenSignedOut();
    }
    throw await problemOf(response);
  }
  const isEmpty = response.status === 204 || response.headers.get('Content-Length') === '0';
  return isEmpty ? null : ((await response.json()) as T);
}
