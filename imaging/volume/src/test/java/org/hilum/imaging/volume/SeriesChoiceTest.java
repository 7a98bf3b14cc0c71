package org.hilum.imaging.volume;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.hilum.imaging.dicom.DataSetBuilder;
import org.hilum.imaging.dicom.Tag;
import org.hilum.imaging.dicom.Uid;
import org.hilum.imaging.dicom.Vr;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class SeriesChoiceTest {

  /** A series of 320 x 320 mm slices with 10 mm pixels, headers only. */
  private static CtSeries series(int uid, int slices, double spacingMm, Change change) {
    var series = new Uid("1.2.3." + uid);
    return new CtSeries(
        series,
        DrawnSeries.series(
            slices,
            k ->
                change.of(
                    DrawnSeries.slice(k)
                        .uid(Tag.SERIES_INSTANCE_UID, series)
                        .uid(Tag.SOP_INSTANCE_UID, new Uid(series + "." + (k + 1)))
                        .unsignedShort(Tag.ROWS, 32)
                        .unsignedShort(Tag.COLUMNS, 32)
                        .decimal(Tag.PIXEL_SPACING, 10, 10)
                        .decimal(Tag.IMAGE_POSITION_PATIENT, -160, -160, k * spacingMm)
                        .bytes(Tag.PIXEL_DATA, Vr.OW, new byte[2 * 32 * 32]))));
  }

  private interface Change {
    DataSetBuilder of(DataSetBuilder slice);
  }

  private static CtSeries soft() {
    return series(5, 110, 2.4, slice -> slice.text(Tag.CONVOLUTION_KERNEL, Vr.SH, "B30f"));
  }

  private static CtSeries other(String what) {
    return switch (what) {
      case "thick" -> series(1, 54, 5, slice -> slice);
      case "sharp" ->
          series(1, 110, 2.4, slice -> slice.text(Tag.CONVOLUTION_KERNEL, Vr.SH, "B70f"));
      case "coronal" -> series(1, 107, 3, SeriesChoiceTest::coronal);
      case "short" -> series(1, 75, 2.4, slice -> slice);
      case "narrow" -> series(1, 110, 2.4, slice -> slice.decimal(Tag.PIXEL_SPACING, 5, 5));
      case "contrast" ->
          series(1, 110, 2.4, slice -> slice.text(Tag.CONTRAST_BOLUS_AGENT, Vr.LO, "IOHEXOL"));
      case "derived" ->
          series(1, 110, 2.4, slice -> slice.text(Tag.IMAGE_TYPE, Vr.CS, "DERIVED", "SECONDARY"));
      case "few" -> series(1, 5, 2.4, slice -> slice);
      case "scout" ->
          series(
              1,
              2,
              1.5,
              slice -> slice.text(Tag.IMAGE_TYPE, Vr.CS, "ORIGINAL", "PRIMARY", "LOCALIZER"));
      case "projection" ->
          series(
              1,
              200,
              1.5,
              slice -> slice.text(Tag.IMAGE_TYPE, Vr.CS, "DERIVED", "SECONDARY", "MIP"));
      default -> throw new IllegalArgumentException(what);
    };
  }

  private static DataSetBuilder coronal(DataSetBuilder slice) {
    double along = slice.build().numbers(Tag.IMAGE_POSITION_PATIENT)[2];
    return slice
        .decimal(Tag.IMAGE_ORIENTATION_PATIENT, 1, 0, 0, 0, 0, -1)
        .decimal(Tag.IMAGE_POSITION_PATIENT, -160, along, 160);
  }

  @ParameterizedTest
  @CsvSource({
    "thick, VOL-063, slices 5.00 mm apart",
    "sharp, VOL-064, kernel B70f",
    "coronal, VOL-060, not axial",
    "short, VOL-061, 180 mm from head to feet",
    "narrow, VOL-062, a field 160 mm wide",
    "contrast, VOL-065, contrast agent",
    "derived, VOL-068, derived images",
    "few, VOL-001, 5 slices",
    "scout, VOL-014, localizers",
    "projection, VOL-019, projection",
  })
  void a_thin_soft_whole_chest_is_read_and_the_other_is_not_for_a_reason(
      String what, String code, String words) {
    var choice = SeriesChoice.of(List.of(other(what), soft()));
    assertThat(choice.chosen().orElseThrow().seriesInstanceUid()).isEqualTo(new Uid("1.2.3.5"));
    var reason = Objects.requireNonNull(choice.notChosen().get(new Uid("1.2.3.1")));
    assertThat(reason.code().code()).isEqualTo(code);
    assertThat(reason.message()).contains(words);
  }

  @Test
  void does_not_depend_on_the_order_of_arrival() {
    var all = new ArrayList<>(List.of(soft(), other("thick"), series(2, 110, 2.4, s -> s)));
    var expected = SeriesChoice.of(all).ranked().stream().map(CtSeries::seriesInstanceUid).toList();
    for (int seed = 0; seed < 5; seed++) {
      Collections.shuffle(all, new Random(seed));
      assertThat(SeriesChoice.of(all).ranked().stream().map(CtSeries::seriesInstanceUid))
          .isEqualTo(expected);
    }
  }

  @Test
  void between_equals_the_lower_uid_is_read() {
    var choice = SeriesChoice.of(List.of(series(9, 110, 2.4, s -> s), series(8, 110, 2.4, s -> s)));
    assertThat(choice.chosen().orElseThrow().seriesInstanceUid()).isEqualTo(new Uid("1.2.3.8"));
    var reason = Objects.requireNonNull(choice.notChosen().get(new Uid("1.2.3.9")));
    assertThat(reason.code().code()).isEqualTo("VOL-066");
  }

  @Test
  void all_reasons_of_a_series_that_cannot_be_stacked_are_kept() {
    var choice =
        SeriesChoice.of(List.of(series(1, 5, 2.4, slice -> slice.remove(Tag.PIXEL_SPACING))));
    assertThat(choice.chosen()).isEmpty();
    assertThat(choice.refusals().get(new Uid("1.2.3.1")))
        .extracting(reason -> reason.code().code())
        .contains("VOL-010");
  }
}
