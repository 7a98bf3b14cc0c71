#!/usr/bin/env bash
# DCMTK's tools against a fresh server: echo, send, find, move, get.
. "$(dirname "$0")/steps.sh"
needs storescu dcmtk
say "A fresh server"
serve
people
draw "$work/ct" 100
note "two application entities are made known to it:"
peer FINDER 0
peer STORE 11499

say "echoscu"
must echoscu -v -aec HILUM 127.0.0.1 "$dicom_port"

say "storescu: 100 drawn slices of one chest, then the case on the worklist"
must storescu -aec HILUM +sd 127.0.0.1 "$dicom_port" "$work/ct"
await_case HILUM

say "findscu: by ID, by a wild card of the name, by date, series of the study"
find=(findscu -S -aet FINDER -aec HILUM 127.0.0.1 "$dicom_port")
expect 'PatientID' "${find[@]}" -k QueryRetrieveLevel=STUDY -k PatientID=HILUM* -k PatientName -k StudyDate -k ModalitiesInStudy -k NumberOfStudyRelatedInstances -k StudyInstanceUID
study=$("${find[@]}" -k QueryRetrieveLevel=STUDY -k PatientID=HILUM* -k StudyInstanceUID 2>&1 | sed -n 's/.*(0020,000d) UI \[\([0-9.]*\).*/\1/p' | tail -1)
expect 'PatientName' "${find[@]}" -k QueryRetrieveLevel=STUDY -k 'PatientName=ph*' -k StudyDate=20200101- -k StudyDescription
most=12 expect 'SEG' "${find[@]}" -k QueryRetrieveLevel=SERIES -k Modality=SEG -k "StudyInstanceUID=$study" -k SeriesNumber -k SeriesDescription -k NumberOfSeriesRelatedInstances

say "movescu: the study to a DCMTK receiver"
mkdir "$work/moved" "$work/got"
storescp -aet STORE -od "$work/moved" 11499 >/dev/null 2>&1 &
others+=($!)
sleep 0.5
run movescu -v -S -aet FINDER -aem STORE -aec HILUM -k QueryRetrieveLevel=STUDY -k "StudyInstanceUID=$study" 127.0.0.1 "$dicom_port" 2>&1 | grep -vE 'Pending|^I: *$' | tail -12
note "files received: $(find "$work/moved" -type f | wc -l)"

say "getscu: the CT series alone"
series=$("${find[@]}" -k QueryRetrieveLevel=SERIES -k "StudyInstanceUID=$study" -k Modality=CT -k SeriesInstanceUID 2>&1 | sed -n 's/.*(0020,000e) UI \[\([0-9.]*\).*/\1/p' | tail -1)
run getscu -S -aet FINDER -aec HILUM -od "$work/got" -k QueryRetrieveLevel=SERIES -k "StudyInstanceUID=$study" -k "SeriesInstanceUID=$series" 127.0.0.1 "$dicom_port" 2>&1 | tail -5
note "files received: $(find "$work/got" -type f | wc -l)"

say "What came back is what was sent: pixels and header of every slice"
hash_of() { for file in "$1"/*; do dcmdump +P SOPInstanceUID -s "$file" | cut -d'[' -f2 | cut -d']' -f1; dcmdump -q --print-all +L "$file" | grep -v '^(0002' | sha256sum; done | paste - - | sort | sha256sum; }
note "sent $(hash_of "$work/ct")"
note "got  $(hash_of "$work/got")"
[ "$(hash_of "$work/ct")" = "$(hash_of "$work/got")" ] || stop 'what came back differs'

say "Refused: a wrong title is called"
expect 'Reject|not recognized' echoscu -aec SOMEBODY 127.0.0.1 "$dicom_port"

say "Refused, where callers on this machine must be known as well: somebody whom nobody registered"
close
export HILUM_DICOM_UNKNOWNFROMTHISMACHINE=false
serve
expect 'Reject|not recognized' findscu -S -aet NOBODY -aec HILUM 127.0.0.1 "$dicom_port" -k QueryRetrieveLevel=STUDY -k PatientID
expect 'Phantom' "${find[@]}" -k QueryRetrieveLevel=STUDY -k PatientID=HILUM* -k PatientName
