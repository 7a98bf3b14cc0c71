package org.hilum.imaging.segmentation;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import org.hilum.imaging.segmentation.scope.BodySides;
import org.hilum.imaging.segmentation.scope.GreyLevels;
import org.hilum.imaging.segmentation.scope.Mediastinum;
import org.hilum.imaging.segmentation.scope.ScanCharacter;
import org.hilum.imaging.vocabulary.Reason;

/**
 * Tells from the image itself where a scan is unlike what the networks were validated for.
 *
 * <p>Remarks only: a scan with lungs in it is read all the same. Thresholds and what they rest on
 * stand with the measures in {@code scope}; docs/scope.md lists what was said to which input.
 */
final class ScopeReview {

  private final ScanCharacter scan;
  private final List<Reason> remarks = new ArrayList<>();

  private ScopeReview(ScanCharacter scan) {
    this.scan = scan;
  }

  static List<Reason> remarks(ScanCharacter scan) {
    return new ScopeReview(scan).remarks();
  }

  private List<Reason> remarks() {
    addGreyLevels();
    // On another grey scale brightness says nothing of contrast medium.
    if (!scan.grey().airIsOff() && !scan.grey().softIsDark()) {
      addContrast();
    }
    addSides();
    addForm();
    return List.copyOf(remarks);
  }

  /**
   * What is said of a scan by what it looks like to the network; nothing where it does not tell.
   */
  static List<Reason> ofFeatures(FeatureSpace space, float[] features) {
    if (features.length != space.size() || space.distance(features) <= space.limit()) {
      return List.of();
    }
    return List.of(
        says(
            SegmentationReason.UNLIKE_TRAINING,
            "",
            "To the network this scan is unlike those it was trained with: distance %.1f, limit"
                + " %.1f.",
            space.distance(features),
            space.limit()));
  }

  private void addGreyLevels() {
    var grey = scan.grey();
    boolean bright = grey.softIsBright() && !scan.mediastinum().isBright();
    if (grey.airIsOff() || grey.softIsDark() || bright) {
      remarks.add(
          says(
              SegmentationReason.GREY_LEVELS_OFF,
              "grey levels",
              "Air lies at %s HU and soft tissue at %s HU, where CT has about -1000 and %.0f to"
                  + " %.0f: check rescale slope and intercept, and that this is plain CT.",
              whole(grey.airHu()),
              whole(grey.softHu()),
              GreyLevels.SOFT_LEAST_HU,
              GreyLevels.SOFT_MOST_HU));
    }
  }

  private void addContrast() {
    if (scan.mediastinum().isBright()) {
      remarks.add(
          says(
              SegmentationReason.CONTRAST_SEEN,
              "mediastinum",
              "Heart and great vessels reach %.0f HU (without contrast medium under %.0f): contrast"
                  + " medium was probably given.",
              scan.mediastinum().brightHu().orElseThrow(),
              Mediastinum.CONTRAST_FROM_HU));
    }
  }

  private void addSides() {
    if (scan.sides().lookMirrored()) {
      remarks.add(
          says(
              SegmentationReason.SIDES_LOOK_CHANGED,
              "left and right",
              "Liver and heart lie on the other side than usual (%.2f, usual is above %.2f): the"
                  + " images may be mirrored, or the patient has situs inversus. Check left and"
                  + " right.",
              scan.sides().score().orElseThrow(),
              BodySides.MIRRORED_BELOW));
    }
  }

  private void addForm() {
    var form = scan.form();
    if (form.isUnlikeLungs()) {
      remarks.add(
          says(
              SegmentationReason.UNLIKE_LUNGS,
              "lungs",
              "What was taken for lung is %.0f mm high, %.0f mm wide and %.0f mm deep and fills at"
                  + " most %.0f %% of the body's section: check that this is a whole chest.",
              form.heightMm(),
              form.widthMm(),
              form.depthMm(),
              100 * form.shareOfBody()));
    }
  }

  private static String whole(OptionalDouble hu) {
    return hu.isPresent() ? String.format(Locale.ROOT, "%.0f", hu.getAsDouble()) : "no";
  }

  private static Reason says(
      SegmentationReason code, String where, String pattern, Object... values) {
    return new Reason(code, String.format(Locale.ROOT, pattern, values), where);
  }
}
