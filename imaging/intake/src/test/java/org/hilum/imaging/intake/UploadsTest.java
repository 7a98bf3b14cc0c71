package org.hilum.imaging.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.delete;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.head;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import org.hilum.imaging.archive.InstanceSelection;
import org.hilum.imaging.archive.Visibility;
import org.hilum.imaging.dicom.DataSet;
import org.hilum.imaging.dicom.Tag;
import org.hilum.imaging.dicom.Uid;
import org.hilum.imaging.dicom.Vr;
import org.hilum.imaging.intake.sql.UploadTable;
import org.hilum.imaging.intake.upload.FileOutcome;
import org.hilum.imaging.intake.upload.FileState;
import org.hilum.imaging.intake.web.UploadController;
import org.hilum.platform.access.Permission;
import org.hilum.platform.access.Person;
import org.hilum.platform.storage.StorageLimits;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.core.MethodParameter;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.RequestBuilder;
import org.springframework.test.web.servlet.request.AbstractMockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

@DisplayNameGeneration(ReplaceUnderscores.class)
class UploadsTest {

  private static final UploadSettings SETTINGS =
      new UploadSettings(400_000_000, 50, 3, Duration.ofHours(5), Duration.ofDays(30), 0);

  private static final Random CHANCE = new Random(5);
  private static final ObjectMapper JSON = new ObjectMapper();

  @TempDir Path folder;

  private IntakeRoom room;
  private Uploads uploads;
  private MockMvc web;

  @BeforeEach
  void open() throws IOException {
    room = new IntakeRoom(folder);
    serve(SETTINGS);
  }

  @AfterEach
  void close() {
    uploads.close();
  }

  private Path parts() {
    return folder.resolve("uploads");
  }

  private void serve(UploadSettings settings) throws IOException {
    uploads = new Uploads(room.tables, parts(), room.receiver, settings, room.clock, room.trail);
    uploads.start();
    web =
        MockMvcBuilders.standaloneSetup(new UploadController(uploads))
            .setCustomArgumentResolvers(new PersonOfRequest())
            .build();
  }

  /** What a kill leaves: nothing but the folder and the tables. */
  private void stopAndStartAgain() throws IOException {
    uploads.close();
    serve(SETTINGS);
  }

  /** The principal, which security gives in the server. */
  private final class PersonOfRequest implements HandlerMethodArgumentResolver {
    @Override
    public boolean supportsParameter(MethodParameter parameter) {
      return parameter.getParameterType() == Person.class;
    }

    @Override
    public Person resolveArgument(
        MethodParameter parameter,
        org.springframework.web.method.support.@org.jspecify.annotations.Nullable
            ModelAndViewContainer
            container,
        NativeWebRequest request,
        @Nullable WebDataBinderFactory binder) {
      var institution = request.getHeader("X-Institution");
      return new Person(
          "tech",
          institution == null ? room.institution : institution,
          Set.of(Permission.SEND_IMAGES));
    }
  }

  /** A status and the JSON that came with it. */
  private record Answer(int status, JsonNode json, MockHttpServletResponse response) {
    String text(String pointer) {
      return json.at(pointer).asString();
    }

    List<String> codes() {
      var codes = new ArrayList<String>();
      json.at("/reasons").forEach(reason -> codes.add(reason.at("/code").asString()));
      return codes;
    }
  }

  private Answer ask(RequestBuilder request) throws Exception {
    var response = web.perform(request).andReturn().getResponse();
    var body = response.getContentAsString(StandardCharsets.UTF_8);
    return new Answer(response.getStatus(), JSON.readTree(body.isEmpty() ? "{}" : body), response);
  }

  private Answer declare(Map<String, byte[]> files) throws Exception {
    var declared = JSON.createObjectNode().put("name", "from the scanner");
    var list = declared.putArray("files");
    files.forEach((path, bytes) -> list.addObject().put("path", path).put("bytes", bytes.length));
    return declare(declared);
  }

  private Answer declare(JsonNode body) throws Exception {
    return ask(
        post("/api/uploads")
            .contentType(MediaType.APPLICATION_JSON)
            .content(JSON.writeValueAsBytes(body)));
  }

  private String begin(String path, byte[] bytes) throws Exception {
    var answer = declare(Map.of(path, bytes));
    assertThat(answer.status()).isEqualTo(201);
    return answer.text("/id");
  }

  private static AbstractMockHttpServletRequestBuilder<?> piece(
      String id, int file, long offset, byte[] bytes) {
    return put("/api/uploads/{id}/files/{file}", id, file)
        .header("Upload-Offset", offset)
        .content(bytes);
  }

