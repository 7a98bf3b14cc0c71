package org.hilum.imaging.evaluation.reference;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hilum.imaging.dicom.StoredSegmentation;
import org.hilum.imaging.dicom.StoredSegmentation.CodedWord;
import org.hilum.imaging.dicom.StoredSegmentation.Segment;
import org.hilum.imaging.evaluation.EvaluationReason;
import org.hilum.imaging.evaluation.MaskSource;
import org.hilum.imaging.evaluation.MaskSource.SegmentChoice;
import org.hilum.imaging.vocabulary.Code;
import org.hilum.imaging.vocabulary.Side;

/**
 * Which segments of a SEG are meant, and which side of the patient each lung is.
 *
 * <p>By the numbers in the manifest; else by code: Lung with a laterality, or ground-glass opacity,
 * consolidation, opacity, lesion, in SNOMED CT or DCM, and lung and its side in the older SRT. The
 * label, which people write as they like, is never asked.
 */
final class SegmentMeaning {

  private static final List<Code> OPACITIES =
      List.of(Code.GROUND_GLASS_OPACITY, Code.CONSOLIDATION, Code.OPACITY, Code.LESION);

  /** SNOMED RT as DICOM used it until 2017 (PS3.16 annex on SNOMED mapping): lung, left, right. */
  private static final Map<String, Code> OLDER =
      Map.of("T-28000", Code.LUNG, "G-A101", Code.LEFT, "G-A100", Code.RIGHT);

  private SegmentMeaning() {}

  /** The segments meant by number, with the side where it is known. */
  static Map<Integer, Optional<Side>> of(
      StoredSegmentation segmentation, MaskSource source, MaskKind kind) throws MaskRefusal {
    return source.segments().isEmpty()
        ? byCode(segmentation, kind)
        : chosen(segmentation, source.segments());
  }

  private static Map<Integer, Optional<Side>> chosen(
      StoredSegmentation segmentation, List<SegmentChoice> choices) throws MaskRefusal {
    var meant = new LinkedHashMap<Integer, Optional<Side>>();
    var missing = new ArrayList<Integer>();
    for (var choice : choices) {
      var segment =
          segmentation.segments().stream()
              .filter(each -> each.number() == choice.number())
              .findFirst();
      segment.ifPresentOrElse(
          found -> meant.put(found.number(), choice.side().or(() -> side(found))),
          () -> missing.add(choice.number()));
    }
    if (!missing.isEmpty()) {
      throw unclear(segmentation, "the SEG has no segment " + missing);
    }
    return meant;
  }

  private static Map<Integer, Optional<Side>> byCode(StoredSegmentation segmentation, MaskKind kind)
      throws MaskRefusal {
    var meant = new LinkedHashMap<Integer, Optional<Side>>();
    for (var segment : segmentation.segments()) {
      if (kind == MaskKind.LUNGS && is(segment.type(), Code.LUNG)) {
        meant.put(segment.number(), side(segment));
      }
      if (kind == MaskKind.OPACITY
          && OPACITIES.stream().anyMatch(code -> is(segment.type(), code))) {
        meant.put(segment.number(), Optional.empty());
      }
    }
    if (meant.isEmpty()) {
      throw unclear(segmentation, "no segment is coded as " + kind.column());
    }
    return meant;
  }

  private static Optional<Side> side(Segment segment) {
    boolean left =
        segment.typeModifiers().stream().anyMatch(code -> is(Optional.of(code), Code.LEFT));
    boolean right =
        segment.typeModifiers().stream().anyMatch(code -> is(Optional.of(code), Code.RIGHT));
    return left == right ? Optional.empty() : Optional.of(left ? Side.LEFT : Side.RIGHT);
  }

  private static boolean is(Optional<CodedWord> word, Code code) {
    return word.filter(
            written ->
                written.value().equals(code.concept().value())
                        && written.scheme().equals(code.concept().scheme())
                    || code == OLDER.get(written.value()) && written.scheme().equals("SRT"))
        .isPresent();
  }

  private static MaskRefusal unclear(StoredSegmentation segmentation, String problem) {
    var there =
        segmentation.segments().stream()
            .map(segment -> segment.number() + " " + segment.label())
            .toList();
    return new MaskRefusal(
        EvaluationReason.SEGMENTS_UNCLEAR,
        problem
            + "; it has "
            + String.join(", ", there)
            + ": write the numbers behind the file's name, for example seg.dcm#1+2");
  }
}
