package org.hilum.imaging.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.hilum.imaging.evaluation.CaseOutcome.CaseFailed;
import org.hilum.imaging.evaluation.CaseOutcome.CaseMeasured;
import org.hilum.imaging.evaluation.CaseOutcome.CaseRefused;
import org.hilum.imaging.phantom.ScanGrid;
import org.hilum.imaging.phantom.SlicePlane;
import org.hilum.imaging.phantom.TwoLungPhantom;
import org.hilum.imaging.segmentation.SegmentationReason;
import org.hilum.imaging.segmentation.SegmentationResult.SegmentationRefused;
import org.hilum.imaging.vocabulary.Reason;
import org.hilum.imaging.volume.LabelRaster;
import org.hilum.imaging.volume.NiftiWriter;
import org.hilum.imaging.volume.PatientPoint;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class EvaluatorTest {

  private static final ScanGrid GRID = ScanGrid.axial(72, 60, 60, 5, 5);

  private static final PatientPoint IN_RIGHT_LUNG = new PatientPoint(-75, 10, 20);
  private static final PatientPoint IN_LEFT_LUNG = new PatientPoint(75, 10, -20);

  private static final TwoLungPhantom DISEASED =
      TwoLungPhantom.healthy().withGroundGlass(IN_RIGHT_LUNG, 30);

  @TempDir Path folder;

  private ManifestRow row(String id, Path image, Optional<Path> lungs, Optional<Path> opacity) {
    return new ManifestRow(
        2,
        id,
        image,
        lungs.map(file -> new MaskSource(file, List.of())),
        opacity.map(file -> new MaskSource(file, List.of())),
        Optional.empty(),
        opacity.isEmpty(),
        id,
        "drawn",
        Optional.empty(),
        true);
  }

  private ManifestRow nifti(String id, TwoLungPhantom chest) throws IOException {
    var drawing = chest.draw(GRID.geometry());
    var image = folder.resolve(id + "-ct.nii.gz");
    NiftiWriter.write(drawing.volume(), image);
    return row(
        id,
        image,
        Optional.of(mask(id + "-lungs", drawing.lungs())),
        chest.lesions().isEmpty()
            ? Optional.empty()
            : Optional.of(mask(id + "-opacity", drawing.opacity())));
  }

  private static ManifestRow settingAside(ManifestRow row, Path aside) {
    return new ManifestRow(
        row.line(),
        row.id(),
        row.image(),
        row.lungs(),
        row.opacity(),
        Optional.of(new MaskSource(aside, List.of())),
        row.lesionFree(),
        row.patient(),
        row.group(),
        row.network(),
        row.spacingKnown());
  }

  private Path mask(String name, LabelRaster mask) throws IOException {
    var file = folder.resolve(name + ".nii.gz");
    NiftiWriter.write(mask, file);
    return file;
  }

  private static CaseFigures figures(SegmenterShelf shelf, ManifestRow row) {
    var outcome = new Evaluator(shelf).evaluate(List.of(row), EvaluationListener.SILENT).outcomes();
    assertThat(outcome).singleElement().isInstanceOf(CaseMeasured.class);
    return ((CaseMeasured) outcome.getFirst()).figures();
  }

  @Nested
  class Measures {

    @Test
    void a_segmentation_that_is_what_was_drawn_agrees_wholly() throws IOException {
      var figures = figures(DrawnCase.finding(DISEASED), nifti("same", DISEASED));

      assertThat(figures.value(Figure.LUNG_DICE)).hasValue(1);
      assertThat(figures.value(Figure.LEFT_LUNG_DICE)).hasValue(1);
      assertThat(figures.value(Figure.RIGHT_LUNG_DICE)).hasValue(1);
      assertThat(figures.value(Figure.LUNG_SURFACE_DICE)).hasValue(1);
      assertThat(figures.value(Figure.OPACITY_DICE)).hasValue(1);
      assertThat(figures.value(Figure.OPACITY_SURFACE_DICE)).hasValue(1);
      assertThat(figures.value(Figure.INVOLVEMENT_ERROR)).hasValue(0);
      assertThat(figures.value(Figure.LESION_SENSITIVITY)).hasValue(1);
      assertThat(figures.value(Figure.LARGE_LESION_SENSITIVITY)).hasValue(1);
      assertThat(figures.value(Figure.SMALL_LESION_SENSITIVITY)).isEmpty();
      assertThat(figures.value(Figure.FALSE_LESIONS)).hasValue(0);
      assertThat(figures.value(Figure.FALSE_OPACITY_ML)).isEmpty();
    }

    @Test
    void what_is_found_elsewhere_is_missed_and_false_at_once() throws IOException {
      var elsewhere = TwoLungPhantom.healthy().withGroundGlass(IN_LEFT_LUNG, 30);
      var figures = figures(DrawnCase.finding(elsewhere), nifti("aside", DISEASED));

      assertThat(figures.value(Figure.OPACITY_DICE)).hasValue(0);
      assertThat(figures.value(Figure.LESION_SENSITIVITY)).hasValue(0);
      assertThat(figures.value(Figure.FALSE_LESIONS)).hasValue(1);
      // A ball of 30 mm is 113 mL; the same was found as was drawn.
      assertThat(figures.value(Figure.OPACITY_BIAS_ML)).hasValueCloseTo(0.0, within(3.0));
    }

    @Test
    void what_is_set_aside_counts_neither_as_false_nor_as_missed() throws IOException {
      var well = nifti("tumour", TwoLungPhantom.healthy());
      var there = DISEASED.draw(GRID.geometry()).opacity();
      var aside = settingAside(well, mask("tumour-aside", there));

      assertThat(figures(DrawnCase.finding(DISEASED), well).value(Figure.FALSE_OPACITY_ML))
          .hasValueCloseTo(113.0, within(3.0)); // a ball of 30 mm
      assertThat(figures(DrawnCase.finding(DISEASED), aside).value(Figure.FALSE_OPACITY_ML))
          .hasValue(0);

      var ill = settingAside(nifti("ill", DISEASED), mask("ill-aside", there));
      assertThat(
              figures(DrawnCase.finding(TwoLungPhantom.healthy()), ill)
                  .value(Figure.INVOLVEMENT_ERROR))
          .hasValue(0);
    }

    @Test
    void sides_exchanged_agree_as_lungs_and_not_as_left_and_right() throws IOException {
      var shelf =
          DrawnCase.shelf(
              volume -> {
                var truth = DrawnCase.truth(DISEASED, volume.geometry());
                for (var slice : truth.lungs().labels()) {
                  for (int at = 0; at < slice.length; at++) {
                    slice[at] = (byte) (slice[at] == 0 ? 0 : 3 - slice[at]);
                  }
                }
                return new org.hilum.imaging.segmentation.SegmentationResult.Segmented(truth);
              });

      var figures = figures(shelf, nifti("exchanged", DISEASED));

      assertThat(figures.value(Figure.LUNG_DICE)).hasValue(1);
      assertThat(figures.value(Figure.LEFT_LUNG_DICE)).hasValue(0);
      assertThat(figures.value(Figure.RIGHT_LUNG_DICE)).hasValue(0);
    }

    @Test
    void opacity_found_in_healthy_lungs_is_false_in_millilitres_and_percent() throws IOException {
      var figures =
          figures(DrawnCase.finding(DISEASED), nifti("healthy", TwoLungPhantom.healthy()));
      double ballMl = 4 * Math.PI * 27 / 3;
      double lungsMl = DISEASED.leftLung().volumeMl() + DISEASED.rightLung().volumeMl();

      assertThat(figures.value(Figure.FALSE_OPACITY_ML))
          .hasValueCloseTo(ballMl, within(0.05 * ballMl));
      assertThat(figures.value(Figure.FALSE_OPACITY_PERCENT))
          .hasValueCloseTo(100 * ballMl / lungsMl, within(0.2));
      assertThat(figures.value(Figure.OPACITY_DICE)).isEmpty();
      assertThat(figures.value(Figure.INVOLVEMENT_DRAWN)).isEmpty();
    }

    @Test
    void nothing_in_millilitres_or_millimetres_where_spacing_is_a_guess() throws IOException {
      var sure = nifti("guess", DISEASED);
      var guess =
          new ManifestRow(
              2,
              sure.id(),
              sure.image(),
              sure.lungs(),
              sure.opacity(),
              Optional.empty(),
              false,
              sure.patient(),
              sure.group(),
              Optional.empty(),
              false);
      var figures = figures(DrawnCase.finding(DISEASED), guess);

      assertThat(figures.value(Figure.LUNG_DICE)).hasValue(1);
      assertThat(figures.value(Figure.INVOLVEMENT_ERROR)).hasValue(0);
      assertThat(figures.value(Figure.LESION_SENSITIVITY)).hasValue(1);
      assertThat(figures.value(Figure.LUNG_BIAS_PERCENT)).hasValue(0);
      for (var figure :
          List.of(
              Figure.LUNG_BIAS_ML,
              Figure.OPACITY_BIAS_ML,
              Figure.LUNG_SURFACE_DICE,
              Figure.OPACITY_SURFACE_DICE,
              Figure.LARGE_LESION_SENSITIVITY)) {
        assertThat(figures.value(figure)).as(figure.key()).isEmpty();
      }
    }

    @Test
    void involvement_over_the_slices_that_are_labelled() throws IOException {
      var drawing = DISEASED.draw(GRID.geometry());
      for (int k = 0; k < 40; k++) {
        java.util.Arrays.fill(drawing.lungs().labels()[k], (byte) 255);
      }
      var image = folder.resolve("part-ct.nii.gz");
      NiftiWriter.write(drawing.volume(), image);
      var part =
          row(
              "part",
              image,
              Optional.of(mask("part-lungs", drawing.lungs())),
              Optional.of(mask("part-opacity", drawing.opacity())));

      var outcome =
          (CaseMeasured)
              new Evaluator(DrawnCase.finding(DISEASED))
                  .evaluate(List.of(part), EvaluationListener.SILENT)
                  .outcomes()
                  .getFirst();

      // Above slice 40 lies only the tip of the ball, z > 50 mm of 20 + 30: nothing.
      assertThat(outcome.labelledSlices()).isEqualTo(20);
      assertThat(outcome.figures().value(Figure.INVOLVEMENT_DRAWN)).hasValue(0);
      assertThat(outcome.figures().value(Figure.OPACITY_DICE)).hasValue(1);
    }
  }

  @Nested
  class FromDicom {

    @ParameterizedTest
    @EnumSource(SlicePlane.class)
    void ct_and_our_own_seg_of_any_orientation_agree_side_by_side(SlicePlane plane)
        throws IOException {
      agrees(
          new ScanGrid(
              plane,
              axis(plane.iDirection().z()),
              axis(plane.jDirection().z()),
              axis(plane.kDirection().z()),
              5,
              5,
              5,
              0,
              new PatientPoint(0, 0, 0)));
    }

    private int axis(double z) {
      return z == 0 ? 72 : 60;
    }

    @Test
    void a_tilted_gantry_too() throws IOException {
      agrees(GRID.tilted(15));
    }

    private void agrees(ScanGrid grid) throws IOException {
      var ct = folder.resolve("ct");
      DrawnCase.writeCt(DISEASED, grid, ct);
      var seg = DrawnCase.writeSeg(DISEASED, ct, folder.resolve("seg"));
      var row = row("dicom", ct, Optional.of(seg), Optional.of(seg));

      var figures = figures(DrawnCase.finding(DISEASED), row);

      for (var figure :
          List.of(
              Figure.LUNG_DICE,
              Figure.LEFT_LUNG_DICE,
              Figure.RIGHT_LUNG_DICE,
              Figure.OPACITY_DICE)) {
        assertThat(figures.value(figure)).as(figure.key()).hasValue(1);
      }
    }

    @Test
    void segments_named_by_number_and_side() throws IOException {
      var ct = folder.resolve("ct");
      DrawnCase.writeCt(DISEASED, GRID, ct);
      var seg = DrawnCase.writeSeg(DISEASED, ct, folder.resolve("seg"));
      var exchanged =
          new MaskSource(
              seg,
              List.of(
                  new MaskSource.SegmentChoice(
                      2, Optional.of(org.hilum.imaging.vocabulary.Side.LEFT))));
      var row =
          new ManifestRow(
              2,
              "named",
              ct,
              Optional.of(exchanged),
              Optional.empty(),
              Optional.empty(),
              false,
              "p",
              "",
              Optional.empty(),
              true);

      // Segment 2 is the right lung; called left by the manifest, no voxel of it is.
      var figures = figures(DrawnCase.finding(DISEASED), row);

      assertThat(figures.value(Figure.LEFT_LUNG_DICE)).hasValue(0);
    }
  }

  @Nested
  class GoesOn {

    @Test
    void refusals_and_faults_are_rows_and_the_others_are_measured() throws IOException {
      var good = nifti("good", DISEASED);
      var elsewhere =
          mask(
              "elsewhere", DISEASED.draw(GRID.about(new PatientPoint(2, 0, 0)).geometry()).lungs());
      var badMask = row("bad-mask", good.image(), Optional.of(elsewhere), Optional.empty());
      var badImage = row("bad-image", elsewhere, Optional.of(elsewhere), Optional.empty());
      var calls = new ArrayList<String>();
      var shelf =
          DrawnCase.shelf(
              volume -> {
                calls.add("segmented");
                if (calls.size() == 2) {
                  throw new IllegalStateException("planted");
                }
                return calls.size() == 3
                    ? new SegmentationRefused(
                        List.of(Reason.of(SegmentationReason.NO_LUNGS, "planted")))
                    : new org.hilum.imaging.segmentation.SegmentationResult.Segmented(
                        DrawnCase.truth(DISEASED, volume.geometry()));
              });

      var evaluation =
          new Evaluator(shelf)
              .evaluate(
                  List.of(
                      good,
                      badMask,
                      badImage,
                      nifti("fault", DISEASED),
                      nifti("no-lungs", DISEASED)),
                  EvaluationListener.SILENT);

      assertThat(evaluation.outcomes())
          .extracting(outcome -> (Object) outcome.getClass())
          .containsExactly(
              CaseMeasured.class,
              CaseRefused.class,
              CaseRefused.class,
              CaseFailed.class,
              CaseRefused.class);
      assertThat(((CaseRefused) evaluation.outcomes().get(1)).reasons().getFirst().toString())
          .contains("EVA-004")
          .contains("(lungs)");
      assertThat(evaluation.hasFault()).isTrue();
      assertThat(evaluation.hasRefusal()).isTrue();
      assertThat(evaluation.summaries().getLast().measured()).isEqualTo(1);
    }
  }

  @Nested
  class SumsUp {

    @Test
    void two_cases_of_one_patient_count_as_one() throws IOException {
      var first = nifti("first", DISEASED);
      var rows =
          List.of(first, renamed(first, "second", "first"), renamed(first, "third", "third"));

      var summary =
          new Evaluator(DrawnCase.finding(DISEASED))
              .evaluate(rows, EvaluationListener.SILENT)
              .summaries();

      assertThat(summary).extracting(GroupSummary::name).containsExactly("drawn", "all cases");
      var dice = summary.getLast().of(Figure.LUNG_DICE).orElseThrow();
      assertThat(dice.patients()).isEqualTo(2);
      assertThat(dice.value()).isEqualTo(1);
      assertThat(summary.getLast().of(Figure.FALSE_OPACITY_ML)).isEmpty();
    }

    private ManifestRow renamed(ManifestRow row, String id, String patient) {
      return new ManifestRow(
          row.line(),
          id,
          row.image(),
          row.lungs(),
          row.opacity(),
          row.setAside(),
          row.lesionFree(),
          patient,
          row.group(),
          row.network(),
          row.spacingKnown());
    }

    @Test
    void files_say_the_same_and_leave_empty_what_is_not_known() throws IOException {
      var rows = List.of(nifti("ill", DISEASED), nifti("a|b, well", TwoLungPhantom.healthy()));
      var evaluation =
          new Evaluator(DrawnCase.finding(DISEASED)).evaluate(rows, EvaluationListener.SILENT);
      var out = folder.resolve("out");
      Files.createDirectories(out.resolve("worst"));
      Files.writeString(out.resolve("worst").resolve("lung-1-old.png"), "of an earlier run");

      EvaluationFiles.write(evaluation, out);

      var csv = Files.readAllLines(out.resolve("cases.csv"));
      assertThat(csv).hasSize(3);
      assertThat(csv.get(0)).startsWith("case,patient,group,outcome").contains("lungDice");
      assertThat(csv.get(2)).startsWith("\"a|b, well\"").contains(",measured,");
      var json = new ObjectMapper().readTree(Files.readString(out.resolve("summary.json")));
      assertThat(json.at("/cases/0/figures/opacityDice").asDouble()).isEqualTo(1);
      assertThat(json.at("/cases/1/figures/opacityDice").isMissingNode()).isTrue();
      assertThat(json.at("/groups/0/figures/lungDice/patients").asInt()).isEqualTo(2);
      assertThat(Files.readString(out.resolve("summary.md")))
          .contains("Not a medical device")
          .contains("a\\|b, well")
          .contains("–")
          .doesNotContain("NaN");
      try (var pictures = Files.list(out.resolve("worst"))) {
        assertThat(pictures.map(file -> file.getFileName().toString()))
            .containsExactlyInAnyOrder(
                "opacity-1-ill.png", "lung-1-ill.png", "lung-2-a_b__well.png");
      }
      assertThat(ImageIO.read(out.resolve("worst/opacity-1-ill.png").toFile()).getWidth())
          .isGreaterThan(1000);
    }

    @Test
    void of_many_cases_the_three_worst_are_drawn() throws IOException {
      var rows = new ArrayList<ManifestRow>();
      var radii = List.of(30, 22, 26, 24, 28);
      for (int radius : radii) {
        rows.add(
            nifti("r" + radius, TwoLungPhantom.healthy().withGroundGlass(IN_RIGHT_LUNG, radius)));
      }

      var worst =
          new Evaluator(DrawnCase.finding(DISEASED))
              .evaluate(rows, EvaluationListener.SILENT)
              .worst();

      assertThat(worst)
          .filteredOn(picture -> picture.figure() == Figure.OPACITY_DICE)
          .extracting(WorstPicture::caseId)
          .containsExactly("r22", "r24", "r26");
    }
  }
}
