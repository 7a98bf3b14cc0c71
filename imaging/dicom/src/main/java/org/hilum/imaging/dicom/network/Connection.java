package org.hilum.imaging.dicom.network;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.SocketAddress;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.HexFormat;
import java.util.concurrent.locks.LockSupport;
import javax.net.ssl.SSLPeerUnverifiedException;
import javax.net.ssl.SSLSocket;
import jdk.net.ExtendedSocketOptions;
import org.hilum.imaging.dicom.AssociationLimits;
import org.hilum.imaging.dicom.CallingPeer;
import org.hilum.imaging.dicom.TransportSecurity;

/**
 * One TCP connection, in clear or by TLS, on which no wait lasts for ever.
 *
 * <p>Waiting for bytes is paid from a budget that {@link #allow} sets and received bytes add to; a
 * write has a fixed time. A watch closes the connection where the socket's own time-out does not
 * help: a write that the peer does not read, TLS records that trickle in.
 */
final class Connection implements Closeable {

  /** Most that waits in the peer's way when we hang up: enough to tell it why, in bytes. */
  private static final int LAST_WORDS_BYTES = 1 << 20;

  private static final long LAST_WORDS_NANOS = 1_000_000_000L;
  private static final long WATCH_NANOS = 250_000_000L;
  private static final long NEVER = Long.MAX_VALUE;

  private static final boolean QUICK_ACKNOWLEDGEMENT = knowsQuickAcknowledgement();

  private final long began = System.nanoTime();
  private final Socket plain;
  private final Duration writeTime;
  private String certificate = "";
  private Socket socket;
  private InputStream in;
  private OutputStream out;
  private long budgetNanos;
  private volatile long overdueAt = NEVER;
  private volatile boolean overdue;

  Connection(Socket plain, Duration writeTime) throws IOException {
    this.plain = plain;
    this.writeTime = writeTime;
    // Nagle's algorithm holds back a response until the last one is acknowledged.
    plain.setTcpNoDelay(true);
    this.socket = plain;
    this.in = plain.getInputStream();
    this.out = plain.getOutputStream();
    Thread.ofVirtual().name("dimse-watch").start(this::watch);
  }

  private static boolean knowsQuickAcknowledgement() {
    try (var probe = new Socket()) {
      return probe.supportedOptions().contains(ExtendedSocketOptions.TCP_QUICKACK);
    } catch (IOException unknown) {
      return false;
    }
  }

  /** Shakes hands by TLS, if so protected, within the time allowed. */
  void protect(TransportSecurity security, boolean asListener) throws IOException {
    if (!(security instanceof TransportSecurity.Tls tls)) {
      return;
    }
    var factory = tls.context().getSocketFactory();
    var host = plain.getInetAddress().getHostAddress();
    var secure = (SSLSocket) factory.createSocket(plain, host, plain.getPort(), true);
    secure.setEnabledProtocols(new String[] {"TLSv1.3", "TLSv1.2"});
    secure.setUseClientMode(!asListener);
    if (asListener) {
      if (tls.clientCertificateNeeded()) {
        secure.setNeedClientAuth(true);
      } else {
        secure.setWantClientAuth(true);
      }
    }
    overdueAt = elapsed() + budgetNanos;
    try {
      secure.startHandshake();
    } catch (IOException failed) {
      throw timed(failed);
    } finally {
      overdueAt = NEVER;
    }
    certificate = certificate(secure);
    requireCertificate(asListener ? "" : tls.peerCertificate());
    socket = secure;
    in = secure.getInputStream();
    out = secure.getOutputStream();
  }

  private void requireCertificate(String only) throws SSLPeerUnverifiedException {
    if (!only.isEmpty() && !only.equals(certificate)) {
      throw new SSLPeerUnverifiedException("the peer shows another certificate than it should");
    }
  }

