import type { ReactElement } from 'react';

/** Something that is shown this once. */
export const Secret = ({ what, secret }: { readonly what: string; readonly secret: string }): ReactElement => (
  <div className="card stack" role="status">
    <p>{what}</p>
    <p>
      <code className="secret">{secret}</code>
    </p>
  </div>
);
