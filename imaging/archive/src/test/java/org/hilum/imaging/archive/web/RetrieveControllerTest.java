package org.hilum.imaging.archive.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;
import org.hilum.imaging.archive.InstanceSelection;
import org.hilum.imaging.archive.Visibility;
import org.hilum.imaging.dicom.DataSetBuilder;
import org.hilum.imaging.dicom.Element;
import org.hilum.imaging.dicom.Tag;
import org.hilum.imaging.dicom.Uid;
import org.hilum.imaging.dicom.Vr;
import org.hilum.platform.access.AuditEntry;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class RetrieveControllerTest {

  private static final String OBJECTS = "multipart/related; type=\"application/dicom\"";
  private static final String OCTETS = "multipart/related; type=\"application/octet-stream\"";

  private DicomWebRoom room;
  private String study;
  private String first;
  private byte[] firstFile;
  private byte[] secondFile;

  @BeforeEach
  void keep_a_series_of_two(@TempDir Path folder, TestInfo test) throws Exception {
    room = new DicomWebRoom(folder, "wado-" + Integer.toHexString(test.hashCode()));
    firstFile = room.keep(slice(1, 0, 400, 1000, 1150, 2000, -1).build());
    secondFile = room.keep(slice(2, 1, 2, 3, 4, 5, 6).build());
    study = "/studies/" + room.studies.uid("s1");
    first = study + "/series/" + room.studies.uid("r1") + "/instances/" + room.studies.uid("i1");
  }

  private DataSetBuilder slice(int number, int... values) {
    var study = room.studies.study("P1", "Wang^XiaoDong", "s1", "20200120", "1015");
    return DicomWebRoom.slice(study, values)
        .uid(Tag.SERIES_INSTANCE_UID, room.studies.uid("r1"))
        .uid(Tag.SOP_INSTANCE_UID, room.studies.uid("i" + number))
        .integerString(Tag.INSTANCE_NUMBER, number);
  }

  @Nested
  class Objects {

    @ParameterizedTest
    @ValueSource(strings = {OBJECTS, OBJECTS + "; transfer-syntax=*", "*/*"})
    void of_a_study_come_as_parts_byte_by_byte_as_they_were_sent(String accept) throws Exception {
      var response = room.get(study, "Accept", accept);
      assertThat(response.getStatus()).isEqualTo(200);
      assertThat(response.getContentType()).startsWith(OBJECTS);
      assertThat(DicomWebRoom.parts(response)).containsExactly(firstFile, secondFile);
    }

    @Test
    void one_comes_alone_when_it_is_asked_for_alone() throws Exception {
      var response = room.get(first, "Accept", "application/dicom");
      assertThat(response.getContentType()).startsWith("application/dicom");
      assertThat(response.getContentAsByteArray()).isEqualTo(firstFile);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
      "application/dicom+xml, 406",
      "'multipart/related; type=\"application/dicom\"; transfer-syntax=1.2.840.10008.1.2.4.90',"
          + " 406",
      "not a type, 400",
    })
    void what_cannot_be_made_is_said(String accept, int status) throws Exception {
      var response = room.get(first, "Accept", accept);
      assertThat(response.getStatus()).isEqualTo(status);
      assertThat(response.getContentAsString(UTF_8)).contains("\"code\":\"ARC-01");
    }

    @Test
    void a_series_does_not_come_as_one_object() throws Exception {
      assertThat(room.get(study, "Accept", "application/dicom").getStatus()).isEqualTo(406);
    }

    @Test
    void nothing_is_here_for_another_institution_nor_under_an_unknown_uid() throws Exception {
      assertThat(room.getAs("wado-other", study).getStatus()).isEqualTo(404);
      assertThat(room.get("/studies/1.2.3").getStatus()).isEqualTo(404);
      assertThat(room.get("/studies/abc").getStatus()).isEqualTo(400);
    }

    @Test
    void a_file_that_is_gone_is_a_fault_with_a_code_before_anything_is_sent() throws Exception {
      var kept =
          room.archive.instances(
              InstanceSelection.study(room.studies.uid("s1")), Visibility.of(room.institution));
      Files.delete(kept.getLast().file());
      var response = room.get(study, "Accept", OBJECTS);
      assertThat(response.getStatus()).isEqualTo(500);
      assertThat(response.getContentAsString(UTF_8)).contains("ARC-014");
    }

    @Test
    void what_the_client_has_already_is_not_sent_again() throws Exception {
      var tag = room.get(study, "Accept", OBJECTS).getHeader("ETag");
      assertThat(tag).isNotNull();
      var again = room.get(study, "Accept", OBJECTS, "If-None-Match", String.valueOf(tag));
      assertThat(again.getStatus()).isEqualTo(304);
      assertThat(again.getContentAsByteArray()).isEmpty();
      room.keep(slice(3, 9, 9, 9, 9, 9, 9).build());
      var grown = room.get(study, "Accept", OBJECTS, "If-None-Match", String.valueOf(tag));
      assertThat(grown.getStatus()).isEqualTo(200);
    }

    @Test
    void one_entry_a_request_says_who_saw_which_study() throws Exception {
      room.get(study, "Accept", OBJECTS);
      assertThat(room.trail).hasSize(1);
      var entry = room.trail.getFirst();
      assertThat(entry.action()).isEqualTo(AuditEntry.Action.VIEW);
      assertThat(entry.patient()).isEqualTo("P1");
      assertThat(entry.objects()).containsExactly(room.studies.uid("s1").value());
    }
  }

  @Nested
  class Metadata {

    @Test
    void has_every_attribute_and_the_address_of_the_pixels() throws Exception {
      var response = room.get(study + "/metadata");
      assertThat(response.getContentType()).isEqualTo("application/dicom+json");
      var json = JsonMapper.shared().readTree(response.getContentAsString(UTF_8));
      assertThat(json).hasSize(2);
      assertThat(json.get(0).at("/00281052/Value/0").asInt()).isEqualTo(-1000);
      var address = json.get(0).at("/7FE00010/BulkDataURI").asString();
      assertThat(address).isEqualTo("http://localhost/dicomweb" + first + "/bulkdata/7FE00010");
      var bulk = room.get(first + "/bulkdata/7FE00010", "Accept", "application/octet-stream");
      assertThat(bulk.getContentAsByteArray()).hasSize(12).startsWith(0, 0, 0x90, 0x01);
    }

    @Test
    void large_values_stand_beside_it_also_within_sequences() throws Exception {
      var item =
          org.hilum.imaging.dicom.DataSet.builder()
              .bytes(0x00111010, Vr.OB, new byte[3000])
              .build();
      room.keep(slice(4, 1, 2, 3, 4, 5, 6).items(0x00081115, item).build());
      var fourth = first.replace(room.studies.uid("i1").value(), room.studies.uid("i4").value());
      assertThat(room.get(fourth + "/metadata").getContentAsString(UTF_8))
          .contains(fourth + "/bulkdata/00081115/0/00111010");
      var parts =
          DicomWebRoom.parts(room.get(fourth + "/bulkdata/00081115/0/00111010", "Accept", OCTETS));
      assertThat(parts).containsExactly(new byte[3000]);
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "00081115/0/00111010",
          "00081115",
          "x",
          "00081115/999999999999/00111010",
          "00104000"
        })
    void a_value_that_is_not_there_is_not_found(String path) throws Exception {
      assertThat(room.get(first + "/bulkdata/" + path).getStatus()).isEqualTo(404);
    }
  }

  @Nested
  class Frames {

    @ParameterizedTest
    @ValueSource(
        strings = {
          OCTETS,
          OCTETS + "; transfer-syntax=*",
          "multipart/related; type=application/octet-stream; transfer-syntax=*",
          "multipart/related; type=image/jls;q=1, multipart/related;type=application/octet-stream",
          "*/*"
        })
    void come_with_the_lowest_byte_first(String accept) throws Exception {
      var response = room.get(first + "/frames/1", "Accept", accept);
      assertThat(response.getContentType()).startsWith(OCTETS);
      assertThat(DicomWebRoom.parts(response))
          .containsExactly(new byte[] {0, 0, -112, 1, -24, 3, 126, 4, -48, 7, -1, -1});
    }

    @Test
    void of_masks_of_one_bit_are_told_apart_to_the_bit() throws Exception {
      var mask =
          slice(5, 0, 0, 0, 0, 0, 0)
              .unsignedShort(Tag.BITS_ALLOCATED, 1)
              .unsignedShort(Tag.BITS_STORED, 1)
              .unsignedShort(Tag.HIGH_BIT, 0)
              .integerString(Tag.NUMBER_OF_FRAMES, 2)
              .bytes(Tag.PIXEL_DATA, Vr.OB, new byte[] {(byte) 0b01_000001, 0b0000_1000})
              .build();
      room.keep(mask);
      var fifth = first.replace(room.studies.uid("i1").value(), room.studies.uid("i5").value());
      var parts = DicomWebRoom.parts(room.get(fifth + "/frames/1,2", "Accept", OCTETS));
      assertThat(parts.get(0)[0] & 0b111111).isEqualTo(0b000001);
      assertThat(parts.get(1)[0] & 0b111111).isEqualTo(0b100001);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({"2, 404", "0, 400", "'1,', 400", "a, 400", "999999999, 404"})
    void that_are_not_there_are_refused(String frame, int status) throws Exception {
      assertThat(room.get(first + "/frames/" + frame, "Accept", OCTETS).getStatus())
          .isEqualTo(status);
    }
  }

  @Nested
  class Pictures {

    private int[] greys(String address) throws Exception {
      var response = room.get(address, "Accept", "image/png");
      assertThat(response.getStatus()).as(response.getContentAsString(UTF_8)).isEqualTo(200);
      var picture = ImageIO.read(new ByteArrayInputStream(response.getContentAsByteArray()));
      var greys = new int[picture.getWidth() * picture.getHeight()];
      picture.getRaster().getSamples(0, 0, picture.getWidth(), picture.getHeight(), 0, greys);
      return greys;
    }

    @Test
    void show_a_ct_without_a_window_as_lungs_are_looked_at() throws Exception {
      // HU: -1000, -600, 0, 150, 1000, -1001; the window goes from -1350 to 150.
      assertThat(greys(first + "/rendered")).containsExactly(60, 128, 230, 255, 255, 59);
    }

    @Test
    void show_the_window_that_is_asked_for() throws Exception {
      assertThat(greys(first + "/frames/1/rendered?window=0,2001,linear"))
          .containsExactly(0, 51, 128, 147, 255, 0);
      assertThat(greys(first + "/rendered?window=0,400,sigmoid")[2]).isEqualTo(128);
    }

    @Test
    void turn_over_where_the_lowest_value_is_white() throws Exception {
      room.keep(
          slice(6, 0, 400, 1000, 1150, 2000, -1)
              .text(Tag.PHOTOMETRIC_INTERPRETATION, Vr.CS, "MONOCHROME1")
              .build());
      var sixth = first.replace(room.studies.uid("i1").value(), room.studies.uid("i6").value());
      assertThat(greys(sixth + "/rendered")).containsExactly(195, 127, 25, 0, 0, 196);
    }

    @Test
    void show_colours_plane_by_plane_or_pixel_by_pixel() throws Exception {
      var bytes = new byte[18];
      bytes[0] = (byte) 200;
      bytes[6] = 100;
      bytes[12] = 50;
      room.keep(
          slice(7, 0, 0, 0, 0, 0, 0)
              .unsignedShort(Tag.SAMPLES_PER_PIXEL, 3)
              .text(Tag.PHOTOMETRIC_INTERPRETATION, Vr.CS, "RGB")
              .unsignedShort(Tag.PLANAR_CONFIGURATION, 1)
              .unsignedShort(Tag.BITS_ALLOCATED, 8)
              .unsignedShort(Tag.BITS_STORED, 8)
              .unsignedShort(Tag.HIGH_BIT, 7)
              .put(new Element(Tag.PIXEL_DATA, Vr.OB, new Element.Bytes(bytes)))
              .build());
      var seventh = first.replace(room.studies.uid("i1").value(), room.studies.uid("i7").value());
      var response = room.get(seventh + "/rendered", "Accept", "image/png");
      var picture = ImageIO.read(new ByteArrayInputStream(response.getContentAsByteArray()));
      assertThat(picture.getRGB(0, 0) & 0xFFFFFF).isEqualTo(200 << 16 | 100 << 8 | 50);
    }

    @Test
    void fit_into_the_viewport_and_are_jpeg_unless_asked_otherwise() throws Exception {
      var response = room.get(first + "/rendered?viewport=30,30&quality=50");
      assertThat(response.getContentType()).isEqualTo("image/jpeg");
      var picture = ImageIO.read(new ByteArrayInputStream(response.getContentAsByteArray()));
      assertThat(List.of(picture.getWidth(), picture.getHeight())).containsExactly(30, 20);
      assertThat(greys(first + "/rendered?viewport=1,1,1,0,1,1")).containsExactly(128);
    }

    @Test
    void of_series_and_studies_are_small() throws Exception {
      for (var address : List.of(study, study + "/series/" + room.studies.uid("r1"), first)) {
        var response = room.get(address + "/thumbnail");
        var picture = ImageIO.read(new ByteArrayInputStream(response.getContentAsByteArray()));
        assertThat(picture.getWidth()).isEqualTo(128);
      }
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "window=1",
          "window=a,b",
          "window=0,0",
          "window=0,400,round",
          "window=NaN,1",
          "viewport=0,1",
          "viewport=99999,1",
          "viewport=1",
          "quality=0",
          "quality=101"
        })
    void are_refused_where_the_wish_makes_no_sense(String wish) throws Exception {
      assertThat(room.get(first + "/rendered?" + wish).getStatus()).isEqualTo(400);
    }

    @Test
    void of_an_object_without_pixels_are_not_made() throws Exception {
      var report = slice(8, 0).remove(Tag.PIXEL_DATA).remove(Tag.ROWS).build();
      room.keep(report);
      var eighth = first.replace(room.studies.uid("i1").value(), room.studies.uid("i8").value());
      assertThat(room.get(eighth + "/rendered").getStatus()).isEqualTo(406);
      assertThat(new Uid("1.2").value()).isEqualTo("1.2");
    }
  }
}
