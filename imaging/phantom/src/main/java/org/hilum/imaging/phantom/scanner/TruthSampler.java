package org.hilum.imaging.phantom.scanner;

import org.hilum.imaging.phantom.anatomy.Fissures;
import org.hilum.imaging.volume.PatientPoint;

/** What is truly at a place of the patient: which lobe, which opacity. */
final class TruthSampler {

  private final Chest chest;

  TruthSampler(Chest chest) {
    this.chest = chest;
  }

  /** Label of the lobe, on the side of the patient it lies on; 0 outside the lungs. */
  int lobe(PatientPoint point) {
    var frame = chest.frame();
    double x = frame.x(point.x());
    double y = frame.y(point.y());
    double z = frame.z(point.z());
    if (chest.thorax().lungDistance(x, y, z) >= 0) {
      return 0;
    }
    int lobe = chest.thorax().fissures().lobe(x, y, z);
    return frame.mirrored() ? opposite(lobe) : lobe;
  }

  /** The lobe a mirror shows; a middle lobe on the left counts as upper, as the lingula does. */
  private static int opposite(int lobe) {
    return switch (lobe) {
      case Fissures.LUL -> Fissures.RUL;
      case Fissures.LLL -> Fissures.RLL;
      case Fissures.RLL -> Fissures.LLL;
      default -> Fissures.LUL;
    };
  }

  /** One more than the index of the last opacity that holds the place; 0 for none. */
  int opacity(PatientPoint point) {
    var frame = chest.frame();
    double x = frame.x(point.x());
    double y = frame.y(point.y());
    double z = frame.z(point.z());
    var opacities = chest.opacities();
    for (int n = opacities.size(); n > 0; n--) {
      var opacity = opacities.get(n - 1);
      if (!opacity.misses(x, y, z) && opacity.distance(x, y, z, chest.noise()) <= 0) {
        return n;
      }
    }
    return 0;
  }
}