  private Answer send(String id, int file, byte[] bytes) throws Exception {
    return ask(piece(id, file, 0, bytes));
  }

  private Answer finish(String id) throws Exception {
    return ask(post("/api/uploads/{id}/finish", id));
  }

  private Answer look(String id) throws Exception {
    return ask(get("/api/uploads/{id}", id));
  }

  private static byte[] ct(int number) {
    return CtFile.slice(number).bytes();
  }

  /** Sends a line that is lost after so many bytes. */
  private Answer cut(String id, byte[] bytes, int after) throws Exception {
    return ask(over(id, new LostLine(bytes, after)));
  }

  private static RequestBuilder over(String id, ServletInputStream line) {
    return context ->
        new MockHttpServletRequest(context, "PUT", "/api/uploads/" + id + "/files/0") {
          @Override
          public ServletInputStream getInputStream() {
            return line;
          }
        };
  }

  private static final class LostLine extends Line {
    LostLine(byte[] bytes, int after) {
      super(bytes, after);
    }

    @Override
    void reached() throws IOException {
      throw new IOException("connection reset");
    }
  }

  /** Bytes of a request; something happens where it is said to. */
  private abstract static class Line extends ServletInputStream {

    private final byte[] bytes;
    private final int stopAt;
    private int at;

    Line(byte[] bytes, int stopAt) {
      this.bytes = bytes;
      this.stopAt = stopAt;
    }

    abstract void reached() throws IOException;

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
      if (at == stopAt) {
        reached();
      }
      if (at == bytes.length) {
        return -1;
      }
      int n = Math.min(length, (at < stopAt ? stopAt : bytes.length) - at);
      System.arraycopy(bytes, at, into, offset, n);
      at += n;
      return n;
    }

    @Override
    public int read() throws IOException {
      var one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public boolean isFinished() {
      return at == bytes.length;
    }

    @Override
    public boolean isReady() {
      return true;
    }

    @Override
    public void setReadListener(ReadListener listener) {
      throw new UnsupportedOperationException("read by a thread");
    }
  }

  private void awaitUploadState(String id, String state) throws Exception {
    until(() -> look(id).text("/state").equals(state));
  }

  private static void until(Callable<Boolean> condition) throws Exception {
    var end = System.nanoTime() + Duration.ofSeconds(20).toNanos();
    while (!condition.call()) {
      assertThat(System.nanoTime()).as("waited too long").isLessThan(end);
      Thread.onSpinWait();
    }
  }

  /** Sends one archive as an upload of its own, and waits for its end. */
  private Answer unpacked(byte[] zip) throws Exception {
    var id = begin("study.zip", zip);
    assertThat(send(id, 0, zip).text("/state")).isEqualTo("UNPACKING");
    assertThat(finish(id).status()).isEqualTo(200);
    awaitUploadState(id, "FINISHED");
    return look(id);
  }

  @Nested
  class A_folder {

    @Test
    void is_taken_file_by_file_and_says_what_became_of_each() throws Exception {
      var files = new LinkedHashMap<String, byte[]>();
      files.put("a/1.dcm", ct(1));
      files.put("a/2.dcm", ct(2));
      files.put("a/again.dcm", ct(1));
      files.put("readme.txt", "a viewer lies on this disc".getBytes(StandardCharsets.UTF_8));
      files.put("broken.dcm", Arrays.copyOf(ct(3), 400));
      var id = declare(files).text("/id");
      int n = 0;
      for (var bytes : files.values()) {
        assertThat(send(id, n++, bytes).status()).isEqualTo(200);
      }
      var answer = finish(id);
      assertThat(answer.text("/state")).isEqualTo("FINISHED");
      assertThat(states(answer))
          .containsExactly("TAKEN", "TAKEN", "ALREADY_HERE", "LEFT_ALONE", "TURNED_AWAY");
      assertThat(answer.text("/studies/0/studyInstanceUid")).isEqualTo("1.2.3");
      assertThat(answer.json().at("/studies/0/instances").asInt()).isEqualTo(3);
      assertThat(answer.text("/files/0/seriesInstanceUid")).isEqualTo("1.2.3.1");
      assertThat(answer.text("/files/3/reasons/0/code")).isEqualTo("INT-001");
      assertThat(answer.text("/files/4/reasons/0/code")).startsWith("DIC-");
      assertThat(room.kept()).containsExactly("1.2.3.1.1", "1.2.3.1.2");
      assertThat(room.told.events).endsWith("ended " + id);
      assertThat(parts()).isEmptyDirectory();
      assertThat(room.audited)
          .anySatisfy(entry -> assertThat(entry.objects()).containsExactly("1.2.3"));
    }

