package org.hilum.imaging.intake;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.hilum.fixtures.SharedData;
import org.hilum.imaging.archive.InstanceSelection;
import org.hilum.imaging.archive.Visibility;
import org.hilum.imaging.dicom.Tag;
import org.hilum.imaging.dicom.Uid;
import org.hilum.imaging.dicom.Vr;
import org.hilum.imaging.intake.web.StowController;
import org.hilum.imaging.intake.web.StowLimits;
import org.hilum.platform.access.AuditEntry;
import org.hilum.platform.access.Permission;
import org.hilum.platform.access.Person;
import org.hilum.platform.storage.StorageLimits;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.core.MethodParameter;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class StowControllerTest {

  private static final String RELATED =
      "multipart/related; type=\"application/dicom\"; boundary=\"a b\"";

  private IntakeRoom room;
  private MockMvc web;

  @BeforeEach
  void open(@TempDir Path folder) throws IOException {
    serve(new IntakeRoom(folder));
  }

  private void serve(IntakeRoom in) {
    room = in;
    web =
        MockMvcBuilders.standaloneSetup(
                new StowController(room.receiver, room.trail, new StowLimits(400, 20_000_000)))
            .setCustomArgumentResolvers(new Technologist(room.institution))
            .build();
  }

  private record Technologist(String institution) implements HandlerMethodArgumentResolver {
    @Override
    public boolean supportsParameter(MethodParameter parameter) {
      return parameter.getParameterType() == Person.class;
    }

    @Override
    public Object resolveArgument(
        MethodParameter parameter,
        @Nullable ModelAndViewContainer container,
        NativeWebRequest request,
        @Nullable WebDataBinderFactory factory) {
      return new Person("account-1", institution, Set.of(Permission.SEND_IMAGES));
    }
  }

  private static byte[] body(List<byte[]> files) {
    var out = new ByteArrayOutputStream();
    for (var file : files) {
      out.writeBytes("\r\n--a b\r\nContent-Type: application/dicom\r\n\r\n".getBytes(ISO_8859_1));
      out.writeBytes(file);
    }
    out.writeBytes("\r\n--a b--\r\n".getBytes(ISO_8859_1));
    return out.toByteArray();
  }

  private static byte[] slices(int... numbers) {
    return body(Arrays.stream(numbers).mapToObj(n -> CtFile.slice(n).bytes()).toList());
  }

  private MockHttpServletResponse post(String address, String type, String accept, byte[] body)
      throws Exception {
    var request =
        MockMvcRequestBuilders.post("/dicomweb" + address)
            .header("Content-Type", type)
            .header("Accept", accept)
            .content(body);
    return web.perform(request).andReturn().getResponse();
  }

  private MockHttpServletResponse post(byte[] body) throws Exception {
    return post("/studies", RELATED, "application/dicom+json", body);
  }

  private static JsonNode json(MockHttpServletResponse response) throws IOException {
    return JsonMapper.shared().readTree(response.getContentAsString(UTF_8));
  }

  @Test
  void all_that_came_in_are_named_with_where_to_fetch_them() throws Exception {
    var response = post(slices(1, 2, 3));
    assertThat(response.getStatus()).isEqualTo(200);
    assertThat(response.getContentType()).isEqualTo("application/dicom+json");
    var answer = json(response);
    assertThat(answer.at("/00081190/Value/0").asString())
        .isEqualTo("http://localhost/dicomweb/studies/1.2.3");
    assertThat(answer.at("/00081199/Value")).hasSize(3);
    assertThat(answer.at("/00081199/Value/2/00081155/Value/0").asString()).isEqualTo("1.2.3.1.3");
    assertThat(answer.at("/00081199/Value/2/00081190/Value/0").asString())
        .isEqualTo("http://localhost/dicomweb/studies/1.2.3/series/1.2.3.1/instances/1.2.3.1.3");
    assertThat(answer.has("00081198")).isFalse();
    assertThat(room.kept()).hasSize(3);
    assertThat(room.told.events).last().asString().startsWith("ended stow:");
  }

  @Test
  void a_boundary_as_long_as_that_of_Orthanc_is_read() throws Exception {
    var boundary = "df39ed56-2a88-4759-a2df-a41317d621dc-df39ed56-2a88-4759-a2df-a41317d621dc";
    var body = new String(slices(1, 2), ISO_8859_1).replace("--a b", "--" + boundary);
    var type = "multipart/related; type=\"application/dicom\"; boundary=" + boundary;
    var response = post("/studies", type, "application/dicom+json", body.getBytes(ISO_8859_1));
    assertThat(response.getStatus()).isEqualTo(200);
    assertThat(room.kept()).hasSize(2);
  }

  @Test
  void of_many_with_one_uid_in_a_request_the_last_one_stays() throws Exception {
    var versions = new ArrayList<byte[]>();
    for (int n = 0; n < 20; n++) {
      var number = Integer.toString(n);
      versions.add(
          room.slice(1).with(of -> of.text(Tag.SERIES_DESCRIPTION, Vr.LO, number)).bytes());
    }
    assertThat(post(body(versions)).getStatus()).isEqualTo(200);
    var kept =
        room.archive.instances(
            InstanceSelection.study(new Uid("1.2.3")), Visibility.of(room.institution));
    assertThat(kept).hasSize(1);
    assertThat(Files.readAllBytes(kept.getFirst().file())).isEqualTo(versions.getLast());
  }

  @Test
  void what_came_whole_before_the_line_was_lost_is_kept() throws Exception {
    var whole = slices(1, 2, 3, 4, 5, 6);
    var response = post(Arrays.copyOf(whole, whole.length - 200));
    assertThat(response.getHeader("Warning")).contains("INT-05");
    assertThat(room.kept()).hasSize(5);
    assertThat(json(response).at("/00081199/Value")).hasSize(5);
  }

  @Test
  void one_object_may_come_alone() throws Exception {
    var response = post("/studies", "application/dicom", "*/*", CtFile.slice(1).bytes());
    assertThat(response.getStatus()).isEqualTo(200);
    assertThat(room.kept()).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "multipart/related; type=application/dicom; boundary=\"a b\"",
        "Multipart/Related;boundary=\"a b\";type=\"application/dicom\"",
        "multipart/related; boundary=\"a b\""
      })
  void the_type_is_read_as_senders_write_it(String type) throws Exception {
    assertThat(post("/studies", type, "*/*", slices(1)).getStatus()).isEqualTo(200);
  }

  @Test
  void what_cannot_be_taken_is_named_with_its_reason_and_holds_up_nobody() throws Exception {
    var withoutSeries =
        CtFile.slice(2).with(builder -> builder.remove(Tag.SERIES_INSTANCE_UID)).bytes();
    var response =
        post(
            body(
                List.of(
                    CtFile.slice(1).bytes(),
                    "text".getBytes(UTF_8),
                    withoutSeries,
                    CtFile.slice(3).bytes())));
    assertThat(response.getStatus()).isEqualTo(202);
    var answer = json(response);
    assertThat(answer.at("/00081199/Value")).hasSize(2);
    var failed = answer.at("/00081198/Value");
    assertThat(failed).hasSize(2);
    assertThat(failed.get(0).at("/00081197/Value/0").asInt()).isEqualTo(0xC000);
    assertThat(failed.get(0).at("/0040A160/Value/0").asString()).startsWith("DIC-001");
    assertThat(failed.get(1).at("/00081155/Value/0").asString()).isEqualTo("1.2.3.1.2");
    assertThat(failed.get(1).at("/00000902/Value/0").asString()).startsWith("INT-004");
  }

  @Test
  void nothing_taken_is_a_conflict() throws Exception {
    assertThat(post(body(List.of("text".getBytes(UTF_8)))).getStatus()).isEqualTo(409);
  }

  @Test
  void an_object_of_another_study_than_the_address_names_is_turned_away() throws Exception {
    var response = post("/studies/1.2.4", RELATED, "*/*", slices(1));
    assertThat(response.getStatus()).isEqualTo(409);
    assertThat(response.getContentAsString(UTF_8)).contains("INT-053");
    assertThat(room.kept()).isEmpty();
    assertThat(post("/studies/1.2.3", RELATED, "*/*", slices(1)).getStatus()).isEqualTo(200);
    assertThat(post("/studies/x", RELATED, "*/*", slices(1)).getStatus()).isEqualTo(400);
  }

  @Test
  void the_same_again_is_taken_and_changes_nothing() throws Exception {
    post(slices(1, 2));
    assertThat(post(slices(1, 2)).getStatus()).isEqualTo(200);
    assertThat(room.kept()).hasSize(2);
  }

  @Test
  void what_breaks_off_says_what_came_whole_before() throws Exception {
    var whole = slices(1, 2, 3);
    var response = post(Arrays.copyOf(whole, whole.length - 100));
    assertThat(response.getStatus()).isEqualTo(400);
    assertThat(json(response).at("/00081199/Value")).hasSize(2);
    assertThat(response.getHeader("Warning")).contains("INT-051");
    assertThat(room.kept()).containsExactly("1.2.3.1.1", "1.2.3.1.2");
    assertThat(room.told.events).contains("dropped");
  }

  @Test
  void more_than_the_limits_says_what_came_before() throws Exception {
    var many = post(body(IntStream.range(0, 500).mapToObj(n -> new byte[] {1}).toList()));
    assertThat(many.getStatus()).isEqualTo(413);
    assertThat(json(many).at("/00081198/Value")).hasSize(400);
    var large = post(body(List.of(CtFile.slice(1).bytes(), new byte[21_000_000])));
    assertThat(large.getStatus()).isEqualTo(413);
    assertThat(json(large).at("/00081199/Value")).hasSize(1);
  }

  @Test
  void what_no_room_is_left_for_is_to_be_sent_again(@TempDir Path small) throws Exception {
    serve(new IntakeRoom(small, new StorageLimits(1, 0)));
    var response = post(body(List.of(room.slice(1).bytes(), room.slice(2).bytes())));
    assertThat(response.getStatus()).isEqualTo(507);
    assertThat(json(response).at("/00081199/Value")).hasSize(1);
    assertThat(json(response).at("/00081198/Value/0/00081197/Value/0").asInt()).isEqualTo(0xA700);
    assertThat(response.getHeader("Warning")).contains("INT-043");
    room.deleteAll();
    assertThat(post(body(List.of(room.slice(2).bytes()))).getStatus()).isEqualTo(200);
  }

  @Test
  void an_object_larger_than_is_taken_is_turned_away_alone() throws Exception {
    var response = post(body(List.of(new byte[1_500_000], CtFile.slice(1).bytes())));
    assertThat(response.getStatus()).isEqualTo(202);
    assertThat(json(response).at("/00081198/Value/0/00081197/Value/0").asInt()).isEqualTo(0xA700);
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(
      delimiter = '|',
      value = {
        "application/json | 415 | INT-050",
        "multipart/related; type=\"application/dicom+json\"; boundary=x | 415 | INT-050",
        "multipart/related; type=\"application/dicom\" | 415 | INT-050",
        "multipart/form-data; boundary=\"a b\" | 415 | INT-050",
        "multipart/related; type=\"application/dicom\"; boundary=other | 400 | INT-051",
      })
  void another_type_is_refused(String type, int status, String code) throws Exception {
    var response = post("/studies", type, "*/*", slices(1));
    assertThat(response.getStatus()).isEqualTo(status);
    assertThat(json(response).get("code").asString()).isEqualTo(code);
    assertThat(room.kept()).isEmpty();
  }

  @Test
  void the_answer_is_xml_for_those_who_take_only_that() throws Exception {
    var response = post("/studies", RELATED, "application/dicom+xml", slices(1));
    assertThat(response.getContentType()).isEqualTo("application/dicom+xml");
    assertThat(response.getContentAsString(UTF_8))
        .contains("<DicomAttribute tag=\"00081199\" vr=\"SQ\" keyword=\"ReferencedSOPSequence\">")
        .contains("<Value number=\"1\">1.2.3.1.1</Value>");
    var builder = javax.xml.parsers.DocumentBuilderFactory.newInstance().newDocumentBuilder();
    var document =
        builder.parse(new java.io.ByteArrayInputStream(response.getContentAsByteArray()));
    assertThat(document.getDocumentElement().getNodeName()).isEqualTo("NativeDicomModel");
    assertThat(post("/studies", RELATED, "text/html", slices(2)).getStatus()).isEqualTo(406);
    assertThat(room.kept()).hasSize(1);
  }

  @Test
  void a_disc_that_fails_is_no_success_and_the_next_try_is() throws Exception {
    var obstacle = room.obstacle(CtFile.slice(1).bytes());
    var failed = post(slices(1));
    assertThat(failed.getStatus()).isEqualTo(503);
    assertThat(json(failed).at("/00081198/Value/0/00081197/Value/0").asInt()).isEqualTo(0x0110);
    assertThat(room.kept()).isEmpty();
    Files.delete(obstacle);
    assertThat(post(slices(1)).getStatus()).isEqualTo(200);
  }

  @Test
  void one_that_a_disc_fails_is_told_once_and_those_that_came_whole_stay() throws Exception {
    var obstacle = room.obstacle(CtFile.slice(3).bytes());
    var answer = post(slices(1, 2, 3, 4, 5, 6));
    assertThat(answer.getStatus()).isEqualTo(503);
    assertThat(json(answer).at("/00081199/Value"))
        .extracting(each -> each.at("/00081155/Value/0").asString())
        .containsExactlyElementsOf(room.kept())
        .contains("1.2.3.1.1", "1.2.3.1.2")
        .doesNotContain("1.2.3.1.3");
    Files.delete(obstacle);
    assertThat(post(slices(1, 2, 3, 4, 5, 6)).getStatus()).isEqualTo(200);
    assertThat(room.kept()).hasSize(6);
  }

  @Test
  void many_of_two_studies_in_turn_all_come_in() throws Exception {
    var files = new ArrayList<byte[]>();
    for (int n = 1; n <= 15; n++) {
      files.add(CtFile.slice(n).bytes());
      var other = Integer.toString(n);
      files.add(
          CtFile.slice(n)
              .with(
                  of ->
                      of.uid(Tag.STUDY_INSTANCE_UID, new Uid("1.2.9"))
                          .uid(Tag.SERIES_INSTANCE_UID, new Uid("1.2.9.1"))
                          .uid(Tag.SOP_INSTANCE_UID, new Uid("1.2.9.1." + other)))
              .bytes());
    }
    var answer = post(body(files));
    assertThat(json(answer).at("/00081199/Value")).hasSize(30);
    assertThat(room.kept()).hasSize(15);
    assertThat(room.told.events).filteredOn("accepted"::equals).hasSize(30);
  }

  @Test
  void four_at_once_all_come_in_and_each_leaves_one_entry_in_the_trail() throws Exception {
    try (var senders = Executors.newFixedThreadPool(4)) {
      var answers =
          IntStream.range(0, 4)
              .mapToObj(
                  n ->
                      senders.submit(
                          () -> post(slices(IntStream.range(n * 25, n * 25 + 25).toArray()))))
              .toList();
      for (var answer : answers) {
        assertThat(answer.get().getStatus()).isEqualTo(200);
      }
    }
    assertThat(room.kept()).hasSize(100);
    assertThat(room.audited)
        .hasSize(4)
        .allMatch(entry -> entry.action() == AuditEntry.Action.RECEIVE)
        .allMatch(entry -> entry.objects().equals(List.of("1.2.3")));
  }

  @Test
  void broken_files_are_turned_away_one_by_one_and_the_next_study_comes_in() throws Exception {
    var files = SharedData.require("dicom/malformed");
    try (var all = Files.walk(files)) {
      for (var file : all.filter(Files::isRegularFile).sorted().limit(60).toList()) {
        if (Files.size(file) < 900_000) {
          var response = post(body(List.of(Files.readAllBytes(file))));
          assertThat(response.getStatus()).as(file.toString()).isIn(200, 409);
        }
      }
    }
    assertThat(post(slices(1, 2)).getStatus()).isEqualTo(200);
    assertThat(new Uid("1.2.3").value()).isNotEmpty();
  }
}
