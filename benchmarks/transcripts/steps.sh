# What the transcripts share: a server of its own on fixed ports, its data in a folder that goes away.
# Read by the others; each is run by ./dev transcript <name>.
set -euo pipefail

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
samples=${HILUM_DATA:-$root/../shared/data}
samples=$(readlink -f "$samples")
work=$(mktemp -d)
web_port=18080 dicom_port=11412 tls_port=12762
web=http://127.0.0.1:$web_port
server='' others=() token=''

ended() {
  local process
  for process in "${others[@]}"; do kill "$process" 2>/dev/null || true; done
  [ -z "$server" ] || { kill "$server" 2>/dev/null && wait "$server" 2>/dev/null || true; }
  mountpoint -q "$work/small" 2>/dev/null && umount "$work/small" || true
  rm -rf "$work"
}
trap ended EXIT

# Folders of this machine say nothing to a reader.
tidy() { sed -u -e "s#$work#WORK#g" -e "s#$samples#SAMPLES#g" -e "s#$root#HILUM#g" -e "s#$HOME#HOME#g"; }
exec > >(tidy) 2>&1

say() { printf '\n## %s\n\n' "$*"; }
note() { printf '%s\n' "$*"; }
stop() { printf 'STOPPED: %s\n' "$*"; exit 1; }

# Shows a command, does it, shows how it ended where that was not well.
run() {
  printf '$ %s\n' "$*"
  local status=0
  "$@" || status=$?
  [ "$status" = 0 ] || printf '(exit status %s)\n' "$status"
}

# As `run`, and the transcript ends where it ended badly.
must() {
  printf '$ %s\n' "$*"
  "$@" || stop "exit status $?"
}

needs() { command -v "$1" >/dev/null || stop "$1 is missing. Install it, for example: sudo apt-get install $2"; }

# As `run`, and the transcript ends where the words are not in what the command said.
expect() {
  local words=$1 said
  shift
  printf '$ %s\n' "$*"
  said=$("$@" 2>&1) || true
  printf '%s\n' "$said" | cut -c1-300 | sed -n "1,${most:-25}p"
  grep -qE -- "$words" <<<"$said" || stop "expected: $words"
}

serve() {
  # What an earlier server said is not this one's readiness.
  rm -f "$work/server.log"
  "$root/hilum" serve --data "$work/data" --port "$web_port" --dicom-port "$dicom_port" --no-phantom "$@" >"$work/server.log" 2>&1 &
  server=$!
  until grep -qs 'Hilum is ready' "$work/server.log"; do
    kill -0 "$server" 2>/dev/null || { cat "$work/server.log"; stop 'the server did not start'; }
    sleep 0.1
  done
  note "\$ ./hilum serve --data WORK/data --port $web_port --dicom-port $dicom_port --no-phantom $*"
  sed -e 's/with the password .*/with the password (told once)/' "$work/server.log" | grep -vE '^$|^Hilum: buil'
}

close() { kill "$server"; wait "$server" 2>/dev/null || true; server=''; }

# ask METHOD path [body]: as the person whose cookies lie in $jar.
ask() {
  local guard
  guard=$(sed -n 's/.*XSRF-TOKEN\t//p' "$jar" 2>/dev/null || true)
  curl -sS -b "$jar" -c "$jar" -X "$1" -H 'Content-Type: application/json' -H "X-XSRF-TOKEN: $guard" "$web$2" ${3:+-d "$3"}
}

enter() {
  local login=$1 once=$2
  jar=$work/$login.cookies
  ask POST /api/session "{\"login\":\"$login\",\"password\":\"$once\"}" >/dev/null
  ask GET /api/session >/dev/null
  ask POST /api/session/password "{\"present\":\"$once\",\"next\":\"a chest in 300 slices, drawn\"}" >/dev/null
  ask GET /api/session >/dev/null
}

# A doctor who also sends, and a token with what both may do; the administrator's cookies stay in admin.cookies.
people() {
  local once
  once=$(sed -n 's/.*with the password //p' "$work/server.log")
  enter admin "$once"
  admin=$jar
  once=$(ask POST /api/accounts '{"institution":"main","login":"doctor","displayName":"Doctor","roles":["TECHNOLOGIST","RADIOLOGIST"]}' | jq -r .oneTimePassword)
  enter doctor "$once"
  token=$(ask POST /api/tokens '{"name":"transcript","permissions":["SEND_IMAGES","VIEW_WORKLIST","VIEW_IMAGES","VIEW_RESULTS","EXPORT"],"days":1}' | jq -r .secret)
}

# peer title port: known to the house, may send and query, images can be moved to it.
peer() {
  local isDestination=true
  [ "$2" -gt 0 ] || isDestination=false
  jar=$admin ask PUT /api/peers "{\"title\":\"$1\",\"institution\":\"main\",\"host\":\"127.0.0.1\",\"port\":$2,\"maySend\":true,\"mayQuery\":true,\"isMoveDestination\":$isDestination}" | jq -c .
}

web_get() { curl -sS -H "Authorization: Bearer $token" -H "Accept: ${2:-application/json}" "$web$1"; }

# Waits until the newest case has ended; shows it.
await_case() {
  local n said
  for n in $(seq 600); do
    said=$(web_get "/api/worklist?text=$1")
    [ "$(jq -r '.entries[0].state // ""' <<<"$said" | grep -cE '^(READ|REFUSED|SET_ASIDE)$')" = 1 ] && break
    sleep 0.2
  done
  jq -c '.entries[] | {patientName, patientId, state, summary}' <<<"$said" | cut -c1-400
  jq -e '.entries[0].state == "READ"' <<<"$said" >/dev/null || stop "the case of $1 was not read"
}

draw() {
  "$JAVA_HOME/bin/java" -Xmx2g --enable-native-access=ALL-UNNAMED -Djava.awt.headless=true "-Dhilum.home=$root" \
    -cp "$root/benchmarks/target/classes:$root/benchmarks/target/lib/*" org.hilum.benchmarks.WholeReadings draw "$1" "$2" >/dev/null 2>&1
}
