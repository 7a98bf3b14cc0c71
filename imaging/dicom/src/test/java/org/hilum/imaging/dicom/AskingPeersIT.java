package org.hilum.imaging.dicom;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.hilum.fixtures.Peer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Our caller asks DCMTK's archive. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class AskingPeersIT {

  private static final String CT = SentFile.CT;
  private static final String EXPLICIT = TransferSyntax.EXPLICIT_LITTLE_ENDIAN.uid();
  private static final DataSet STUDY =
      DataSet.builder()
          .text(Tag.QUERY_RETRIEVE_LEVEL, Vr.CS, "STUDY")
          .text(Tag.STUDY_INSTANCE_UID, Vr.UI, "2.25.900")
          .build();

  @TempDir Path folder;
  private final MemorySink taken = new MemorySink();
  private DicomListener here;
  private Process archive;
  private CallSettings pacs;

  @BeforeEach
  void start_an_archive_with_three_slices() throws Exception {
    var program = Peer.require("dcmqrscp", "dcmtk").program().toString();
    here = DicomListener.start(DicomListenerTest.settings(), StoragePolicy.OPEN, taken, end -> {});
    int port = freePort();
    var settings =
        """
        NetworkTCPPort  = %d
        MaxPDUSize      = 16384
        MaxAssociations = 16
        HostTable BEGIN
        ours = (STORE, 127.0.0.1, %d)
        HostTable END
        VendorTable BEGIN
        VendorTable END
        AETable BEGIN
        PACS %s RW (200, 1024mb) ANY
        AETable END
        """
            .formatted(port, here.port(), Files.createDirectory(folder.resolve("pacs")));
    var file = Files.writeString(folder.resolve("dcmqrscp.cfg"), settings);
    archive =
        new ProcessBuilder(program, "-c", file.toString())
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    var address = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
    pacs = CallSettings.to(address, "ASKS", "PACS");
    try (var caller = call(Set.of(), new ProposedContext(CT, List.of(EXPLICIT)))) {
      for (int n = 1; n <= 3; n++) {
        assertThat(caller.store(slice(n))).isEqualTo(new SendOutcome.Answered(DimseStatus.SUCCESS));
      }
      caller.release();
    }
  }

  @AfterEach
  void stop() throws IOException {
    archive.destroy();
    archive.onExit().join();
    here.close();
  }

  private SendableObject slice(int number) throws IOException {
    var dataSet =
        DicomReaderTest.slice()
            .uid(Tag.SOP_INSTANCE_UID, SentFile.instance(number))
            .text(Tag.PATIENT_ID, Vr.LO, "P1")
            .text(Tag.PATIENT_NAME, Vr.PN, "Prior^Has")
            .text(Tag.STUDY_DATE, Vr.DA, "20190120")
            .text(Tag.MODALITY, Vr.CS, "CT")
            .uid(Tag.STUDY_INSTANCE_UID, new Uid("2.25.900"))
            .uid(Tag.SERIES_INSTANCE_UID, new Uid("2.25.901"))
            .build();
    var bytes = new EncodedFile(true, false, false).dataSet(dataSet).bytes();
    return SentFile.of(folder, number, EXPLICIT, bytes);
  }

  private static int freePort() throws IOException {
    try (var free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return free.getLocalPort();
    }
  }

  private DicomCaller call(Set<String> classes, ProposedContext... contexts) throws Exception {
    for (int n = 0; ; n++) {
      try {
        var outcome = DicomCaller.call(pacs, List.of(contexts), classes);
        return ((CallOutcome.Connected) outcome).caller();
      } catch (java.net.ConnectException notYet) {
        if (n == 100) {
          throw notYet;
        }
        Thread.sleep(50);
      }
    }
  }

  @Test
  void the_studies_of_a_patient_are_found() throws Exception {
    var keys =
        DataSet.builder()
            .text(Tag.QUERY_RETRIEVE_LEVEL, Vr.CS, "STUDY")
            .text(Tag.PATIENT_ID, Vr.LO, "P1")
            .empty(Tag.STUDY_DATE, Vr.DA)
            .empty(Tag.STUDY_INSTANCE_UID, Vr.UI)
            .build();
    var found = new ArrayList<DataSet>();
    try (var caller = call(Set.of(), ProposedContext.of(InformationModel.STUDY_ROOT_FIND))) {
      assertThat(caller.find(InformationModel.STUDY_ROOT_FIND, keys, found::add))
          .isEqualTo(new SendOutcome.Answered(DimseStatus.SUCCESS));
      caller.release();
    }
    assertThat(found).hasSize(1);
    assertThat(found.getFirst().text(Tag.STUDY_INSTANCE_UID)).contains("2.25.900");
    assertThat(found.getFirst().text(Tag.STUDY_DATE)).contains("20190120");
  }

  @Test
  void a_study_is_moved_to_our_own_listener() throws Exception {
    try (var caller = call(Set.of(), ProposedContext.of(InformationModel.STUDY_ROOT_MOVE))) {
      assertThat(caller.move(InformationModel.STUDY_ROOT_MOVE, STUDY, "STORE", counts -> true))
          .isInstanceOfSatisfying(
              RetrieveOutcome.Ended.class,
              ended -> {
                assertThat(ended.status().code()).isZero();
                assertThat(ended.counts().completed()).isEqualTo(3);
              });
      caller.release();
    }
    assertThat(taken.files).hasSize(3);
  }

  @Test
  void a_study_is_fetched_over_the_same_association() throws Exception {
    try (var caller =
        call(
            Set.of(CT),
            ProposedContext.of(InformationModel.STUDY_ROOT_GET),
            new ProposedContext(CT, List.of(EXPLICIT)))) {
      assertThat(caller.get(InformationModel.STUDY_ROOT_GET, STUDY, taken, counts -> true))
          .isInstanceOfSatisfying(
              RetrieveOutcome.Ended.class,
              ended -> {
                assertThat(ended.status().code()).as(ended.toString()).isZero();
                assertThat(ended.counts().completed()).isEqualTo(3);
              });
      caller.release();
    }
    assertThat(taken.files).hasSize(3);
  }
}
