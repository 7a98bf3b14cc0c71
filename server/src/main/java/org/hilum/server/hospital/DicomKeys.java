package org.hilum.server.hospital;

import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.hilum.imaging.dicom.TransportSecurity;
import org.hilum.server.settings.HilumSettings;

/** Our key, and the certificates we trust, for DICOM by TLS. */
final class DicomKeys {

  private final HilumSettings.Tls settings;

  DicomKeys(HilumSettings.Tls settings) {
    this.settings = settings;
  }

  /** What a listener by TLS needs; says in words which file cannot be used. */
  TransportSecurity.Tls security() throws IOException {
    try {
      var keys = KeyManagerFactory.getInstance("PKIX");
      keys.init(store(settings.keyStore(), "key-store"), settings.password().toCharArray());
      var trust = TrustManagerFactory.getInstance("PKIX");
      trust.init(store(settings.trustStore(), "trust-store"));
      var context = SSLContext.getInstance("TLS");
      context.init(keys.getKeyManagers(), trust.getTrustManagers(), null);
      return new TransportSecurity.Tls(context, settings.clientCertificate());
    } catch (GeneralSecurityException unusable) {
      throw new IOException("the keys of hilum.dicom.tls cannot be used", unusable);
    }
  }

  private KeyStore store(String file, String setting) throws IOException {
    try {
      return KeyStore.getInstance(Path.of(file).toFile(), settings.password().toCharArray());
    } catch (IOException | GeneralSecurityException | IllegalArgumentException unreadable) {
      throw new IOException(
          "hilum.dicom.tls.%s: %s is no PKCS #12 file that this password opens"
              .formatted(setting, file.isEmpty() ? "no file" : file),
          unreadable);
    }
  }
}
