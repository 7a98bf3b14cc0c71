package org.hilum.server.hospital;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.hilum.imaging.worklist.CaseState;
import org.hilum.imaging.worklist.Worklist;
import org.hilum.imaging.worklist.WorklistEntry;
import org.hilum.imaging.worklist.WorklistQuery;
import org.hilum.platform.access.Institutions;
import org.hilum.platform.access.Permission;
import org.hilum.platform.access.Role;
import org.hilum.platform.storage.ContentHash;
import org.hilum.platform.storage.ContentStore;
import org.hilum.platform.storage.DataFolder;
import org.hilum.server.Hilum;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** A server at work is backed up, and comes back elsewhere as it was. */
@ExtendWith(RunningServer.Shared.class)
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class BackupIT {

  private static final Set<CaseState> UNDER_WAY =
      Set.of(CaseState.ARRIVING, CaseState.WAITING, CaseState.READING);

  @TempDir Path folder;

  @Test
  void a_server_at_work_comes_back_elsewhere_as_it_was(RunningServer server) throws Exception {
    var day = LocalDate.of(2023, 7, 8);
    Dimse.send(
        server.dicom("SCANNER_2"),
        DrawnStudies.tiny("Kept^Patient", "KEPT-1", day, folder.resolve("sent")));
    RunningServer.await(
        "nothing under way",
        () ->
            entries(server).stream().anyMatch(each -> each.patientId().equals("KEPT-1"))
                && entries(server).stream().noneMatch(each -> UNDER_WAY.contains(each.state())));
    var office =
        server.program(
            server.person(Institutions.HOUSE, Role.EPIDEMIOLOGIST),
            Permission.SEND_COUNTS,
            Permission.VIEW_EPIDEMIC);
    var counts = "/api/epidemic/kept/vintages/" + EpidemicIT.DAY;
    office.send("PUT", counts, EpidemicIT.counts(), "Content-Type", "application/zip").good();
    RunningServer.await(
        "a bulletin", () -> office.get("/api/epidemic/kept/bulletin.json").status() == 200);

    run("backup", folder.resolve("backup").toString(), "--data", server.folder().toString());
    run("restore", folder.resolve("backup").toString(), "--data", path("elsewhere"));

    assertThat(hashes(folder.resolve("elsewhere"))).isEqualTo(hashes(server.folder()));
    var bulletins = files(server.folder().resolve("epidemic"));
    assertThat(files(folder.resolve("elsewhere/epidemic"))).isEqualTo(bulletins);
    assertThat(bulletins).hasSizeGreaterThan(5);
    try (var restored = RunningServer.on(folder.resolve("elsewhere"))) {
      assertThat(entries(restored)).isEqualTo(entries(server));
      assertThat(restored.part(OpeningHours.class).firstAdministrator()).isEmpty();
      var study = entries(server).getFirst();
      assertThat(restored.part(Worklist.class).results(study.key()))
          .hasSameSizeAs(server.part(Worklist.class).results(study.key()));
      var page = "/epidemic?source=kept&language=en";
      assertThat(restored.again(office).get(page).good().text())
          .isEqualTo(office.get(page).good().text());
    }
  }

  private String path(String name) {
    return folder.resolve(name).toString();
  }

  private static List<WorklistEntry> entries(RunningServer server) {
    return server.part(Worklist.class).cases(WorklistQuery.seenBy("main", 100)).entries();
  }

  private static void run(String... arguments) {
    var out = new StringWriter();
    int status = Hilum.run(arguments, new PrintWriter(out, true), new PrintWriter(out, true));
    assertThat(status).as(out::toString).isZero();
  }

  /** The bytes of every file by its path. */
  private static Map<Path, ByteBuffer> files(Path top) throws IOException {
    var files = new TreeMap<Path, ByteBuffer>();
    try (var all = Files.walk(top)) {
      for (var file : all.filter(Files::isRegularFile).toList()) {
        files.put(top.relativize(file), ByteBuffer.wrap(Files.readAllBytes(file)));
      }
    }
    return files;
  }

  private static List<ContentHash> hashes(Path data) throws IOException {
    var kept = new DataFolder(data);
    try (var objects = ContentStore.look(kept.objects()).hashes();
        var results = ContentStore.look(kept.results()).hashes()) {
      return java.util.stream.Stream.concat(objects, results).toList();
    }
  }
}
