package org.hilum.imaging.volume.stack;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.hilum.imaging.dicom.DataSet;
import org.hilum.imaging.dicom.DataSetBuilder;
import org.hilum.imaging.dicom.Tag;
import org.hilum.imaging.dicom.Vr;
import org.hilum.imaging.vocabulary.Reason;
import org.hilum.imaging.vocabulary.ReasonCode;
import org.hilum.imaging.volume.VolumeReason;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ScanRemarksTest {

  private static List<ReasonCode> remarks(DataSetBuilder header) {
    return ScanRemarks.of(header.build()).stream().map(Reason::code).toList();
  }

  @Test
  void a_header_that_says_nothing_has_no_remark() {
    assertThat(remarks(DataSet.builder())).isEmpty();
  }

  @Test
  void a_plain_scan_of_an_adult_on_the_back_has_no_remark() {
    var header =
        DataSet.builder()
            .text(Tag.CONTRAST_BOLUS_AGENT, Vr.LO, "none ")
            .text(Tag.CONVOLUTION_KERNEL, Vr.SH, "B30f")
            .text(Tag.PATIENT_AGE, Vr.AS, "018Y")
            .text(Tag.PATIENT_POSITION, Vr.CS, "HFS");
    assertThat(remarks(header)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"Iohexol 350", "CE", "yes"})
  void a_named_agent_is_contrast(String agent) {
    var header = DataSet.builder().text(Tag.CONTRAST_BOLUS_AGENT, Vr.LO, agent);
    assertThat(remarks(header)).containsExactly(VolumeReason.CONTRAST_AGENT);
    assertThat(ScanRemarks.of(header.build()).getFirst().message()).contains(agent);
  }

  @Test
  void a_sharp_kernel_is_named() {
    var header = DataSet.builder().text(Tag.CONVOLUTION_KERNEL, Vr.SH, "B70f");
    assertThat(remarks(header)).containsExactly(VolumeReason.SHARP_KERNEL);
    assertThat(ScanRemarks.of(header.build()).getFirst().message()).contains("B70f");
  }

  @ParameterizedTest
  @CsvSource({"017Y, true", "018Y, false", "203M, true", "300M, false", "052W, true", "010D, true"})
  void a_stated_age_under_eighteen_is_no_adult(String age, boolean child) {
    var header = DataSet.builder().text(Tag.PATIENT_AGE, Vr.AS, age);
    assertThat(remarks(header).contains(VolumeReason.NOT_AN_ADULT)).isEqualTo(child);
  }

  @ParameterizedTest
  @CsvSource({
    "20021121, 20201120, true",
    "20021120, 20201120, false",
    "20301120, 20201120, false",
    "2002, 20201120, false",
  })
  void without_an_age_birth_and_study_date_tell(String born, String scanned, boolean child) {
    var header =
        DataSet.builder()
            .text(Tag.PATIENT_BIRTH_DATE, Vr.DA, born)
            .text(Tag.STUDY_DATE, Vr.DA, scanned);
    assertThat(remarks(header).contains(VolumeReason.NOT_AN_ADULT)).isEqualTo(child);
  }

  @ParameterizedTest
  @CsvSource({"HFDL, true", "FFDR, true", "FFP, false", "HFS, false"})
  void lying_on_the_side_is_said(String position, boolean side) {
    var header = DataSet.builder().text(Tag.PATIENT_POSITION, Vr.CS, position);
    assertThat(remarks(header).contains(VolumeReason.ON_THE_SIDE)).isEqualTo(side);
  }
}
