#!/usr/bin/env bash
# Debian's Orthanc as a PACS beside Hilum: it sends, asks and fetches, by DIMSE and by DICOMweb.
. "$(dirname "$0")/steps.sh"
needs Orthanc "orthanc orthanc-dicomweb"
needs storescu dcmtk
say "A fresh server, and Orthanc beside it"
serve
people
peer ORTHANC 14242
cat >"$work/orthanc.json" <<J
{"Name": "PACS", "DicomAet": "ORTHANC", "DicomPort": 14242, "HttpPort": 18042, "AuthenticationEnabled": false,
 "StorageDirectory": "$work/orthanc", "IndexDirectory": "$work/orthanc", "DicomAlwaysAllowEcho": true, "DicomAlwaysAllowStore": true,
 "DicomModalities": {"hilum": ["HILUM", "127.0.0.1", $dicom_port]},
 "Plugins": ["/usr/share/orthanc/plugins"],
 "DicomWeb": {"Enable": true, "Root": "/dicom-web/", "Servers": {"hilum": {"Url": "$web/dicomweb/", "HttpHeaders": {"Authorization": "Bearer $token"}}}}}
J
Orthanc "$work/orthanc.json" >"$work/orthanc.log" 2>&1 &
others+=($!)
until curl -s -o /dev/null http://127.0.0.1:18042/system; do sleep 0.2; done
run curl -sS http://127.0.0.1:18042/system
draw "$work/ct" 100
storescu -aec ORTHANC +sd 127.0.0.1 14242 "$work/ct"
pacs=http://127.0.0.1:18042
study=$(curl -sS $pacs/studies | jq -r '.[0]')
uid=$(curl -sS "$pacs/studies/$study" | jq -r .MainDicomTags.StudyInstanceUID)
note "Orthanc holds one study of $(curl -sS "$pacs/studies/$study/instances" | jq length) images"

say "Orthanc says C-ECHO, and sends the study by C-STORE"
expect '\{\}' curl -sS -X POST "$pacs/modalities/hilum/echo" -d '{}'
expect '"FailedInstancesCount" : 0' curl -sS -X POST "$pacs/modalities/hilum/store" -d "[\"$study\"]"
await_case HILUM

say "Orthanc asks by C-FIND, and fetches what Hilum made by C-MOVE"
found=$(curl -sS -X POST "$pacs/modalities/hilum/query" -d '{"Level":"Series","Query":{"PatientID":"HILUM*","Modality":"","SeriesDescription":"","StudyInstanceUID":"'"$uid"'"}}' | jq -r .ID)
run curl -sS "$pacs/queries/$found/answers?expand&simplify"
expect '"Query"|"RemoteAet"' curl -sS -X POST "$pacs/queries/$found/retrieve" -d '{"TargetAet":"ORTHANC","Synchronous":true}'
sleep 1
note "what Orthanc now holds of the study:"
curl -sS "$pacs/studies/$study/series" | jq -c '.[] | {modality: .MainDicomTags.Modality, description: .MainDicomTags.SeriesDescription, instances: (.Instances | length)}'
curl -sS "$pacs/studies/$study/series" | jq -e 'map(.MainDicomTags.Modality) | contains(["SEG", "SR"])' >/dev/null || stop "SEG and SR did not reach Orthanc"

say "Orthanc's DICOMweb client: QIDO-RS, STOW-RS, WADO-RS"
expect "$uid" curl -sS -X POST "$pacs/dicom-web/servers/hilum/qido" -d '{"Uri":"/studies","Arguments":{"PatientID":"HILUM*"}}'
expect '"Total|Recovered|Resources|Count|\{' curl -sS -X POST "$pacs/dicom-web/servers/hilum/stow" -d "{\"Resources\":[\"$study\"]}"
curl -sS -X DELETE "$pacs/studies/$study" >/dev/null
note "Orthanc's copy is deleted; it fetches the study from Hilum:"
expect 'Received|Retrieved|\{' curl -sS -X POST "$pacs/dicom-web/servers/hilum/retrieve" -d "{\"Resources\":[{\"Study\":\"$uid\"}]}"
note "Orthanc holds $(curl -sS "$pacs/instances" | jq length) instances again"
[ "$(curl -sS "$pacs/instances" | jq length)" -gt 100 ] || stop 'the study did not come back'
