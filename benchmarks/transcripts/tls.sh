#!/usr/bin/env bash
# DICOM by TLS with certificates on both sides.
. "$(dirname "$0")/steps.sh"
needs storescu dcmtk
needs openssl openssl
mkdir "$work/keys"
cd "$work/keys"
# name: a key and a certificate signed by the house's own authority.
certify() {
  openssl req -new -newkey rsa:2048 -nodes -keyout "$1.key" -subj "/CN=$1" -out "$1.csr" 2>/dev/null
  openssl x509 -req -in "$1.csr" -CA ca.crt -CAkey ca.key -CAcreateserial -days 2 -out "$1.crt" 2>/dev/null
}
openssl req -x509 -newkey rsa:2048 -nodes -keyout ca.key -subj "/CN=House authority" -days 2 -out ca.crt 2>/dev/null
certify hilum
certify scanner
certify another
openssl pkcs12 -export -in hilum.crt -inkey hilum.key -certfile ca.crt -passout pass:transcript -out hilum.p12
"$JAVA_HOME/bin/keytool" -importcert -noprompt -alias ca -file ca.crt -keystore trust.p12 -storetype PKCS12 -storepass transcript 2>/dev/null
openssl req -x509 -newkey rsa:2048 -nodes -keyout stranger.key -subj "/CN=stranger" -days 2 -out stranger.crt 2>/dev/null
cd "$root"

say "A fresh server that takes DICOM by TLS only"
cat >"$work/hilum.yaml" <<Y
hilum:
  dicom:
    tls:
      port: $tls_port
      key-store: $work/keys/hilum.p12
      trust-store: $work/keys/trust.p12
      password: transcript
Y
note "hilum.yaml:"
cat "$work/hilum.yaml"
serve --config "$work/hilum.yaml"
people
draw "$work/ct" 60
send=(storescu -aec HILUM +sd)

say "With a certificate that is trusted: taken and read"
must "${send[@]}" +tls "$work/keys/scanner.key" "$work/keys/scanner.crt" +cf "$work/keys/ca.crt" 127.0.0.1 "$tls_port" "$work/ct"
await_case HILUM

say "Without TLS, without a certificate, with a stranger's: refused"
one=$(find "$work/ct" -name '*.dcm' | sort | sed -n 1p)
expect 'Failed|failed|F: |E: ' storescu -aec HILUM -ta 5 -td 5 127.0.0.1 "$tls_port" "$one"
expect 'Failed|failed|F: |E: ' storescu -aec HILUM +tla +cf "$work/keys/ca.crt" 127.0.0.1 "$tls_port" "$one"
expect 'Failed|failed|F: |E: ' storescu -aec HILUM +tls "$work/keys/stranger.key" "$work/keys/stranger.crt" +cf "$work/keys/ca.crt" 127.0.0.1 "$tls_port" "$one"

say "A title registered with a certificate cannot be used with another one"
print=$(openssl x509 -in "$work/keys/scanner.crt" -noout -fingerprint -sha256 | cut -d= -f2 | tr -d ':' | tr A-F a-f)
jar=$admin ask PUT /api/peers "{\"title\":\"CT_1\",\"institution\":\"main\",\"host\":\"\",\"port\":0,\"maySend\":true,\"mayQuery\":false,\"isMoveDestination\":false,\"certificate\":\"$print\"}" | jq -c '{title, certificate}'
must storescu -aet CT_1 -aec HILUM +tls "$work/keys/scanner.key" "$work/keys/scanner.crt" +cf "$work/keys/ca.crt" 127.0.0.1 "$tls_port" "$one"
expect 'Reject|not recognized|Failed' storescu -aet CT_1 -aec HILUM +tls "$work/keys/another.key" "$work/keys/another.crt" +cf "$work/keys/ca.crt" 127.0.0.1 "$tls_port" "$one"
expect 'Reject|not recognized|Failed' storescu -aet CT_1 -aec HILUM 127.0.0.1 "$dicom_port" "$one"
