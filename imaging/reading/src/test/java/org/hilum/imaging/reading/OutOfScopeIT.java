package org.hilum.imaging.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntUnaryOperator;
import java.util.function.Supplier;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.hilum.fixtures.SharedData;
import org.hilum.imaging.dicom.DataSet;
import org.hilum.imaging.dicom.DicomParse;
import org.hilum.imaging.dicom.DicomReader;
import org.hilum.imaging.dicom.DicomWriter;
import org.hilum.imaging.dicom.Vr;
import org.hilum.imaging.phantom.PhantomDicom;
import org.hilum.imaging.phantom.PhantomScan;
import org.hilum.imaging.phantom.ScanIdentity;
import org.hilum.imaging.reading.StudyOutcome.StudyFailed;
import org.hilum.imaging.reading.StudyOutcome.StudyRead;
import org.hilum.imaging.reading.StudyOutcome.StudyRefused;
import org.hilum.imaging.vocabulary.Reason;
import org.hilum.imaging.volume.CanonicalOrder;
import org.hilum.imaging.volume.CtVolume;
import org.hilum.imaging.volume.NiftiReader;
import org.hilum.imaging.volume.NiftiWriter;
import org.hilum.imaging.volume.VolumeGeometry;
import org.hilum.imaging.volume.VolumeResult.VolumeBuilt;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What is said to scans that the networks were not validated for, and that nothing is said to those
 * they were; docs/scope.md holds the table.
 *
 * <p>With {@code -Dhilum.scope.out=<folder>} the readings are kept there to be looked at.
 */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class OutOfScopeIT {

  private static final String KEPT = "hilum.scope.out";
  private static final LocalDate DAY = LocalDate.of(2020, 2, 20);

  private static Line line;

  @TempDir Path folder;

  @BeforeAll
  static void open() {
    line = new Line();
  }

  @AfterAll
  static void close() {
    line.close();
  }

  static Stream<Arguments> drawn() {
    return Stream.of(
        scan("abdomen", OddScans::abdomen, "SEG-001"),
        scan("head with tilt", OddScans::tiltedHead, "SEG-001"),
        scan("thick slices", OddScans::thickSlices, "SEG-014"),
        scan("one lung", OddScans::oneLung, "SEG-013"),
        scan("water", OddScans::water, "SEG-001"),
        scan("intercept 100 too high", OddScans::wrongIntercept, "SEG-030"),
        scan("intercept lost", OddScans::lostIntercept, "VOL-012"),
        scan("mirrored", OddScans::mirrored, "SEG-032"),
        scan("contrast", OddScans::contrast, "SEG-031"),
        scan("noise", OddScans::noise, "SEG-001"),
        scan("chest under noise", OddScans::noisyChest, "SEG-017"),
        scan("empty", OddScans::empty, "VOL-012"),
        scan("sharp kernel", OddScans::sharpKernel, "VOL-050"));
  }

  private static Arguments scan(String name, Supplier<PhantomScan> scan, String code) {
    return Arguments.of(Named.of(name, scan), name, code);
  }

  @ParameterizedTest(name = "{1}: {2}")
  @MethodSource("drawn")
  void a_drawn_scan_is_refused_or_remarked_on(Supplier<PhantomScan> scan, String name, String code)
      throws IOException {
    var input = folder.resolve("in");
    PhantomDicom.write(scan.get(), ScanIdentity.phantom(DAY), input);
    var outcome = read(input, "drawn " + name);
    assertThat(codes(outcome)).contains(code);
    isOutside(outcome);
  }

  @Test
  void a_plain_drawn_chest_is_within_scope() throws IOException {
    var input = folder.resolve("in");
    PhantomDicom.write(OddScans.plain(), ScanIdentity.phantom(DAY), input);
    isWithin(read(input, "drawn plain"));
  }

  @ParameterizedTest
  @CsvSource({
    "0x00101010, AS, 012Y, VOL-051",
    "0x00185100, CS, HFDL, VOL-052",
    "0x00180010, LO, Iohexol 350, VOL-043",
    "0x00181210, SH, B70f, VOL-050",
    "0x00281052, DS, 150, SEG-030",
  })
  void a_header_written_into_real_dicom_is_remarked_on(String tag, Vr vr, String value, String code)
      throws IOException {
    var input = folder.resolve("in");
    Files.createDirectories(input);
    try (var files = Files.list(SharedData.require("dicom/defects/ok"))) {
      for (var file : files.toList()) {
        if (DicomReader.read(file, DicomReader.Depth.WHOLE)
            instanceof DicomParse.Parsed(var object)) {
          var builder = DataSet.builder();
          object.dataSet().elements().forEach(builder::put);
          builder.text(Integer.decode(tag), vr, value);
          DicomWriter.write(builder.build(), input.resolve(file.getFileName()));
        }
      }
    }
    var outcome = read(input, "real " + code);
    assertThat(codes(outcome)).contains(code);
    isOutside(outcome);
  }

  @ParameterizedTest
  @ValueSource(strings = {"ct/dicom/covid-P001", "ct/dicom/normal-001"})
  void a_real_whole_chest_is_within_scope(String scan) throws IOException {
    isWithin(read(SharedData.require(scan), "real " + Path.of(scan).getFileName()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "covid-01", "covid-02", "covid-03", "covid-05", "covid-06", "covid-07", "covid-08",
        "covid-09", "covid-10", "lctsc-00", "lctsc-01", "lctsc-02", "lctsc-03", "lctsc-04",
        "lctsc-05", "lctsc-06"
      })
  void a_volume_trained_on_is_within_scope(String scan) throws IOException {
    isWithin(judge(SharedData.require("ct/training/" + scan + "/ct.nii.gz"), "real " + scan));
  }

  @Test
  void a_volume_trained_on_whose_bases_are_cut_says_so_and_no_more() throws IOException {
    var cut = judge(SharedData.require("ct/training/covid-04/ct.nii.gz"), "real covid-04");
    assertThat(((StudyRead) cut).findings().outsideScope())
        .extracting(reason -> reason.code().code())
        .containsExactly("SEG-011");
  }

  /** What is done to a real volume in canonical order, with the lungs drawn by its readers. */
  interface Damage {
    CtVolume of(CtVolume volume, byte[][] lungs);
  }

  static Stream<Arguments> real() {
    return Stream.of(
        damaged("abdomen", "lctsc-00", OutOfScopeIT::belowTheLungs, "SEG-001", "VOL-002"),
        damaged("thick slices", "lctsc-03", OutOfScopeIT::threeAsOne, "SEG-014"),
        damaged("one lung", "lctsc-00", OutOfScopeIT::withoutLeftLung, "SEG-013"),
        damaged(
            "intercept 100 too high", "lctsc-02", (v, l) -> changed(v, hu -> hu + 100), "SEG-030"),
        damaged("slope of one half", "lctsc-02", (v, l) -> changed(v, hu -> hu / 2), "VOL-012"),
        damaged("mirrored", "lctsc-01", (v, l) -> mirrored(v), "SEG-032"),
        damaged("contrast", "lctsc-03", OutOfScopeIT::withContrast, "SEG-031"));
  }

  private static Arguments damaged(String name, String scan, Damage damage, String... codes) {
    return Arguments.of(name, scan, damage, List.of(codes));
  }

  @ParameterizedTest(name = "{0}: {3}")
  @MethodSource("real")
  void a_real_volume_damaged_is_refused_or_remarked_on(
      String name, String scan, Damage damage, List<String> codes) throws IOException {
    var data = SharedData.require("ct/training/" + scan);
    var lungs = data.resolve("lung.nii.gz");
    var source = ((VolumeBuilt) NiftiReader.read(data.resolve("ct.nii.gz"))).volume();
    var order = CanonicalOrder.of(source.geometry());
    var file = folder.resolve(name.replace(' ', '-') + ".nii.gz");
    NiftiWriter.write(damage.of(order.toCanonical(source), labels(lungs, order)), file);
    var outcome = read(file, "real " + name);
    assertThat(codes(outcome)).containsAnyElementsOf(codes);
    isOutside(outcome);
  }

  /** Pages of a dozen whole chests would take longer than reading them, and say nothing here. */
  private StudyOutcome judge(Path input, String name) throws IOException {
    if (System.getProperty(KEPT) != null) {
      return read(input, name);
    }
    var outcome = line.judge(input);
    System.out.printf("scope | %s | %s%n", name, said(outcome));
    return outcome;
  }

  private StudyOutcome read(Path input, String name) throws IOException {
    var kept = Optional.ofNullable(System.getProperty(KEPT));
    var out =
        kept.map(place -> Path.of(place).resolve(name.replace(' ', '-')))
            .orElseGet(() -> folder.resolve("out"));
    var result = line.read(input, out);
    assertThat(result.outcomes()).singleElement().isNotInstanceOf(StudyFailed.class);
    var outcome = result.outcomes().getFirst();
    System.out.printf("scope | %s | %s%n", name, said(outcome));
    return outcome;
  }

  private static String said(StudyOutcome outcome) {
    return switch (outcome) {
      case StudyRefused refused -> "refused: " + String.join("; ", words(refused.reasons()));
      case StudyRead read ->
          (read.findings().isWithinValidated() ? "read, within: " : "read, outside: ")
              + String.join("; ", words(read.findings().outsideScope()))
              + " | "
              + read.findings().measurements().covid19().category();
      case StudyFailed failed -> "failed " + failed.fault();
    };
  }

  private static List<String> words(List<Reason> reasons) {
    return reasons.stream().map(Reason::toString).toList();
  }

  private static List<String> codes(StudyOutcome outcome) {
    var reasons = new ArrayList<Reason>();
    if (outcome instanceof StudyRefused refused) {
      reasons.addAll(refused.reasons());
    } else if (outcome instanceof StudyRead read) {
      reasons.addAll(read.findings().outsideScope());
    }
    return reasons.stream().map(reason -> reason.code().code()).toList();
  }

  private static void isOutside(StudyOutcome outcome) throws IOException {
    if (outcome instanceof StudyRead read) {
      assertThat(read.findings().isWithinValidated()).isFalse();
      assertThat(read.findings().measurements().covid19().category()).isEqualTo("NOT_ESTIMATED");
      assertThat(Files.readString(read.folder().resolve("reading.json")))
          .contains("\"withinValidated\" : false");
      assertThat(read.folder().resolve("report.pdf")).isNotEmptyFile();
    } else {
      assertThat(outcome).isInstanceOf(StudyRefused.class);
    }
  }

  private static void isWithin(StudyOutcome outcome) {
    assertThat(outcome).isInstanceOf(StudyRead.class);
    assertThat(((StudyRead) outcome).findings().outsideScope()).isEmpty();
  }

  /** The shared masks are NIfTI-1 of bytes without scaling, on the voxels of their CT. */
  private static byte[][] labels(Path file, CanonicalOrder order) throws IOException {
    try (var in = new GZIPInputStream(Files.newInputStream(file))) {
      in.skipNBytes(352);
      var geometry = order.source();
      var labels = new byte[geometry.slices()][];
      for (int k = 0; k < labels.length; k++) {
        labels[k] = in.readNBytes(geometry.sliceSize());
      }
      return order.toCanonical(labels);
    }
  }

  /** The slices below the lowest with lung, repeated upwards to a height that is read. */
  private static CtVolume belowTheLungs(CtVolume volume, byte[][] lungs) {
    int lowest = 0;
    while (!hasLung(lungs[lowest])) {
      lowest++;
    }
    var below = new short[Math.max(20, (int) (200 / volume.geometry().kSpacingMm()))][];
    for (int k = 0; k < below.length; k++) {
      int period = Math.max(1, 2 * (lowest - 1));
      int at = k % period;
      below[k] = volume.hu()[at < lowest ? at : period - at];
    }
    return new CtVolume(with(volume.geometry(), 1, below.length), below, true);
  }

  private static boolean hasLung(byte[] slice) {
    for (byte label : slice) {
      if (label == 1) {
        return true;
      }
    }
    return false;
  }

  private static CtVolume threeAsOne(CtVolume volume, byte[][] lungs) {
    int slices = volume.hu().length / 3;
    var thick = new short[slices][volume.geometry().sliceSize()];
    for (int k = 0; k < slices; k++) {
      for (int voxel = 0; voxel < thick[k].length; voxel++) {
        int sum = 0;
        for (int n = 0; n < 3; n++) {
          sum += volume.hu()[3 * k + n][voxel];
        }
        thick[k][voxel] = (short) Math.round(sum / 3.0);
      }
    }
    return new CtVolume(with(volume.geometry(), 3, slices), thick, true);
  }

  private static VolumeGeometry with(VolumeGeometry g, int factor, int slices) {
    return new VolumeGeometry(
        g.origin(),
        g.iDirection(),
        g.jDirection(),
        g.kDirection(),
        g.iSpacingMm(),
        g.jSpacingMm(),
        factor * g.kSpacingMm(),
        g.columns(),
        g.rows(),
        slices);
  }

  /** Columns grow towards the patient's left. */
  private static CtVolume withoutLeftLung(CtVolume volume, byte[][] lungs) {
    int columns = volume.geometry().columns();
    for (int k = 0; k < lungs.length; k++) {
      for (int voxel = 0; voxel < lungs[k].length; voxel++) {
        if (lungs[k][voxel] == 1 && voxel % columns >= columns / 2) {
          volume.hu()[k][voxel] = (short) (40 + 12 * Math.sin(voxel * 12.9898 + k));
        }
      }
    }
    return volume;
  }

  private static CtVolume mirrored(CtVolume volume) {
    int columns = volume.geometry().columns();
    var mirror = new short[volume.hu().length][volume.geometry().sliceSize()];
    for (int k = 0; k < mirror.length; k++) {
      for (int voxel = 0; voxel < mirror[k].length; voxel++) {
        mirror[k][voxel] = volume.hu()[k][voxel - voxel % columns + columns - 1 - voxel % columns];
      }
    }
    return new CtVolume(volume.geometry(), mirror, true);
  }

  /**
   * Soft tissue between the lungs, spine left out, made as bright as blood with contrast medium.
   */
  private static CtVolume withContrast(CtVolume volume, byte[][] lungs) {
    int columns = volume.geometry().columns();
    for (int k = 0; k < lungs.length; k++) {
      for (int row = 0; row < volume.geometry().rows(); row++) {
        int first = row * columns;
        int middle = first + columns / 2;
        int right = middle;
        while (right > first && lungs[k][right] != 1) {
          right--;
        }
        int left = middle;
        while (left < first + columns - 1 && lungs[k][left] != 1) {
          left++;
        }
        boolean between = lungs[k][right] == 1 && lungs[k][left] == 1;
        for (int at = right; between && at < left; at++) {
          if (volume.hu()[k][at] > 20 && volume.hu()[k][at] < 90) {
            volume.hu()[k][at] = (short) Math.min(150, volume.hu()[k][at] + 200);
          }
        }
      }
    }
    return volume;
  }

  private static CtVolume changed(CtVolume volume, IntUnaryOperator change) {
    for (var slice : volume.hu()) {
      for (int voxel = 0; voxel < slice.length; voxel++) {
        slice[voxel] = (short) change.applyAsInt(slice[voxel]);
      }
    }
    return volume;
  }
}
