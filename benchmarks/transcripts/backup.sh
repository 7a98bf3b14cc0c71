#!/usr/bin/env bash
# Back up a server that runs, lose everything, restore: the same worklist, the same files, the same bulletin.
. "$(dirname "$0")/steps.sh"
needs storescu dcmtk
say "A fresh server, one study read, a bulletin made of drawn counts"
serve
people
draw "$work/ct" 60
storescu -aec HILUM +sd 127.0.0.1 "$dicom_port" "$work/ct"
await_case HILUM
hashes() { (cd "$work/data/$1" && find . -type f ! -path '*/arriving/*' ! -name '*.part' -exec sha256sum {} + | sort -k2 | sha256sum | cut -d' ' -f1); }
list() { web_get /api/worklist | jq -S 'del(.. | .ageSeconds?, .waitedSeconds?)' | sha256sum | cut -d' ' -f1; }
counts_token=$(jar=$admin ask POST /api/tokens '{"name":"counts","permissions":["SEND_COUNTS","VIEW_EPIDEMIC"],"days":1}' | jq -r .secret)
mkdir "$work/counts"
{
  echo location,date,value
  for n in $(seq 120); do
    for place in North South; do echo "$place,$(date -u -d "2021-01-01 +$n days" +%F),$((500 + 3 * n + n % 7))"; done
  done
} >"$work/counts/cases.csv"
"$JAVA_HOME/bin/jar" --create --no-manifest --file "$work/counts.zip" -C "$work/counts" cases.csv
epidemic() { curl -sS -H "Authorization: Bearer $counts_token" "$@"; }
epidemic -X PUT -H 'Content-Type: application/zip' --data-binary "@$work/counts.zip" "$web/api/epidemic/drawn/vintages/2021-05-01" | jq -c '{source, day, isNew}'
for n in $(seq 300); do
  [ "$(epidemic -o /dev/null -w '%{http_code}' "$web/api/epidemic/drawn/bulletin.json")" = 200 ] && break
  sleep 0.2
done
page() { epidemic --fail "$web/epidemic?source=drawn&language=en" | sha256sum | cut -d' ' -f1; }
plain() { (cd "$work/data/epidemic" && find . -type f ! -path '*/.*/*' -exec sha256sum {} + | sort -k2 | sha256sum | cut -d' ' -f1); }
# The objects of its result get into the list a moment after the study is read.
seen=''
while [ "$seen" != "$(list)" ]; do
  seen=$(list)
  sleep 2
done
before="$(list) $(hashes objects) $(hashes results)"
bulletin="$(page) $(plain)"
note "worklist, images and objects, results: $before"
note "bulletin, files of the epidemic: $bulletin"

say "Back up while it runs; then everything is lost"
must "$root/hilum" backup "$work/backup" --data "$work/data" --quiet
close
rm -rf "$work/data"
note "\$ rm -rf WORK/data"

say "Restore, and start"
must "$root/hilum" restore "$work/backup" --data "$work/data" --quiet
serve
after="$(list) $(hashes objects) $(hashes results)"
bulletin_after="$(page) $(plain)"
note "worklist, images and objects, results: $after"
note "bulletin, files of the epidemic: $bulletin_after"
[ "$before" = "$after" ] || { web_get /api/worklist | jq -S .; stop 'something differs'; }
[ "$bulletin" = "$bulletin_after" ] || stop 'the bulletin differs'
note "the same. The token made before works: $(web_get /api/worklist | jq -r '.total') case on the list."
