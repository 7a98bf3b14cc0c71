#!/usr/bin/env bash
# Back up a server that runs, lose everything, restore: the same worklist, the same files.
. "$(dirname "$0")/steps.sh"
needs storescu dcmtk
say "A fresh server, one study read"
serve
people
draw "$work/ct" 60
storescu -aec HILUM +sd 127.0.0.1 "$dicom_port" "$work/ct"
await_case HILUM
hashes() { (cd "$work/data/$1" && find . -type f ! -path '*/arriving/*' ! -name '*.part' -exec sha256sum {} + | sort -k2 | sha256sum | cut -d' ' -f1); }
list() { web_get /api/worklist | jq -S 'del(.. | .ageSeconds?, .waitedSeconds?)' | sha256sum | cut -d' ' -f1; }
# The objects of its result get into the list a moment after the study is read.
seen=''
while [ "$seen" != "$(list)" ]; do
  seen=$(list)
  sleep 2
done
before="$(list) $(hashes objects) $(hashes results)"
note "worklist, images and objects, results: $before"

say "Back up while it runs; then everything is lost"
must "$root/hilum" backup "$work/backup" --data "$work/data" --quiet
close
rm -rf "$work/data"
note "\$ rm -rf WORK/data"

say "Restore, and start"
must "$root/hilum" restore "$work/backup" --data "$work/data" --quiet
serve
after="$(list) $(hashes objects) $(hashes results)"
note "worklist, images and objects, results: $after"
[ "$before" = "$after" ] || { web_get /api/worklist | jq -S .; stop 'something differs'; }
note "the same. The token made before works: $(web_get /api/worklist | jq -r '.total') case on the list."