    @Test
    void is_told_in_words_what_is_left_alone() throws Exception {
      var headless = Arrays.copyOfRange(ct(1), 132 + metaBytes(ct(1)), ct(1).length);
      var index =
          new CtFile(
                  DataSet.builder()
                      .uid(Tag.SOP_CLASS_UID, new Uid("1.2.840.10008.1.3.10"))
                      .uid(Tag.SOP_INSTANCE_UID, new Uid("1.2.3.99"))
                      .build())
              .bytes();
      assertThat(one("headless", headless)).containsExactly("LEFT_ALONE", "INT-022");
      assertThat(one("DICOMDIR", index)).containsExactly("LEFT_ALONE", "INT-013");
      assertThat(one("ct.nii.gz", new byte[] {0x1f, (byte) 0x8b, 8}))
          .containsExactly("LEFT_ALONE", "INT-018");
      assertThat(room.kept()).isEmpty();
    }

    private List<String> one(String path, byte[] bytes) throws Exception {
      var id = begin(path, bytes);
      var answer = send(id, 0, bytes);
      finish(id);
      return List.of(answer.text("/state"), answer.codes().getFirst());
    }

    /** Group length (0002,0000) comes first and counts what follows its twelve bytes. */
    private static int metaBytes(byte[] file) {
      return 12 + ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN).getInt(132 + 8);
    }

    @Test
    void with_other_content_under_a_known_uid_says_that_it_took_its_place() throws Exception {
      var other =
          CtFile.slice(1)
              .with(builder -> builder.bytes(Tag.PIXEL_DATA, Vr.OW, new byte[8]))
              .bytes();
      var files = new LinkedHashMap<String, byte[]>();
      files.put("1", ct(1));
      files.put("2", other);
      var id = declare(files).text("/id");
      send(id, 0, ct(1));
      var answer = send(id, 1, other);
      assertThat(answer.text("/state")).isEqualTo("TAKEN");
      assertThat(answer.codes()).containsExactly("INT-006");
    }

    @Test
    void whose_files_have_not_all_come_ends_only_when_told_so() throws Exception {
      var files = new LinkedHashMap<String, byte[]>();
      files.put("1", ct(1));
      files.put("2", ct(2));
      var id = declare(files).text("/id");
      send(id, 0, ct(1));
      ask(piece(id, 1, 0, Arrays.copyOf(ct(2), 10)));
      var refused = finish(id);
      assertThat(refused.status()).isEqualTo(409);
      assertThat(refused.text("/code")).isEqualTo("INT-038");
      assertThat(refused.text("/detail")).contains("1 files");
      var ended = ask(post("/api/uploads/{id}/finish?without=true", id));
      assertThat(states(ended)).containsExactly("TAKEN", "LEFT_ALONE");
      assertThat(ended.text("/files/1/reasons/0/code")).isEqualTo("INT-042");
      assertThat(send(id, 1, ct(2)).text("/state")).isEqualTo("LEFT_ALONE");
      assertThat(parts()).isEmptyDirectory();
    }

