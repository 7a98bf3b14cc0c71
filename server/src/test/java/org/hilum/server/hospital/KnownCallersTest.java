package org.hilum.server.hospital;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.List;
import org.hilum.fixtures.ScratchDatabase;
import org.hilum.imaging.dicom.CallingPeer;
import org.hilum.imaging.dicom.TransportSecurity;
import org.hilum.platform.access.AccessRefusal;
import org.hilum.platform.access.Institutions;
import org.hilum.platform.access.Institutions.Peer;
import org.hilum.server.settings.HilumSettings;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(ReplaceUnderscores.class)
class KnownCallersTest {

  private static final String PASSWORD = "only-for-tests";
  private static final String OWN = "ab".repeat(32);
  private static final InetSocketAddress HERE =
      new InetSocketAddress(InetAddress.getLoopbackAddress(), 40_000);

  @TempDir private Path folder;
  private final Institutions institutions =
      Institutions.in(ScratchDatabase.with(Institutions.TABLES));

  @BeforeEach
  void know_three_peers() throws AccessRefusal {
    institutions.put(Institutions.HOUSE, "The house");
    var peer = new Peer("CLEAR", Institutions.HOUSE, "127.0.0.1", 104, true, true, true);
    institutions.put(peer);
    institutions.put(
        new Peer("PINNED", Institutions.HOUSE, "127.0.0.1", 104, true, true, true)
            .withCertificate(OWN));
    institutions.put(
        new Peer("BYTLS", Institutions.HOUSE, "127.0.0.1", 104, true, true, true, true, ""));
  }

  private KnownCallers callers(String keyStore) {
    var tls = new HilumSettings.Tls(0, keyStore, keyStore, PASSWORD, true);
    return new KnownCallers(
        institutions, new HilumSettings.Dicom("127.0.0.1", 0, "HILUM", 4, false, tls));
  }

  private String keys() throws Exception {
    var store = folder.resolve("keys.p12");
    var keytool = Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
    var made =
        new ProcessBuilder(
                List.of(
                    keytool,
                    "-genkeypair",
                    "-alias",
                    "hilum",
                    "-keyalg",
                    "EC",
                    "-dname",
                    "CN=hilum",
                    "-validity",
                    "2",
                    "-storetype",
                    "PKCS12",
                    "-keystore",
                    store.toString(),
                    "-storepass",
                    PASSWORD))
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    assertThat(made.waitFor()).isZero();
    return store.toString();
  }

  @Test
  void a_title_with_a_certificate_is_used_by_who_shows_it_alone() {
    var callers = callers("");
    assertThat(callers.mayCall("PINNED", "HILUM", new CallingPeer(HERE, OWN))).isTrue();
    assertThat(callers.mayCall("PINNED", "HILUM", new CallingPeer(HERE, "cd".repeat(32))))
        .isFalse();
    assertThat(callers.mayCall("PINNED", "HILUM", new CallingPeer(HERE, ""))).isFalse();
    assertThat(callers.mayCall("CLEAR", "HILUM", new CallingPeer(HERE, ""))).isTrue();
    assertThat(callers.mayCall("NOBODY", "HILUM", new CallingPeer(HERE, OWN))).isFalse();
  }

  @Test
  void a_destination_by_tls_is_called_by_tls_with_our_keys() throws Exception {
    var callers = callers(keys());
    assertThat(callers.of("CLEAR", "CLEAR"))
        .hasValueSatisfying(
            to -> assertThat(to.security()).isInstanceOf(TransportSecurity.Plain.class));
    assertThat(callers.of("BYTLS", "CLEAR"))
        .hasValueSatisfying(
            to -> assertThat(to.security()).isInstanceOf(TransportSecurity.Tls.class));
    assertThat(callers.of("PINNED", "CLEAR"))
        .hasValueSatisfying(
            to ->
                assertThat(to.security())
                    .isInstanceOfSatisfying(
                        TransportSecurity.Tls.class,
                        tls -> assertThat(tls.peerCertificate()).isEqualTo(OWN)));
  }

  @Test
  void a_destination_by_tls_is_never_called_in_clear_for_want_of_keys() {
    assertThat(callers("").of("BYTLS", "CLEAR")).isEmpty();
  }
}
