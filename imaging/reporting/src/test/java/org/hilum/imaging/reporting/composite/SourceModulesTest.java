package org.hilum.imaging.reporting.composite;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.UnaryOperator;
import org.hilum.imaging.dicom.CharacterSet;
import org.hilum.imaging.dicom.DataSet;
import org.hilum.imaging.dicom.DataSetBuilder;
import org.hilum.imaging.dicom.Tag;
import org.hilum.imaging.dicom.Vr;
import org.hilum.imaging.reporting.DicomExample;
import org.hilum.imaging.reporting.ResultKind;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class SourceModulesTest {

  @Test
  void what_names_patient_and_study_is_the_sources() {
    var header = DicomExample.header().build();
    var object = begun(ResultKind.SEGMENTATION, source -> source);
    for (int tag :
        new int[] {
          Tag.PATIENT_NAME,
          Tag.PATIENT_ID,
          Tag.PATIENT_BIRTH_DATE,
          Tag.PATIENT_SEX,
          Tag.PATIENT_AGE,
          Tag.STUDY_INSTANCE_UID,
          Tag.STUDY_DATE,
          Tag.STUDY_TIME,
          Tag.STUDY_ID,
          Tag.ACCESSION_NUMBER,
          Tag.REFERRING_PHYSICIAN_NAME
        }) {
      assertThat(object.texts(tag)).as(Tag.name(tag)).isEqualTo(header.texts(tag)).isNotEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource(ResultKind.class)
  void what_names_series_and_device_is_ours(ResultKind kind) {
    var object = begun(kind, source -> source);
    assertThat(object.text(Tag.MANUFACTURER)).contains("Hilum");
    assertThat(object.text(Tag.SERIES_DESCRIPTION).orElseThrow()).startsWith("Hilum ");
    assertThat(object.text(Tag.MODALITY)).contains(kind.modality());
    assertThat(object.uid(Tag.SERIES_INSTANCE_UID))
        .isNotEqualTo(DicomExample.header().build().uid(Tag.SERIES_INSTANCE_UID));
    assertThat(object.has(Tag.PATIENT_POSITION)).isFalse();
    assertThat(object.has(Tag.KVP)).isFalse();
  }

  @Test
  void a_name_in_another_character_set_is_the_same_name_in_unicode() {
    var latin =
        begun(
            ResultKind.REPORT,
            source ->
                source
                    .characterSet(new CharacterSet(java.util.List.of("ISO_IR 100")))
                    .text(Tag.PATIENT_NAME, Vr.PN, "Müller^Jörg"));
    assertThat(latin.text(Tag.PATIENT_NAME)).contains("Müller^Jörg");
    assertThat(latin.text(Tag.SPECIFIC_CHARACTER_SET)).contains("ISO_IR 192");
    assertThat(latin.characterSet()).isEqualTo(CharacterSet.UTF_8);
  }

  @Test
  void what_the_source_lacks_is_there_without_value_and_told() {
    var header = DicomExample.header().remove(Tag.PATIENT_SEX).remove(Tag.STUDY_ID).build();
    var object = begun(ResultKind.REPORT, source -> source.remove(Tag.PATIENT_SEX));
    assertThat(object.has(Tag.PATIENT_SEX)).isTrue();
    assertThat(object.text(Tag.PATIENT_SEX)).isEmpty();
    assertThat(SourceModules.added(header).stream().map(reason -> reason.where()))
        .containsExactly("(0010,0040)", "(0020,0010)");
    assertThat(SourceModules.added(DicomExample.header().build())).isEmpty();
  }

  @Test
  void a_value_the_source_has_too_long_is_passed_on_as_it_is() {
    var object =
        begun(
            ResultKind.REPORT,
            source -> source.text(Tag.ACCESSION_NUMBER, Vr.SH, "A-2020-02-20-000004711"));
    assertThat(object.text(Tag.ACCESSION_NUMBER)).contains("A-2020-02-20-000004711");
  }

  @Test
  void a_value_padded_with_zeros_is_the_value_without_them() {
    var object =
        begun(
            ResultKind.REPORT,
            source -> source.text(Tag.PATIENT_SEX, Vr.CS, "F\0").text(Tag.STUDY_ID, Vr.SH, "\0"));
    assertThat(object.element(Tag.PATIENT_SEX).orElseThrow().bytes()).containsExactly('F');
    assertThat(object.element(Tag.STUDY_ID).orElseThrow().bytes()).isEmpty();
  }

  @Test
  void the_time_of_the_reading_is_told_in_the_time_zone_of_the_source() {
    var object =
        begun(
            ResultKind.REPORT, source -> source.text(Tag.TIMEZONE_OFFSET_FROM_UTC, Vr.SH, "-0500"));
    // Read at 08:30 on 21 February in UTC+8.
    assertThat(object.text(Tag.CONTENT_DATE)).contains("20200220");
    assertThat(object.text(Tag.CONTENT_TIME)).contains("193000");
    assertThat(object.text(Tag.TIMEZONE_OFFSET_FROM_UTC)).contains("-0500");
  }

  @Test
  void a_time_zone_that_cannot_be_read_changes_nothing() {
    var object =
        begun(
            ResultKind.REPORT,
            source -> source.text(Tag.TIMEZONE_OFFSET_FROM_UTC, Vr.SH, "Peking"));
    assertThat(object.text(Tag.CONTENT_TIME)).contains("083000");
  }

  private static DataSet begun(ResultKind kind, UnaryOperator<DataSetBuilder> change) {
    var findings = DicomExample.withHeader(DicomExample.diseased(), change);
    return ResultObject.begin(kind, ResultContext.of(findings)).build();
  }
}
