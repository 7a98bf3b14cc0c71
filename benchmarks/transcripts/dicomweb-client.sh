#!/usr/bin/env bash
# dicomweb-client, the library of web viewers, against a fresh server: STOW-RS, QIDO-RS, WADO-RS.
. "$(dirname "$0")/steps.sh"
needs npm "nodejs npm"
say "A fresh server, and dicomweb-client from npm"
serve
people
draw "$work/ct" 60
mkdir "$work/client"
cp "$(dirname "$0")/dicomweb-client.mjs" "$work/client/"
printf %s "$token" >"$work/token"
(cd "$work/client" && npm install --silent --no-fund --no-audit dicomweb-client@0.11.3 xhr2@0.2.1 >/dev/null)
must node "$work/client/dicomweb-client.mjs" "$web/dicomweb" "$work/token" "$work/ct"
await_case HILUM
