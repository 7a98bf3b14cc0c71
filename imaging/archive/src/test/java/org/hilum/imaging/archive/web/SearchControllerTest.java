package org.hilum.imaging.archive.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.hilum.platform.access.AuditEntry;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class SearchControllerTest {

  private static final JsonMapper JSON = JsonMapper.shared();
  private static DicomWebRoom room;

  @BeforeAll
  static void keep_two_studies(@TempDir Path folder) throws Exception {
    room = new DicomWebRoom(folder, "qido");
    var first = room.studies.study("P1", "Wang^XiaoDong=王^小东", "s1", "20200120", "1015");
    room.studies.series(first, "s1-ct", "CT", 2, 3);
    room.studies.series(first, "s1-sr", "SR", 9, 1);
    room.studies.series(
        room.studies.study("P2", "Li^Na", "s2", "20200220", "1015"), "s2-ct", "CT", 1, 2);
  }

  private static JsonNode found(String address) throws Exception {
    var response = room.get(address);
    assertThat(response.getStatus()).as(response.getContentAsString(UTF_8)).isEqualTo(200);
    return JSON.readTree(response.getContentAsString(UTF_8));
  }

  private static String encoded(String text) {
    return java.net.URLEncoder.encode(text, java.nio.charset.StandardCharsets.UTF_8);
  }

  @Test
  void a_study_is_told_with_where_to_fetch_it() throws Exception {
    var study = found("/studies?PatientID=P1").get(0);
    assertThat(study.at("/00100010/Value/0/Ideographic").asString()).isEqualTo("王^小东");
    assertThat(study.at("/00080061/Value").toString()).isEqualTo("[\"CT\",\"SR\"]");
    assertThat(study.at("/00201208/Value/0").asInt()).isEqualTo(4);
    assertThat(study.at("/00081190/Value/0").asString())
        .isEqualTo("http://localhost/dicomweb/studies/" + room.studies.uid("s1"));
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource({
    "/studies, 2",
    "/studies?00100020=P1, 1",
    "/studies?StudyDate=20200101-20200131, 1",
    "/studies?ModalitiesInStudy=SR, 1",
    "'/studies?ModalitiesInStudy=SR,CT', 2",
    "/studies?PatientName=wang*, 1",
    "/studies?PatientName=wang, 0",
    "/studies?PatientName=wang&fuzzymatching=true, 1",
    "/studies?limit=1, 1",
    "/studies?offset=2, 0",
    "/studies?accept=application/json&includefield=all&includefield=Nonsense, 2",
    "/series, 3",
    "/series?Modality=CT, 2",
    "/instances, 6",
    "/instances?InstanceNumber=1, 3",
  })
  void finds_as_many(String address, int count) throws Exception {
    assertThat(found(address)).hasSize(count);
  }

  @Test
  void a_chinese_name_is_found_by_a_part() throws Exception {
    assertThat(found("/studies?fuzzymatching=true&PatientName=" + encoded("小东"))).hasSize(1);
    assertThat(found("/studies?fuzzymatching=true&PatientName=" + encoded("王小东"))).hasSize(1);
  }

  @Test
  void a_list_of_studies_is_parted_by_commas() throws Exception {
    var list = room.studies.uid("s1") + "," + room.studies.uid("s2");
    assertThat(found("/studies?StudyInstanceUID=" + list)).hasSize(2);
  }

  @Test
  void series_and_instances_of_a_study_do_not_repeat_the_patient_unless_asked() throws Exception {
    var study = "/studies/" + room.studies.uid("s1");
    var series = found(study + "/series");
    assertThat(series).hasSize(2);
    assertThat(series.get(0).has("00100010")).isFalse();
    assertThat(series.get(0).at("/00201209/Value/0").asInt()).isEqualTo(3);
    assertThat(found(study + "/series?includefield=PatientName").get(0).has("00100010")).isTrue();
    var instances = found(study + "/series/" + room.studies.uid("s1-ct") + "/instances");
    assertThat(instances).hasSize(3);
    assertThat(instances.get(2).at("/00200013/Value/0").asInt()).isEqualTo(3);
    assertThat(instances.get(2).at("/00280010/Value/0").asInt()).isEqualTo(512);
    assertThat(found(study + "/instances")).hasSize(4);
    assertThat(found("/series").get(0).has("00100010")).isTrue();
  }

  @Test
  void says_when_there_is_more() throws Exception {
    assertThat(room.get("/studies?limit=1").getHeader("Warning")).startsWith("299 ");
    assertThat(room.get("/studies?limit=1&offset=1").getHeader("Warning")).isNull();
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource({
    "/studies?SliceThickness=1, ARC-002",
    "/studies?Nonsense=1, ARC-002",
    "/studies?InstanceNumber=1, ARC-002",
    "/studies?StudyDate=yesterday, ARC-011",
    "/studies?limit=-1, ARC-012",
    "/studies?offset=a, ARC-012",
    "/studies?fuzzymatching=maybe, ARC-012",
    "/studies/1.2.x/series, ARC-012",
  })
  void a_bad_request_is_a_problem_with_a_code(String address, String code) throws Exception {
    var response = room.get(address);
    assertThat(response.getStatus()).isEqualTo(400);
    assertThat(response.getContentType()).startsWith("application/problem+json");
    assertThat(JSON.readTree(response.getContentAsString(UTF_8)).get("code").asString())
        .isEqualTo(code);
  }

  @Test
  void xml_is_not_made() throws Exception {
    assertThat(room.get("/studies", "Accept", "application/dicom+xml").getStatus()).isEqualTo(406);
    assertThat(room.get("/studies", "Accept", "application/json").getContentType())
        .isEqualTo("application/json");
  }

  @Test
  void another_institution_finds_nothing() throws Exception {
    assertThat(room.getAs("qido-other", "/studies").getContentAsString(UTF_8)).isEqualTo("[]");
  }

  @Test
  void the_trail_says_who_asked_by_what_and_no_names() throws Exception {
    room.trail.clear();
    room.get("/studies?PatientName=Wang*&PatientID=P1");
    assertThat(room.trail).hasSize(1);
    assertThat(room.trail.getFirst().action()).isEqualTo(AuditEntry.Action.QUERY);
    assertThat(room.trail.getFirst().patient()).isEqualTo("P1");
    assertThat(room.trail.getFirst().words()).contains("PatientName").doesNotContain("Wang");
  }
}
