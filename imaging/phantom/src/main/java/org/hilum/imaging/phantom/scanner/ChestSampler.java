package org.hilum.imaging.phantom.scanner;

import org.hilum.imaging.phantom.anatomy.SoftTissue;
import org.hilum.imaging.phantom.disease.Opacity;
import org.hilum.imaging.phantom.shape.Blend;
import org.hilum.imaging.phantom.texture.CellWalls;
import org.hilum.imaging.phantom.texture.NoiseField;

/** How dense a chest is at a place of the patient, bones, vessels and airways left out. */
final class ChestSampler {

  private static final double AIR = -1000;
  private static final double PARENCHYMA = -868;

  /** Dependent lung is denser: change of HU for a millimetre towards the table (supine). */
  private static final double GRAVITY_HU_PER_MM = 0.26;

  private static final double FISSURE_HU = 210;
  private static final double FISSURE_MM = 0.8;
  private static final double LOBULE_MM = 5.5;

  /** Tissue without air; nothing in the lung is compressed beyond it. */
  private static final double AIRLESS_HU = 45;

  private final Chest chest;
  private final SoftTissue soft;
  private final NoiseField noise;
  private final CellWalls septa;
  private final double edgeMm;
  private final boolean prone;

  ChestSampler(Chest chest, double edgeMm, boolean prone) {
    this.chest = chest;
    this.edgeMm = edgeMm;
    this.prone = prone;
    this.noise = chest.noise();
    this.septa = new CellWalls(chest.seed() + 7, LOBULE_MM);
    this.soft = new SoftTissue(chest.thorax(), noise, edgeMm, prone);
  }

  /** HU at a place of the patient. */
  double hu(double patientX, double patientY, double patientZ) {
    var frame = chest.frame();
    double x = frame.x(patientX);
    double y = frame.y(patientY);
    double boneZ = frame.boneZ(patientZ);
    double underSkin = -chest.thorax().skin().distance(x, y, boneZ);
    if (underSkin < -edgeMm / 2) {
      return outside(patientX, patientY);
    }
    double z = frame.z(patientZ);
    double body = inside(x, y, z, boneZ, underSkin);
    return underSkin > edgeMm / 2 ? body : Blend.mix(AIR, body, Blend.coverage(-underSkin, edgeMm));
  }

  private double inside(double x, double y, double z, double boneZ, double underSkin) {
    double fromRibs = chest.thorax().cavity().distance(x, y, z);
    double fromLung = chest.thorax().lungDistance(x, y, z, fromRibs);
    if (fromLung <= -edgeMm / 2) {
      return lung(x, y, z);
    }
    double around = soft.hu(x, y, z, boneZ, fromRibs, underSkin);
    return fromLung >= edgeMm / 2
        ? around
        : Blend.mix(around, lung(x, y, z), Blend.coverage(fromLung, edgeMm));
  }

  /** The table: a thin curved shell over foam, under whatever side the patient lies on. */
  private double outside(double x, double y) {
    double up = prone ? -y : y;
    double lying = (prone ? 116 : 124) * chest.frame().size();
    double deep = up - lying + x * x / 1100;
    if (deep < 0 || deep > 42 || Math.abs(x) > 225) {
      return AIR;
    }
    return deep < 2.5 || deep > 39.5 ? -180 : -945;
  }

  private double lung(double x, double y, double z) {
    double weight = (prone ? -1 : 1) * GRAVITY_HU_PER_MM * y;
    double hu =
        PARENCHYMA
            + weight
            + 26 * noise.at(x, y, z, 13)
            + 34 * noise.at(x, y, z, 4.3)
            + 52 * noise.at(x, y, z, 1.8);
    double fissure = chest.thorax().fissures().distance(x, y, z) / FISSURE_MM;
    if (fissure < 3) {
      double complete = Blend.step(-0.55, -0.25, noise.at(x, y, z, 30));
      hu += FISSURE_HU * complete * Math.exp(-fissure * fissure);
    }
    for (Opacity opacity : chest.opacities()) {
      if (!opacity.misses(x, y, z)) {
        hu = opacity.over(hu, x, y, z, noise, septa);
      }
    }
    return Math.min(Math.max(hu, AIRLESS_HU), (hu + 1000) * chest.frame().compression() - 1000);
  }
}
