package org.hilum.imaging.reporting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.zip.GZIPInputStream;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.text.PDFTextStripper;
import org.hilum.imaging.dicom.Tag;
import org.hilum.imaging.dicom.Vr;
import org.hilum.imaging.segmentation.ChestSegmentation;
import org.hilum.imaging.vocabulary.Reason;
import org.hilum.imaging.volume.CtVolume;
import org.hilum.imaging.volume.LabelRaster;
import org.hilum.imaging.volume.NiftiWriter;
import org.hilum.imaging.volume.VolumeGeometry;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ReadingPagesTest {

  private static final ReadingPages PAGES = new ReadingPages();
  private static final String NOTICE = "Research and education. Not a medical device.";

  @TempDir Path folder;

  private final ReadingFindings findings = FindingsExample.diseased();

  @Nested
  class what_is_written {

    @Test
    void is_a_report_key_pictures_a_coronal_one_and_masks() throws IOException {
      var written = PAGES.write(findings, Language.ENGLISH, folder);
      assertThat(written.files())
          .startsWith("report.pdf")
          .contains("overlay/coronal.png", "masks/lungs.nii.gz", "masks/opacity.nii.gz")
          .anyMatch(name -> name.matches("overlay/axial-k[0-9]{3}\\.png"));
      assertThat(filesIn(folder)).containsExactlyInAnyOrderElementsOf(written.files());
      assertThat(folder.resolve("report.pdf")).hasBinaryContent(written.pdf());
      assertThat(written.keyPage().getWidth()).isEqualTo(1600);
      var overlay = ImageIO.read(folder.resolve("overlay/coronal.png").toFile());
      assertThat(overlay.getWidth()).isEqualTo(900);
    }

    @Test
    void has_the_middle_key_picture_in_the_other_language_too() throws IOException {
      var written = PAGES.write(findings, Language.ENGLISH, folder.resolve("en"));
      assertThat(written.files())
          .contains("overlay/key-zh-CN.png")
          .doesNotContain("overlay/key-en.png");
      var axial =
          written.files().stream().filter(name -> name.startsWith("overlay/axial")).toList();
      var chinese = ImageIO.read(folder.resolve("en/overlay/key-zh-CN.png").toFile());
      assertThat(axial)
          .as("one has the same slice under other words")
          .filteredOn(name -> isSameChest(chinese, folder.resolve("en").resolve(name)))
          .hasSize(1);
      assertThat(PAGES.write(findings, Language.CHINESE, folder.resolve("zh")).files())
          .contains("overlay/key-en.png")
          .doesNotContain("overlay/key-zh-CN.png");
    }

    private static boolean isSameChest(BufferedImage picture, Path other) {
      try {
        var image = ImageIO.read(other.toFile());
        int row = image.getHeight() / 2;
        return IntStream.range(0, image.getWidth())
                .allMatch(x -> image.getRGB(x, row) == picture.getRGB(x, row))
            && IntStream.range(0, image.getWidth())
                .anyMatch(
                    x ->
                        image.getRGB(x, image.getHeight() - 12)
                            != picture.getRGB(x, image.getHeight() - 12));
      } catch (IOException failed) {
        throw new UncheckedIOException(failed);
      }
    }

    @Test
    void replaces_an_older_reading() throws IOException {
      Files.writeString(folder.resolve("report.pdf"), "old");
      PAGES.write(findings, Language.ENGLISH, folder);
      assertThat(folder.resolve("report.pdf"))
          .content(StandardCharsets.ISO_8859_1)
          .startsWith("%PDF");
    }

    @Test
    void has_no_lobes_where_lobes_are_not_known_and_probabilities_only_when_asked_for()
        throws IOException {
      var geometry = findings.volume().geometry();
      var masks = findings.segmentation();
      var all =
          FindingsExample.replace(
              findings,
              new ChestSegmentation(
                  masks.lungs(),
                  masks.opacity(),
                  Optional.of(LabelRaster.empty(geometry)),
                  Optional.of(masks.opacity()),
                  masks.networks(),
                  List.of()));
      assertThat(PAGES.write(findings, Language.ENGLISH, folder).files())
          .doesNotContain("masks/lobes.nii.gz", "masks/opacity-probability.nii.gz");
      assertThat(PAGES.write(all, Language.ENGLISH, folder).files())
          .contains("masks/lobes.nii.gz", "masks/opacity-probability.nii.gz");
      var source = folder.resolve("source.nii");
      NiftiWriter.write(findings.volume(), source);
      PAGES.write(all, Language.ENGLISH, folder, source);
      try (var in =
          new GZIPInputStream(
              Files.newInputStream(folder.resolve("masks/opacity-probability.nii.gz")))) {
        var header = ByteBuffer.wrap(in.readNBytes(352)).order(ByteOrder.LITTLE_ENDIAN);
        assertThat(header.getFloat(112)).as("slope: 255 stands for 1").isEqualTo(1 / 255f);
      }
    }

    @Test
    void fails_when_a_file_cannot_be_placed() throws IOException {
      Files.writeString(folder.resolve("masks"), "a file where a folder is needed");
      assertThatThrownBy(() -> PAGES.write(findings, Language.ENGLISH, folder))
          .isInstanceOf(IOException.class);
    }
  }

  @Nested
  class masks {

    @Test
    void hold_the_labels_voxel_for_voxel_behind_a_header_of_352_bytes() throws IOException {
      PAGES.write(findings, Language.ENGLISH, folder);
      var file = unzipped(folder.resolve("masks/lungs.nii.gz"));
      var labels = findings.segmentation().lungs().labels();
      int size = findings.volume().geometry().sliceSize();
      assertThat(file).hasSize(352 + size * labels.length);
      for (int k = 0; k < labels.length; k++) {
        assertThat(java.util.Arrays.copyOfRange(file, 352 + k * size, 352 + (k + 1) * size))
            .isEqualTo(labels[k]);
      }
    }

    @Test
    void of_a_nifti_file_have_exactly_its_space() throws IOException {
      var source = folder.resolve("source.nii");
      NiftiWriter.write(findings.volume(), source);
      PAGES.write(findings, Language.ENGLISH, folder, source);
      var expected = Files.readAllBytes(source);
      var actual = unzipped(folder.resolve("masks/opacity.nii.gz"));
      assertThat(java.util.Arrays.copyOfRange(actual, 252, 328))
          .as("qform and sform")
          .isEqualTo(java.util.Arrays.copyOfRange(expected, 252, 328));
    }

    private static byte[] unzipped(Path file) throws IOException {
      try (var in = new GZIPInputStream(Files.newInputStream(file))) {
        return in.readAllBytes();
      }
    }
  }

  @Nested
  class the_report {

    @ParameterizedTest
    @EnumSource(Language.class)
    void says_what_was_looked_at(Language language) throws IOException {
      Golden.assertSame("report-" + language.tag() + ".txt", text(PAGES.pdf(findings, language)));
    }

    @ParameterizedTest
    @EnumSource
    void says_how_far_percentages_may_be_off_where_the_card_states_it(Language language)
        throws IOException {
      var text = text(PAGES.pdf(FindingsExample.withIntervals(findings), language));
      var words = language == Language.ENGLISH ? "82 % interval" : "82 % \u533a\u95f4";

      assertThat(text).contains(words, "10", "\u00b1 3.5 %");
    }

    @Test
    void of_a_clear_chest_says_that_there_is_no_lesion() throws IOException {
      assertThat(text(PAGES.pdf(FindingsExample.clear(), Language.ENGLISH)))
          .contains("No lesion was outlined.", "0.0 %");
    }

    @Test
    void carries_the_notice_and_its_number_on_every_page() throws IOException {
      try (var document = Loader.loadPDF(PAGES.pdf(findings, Language.ENGLISH))) {
        assertThat(document.getNumberOfPages()).isBetween(1, 2);
        for (int page = 1; page <= document.getNumberOfPages(); page++) {
          assertThat(text(document, page))
              .contains(NOTICE)
              .contains("Page " + page + " of " + document.getNumberOfPages());
        }
      }
    }

    @Test
    void is_the_same_file_every_time() {
      assertThat(new ReadingPages().pdf(findings, Language.CHINESE))
          .isEqualTo(PAGES.pdf(findings, Language.CHINESE));
    }

    @Test
    void embeds_every_font() throws IOException {
      try (var document = Loader.loadPDF(PAGES.pdf(findings, Language.CHINESE))) {
        var fonts = new ArrayList<PDFont>();
        for (var page : document.getPages()) {
          for (var name : page.getResources().getFontNames()) {
            fonts.add(page.getResources().getFont(name));
          }
        }
        assertThat(fonts).isNotEmpty().allMatch(PDFont::isEmbedded);
      }
    }

    @Test
    void shows_names_of_any_script_and_takes_none_for_markup() throws IOException {
      var name = "Wang^<b>&amp;\"Quote=\u738b^\u5c0f\u4e1c";
      var text = text(PAGES.pdf(named(name), Language.ENGLISH));
      assertThat(text).contains("<b>&amp;\"Quote").contains("\u738b\u5c0f\u4e1c");
    }

    @Test
    void says_when_a_character_cannot_be_shown() throws IOException {
      var text = text(PAGES.pdf(named("\u0e2a\u0e21\u0e0a\u0e32\u0e22"), Language.ENGLISH));
      assertThat(text).contains("cannot be shown").contains("\u25a1\u25a1");
      assertThat(text(PAGES.pdf(findings, Language.ENGLISH))).doesNotContain("cannot be shown");
    }

    @Test
    void keeps_long_words_within_the_page() throws IOException {
      var endless = "A".repeat(64);
      var header =
          FindingsExample.headerBuilder(endless, endless)
              .text(Tag.STUDY_DESCRIPTION, Vr.LO, "\u80f8".repeat(64))
              .build();
      var long64 = FindingsExample.of(DrawnChest.DISEASED, ChestGrids.AXIAL.coarse(), header);
      try (var document = Loader.loadPDF(PAGES.pdf(long64, Language.CHINESE))) {
        var reach = new Reach();
        reach.getText(document);
        assertThat(reach.farthest).as("points from the left, A4 less its margin").isLessThan(556);
        assertThat(document.getNumberOfPages()).isLessThanOrEqualTo(3);
      }
    }

    @Test
    void names_remarks_deviations_and_what_was_not_measured() throws IOException {
      var remarked =
          FindingsExample.withRemarks(
              findings,
              List.of(
                  new Reason(ExampleReason.OUTSIDE_RANGE, "The slices are 8 mm thick.", "slices")));
      assertThat(text(PAGES.pdf(remarked, Language.ENGLISH)))
          .contains("outside what the networks were validated for")
          .contains("SEG-004")
          .contains("The slices are 8 mm thick. (slices)")
          .contains("VOL-007")
          .contains("QUA-003")
          .contains("The slices are 10 mm apart.");
    }

    @Test
    void of_a_file_without_patient_and_spacing_gives_no_millimetres() throws IOException {
      var volume = findings.volume();
      var file =
          new ReadingFindings(
              "covid-01",
              new CtVolume(volume.geometry(), volume.hu(), false),
              Optional.empty(),
              findings.segmentation(),
              findings.measurements(),
              List.of(),
              Map.of(),
              findings.readAt(),
              findings.software());
      var text = text(PAGES.pdf(file, Language.ENGLISH));
      assertThat(text)
          .contains("covid-01")
          .contains("spacing not known")
          .doesNotContain("Birth date")
          .doesNotContain("48 \u00d7 48");
    }

    @Test
    void never_speaks_of_a_diagnosis() throws IOException {
      assertThat(text(PAGES.pdf(findings, Language.ENGLISH))).doesNotContainIgnoringCase("diagnos");
    }

    private ReadingFindings named(String name) {
      return FindingsExample.of(
          DrawnChest.DISEASED, ChestGrids.AXIAL.coarse(), FindingsExample.header(name, "ID-7"));
    }
  }

  @Nested
  class the_key_page {

    @Test
    void shows_a_lesion_of_the_left_lung_right_of_the_middle_of_its_picture() {
      var chest =
          new DrawnChest(
              List.of(
                  new DrawnChest.Opacity(
                      new org.hilum.imaging.volume.PatientPoint(95, 40, 150),
                      24,
                      org.hilum.imaging.vocabulary.OpacityKind.CONSOLIDATION)));
      var reading =
          FindingsExample.of(
              chest, ChestGrids.FEET_FIRST.coarse(), FindingsExample.header("DOE^JANE", "ID-7"));
      var page = PAGES.keyPage(reading, Language.ENGLISH);
      // The first tile begins 28 pixels from the left and is 344 wide.
      long left = 0;
      long right = 0;
      for (int x = 28; x < 28 + 344; x++) {
        for (int y = 104; y < 350; y++) {
          if ((page.getRGB(x, y) & 0xFFFFFF) == 0xE69F00) {
            left += x < 28 + 172 ? 1 : 0;
            right += x >= 28 + 172 ? 1 : 0;
          }
        }
      }
      assertThat(left).isZero();
      long total = right + orangeBelow(page);
      assertThat(total).as("orange pixels of the consolidation").isPositive();
    }

    private static long orangeBelow(java.awt.image.BufferedImage page) {
      long count = 0;
      for (int x = 28; x < 1076; x++) {
        for (int y = 104; y < 1100; y++) {
          count += (page.getRGB(x, y) & 0xFFFFFF) == 0xE69F00 ? 1 : 0;
        }
      }
      return count;
    }

    @Test
    void has_room_for_a_volume_without_lungs() {
      VolumeGeometry geometry = findings.volume().geometry();
      var empty =
          FindingsExample.replace(
              findings,
              new ChestSegmentation(
                  LabelRaster.empty(geometry),
                  LabelRaster.empty(geometry),
                  Optional.empty(),
                  Optional.empty(),
                  List.of(),
                  List.of(Reason.of(ExampleReason.CUT_OFF, "No lung was found."))));
      var page = PAGES.keyPage(empty, Language.CHINESE);
      assertThat(page.getHeight()).isEqualTo(1200);
    }
  }

  @Nested
  class the_summary {

    @ParameterizedTest
    @EnumSource(Language.class)
    void is_the_lines_that_were_looked_at(Language language) {
      Golden.assertSame(
          "summary-" + language.tag() + ".txt",
          String.join("\n", PlainSummary.lines(findings, language)) + "\n");
    }

    @Test
    void names_no_patient() {
      assertThat(String.join("\n", PlainSummary.lines(findings, Language.ENGLISH)))
          .doesNotContain("DOE")
          .doesNotContain("ID-7");
    }

    @Test
    void says_what_lies_outside_the_validated_range() {
      var remarked =
          FindingsExample.withRemarks(
              findings, List.of(Reason.of(ExampleReason.OUTSIDE_RANGE, "8 mm thick.")));
      assertThat(PlainSummary.lines(remarked, Language.ENGLISH)).contains("  SEG-004 8 mm thick.");
    }
  }

  private static List<String> filesIn(Path folder) throws IOException {
    try (var files = Files.walk(folder)) {
      return files
          .filter(Files::isRegularFile)
          .map(file -> folder.relativize(file).toString().replace('\\', '/'))
          .toList();
    }
  }

  private static String text(byte[] pdf) throws IOException {
    try (var document = Loader.loadPDF(pdf)) {
      return text(document, 0);
    }
  }

  /** Text of a page from 1, or of all pages. */
  private static String text(PDDocument document, int page) throws IOException {
    var stripper = new PDFTextStripper();
    stripper.setSortByPosition(true);
    stripper.setLineSeparator("\n");
    stripper.setPageEnd("\n");
    if (page > 0) {
      stripper.setStartPage(page);
      stripper.setEndPage(page);
    }
    return stripper.getText(document);
  }

  /** How far to the right any letter reaches. */
  private static final class Reach extends PDFTextStripper {
    private double farthest;

    @Override
    protected void processTextPosition(org.apache.pdfbox.text.TextPosition text) {
      farthest = Math.max(farthest, text.getEndX());
      super.processTextPosition(text);
    }
  }
}
