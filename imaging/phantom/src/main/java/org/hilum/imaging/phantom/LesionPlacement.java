package org.hilum.imaging.phantom;

import org.hilum.imaging.phantom.anatomy.BodyFrame;
import org.hilum.imaging.phantom.anatomy.Thorax;
import org.hilum.imaging.phantom.disease.Opacity;
import org.hilum.imaging.phantom.shape.Solid.Round;
import org.hilum.imaging.vocabulary.Side;
import org.hilum.imaging.volume.PatientPoint;

/** Where a lesion comes to lie in a body: its site resolved, its ellipsoid in that breath. */
final class LesionPlacement {

  private final BodyFrame frame;
  private final Thorax thorax;

  LesionPlacement(Thorax thorax, BodyFrame frame) {
    this.thorax = thorax;
    this.frame = frame;
  }

  /**
   * The opacity in the body as described. Air-filled lesions shrink with the lung around them;
   * consolidation has no air to lose and keeps its size.
   */
  Opacity opacity(PhantomLesion lesion) {
    var centre = described(lesion.site());
    boolean airless = lesion.look() == PhantomLesion.Look.CONSOLIDATION;
    double across = airless ? 1 / frame.width() : 1;
    double upright = airless ? 1 / frame.breath() : 1;
    return new Opacity(
        new Round(
            centre.x(),
            centre.y(),
            centre.z(),
            lesion.radiusXMm() * across,
            lesion.radiusYMm() * across,
            lesion.radiusZMm() * upright),
        look(lesion.look()),
        lesion.hu(),
        lesion.edgeMm(),
        lesion.irregularity());
  }

  private static Opacity.Look look(PhantomLesion.Look look) {
    return switch (look) {
      case GROUND_GLASS -> Opacity.Look.HAZE;
      case CRAZY_PAVING -> Opacity.Look.NET;
      case CONSOLIDATION -> Opacity.Look.SOLID;
    };
  }

  /** Its centre in the patient. */
  PatientPoint centre(PhantomLesion lesion) {
    var place = described(lesion.site());
    return frame.soft(place.x(), place.y(), place.z());
  }

  /** Volume of its whole ellipsoid in the patient. */
  double ellipsoidMl(PhantomLesion lesion) {
    var shape = opacity(lesion).shape();
    double described = 4.0 / 3.0 * Math.PI * shape.rx() * shape.ry() * shape.rz() / 1000;
    return described * Math.pow(frame.size(), 3) / frame.compression();
  }

  private PatientPoint described(LesionSite site) {
    return switch (site) {
      case LesionSite.At at -> at.place();
      case LesionSite.Subpleural under -> {
        double angle = Math.toRadians(under.degreesFromBack());
        double side = under.side() == Side.LEFT ? 1 : -1;
        double inset = -under.depthMm();
        yield new PatientPoint(
            side * thorax.cavity().x(angle, under.heightMm(), inset),
            thorax.cavity().y(angle, under.heightMm(), inset),
            under.heightMm());
      }
    };
  }
}
