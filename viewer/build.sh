#!/usr/bin/env bash
# Builds the viewer into dist/, or tests it, with the machine's own Node.js; called by Maven.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"

if ! command -v npm >/dev/null; then
  echo "viewer: Node.js 20 or newer with npm is missing. Install it, for example: sudo apt-get install nodejs npm" >&2
  exit 1
fi

# What is installed is what the lock names.
installed=node_modules/.installed
if ! cmp -s package-lock.json "$installed"; then
  npm ci --silent --no-fund --no-audit
  cp package-lock.json "$installed"
fi

case "$1" in
  build)
    stamp=dist/.built
    if [ ! -f "$stamp" ] || [ -n "$(find src public index.html package-lock.json tsconfig.json vite.config.ts ../docs/reference/reason-codes.md ../imaging/reporting/src/main/resources -newer "$stamp" -print -quit 2>/dev/null)" ]; then
      npm run --silent build
      touch "$stamp"
    fi
    ;;
  test) npm test --silent ;;
  *) echo "viewer: build or test?" >&2; exit 2 ;;
esac
