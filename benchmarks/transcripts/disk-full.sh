#!/usr/bin/env bash
# A disk that fills up: refused in words, nothing broken, taken again once there is room.
. "$(dirname "$0")/steps.sh"
needs storescu dcmtk
[ "$(id -u)" = 0 ] || stop "this mounts a small disk: run it as root"
mkdir "$work/small"
mount -t tmpfs -o size=400m tmpfs "$work/small"
mkdir "$work/small/data"
ln -s "$work/small/data" "$work/data"
say "A fresh server on a disk of 400 MB, of which 50 MB are to stay free"
export HILUM_LIMITS_FREE=50MB
serve
people
draw "$work/ct" 120
run df -h --output=size,used,avail "$work/small"

say "One study goes in and is read"
must storescu -aec HILUM +sd 127.0.0.1 "$dicom_port" "$work/ct"
await_case HILUM

say "More studies until the disk is full: C-STORE"
anew() { dcmodify -nb -m "StudyInstanceUID=2.25.4711$1" -m "SeriesInstanceUID=2.25.4711$1.1" -gin "$work"/ct/*.dcm; }
for n in 1 2 3 4; do
  anew "$n"
  storescu -v -aec HILUM +sd 127.0.0.1 "$dicom_port" "$work/ct" >"$work/said" 2>&1 && ended=0 || ended=$?
  grep -oE 'Received Store Response \([^)]*\)' "$work/said" | sort | uniq -c
  [ "$ended" = 0 ] || break
done
run df -h --output=size,used,avail "$work/small"
note "the reason, as the sender sees it:"
storescu -d -aec HILUM 127.0.0.1 "$dicom_port" "$(find "$work/ct" -name '*.dcm' | sort | sed -n 1p)" 2>&1 | grep -aE '0000,0902|DIMSE Status' | head -3 || true

say "STOW-RS and upload"
one=$(find "$work/ct" -name '*.dcm' | sort | sed -n 1p)
curl -sS -w '\nstatus %{http_code}\n' -H "Authorization: Bearer $token" -H 'Content-Type: application/dicom' -H 'Accept: application/dicom+json' --data-binary "@$one" "$web/dicomweb/studies" | cut -c1-400
curl -sS -w '\nstatus %{http_code}\n' -H "Authorization: Bearer $token" -H 'Content-Type: application/json' -d "{\"name\":\"full\",\"files\":[{\"path\":\"one.dcm\",\"bytes\":$(stat -c %s "$one")}]}" "$web/api/uploads" | cut -c1-400

say "It still answers, and shows what it has"
web_get '/api/worklist' | jq -c '.entries[] | {patientId, state}'
run curl -sS "$web/actuator/health"

note ""
say "Room is made (the disk grows); the same study is taken and read"
mount -o remount,size=2g "$work/small"
must storescu -aec HILUM +sd 127.0.0.1 "$dicom_port" "$work/ct"
for _ in $(seq 600); do web_get '/api/worklist' | jq -e '[.entries[] | select(.state != "READ")] | length == 0' >/dev/null && break; sleep 0.3; done
web_get '/api/worklist' | jq -c '.entries[] | {patientId, state, summary: .summary.opacityPercent}'
web_get '/api/worklist' | jq -e '[.entries[] | select(.state != "READ")] | length == 0' >/dev/null || stop 'not all was read'
