#!/usr/bin/env bash
# A PostgreSQL that others run, Debian's, instead of the embedded one.
. "$(dirname "$0")/steps.sh"
needs storescu dcmtk
needs pg_createcluster postgresql
[ "$(id -u)" = 0 ] || stop "this makes a cluster of Debian's PostgreSQL: run it as root"
version=$(pg_lsclusters -h | awk '{print $1; exit}')
version=${version:-$(basename "$(ls -d /usr/lib/postgresql/* | tail -1)")}
say "Debian's PostgreSQL $version, a cluster of its own"
pg_createcluster "$version" hilumtranscript -p 15432 --start >/dev/null
drop() { pg_dropcluster --stop "$version" hilumtranscript 2>/dev/null || true; ended; }
trap drop EXIT
su postgres -c "psql -q -p 15432 -c \"CREATE ROLE hilum LOGIN PASSWORD 'transcript'\" -c 'CREATE DATABASE hilum OWNER hilum'"
run su postgres -c "psql -p 15432 -Atc 'select version()'"

say "A fresh server on it: no database of its own"
export HILUM_DATABASE_PASSWORD=transcript
serve --database-url jdbc:postgresql://127.0.0.1:15432/hilum --database-user hilum
[ ! -e "$work/data/database/data" ] || stop 'there is an embedded database'
people
draw "$work/ct" 60
must storescu -aec HILUM +sd 127.0.0.1 "$dicom_port" "$work/ct"
await_case HILUM
run su postgres -c "psql -p 15432 -d hilum -Atc 'select count(*) from archive_instance'"

say "The database is stopped: refused in words, nothing acknowledged; started again: goes on by itself"
pg_ctlcluster "$version" hilumtranscript stop -m fast
dcmodify -nb -m StudyInstanceUID=2.25.4711 -m SeriesInstanceUID=2.25.4711.1 -gin "$work"/ct/*.dcm
expect 'Transient' storescu -v -aec HILUM 127.0.0.1 "$dicom_port" "$(find "$work/ct" -name '*.dcm' | sort | sed -n 1p)"
pg_ctlcluster "$version" hilumtranscript start
for _ in $(seq 100); do curl -s "$web/actuator/health" | grep -q '"UP"' && break; sleep 0.3; done
must storescu -aec HILUM +sd 127.0.0.1 "$dicom_port" "$work/ct"
for _ in $(seq 300); do [ "$(web_get '/api/worklist' | jq '[.entries[] | select(.state == "READ")] | length')" = 2 ] && break; sleep 0.3; done
web_get /api/worklist | jq -c '.entries[] | {patientId, state}'
[ "$(web_get '/api/worklist' | jq '[.entries[] | select(.state == "READ")] | length')" = 2 ] || stop 'the second study was not read'