    @Test
    void with_unsafe_names_takes_the_others() throws Exception {
      var files = new LinkedHashMap<String, byte[]>();
      files.put("../../etc/passwd", ct(1));
      files.put("C:\\DICOM\\IM1", ct(2));
      files.put("line\nbreak", ct(3));
      var answer = declare(files);
      assertThat(states(answer)).containsExactly("TURNED_AWAY", "WAITING", "TURNED_AWAY");
      assertThat(answer.text("/files/0/path")).isEqualTo("file 0");
      assertThat(answer.text("/files/1/path")).isEqualTo("DICOM/IM1");
      assertThat(send(answer.text("/id"), 1, ct(2)).text("/state")).isEqualTo("TAKEN");
    }
  }

  private static List<String> states(Answer answer) {
    var states = new ArrayList<String>();
    answer.json().at("/files").forEach(file -> states.add(file.at("/state").asString()));
    return states;
  }

  @Nested
  class A_file {

    @Test
    void cut_anywhere_goes_on_where_it_stopped() throws Exception {
      var bytes = ct(1);
      var id = begin("1", bytes);
      int at = 1 + CHANCE.nextInt(bytes.length - 2);
      var lost = cut(id, bytes, at);
      assertThat(lost.status()).isEqualTo(400);
      assertThat(lost.text("/code")).isEqualTo("INT-046");
      var asked = ask(head("/api/uploads/{id}/files/0", id)).response();
      assertThat(asked.getHeader("Upload-Offset")).isEqualTo(Integer.toString(at));
      assertThat(asked.getHeader("Upload-Length")).isEqualTo(Integer.toString(bytes.length));
      assertThat(states(look(id))).containsExactly("RECEIVING");
      var rest = Arrays.copyOfRange(bytes, at, bytes.length);
      assertThat(ask(piece(id, 0, at, rest)).text("/state")).isEqualTo("TAKEN");
      assertThat(Files.readAllBytes(keptFile())).isEqualTo(bytes);
    }

    private Path keptFile() {
      return room.archive
          .instances(InstanceSelection.study(new Uid("1.2.3")), Visibility.of(room.institution))
          .getFirst()
          .file();
    }

    @Test
    void goes_on_after_a_kill_with_the_range_of_http() throws Exception {
      var bytes = ct(1);
      var id = begin("1", bytes);
      int at = 1 + CHANCE.nextInt(bytes.length - 2);
      cut(id, bytes, at);
      stopAndStartAgain();
      var range = "bytes %d-%d/%d".formatted(at, bytes.length - 1, bytes.length);
      var answer =
          ask(
              put("/api/uploads/{id}/files/0", id)
                  .header("Content-Range", range)
                  .content(Arrays.copyOfRange(bytes, at, bytes.length)));
      assertThat(answer.text("/state")).isEqualTo("TAKEN");
      assertThat(finish(id).text("/state")).isEqualTo("FINISHED");
    }

    @Test
    void whole_on_disk_when_the_kill_came_is_taken_at_the_next_start() throws Exception {
      var bytes = ct(1);
      var id = begin("1", bytes);
      Files.createDirectories(parts().resolve(id));
      Files.write(parts().resolve(id).resolve("0"), bytes);
      stopAndStartAgain();
      uploads.lookAfter();
      assertThat(states(look(id))).containsExactly("TAKEN");
      assertThat(parts().resolve(id)).isEmptyDirectory();
    }

    @Test
    void taken_and_not_written_down_when_the_kill_came_is_already_here() throws Exception {
      var bytes = ct(1);
      var id = begin("1", bytes);
      room.receiver.receive(
          new Sender(room.institution, "tech", Channel.UPLOAD, id),
          new ByteArrayInputStream(bytes));
      Files.createDirectories(parts().resolve(id));
      Files.write(parts().resolve(id).resolve("0"), bytes);
      stopAndStartAgain();
      assertThat(finish(id).text("/files/0/state")).isEqualTo("ALREADY_HERE");
      assertThat(room.kept()).hasSize(1);
    }

    @Test
    void at_a_wrong_offset_is_refused_and_told_the_right_one() throws Exception {
      var bytes = ct(1);
      var id = begin("1", bytes);
      ask(piece(id, 0, 0, Arrays.copyOf(bytes, 100)));
      var refused = ask(piece(id, 0, 200, Arrays.copyOfRange(bytes, 200, 300)));
      assertThat(refused.status()).isEqualTo(409);
      assertThat(refused.text("/code")).isEqualTo("INT-034");
      assertThat(refused.json().at("/offset").asLong()).isEqualTo(100);
      assertThat(refused.response().getHeader("Upload-Offset")).isEqualTo("100");
    }

    @Test
    void with_another_checksum_is_taken_from_its_beginning_again() throws Exception {
      var bytes = ct(1);
      var body = JSON.createObjectNode().put("name", "");
      body.putArray("files")
          .addObject()
          .put("path", "1")
          .put("bytes", bytes.length)
          .put("sha256", HexFormat.of().formatHex(sha256(bytes)));
      var id = declare(body).text("/id");
      var damaged = bytes.clone();
      damaged[bytes.length - 1] ^= 1;
      var refused = send(id, 0, damaged);
      assertThat(refused.status()).isEqualTo(422);
      assertThat(refused.text("/code")).isEqualTo("INT-036");
      assertThat(refused.json().at("/offset").asLong()).isZero();
      assertThat(room.kept()).isEmpty();
      assertThat(send(id, 0, bytes).text("/state")).isEqualTo("TAKEN");
    }

    @Test
    void with_the_digest_of_another_in_its_header_is_refused() throws Exception {
      var bytes = ct(1);
      var id = begin("1", bytes);
      var wrong = "sha-256=:" + Base64.getEncoder().encodeToString(sha256(ct(2))) + ":";
      var right = "sha-256=:" + Base64.getEncoder().encodeToString(sha256(bytes)) + ":";
      assertThat(ask(piece(id, 0, 0, bytes).header("Repr-Digest", wrong)).status()).isEqualTo(422);
      assertThat(ask(piece(id, 0, 0, bytes).header("Repr-Digest", right)).text("/state"))
          .isEqualTo("TAKEN");
    }

    private static byte[] sha256(byte[] bytes) throws Exception {
      return MessageDigest.getInstance("SHA-256").digest(bytes);
    }

    @Test
    void longer_than_announced_is_turned_away() throws Exception {
      var id = begin("1", new byte[100]);
      var answer = send(id, 0, ct(1));
      assertThat(answer.text("/state")).isEqualTo("TURNED_AWAY");
      assertThat(answer.codes()).containsExactly("INT-037");
      assertThat(parts().resolve(id)).isEmptyDirectory();
    }

    @Test
    void that_was_judged_is_told_its_state_when_it_comes_again() throws Exception {
      var id = begin("1", ct(1));
      send(id, 0, ct(1));
      var again = send(id, 0, ct(1));
      assertThat(again.status()).isEqualTo(200);
      assertThat(again.text("/state")).isEqualTo("TAKEN");
    }

    @Test
    void is_not_mixed_up_by_two_senders() throws Exception {
      var bytes = ct(1);
      var id = begin("1", bytes);
      var atOnce = new CountDownLatch(2);
      try (var senders = Executors.newFixedThreadPool(2)) {
        var answers =
            senders.invokeAll(
                List.of(() -> all(id, bytes, 7, atOnce), () -> all(id, bytes, 11, atOnce)));
        for (var answer : answers) {
          assertThat(answer.get()).isIn("TAKEN", "RECEIVING");
        }
      }
      assertThat(states(look(id))).containsExactly("TAKEN");
      assertThat(Files.readAllBytes(keptFile())).isEqualTo(bytes);
    }

    /** Sends in small pieces, going on wherever it is told to. */
    private String all(String id, byte[] bytes, int size, CountDownLatch atOnce) throws Exception {
      atOnce.countDown();
      atOnce.await();
      int at = 0;
      while (true) {
        var answer =
            ask(piece(id, 0, at, Arrays.copyOfRange(bytes, at, Math.min(bytes.length, at + size))));
        if (answer.status() == 200 && answer.json().at("/offset").asInt() == bytes.length) {
          return answer.text("/state");
        }
        at = ask(get("/api/uploads/{id}/files/0", id)).json().at("/offset").asInt();
        if (at == bytes.length) {
          return "TAKEN";
        }
      }
    }

    @Test
    void whose_first_connection_hangs_goes_on_by_another() throws Exception {
      var bytes = ct(1);
      var id = begin("1", bytes);
      var hanging = new HangingLine(bytes, 50);
      try (var first = Executors.newSingleThreadExecutor()) {
        var stale = first.submit(() -> ask(over(id, hanging)));
        hanging.hangs.await();
        var rest = Arrays.copyOfRange(bytes, 50, bytes.length);
        assertThat(ask(piece(id, 0, 50, Arrays.copyOf(rest, 60))).status()).isEqualTo(200);
        hanging.goesOn.countDown();
        var answer = stale.get();
        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.text("/code")).isEqualTo("INT-035");
        var end = Arrays.copyOfRange(bytes, 110, bytes.length);
        assertThat(ask(piece(id, 0, 110, end)).text("/state")).isEqualTo("TAKEN");
      }
    }
  }

  private static final class HangingLine extends Line {
    final CountDownLatch hangs = new CountDownLatch(1);
    final CountDownLatch goesOn = new CountDownLatch(1);

    HangingLine(byte[] bytes, int at) {
      super(bytes, at);
    }

    @Override
    void reached() throws IOException {
      hangs.countDown();
      try {
        goesOn.await();
      } catch (InterruptedException interrupted) {
        throw new IOException(interrupted);
      }
    }
  }

  @Nested
  class An_archive {

    @Test
    void gives_each_entry_a_state() throws Exception {
      var entries = new LinkedHashMap<String, byte[]>();
      entries.put("a/1.dcm", ct(1));
      entries.put("a/2.dcm", ct(2));
      entries.put("notes.txt", "text".getBytes(StandardCharsets.UTF_8));
      var answer = unpacked(Zips.of(entries));
      assertThat(states(answer)).containsExactly("UNPACKED", "TAKEN", "TAKEN", "LEFT_ALONE");
      assertThat(answer.text("/files/1/archiveId")).isEqualTo("0");
      assertThat(room.kept()).hasSize(2);
      // An upload is finished a moment before the house is told that its transfer ended.
      until(() -> room.told.events.getLast().equals("ended " + answer.text("/id")));
      assertThat(parts()).isEmptyDirectory();
    }

    @Test
    void with_traversal_names_writes_nowhere_and_takes_the_others() throws Exception {
      var entries = new LinkedHashMap<String, byte[]>();
      entries.put("../../out.dcm", ct(1));
      entries.put("/etc/2.dcm", ct(2));
      var answer = unpacked(Zips.of(entries));
      assertThat(states(answer)).containsExactly("UNPACKED", "TURNED_AWAY", "TAKEN");
      assertThat(answer.text("/files/1/reasons/0/code")).isEqualTo("INT-033");
      assertThat(answer.text("/files/2/path")).isEqualTo("etc/2.dcm");
      assertThat(room.kept()).containsExactly("1.2.3.1.2");
    }

    @Test
    void with_names_in_gbk_shows_them() throws Exception {
      var answer = unpacked(Zips.of(Charset.forName("GBK"), Map.of("胸部/一.dcm", ct(1))));
      assertThat(answer.text("/files/1/path")).isEqualTo("胸部/一.dcm");
    }

    @Test
    void inside_an_archive_is_left_alone() throws Exception {
      var answer = unpacked(Zips.of(Map.of("inner.zip", Zips.of(Map.of("1", ct(1))))));
      assertThat(states(answer)).containsExactly("UNPACKED", "LEFT_ALONE");
      assertThat(answer.text("/files/1/reasons/0/code")).isEqualTo("INT-010");
    }

    @Test
    void that_is_a_bomb_is_turned_away() throws Exception {
      var answer = unpacked(Zips.bomb(300));
      assertThat(states(answer)).containsExactly("TURNED_AWAY");
      assertThat(answer.text("/files/0/reasons/0/code")).isEqualTo("INT-011");
    }

    @Test
    void whose_entry_holds_more_than_it_declares_takes_nothing_of_it() throws Exception {
      var zip = Zips.understated(Zips.of(Map.of("1", ct(1))), 400);
      var answer = unpacked(zip);
      assertThat(answer.text("/files/1/state")).isEqualTo("TURNED_AWAY");
      assertThat(answer.text("/files/1/reasons/0/code")).isEqualTo("INT-012");
      assertThat(room.kept()).isEmpty();
    }

    @Test
    void with_a_password_is_turned_away_in_words() throws Exception {
      var answer = unpacked(Zips.encrypted(Zips.of(Map.of("1", ct(1)))));
      assertThat(answer.text("/files/0/reasons/0/code")).isEqualTo("INT-044");
      assertThat(answer.text("/files/0/reasons/0/message")).contains("password");
    }

    @Test
    void with_more_entries_than_allowed_is_turned_away() throws Exception {
      var entries = new LinkedHashMap<String, byte[]>();
      for (int n = 0; n < 51; n++) {
        entries.put(n + ".txt", new byte[] {1});
      }
      var answer = unpacked(Zips.of(entries));
      assertThat(answer.text("/files/0/reasons/0/code")).isEqualTo("INT-011");
    }

    @Test
    void cut_short_is_turned_away() throws Exception {
      var zip = Zips.of(Map.of("1", ct(1)));
      var answer = unpacked(Arrays.copyOf(zip, zip.length / 2));
      assertThat(answer.text("/files/0/reasons/0/code")).isEqualTo("INT-012");
    }

    @Test
    void with_an_entry_that_the_store_cannot_keep_takes_the_others_and_tries_on() throws Exception {
      var obstacle = room.obstacle(ct(1));
      var entries = new LinkedHashMap<String, byte[]>();
      entries.put("1", ct(1));
      entries.put("2", ct(2));
      var zip = Zips.of(entries);
      var id = begin("study.zip", zip);
      send(id, 0, zip);
      finish(id);
      until(() -> states(look(id)).contains("TAKEN"));
      assertThat(states(look(id))).containsExactly("UNPACKING", "WAITING", "TAKEN");
      assertThat(look(id).text("/state")).isEqualTo("FINISHING");
      Files.delete(obstacle);
      until(
          () -> {
            uploads.lookAfter();
            return look(id).text("/state").equals("FINISHED");
          });
      assertThat(states(look(id))).containsExactly("UNPACKED", "TAKEN", "TAKEN");
    }

    @Test
    void half_unpacked_when_the_kill_came_goes_on_at_the_next_start() throws Exception {
      var entries = new LinkedHashMap<String, byte[]>();
      entries.put("1", ct(1));
      entries.put("2", ct(2));
      var zip = Zips.of(entries);
      var id = begin("study.zip", zip);
      uploads.close();
      var ledger = new UploadTable(room.tables);
      ledger.settle(id, 0, unpacking());
      Files.createDirectories(parts().resolve(id));
      Files.write(parts().resolve(id).resolve("0"), zip);
      serve(SETTINGS);
      finish(id);
      awaitUploadState(id, "FINISHED");
      assertThat(states(look(id))).containsExactly("UNPACKED", "TAKEN", "TAKEN");
    }

    private static FileOutcome unpacking() {
      return new FileOutcome(FileState.UNPACKING, "", "", "", List.of());
    }
  }

  @Nested
  class An_upload {

    @Test
    void of_another_institution_is_not_there_and_the_attempt_is_recorded() throws Exception {
      var id = begin("1", ct(1));
      for (var request :
          List.of(
              get("/api/uploads/{id}", id),
              get("/api/uploads/{id}/files/0", id),
              piece(id, 0, 0, ct(1)),
              post("/api/uploads/{id}/finish", id),
              delete("/api/uploads/{id}", id))) {
        var answer = ask(request.header("X-Institution", "elsewhere"));
        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.text("/code")).isEqualTo("INT-030");
      }
      assertThat(ask(get("/api/uploads").header("X-Institution", "elsewhere")).json()).isEmpty();
      assertThat(look(id).text("/state")).isEqualTo("OPEN");
      assertThat(room.audited)
          .anySatisfy(
              entry -> {
                assertThat(entry.allowed()).isFalse();
                assertThat(entry.institution()).isEqualTo("elsewhere");
              });
    }

    @Test
    void is_listed_with_counts_and_without_files() throws Exception {
      var id = begin("1", ct(1));
      send(id, 0, ct(1));
      var list = ask(get("/api/uploads")).json();
      assertThat(list.at("/0/id").asString()).isEqualTo(id);
      assertThat(list.at("/0/counts/TAKEN").asInt()).isEqualTo(1);
      assertThat(list.at("/0/files").isNull()).isTrue();
    }

    @Test
    void too_large_or_malformed_is_refused() throws Exception {
      assertThat(refused("{\"files\": []}")).isEqualTo("400 INT-045");
      assertThat(refused("{\"files\": [null]}")).isEqualTo("400 INT-045");
      assertThat(refused("{\"files\": [{\"path\": \"1\"}]}")).isEqualTo("400 INT-045");
      assertThat(refused("{\"files\": [{\"path\": \"1\", \"bytes\": -1}]}"))
          .isEqualTo("400 INT-045");
      assertThat(refused("{\"name\": \"a\\u0000b\", \"files\": [{\"path\": \"1\", \"bytes\": 1}]}"))
          .isEqualTo("400 INT-045");
      assertThat(refused("{\"files\": [{\"path\": \"1\", \"bytes\": 1, \"sha256\": \"x\"}]}"))
          .isEqualTo("400 INT-045");
      assertThat(refused("{\"files\": [{\"path\": \"1\", \"bytes\": 500000000}]}"))
          .isEqualTo("413 INT-031");
      assertThat(
              refused(
                  "{\"files\": [{\"path\": \"1\", \"bytes\": 9223372036854775807},"
                      + " {\"path\": \"2\", \"bytes\": 9223372036854775807}]}"))
          .isEqualTo("413 INT-031");
    }

    private String refused(String body) throws Exception {
      var answer = ask(post("/api/uploads").contentType(MediaType.APPLICATION_JSON).content(body));
      return answer.status() + " " + answer.text("/code");
    }

    @Test
    void beyond_the_number_of_an_account_waits_for_another_to_end() throws Exception {
      for (int n = 0; n < 3; n++) {
        begin("1", ct(1));
      }
      var refused = declare(Map.of("1", ct(1)));
      assertThat(refused.status()).isEqualTo(429);
      var first = ask(get("/api/uploads")).json().at("/0/id").asString();
      assertThat(ask(delete("/api/uploads/{id}", first)).status()).isEqualTo(204);
      assertThat(declare(Map.of("1", ct(1))).status()).isEqualTo(201);
    }

    @Test
    void deleted_keeps_what_was_taken_and_takes_nothing_more() throws Exception {
      var files = new LinkedHashMap<String, byte[]>();
      files.put("1", ct(1));
      files.put("2", ct(2));
      var id = declare(files).text("/id");
      send(id, 0, ct(1));
      ask(piece(id, 1, 0, Arrays.copyOf(ct(2), 10)));
      ask(delete("/api/uploads/{id}", id));
      assertThat(look(id).text("/state")).isEqualTo("CANCELLED");
      assertThat(look(id).codes()).containsExactly("INT-041");
      var refused = ask(piece(id, 1, 0, ct(2)));
      assertThat(refused.status()).isEqualTo(409);
      assertThat(refused.text("/code")).isEqualTo("INT-039");
      assertThat(finish(id).status()).isEqualTo(409);
      assertThat(room.kept()).hasSize(1);
      assertThat(parts()).isEmptyDirectory();
    }

    @Test
    void forgotten_for_too_long_is_given_up_with_its_reason() throws Exception {
      var id = begin("1", ct(1));
      ask(piece(id, 0, 0, Arrays.copyOf(ct(1), 10)));
      room.now.updateAndGet(then -> then.plus(Duration.ofHours(6)));
      uploads.lookAfter();
      assertThat(look(id).text("/state")).isEqualTo("EXPIRED");
      assertThat(look(id).codes()).containsExactly("INT-040");
      assertThat(parts()).isEmptyDirectory();
      assertThat(room.told.events).contains("ended " + id);
      room.now.updateAndGet(then -> then.plus(Duration.ofDays(31)));
      uploads.lookAfter();
      assertThat(look(id).status()).isEqualTo(404);
    }

    @Test
    void finds_the_disk_full_before_it_begins() throws Exception {
      uploads.close();
      serve(
          new UploadSettings(
              400_000_000, 50, 3, Duration.ofHours(5), Duration.ofDays(30), Long.MAX_VALUE / 2));
      var refused = declare(Map.of("1", ct(1)));
      assertThat(refused.status()).isEqualTo(507);
      assertThat(refused.text("/code")).isEqualTo("INT-043");
      assertThat(refused.text("/detail")).contains("administrator");
    }

    @Test
    void finds_the_disk_full_on_the_way_and_goes_on_later() throws Exception {
      var id = begin("1", ct(1));
      var part = Files.createDirectories(parts().resolve(id)).resolve("0");
      Files.createSymbolicLink(part, Path.of("/dev/full"));
      var refused = send(id, 0, ct(1));
      assertThat(refused.status()).isEqualTo(507);
      Files.delete(part);
      assertThat(send(id, 0, ct(1)).text("/state")).isEqualTo("TAKEN");
    }

    @Test
    void finds_the_quota_used_up_and_goes_on_when_there_is_room() throws Exception {
      uploads.close();
      room = new IntakeRoom(folder.resolve("small"), new StorageLimits(1, 0));
      serve(SETTINGS);
      var first = begin("1", room.slice(1).bytes());
      assertThat(send(first, 0, room.slice(1).bytes()).text("/state")).isEqualTo("TAKEN");
      var second = begin("2", room.slice(2).bytes());
      var refused = send(second, 0, room.slice(2).bytes());
      assertThat(refused.status()).isEqualTo(507);
      assertThat(refused.text("/code")).isEqualTo("INT-043");
      room.deleteAll();
      assertThat(send(second, 0, room.slice(2).bytes()).text("/state")).isEqualTo("TAKEN");
    }

    @Test
    void with_strange_headers_is_refused_in_words() throws Exception {
      var id = begin("1", ct(1));
      for (var header :
          Map.of(
                  "Upload-Offset", "-1",
                  "Content-Range", "bytes 5-1/100",
                  "Repr-Digest", "sha-256=:notbase64:")
              .entrySet()) {
        var answer =
            ask(
                put("/api/uploads/{id}/files/0", id)
                    .header(header.getKey(), header.getValue())
                    .content(new byte[1]));
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.text("/code")).isEqualTo("INT-045");
      }
    }
  }

  @Test
  void every_address_asks_for_the_permission_to_send() {
    assertThat(UploadController.class.getDeclaredMethods())
        .filteredOn(method -> AnnotatedElementUtils.hasAnnotation(method, RequestMapping.class))
        .hasSize(7)
        .allSatisfy(
            method ->
                assertThat(method.getAnnotation(PreAuthorize.class).value())
                    .isEqualTo("hasAuthority('SEND_IMAGES')"));
  }
}
