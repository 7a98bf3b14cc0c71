#!/usr/bin/env bash
# Broken DICOM files sent by C-STORE, STOW-RS and upload; then a good study.
. "$(dirname "$0")/steps.sh"
needs storescu dcmtk
[ -d "$samples/dicom/malformed" ] || stop "this needs the sample data: set HILUM_DATA"
say "A fresh server"
serve
people
mapfile -t files < <(find "$samples/dicom/malformed" -name '*.dcm' | sort)
note "${#files[@]} files"

say "By C-STORE, one association a file: how many ended how"
for file in "${files[@]}"; do
  said=$(timeout 60 storescu -v -aec HILUM 127.0.0.1 "$dicom_port" "$file" 2>&1 || true)
  answer=$(grep -oE 'Received Store Response \([^)]*\)' <<<"$said" | tail -1 || true)
  [ -n "$answer" ] || answer="not sent: $(grep -E '^[WEF]: ' <<<"$said" | grep -vE 'RequestedMessage|^W: DcmMeta' | tail -1 | sed -e "s#$file#FILE#g" -e 's/[0-9]\{4,\}/N/g' | cut -c1-100 || true)"
  printf '%s\n' "$answer"
done | sort | uniq -c | sort -rn

say "By STOW-RS, one request a file: status and, where something was turned away, why"
for file in "${files[@]}"; do
  curl -sS -m 60 -o "$work/answer" -w '%{http_code} ' -H "Authorization: Bearer $token" -H 'Content-Type: application/dicom' -H 'Accept: application/dicom+json' --data-binary "@$file" "$web/dicomweb/studies"
  grep -oE '(INT|DIC|ARC)-[0-9]+' "$work/answer" | sort -u | paste -sd, || true
done | sed 's/ *$//' | sort | uniq -c | sort -rn

say "By upload, all in one: what became of each"
list=$(for file in "${files[@]}"; do jq -nc --arg path "$(basename "$file")" --argjson bytes "$(stat -c %s "$file")" '{$path, $bytes}'; done | jq -sc '{name: "malformed", files: .}')
printf '%s' "$list" >"$work/list.json"
curl -sS -H "Authorization: Bearer $token" -H 'Content-Type: application/json' --data-binary "@$work/list.json" "$web/api/uploads" >"$work/upload.json"
id=$(jq -r .id "$work/upload.json")
n=0
for file in "${files[@]}"; do
  [ "$(stat -c %s "$file")" = 0 ] || curl -sS -o /dev/null -X PUT -H "Authorization: Bearer $token" -H "Content-Type: application/octet-stream" -H "Upload-Offset: 0" --data-binary "@$file" "$web/api/uploads/$id/files/$n"
  n=$((n + 1))
done
curl -sS -X POST -H "Authorization: Bearer $token" "$web/api/uploads/$id/finish" >/dev/null
for _ in $(seq 100); do
  web_get "/api/uploads/$id" >"$work/upload.json"
  jq -e '[.files[].state] | all(. == "TAKEN" or . == "REFUSED" or . == "LEFT_OUT" or . == "MIXED")' "$work/upload.json" >/dev/null && break
  sleep 0.3
done
jq -r '.files[] | .state + " " + ([.reasons[]?.code] | unique | join(","))' "$work/upload.json" | sort | uniq -c | sort -rn

say "The server lives, and the next good study is read as usual"
run curl -sS "$web/actuator/health"
draw "$work/ct" 60
must storescu -aec HILUM +sd 127.0.0.1 "$dicom_port" "$work/ct"
await_case HILUM
