#!/usr/bin/env bash
# Patients' names in Chinese: kept in the character sets they came in, found, and shown right.
. "$(dirname "$0")/steps.sh"
needs storescu dcmtk
say "A fresh server"
serve
people
peer FINDER 0
draw "$work/ct" 60

# set, name as bytes of a file: one study each, the name written by DCMTK in that character set.
named() {
  local folder=$work/$3
  cp -r "$work/ct" "$folder"
  dcmodify -nb -gst -gse -gin -m "PatientID=$3" "$folder"/*.dcm
  local study
  study=2.25.$((RANDOM * 1000000 + RANDOM))
  dcmodify -nb -m "StudyInstanceUID=$study" -m "SeriesInstanceUID=$study.1" -i "(0008,0005)=$1" -m "PatientName=$(printf '%s' "$2" | iconv -t "$4")" "$folder"/*.dcm
  storescu -aec HILUM +sd 127.0.0.1 "$dicom_port" "$folder"
  note "$3 sent: (0008,0005) $1, bytes of the name: $(dcmdump +P PatientName "$folder/$(ls "$folder" | sed -n 1p)" -q | LC_ALL=C sed 's/.*\[\(.*\)\].*/\1/' | tr -d '\n' | xxd -p | sed -n 1p)"
}

say "Three patients, three character sets"
named GB18030 '王^小东' NAME-GB18030 GB18030
named 'ISO_IR 192' 'Li^Jianguo=李^建国' NAME-UTF8 UTF-8
named GBK '陳^大文' NAME-GBK GBK

say "Found on the worklist by a part of the name, and shown"
for text in 王 建国 Jianguo 陳^大; do
  note "search for $text:"
  web_get "/api/worklist?text=$(jq -rn --arg text "$text" '$text|@uri')" | jq -c '.entries[] | {patientName, patientId, state}'
done
[ "$(web_get "/api/worklist?text=$(jq -rn '"王"|@uri')" | jq -r '.entries[0].patientName')" = '王^小东' ] || stop 'the name is not shown right'

say "Found by QIDO-RS, whose answers are UTF-8"
for text in '王*' '*建国*' '陳*'; do
  web_get "/dicomweb/studies?PatientName=$(jq -rn --arg text "$text" '$text|@uri')" application/dicom+json | jq -c '.[] | .["00100010"].Value'
done

say "Found by C-FIND, asked in UTF-8, answered in UTF-8"
expect '王\^小东' findscu -S -aet FINDER -aec HILUM 127.0.0.1 "$dicom_port" -k "SpecificCharacterSet=ISO_IR 192" -k QueryRetrieveLevel=STUDY -k 'PatientName=王*'
