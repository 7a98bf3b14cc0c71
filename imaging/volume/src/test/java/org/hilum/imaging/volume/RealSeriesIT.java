package org.hilum.imaging.volume;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.hilum.fixtures.SharedData;
import org.hilum.imaging.intake.ArrivedSeries;
import org.hilum.imaging.intake.StudyIntake;
import org.hilum.imaging.vocabulary.Reason;
import org.hilum.imaging.volume.VolumeResult.VolumeBuilt;
import org.hilum.imaging.volume.VolumeResult.VolumeRefused;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Real series from disk to volume: what becomes of each folder. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class RealSeriesIT {

  /** What became of one CT series: the volume, or why there is none. */
  private record Outcome(String series, List<Reason> refusals, List<Reason> deviations) {

    String line(String folder) {
      return String.format(
          "%-40s %-12s %-8s %s",
          folder,
          series.substring(Math.max(0, series.length() - 12)),
          refusals.isEmpty() ? "built" : "refused",
          refusals.isEmpty() ? codes(deviations) : refusals);
    }
  }

  private static List<String> codes(List<Reason> reasons) {
    return reasons.stream().map(reason -> reason.code().code()).distinct().sorted().toList();
  }

  private static List<Outcome> outcomes(String folder) throws IOException {
    var outcomes = new ArrayList<Outcome>();
    try (var inventory = StudyIntake.take(SharedData.require(folder), done -> {})) {
      for (var study : inventory.studies()) {
        for (var series : study.series()) {
          outcomes.add(outcome(series));
        }
      }
    }
    outcomes.forEach(each -> System.out.println(each.line(folder)));
    return outcomes;
  }

  private static Outcome outcome(ArrivedSeries series) {
    var uid = series.seriesInstanceUid().value();
    if (!series.refusals().isEmpty()) {
      return new Outcome(uid, series.refusals(), series.deviations());
    }
    return switch (VolumeBuilder.build(series.instances(), done -> {})) {
      case VolumeBuilt built -> new Outcome(uid, List.of(), built.deviations());
      case VolumeRefused refused -> new Outcome(uid, refused.reasons(), series.deviations());
    };
  }

  private static VolumeBuilt built(String folder) throws IOException {
    try (var inventory = StudyIntake.take(SharedData.require(folder), done -> {})) {
      var series = inventory.studies().getFirst().readableCt().getFirst();
      return (VolumeBuilt) VolumeBuilder.build(series.instances(), done -> {});
    }
  }

  @ParameterizedTest
  @CsvSource({
    "ok, '', ''",
    "prone, '', ''",
    "missing1, VOL-003, ''",
    "duppos, '', VOL-041",
    "localizer-mixed, '', VOL-040",
    "no-rescale, VOL-011, ''",
    "two-patients, INT-007, ''",
  })
  void each_defect_is_refused_by_its_name_or_read_with_a_word(
      String defect, String refusal, String deviation) throws IOException {
    var outcomes = outcomes("dicom/defects/" + defect);
    assertThat(outcomes).hasSize(1);
    assertThat(codes(outcomes.getFirst().refusals()))
        .isEqualTo(Stream.of(refusal).filter(code -> !code.isEmpty()).toList());
    if (!deviation.isEmpty()) {
      assertThat(codes(outcomes.getFirst().deviations())).contains(deviation);
    }
  }

  @Test
  void the_prone_scan_has_the_same_canonical_voxels() throws IOException {
    var ok = built("dicom/defects/ok").volume();
    var prone = built("dicom/defects/prone").volume();
    var turned = CanonicalOrder.of(prone.geometry());
    assertThat(turned.isIdentity()).isFalse();
    assertThat(turned.toCanonical(prone.hu()))
        .isDeepEqualTo(CanonicalOrder.of(ok.geometry()).toCanonical(ok.hu()));
    assertThat(turned.geometry().origin().minus(ok.geometry().origin()).length()).isLessThan(0.01);
  }

  @ParameterizedTest
  @CsvSource({
    "ct/dicom/covid-P001, 148",
    "ct/dicom/normal-001, 154",
    "dicom/series/whole-chest-64px/ct-64Dicom, 79",
    "dicom/pairs/followup-known-change/t0_20200301, 30",
    "dicom/pairs/followup-known-change/t1_20200309, 29",
  })
  void whole_chests_are_built(String folder, int slices) throws IOException {
    var outcomes = outcomes(folder);
    assertThat(outcomes).hasSize(1);
    assertThat(outcomes.getFirst().refusals()).isEmpty();
    assertThat(built(folder).volume().geometry().slices()).isEqualTo(slices);
  }

  @Test
  void single_slices_are_too_few() throws IOException {
    assertThat(outcomes("dicom/pairs/covid-sbu"))
        .hasSize(12)
        .allSatisfy(each -> assertThat(codes(each.refusals())).contains("VOL-001"));
  }

  @Test
  void segmentations_and_reports_are_recognised_and_left_alone() throws IOException {
    try (var inventory = StudyIntake.take(SharedData.require("dicom/peers"), done -> {})) {
      for (var study : inventory.studies()) {
        for (var series : study.series()) {
          System.out.printf(
              "%-8s %-4s %4d %s%n",
              "peers", series.modality(), series.instanceCount(), series.refusals());
          if (!series.modality().equals("CT")) {
            assertThat(codes(series.refusals())).containsExactly("INT-003");
          }
        }
      }
      assertThat(inventory.studies()).isNotEmpty();
    }
  }

  @ParameterizedTest
  @CsvSource({"dicom/malformed", "dicom/formats", "dicom/charsets"})
  void awkward_files_are_sorted_without_a_fault(String folder) throws IOException {
    var outcomes = outcomes(folder);
    assertThat(outcomes).allSatisfy(each -> assertThat(each.refusals()).isNotEmpty());
    try (var inventory = StudyIntake.take(SharedData.require(folder), done -> {})) {
      inventory
          .leftAlone()
          .forEach(reason -> System.out.println(folder + " left alone: " + reason));
    }
  }
}
