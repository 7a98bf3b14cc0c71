package org.hilum.imaging.phantom.anatomy;

import org.hilum.imaging.phantom.shape.Blend;
import org.hilum.imaging.phantom.shape.Profile;
import org.hilum.imaging.phantom.texture.NoiseField;

/** Where the vertebral bodies, discs and the spinal canal are, and how dense. */
public final class Spine {

  /** Height of the middle of the first thoracic vertebra, and from one vertebra to the next. */
  private static final double FIRST_Z_MM = 93;

  private static final double STEP_MM = 23.6;
  private static final double HALF_DISC_MM = 2.6;
  private static final double HALF_WIDTH_MM = 17;
  private static final double HALF_DEPTH_MM = 13.5;

  private static final double CORTEX_HU = 480;
  private static final double MARROW_HU = 185;
  private static final double DISC_HU = 85;
  private static final double CORD_HU = 32;
  private static final double CANAL_FAT_HU = -20;
  private static final double MUSCLE_HU = 54;

  private final Profile centreY =
      Profile.through(-260, 42, -200, 50, -130, 60, -60, 65, 0, 61, 50, 51, 90, 42, 150, 28);

  /** Middle of the vertebral bodies from front to back at a height. */
  public double centreY(double z) {
    return centreY.at(z);
  }

  /** Height of the middle of a thoracic vertebra, from 1; further ones follow below. */
  public double vertebraZ(int number) {
    return FIRST_Z_MM - (number - 1) * STEP_MM;
  }

  /** HU of spine and the muscles behind it painted over what lies behind. */
  public double hu(double x, double y, double z, double behind, double edgeMm, NoiseField noise) {
    double back = y - centreY.at(z);
    double across = Math.abs(x);
    if (across > 52 || back < -18 || back > 62) {
      return behind;
    }
    double hu = behind;
    double muscle = ellipse(across - 25, back - 36, 22, 19);
    hu = Blend.mix(hu, MUSCLE_HU + 10 * noise.at(x, y, z * 0.3, 4), Blend.coverage(muscle, 2));
    double canal = ellipse(x, back - 20.5, 10, 8);
    hu = Blend.mix(hu, CANAL_FAT_HU, Blend.coverage(canal, edgeMm));
    double cord = ellipse(x, back - 20.5, 6, 5);
    hu = Blend.mix(hu, CORD_HU, Blend.coverage(cord, edgeMm));
    double body = ellipse(x, back, HALF_WIDTH_MM, HALF_DEPTH_MM);
    return Blend.mix(hu, bodyHu(x, y, z, body, noise), Blend.coverage(body, edgeMm));
  }

  private static double bodyHu(double x, double y, double z, double depth, NoiseField noise) {
    double turns = (z - FIRST_Z_MM) / STEP_MM;
    double fromDisc = (0.5 - Math.abs(turns - Math.rint(turns))) * STEP_MM - HALF_DISC_MM;
    double shell = Math.min(fromDisc, -depth);
    double bone =
        Blend.mix(CORTEX_HU, MARROW_HU, Blend.step(0.4, 2.4, shell)) + 45 * noise.at(x, y, z, 2.2);
    return Blend.mix(DISC_HU, bone, Blend.step(-0.6, 0.6, fromDisc));
  }

  private static double ellipse(double x, double y, double a, double b) {
    double u = x / a;
    double v = y / b;
    double k0 = Math.sqrt(u * u + v * v);
    double k1 = Math.sqrt(u * u / (a * a) + v * v / (b * b));
    return k1 < 1e-9 ? -b : k0 * (k0 - 1) / k1;
  }
}
