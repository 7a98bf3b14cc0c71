package org.hilum.imaging.vocabulary;

import static org.hilum.imaging.vocabulary.Code.BILATERAL;
import static org.hilum.imaging.vocabulary.Code.LEFT;
import static org.hilum.imaging.vocabulary.Code.LOWER_LOBE;
import static org.hilum.imaging.vocabulary.Code.LOWER_ZONE;
import static org.hilum.imaging.vocabulary.Code.LUNG;
import static org.hilum.imaging.vocabulary.Code.MIDDLE_LOBE_OF_RIGHT_LUNG;
import static org.hilum.imaging.vocabulary.Code.MIDDLE_ZONE;
import static org.hilum.imaging.vocabulary.Code.RIGHT;
import static org.hilum.imaging.vocabulary.Code.UPPER_LOBE;
import static org.hilum.imaging.vocabulary.Code.UPPER_ZONE;

import java.util.Optional;

/**
 * How a region of the lungs is coded: a body structure, and the side where the structure has two.
 *
 * <p>Source: PS3.16 CID 7155, 6170 (the right middle lobe is unpaired and takes no side), 6124,
 * 244.
 */
public record CodedSite(CodedConcept structure, Optional<CodedConcept> laterality) {

  /** The code of a region. */
  public static CodedSite of(Region region) {
    return switch (region) {
      case LUNGS -> paired(LUNG, BILATERAL);
      case LEFT_LUNG -> paired(LUNG, LEFT);
      case RIGHT_LUNG -> paired(LUNG, RIGHT);
      case LUL -> paired(UPPER_LOBE, LEFT);
      case LLL -> paired(LOWER_LOBE, LEFT);
      case RUL -> paired(UPPER_LOBE, RIGHT);
      case RML -> new CodedSite(MIDDLE_LOBE_OF_RIGHT_LUNG.concept(), Optional.empty());
      case RLL -> paired(LOWER_LOBE, RIGHT);
      case LEFT_UPPER_ZONE -> paired(UPPER_ZONE, LEFT);
      case LEFT_MIDDLE_ZONE -> paired(MIDDLE_ZONE, LEFT);
      case LEFT_LOWER_ZONE -> paired(LOWER_ZONE, LEFT);
      case RIGHT_UPPER_ZONE -> paired(UPPER_ZONE, RIGHT);
      case RIGHT_MIDDLE_ZONE -> paired(MIDDLE_ZONE, RIGHT);
      case RIGHT_LOWER_ZONE -> paired(LOWER_ZONE, RIGHT);
    };
  }

  private static CodedSite paired(Code structure, Code side) {
    return new CodedSite(structure.concept(), Optional.of(side.concept()));
  }
}