  private static String certificate(SSLSocket secure) throws IOException {
    try {
      var shown = secure.getSession().getPeerCertificates()[0].getEncoded();
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(shown));
    } catch (SSLPeerUnverifiedException none) {
      return "";
    } catch (GeneralSecurityException unreadable) {
      throw new IOException("the peer's certificate cannot be read", unreadable);
    }
  }

  /** Sets how long may be waited for bytes from now on. */
  void allow(Duration time) {
    budgetNanos = time.toNanos();
  }

  /** Adds the time that so many bytes take at the slowest rate we bear. */
  void earn(int bytes) {
    budgetNanos += bytes * (1_000_000_000L / AssociationLimits.SLOWEST_BYTES_A_SECOND);
  }

  /** Waits for bytes; -1 at the end. */
  int read(byte[] into, int offset, int length) throws IOException {
    long before = elapsed();
    if (budgetNanos <= 0) {
      throw new SocketTimeoutException("the peer is too slow");
    }
    plain.setSoTimeout((int) Math.min(Integer.MAX_VALUE, 1 + budgetNanos / 1_000_000));
    overdueAt = before + budgetNanos + WATCH_NANOS;
    try {
      int read = in.read(into, offset, length);
      acknowledgeAtOnce();
      return read;
    } catch (IOException failed) {
      throw timed(failed);
    } finally {
      overdueAt = NEVER;
      budgetNanos -= elapsed() - before;
    }
  }

  /** Whether bytes have come that were not read, perhaps still enciphered. */
  boolean hasArrived() throws IOException {
    return in.available() > 0 || plain.getInputStream().available() > 0;
  }

  /** Linux turns this off by itself; senders with Nagle's algorithm wait for 40 ms without it. */
  private void acknowledgeAtOnce() throws IOException {
    if (QUICK_ACKNOWLEDGEMENT) {
      plain.setOption(ExtendedSocketOptions.TCP_QUICKACK, true);
    }
  }

  synchronized void write(byte[] bytes, int length) throws IOException {
    overdueAt = elapsed() + writeTime.toNanos();
    try {
      out.write(bytes, 0, length);
      out.flush();
    } catch (IOException failed) {
      throw timed(failed);
    } finally {
      overdueAt = NEVER;
    }
  }

  void write(byte[] bytes) throws IOException {
    write(bytes, bytes.length);
  }

  private IOException timed(IOException failed) {
    if (!overdue) {
      return failed;
    }
    var timeout = new SocketTimeoutException("the peer is too slow");
    timeout.initCause(failed);
    return timeout;
  }

  private long elapsed() {
    return System.nanoTime() - began;
  }

  private void watch() {
    while (!plain.isClosed()) {
      LockSupport.parkNanos(WATCH_NANOS);
      if (elapsed() > overdueAt) {
        overdue = true;
        cut();
      }
    }
  }

  /** Says a last unit if the peer still takes it, lets it arrive, and closes. */
  void hangUp(byte[] lastWords) {
    try {
      write(lastWords);
      lastWords();
    } catch (IOException gone) {
      // it has left before us, or does not listen
    } finally {
      close();
    }
  }

  /** Unread bytes at closing would make the system throw away what the peer has yet to read. */
  private void lastWords() throws IOException {
    socket.shutdownOutput();
    var rest = new byte[1 << 13];
    long end = elapsed() + LAST_WORDS_NANOS;
    budgetNanos = LAST_WORDS_NANOS;
    int total = 0;
    for (int read = 0; read >= 0 && total < LAST_WORDS_BYTES && elapsed() < end; total += read) {
      read = read(rest, 0, rest.length);
    }
  }

  /** Closes at once, whatever any thread is waiting for. */
  void cut() {
    try {
      plain.setSoLinger(true, 0);
    } catch (SocketException closed) {
      // it is closed already
    }
    close();
  }

  @Override
  public void close() {
    try {
      plain.close();
    } catch (IOException closed) {
      // it is closed already
    }
  }

  CallingPeer callingPeer() {
    return new CallingPeer(peer(), certificate);
  }

  SocketAddress peer() {
    return plain.getRemoteSocketAddress();
  }
}
