/** What the server says when it does not do what was asked (RFC 9457). */
export class Problem extends Error {
  constructor(
    readonly status: number,
    readonly code: string | null,
    readonly detail: string | null,
    readonly retryAfterSeconds: number | null,
  ) {
    super(`${status} ${code ?? ''}`.trim());
  }
}

/** The status of a request that had no answer. */
export const NO_ANSWER = 0;

/** Reads a problem from an answer; an answer that is no problem still has its status. */
export async function problemOf(response: Response): Promise<Problem> {
  const type = response.headers.get('Content-Type') ?? '';
  const said: unknown = type.includes('json') ? await response.json().catch(() => null) : null;
  const seconds = Number.parseInt(response.headers.get('Retry-After') ?? '', 10);
  return new Problem(
    response.status,
    text(said, 'code'),
    text(said, 'detail'),
    Number.isNaN(seconds) ? null : seconds,
  );
}

function text(said: unknown, key: string): string | null {
  if (typeof said !== 'object' || said === null) {
    return null;
  }
  const value = (said as Record<string, unknown>)[key];
  return typeof value === 'string' ? value : null;
}
