package org.hilum.imaging.phantom.anatomy;

import org.hilum.imaging.phantom.shape.Profile;

/**
 * A body whose axial cross-sections are superellipses of exponent 2.5 about the midline, wider or
 * narrower with height: the skin, the inside of the rib cage.
 *
 * @param halfWidth half its extent from right to left at each height
 * @param halfDepth half its extent from front to back; below zero where there is nothing
 * @param centreY middle from front to back
 */
public record Outline(Profile halfWidth, Profile halfDepth, Profile centreY) {

  private static final double EXPONENT = 2.5;

  /** Above its top a body is taken as this thin, and as far away as its depth is below that. */
  private static final double LEAST_DEPTH_MM = 3;

  private static final double BEYOND_SLOPE = 0.5;

  /** Distance within the axial plane, negative inside; near the surface good to some percent. */
  public double distance(double x, double y, double z) {
    double depthThere = halfDepth.at(z);
    double depth = Math.max(depthThere, LEAST_DEPTH_MM);
    double width = halfWidth.at(z);
    double u = Math.abs(x) / width;
    double v = Math.abs(y - centreY.at(z)) / depth;
    double u15 = u * Math.sqrt(u);
    double v15 = v * Math.sqrt(v);
    double sum = u * u15 + v * v15;
    double slopeX = u15 / width;
    double slopeY = v15 / depth;
    double slope = EXPONENT * Math.sqrt(slopeX * slopeX + slopeY * slopeY);
    double beyond = BEYOND_SLOPE * (depth - depthThere);
    return beyond + (slope < 1e-6 ? -depth : (sum - 1) / slope);
  }

  /** Sideways extent at an angle from the midline of the back (0) over the left side to front. */
  public double x(double angle, double z, double outsetMm) {
    double sine = Math.sin(angle);
    return (halfWidth.at(z) + outsetMm) * Math.signum(sine) * Math.pow(Math.abs(sine), 0.8);
  }

  /** Place from front to back at an angle from the midline of the back. */
  public double y(double angle, double z, double outsetMm) {
    double cosine = Math.cos(angle);
    return centreY.at(z)
        + (halfDepth.at(z) + outsetMm) * Math.signum(cosine) * Math.pow(Math.abs(cosine), 0.8);
  }
}
