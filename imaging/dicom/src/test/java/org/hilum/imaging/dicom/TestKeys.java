package org.hilum.imaging.dicom;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.hilum.fixtures.Peer;

/** Keys and self-signed certificates made for one test. */
record TestKeys(Path folder) {

  private static final char[] PASSWORD = "only-for-tests".toCharArray();

  /** Makes the keys of a server and of a client with the JDK's keytool. */
  static TestKeys in(Path folder) throws IOException {
    var keys = new TestKeys(folder);
    keys.make("server");
    keys.make("client");
    return keys;
  }

  private void make(String name) {
    var keytool = new Peer(Path.of(System.getProperty("java.home"), "bin", "keytool"));
    var answer =
        keytool.run(
            List.of(
                "-genkeypair",
                "-alias",
                name,
                "-keyalg",
                "RSA",
                "-keysize",
                "2048",
                "-dname",
                "CN=" + name,
                "-validity",
                "2",
                "-storetype",
                "PKCS12",
                "-keystore",
                store(name).toString(),
                "-storepass",
                new String(PASSWORD)));
    assertThat(answer.exitCode()).as(answer.output()).isZero();
  }

  private Path store(String name) {
    return folder.resolve(name + ".p12");
  }

  private KeyStore load(String name) throws IOException, GeneralSecurityException {
    return KeyStore.getInstance(store(name).toFile(), PASSWORD);
  }

  /** A context that shows one certificate and trusts another. */
  SSLContext context(String own, String trusted) throws IOException, GeneralSecurityException {
    var keys = KeyManagerFactory.getInstance("PKIX");
    keys.init(load(own), PASSWORD);
    var anchors = KeyStore.getInstance("PKCS12");
    anchors.load(null, null);
    anchors.setCertificateEntry(trusted, load(trusted).getCertificate(trusted));
    var trust = TrustManagerFactory.getInstance("PKIX");
    trust.init(anchors);
    var context = SSLContext.getInstance("TLS");
    context.init(keys.getKeyManagers(), trust.getTrustManagers(), null);
    return context;
  }

  /** SHA-256 of a certificate. */
  String fingerprint(String name) throws IOException, GeneralSecurityException {
    var encoded = load(name).getCertificate(name).getEncoded();
    return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(encoded));
  }

  /** The private key as a PEM file. */
  Path key(String name) throws IOException, GeneralSecurityException {
    return pem(name + ".key", "PRIVATE KEY", load(name).getKey(name, PASSWORD).getEncoded());
  }

  /** The certificate as a PEM file. */
  Path certificate(String name) throws IOException, GeneralSecurityException {
    return pem(name + ".crt", "CERTIFICATE", load(name).getCertificate(name).getEncoded());
  }

  private Path pem(String file, String what, byte[] bytes) throws IOException {
    var lines = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(bytes);
    var pem = "-----BEGIN " + what + "-----\n" + lines + "\n-----END " + what + "-----\n";
    return Files.writeString(folder.resolve(file), pem, StandardCharsets.US_ASCII);
  }
}
