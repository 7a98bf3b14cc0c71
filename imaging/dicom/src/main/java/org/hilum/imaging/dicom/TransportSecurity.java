package org.hilum.imaging.dicom;

import javax.net.ssl.SSLContext;

/** Whether an association is protected on its way (PS3.15 annex B). */
public sealed interface TransportSecurity {

  /** In clear. */
  record Plain() implements TransportSecurity {}

  /**
   * By TLS 1.2 or 1.3.
   *
   * <p>Limits: whom to trust is the context's decision; the name of the host is not compared with
   * the certificate, since modalities are known by address and title.
   *
   * @param clientCertificateNeeded whether a listener turns away callers without a certificate; one
   *     that is shown must be trusted in any case
   * @param peerCertificate SHA-256, in small hexadecimal digits, of the only certificate that who
   *     is called may show; empty for any that is trusted
   */
  record Tls(SSLContext context, boolean clientCertificateNeeded, String peerCertificate)
      implements TransportSecurity {

    /** With any peer whose certificate is trusted. */
    public Tls(SSLContext context, boolean clientCertificateNeeded) {
      this(context, clientCertificateNeeded, "");
    }

    /** The same with one peer alone. */
    public Tls with(String onlyCertificate) {
      return new Tls(context, clientCertificateNeeded, onlyCertificate);
    }
  }
}
