package org.hilum.imaging.phantom.anatomy;

import org.hilum.imaging.phantom.shape.Blend;
import org.hilum.imaging.phantom.shape.Solid.Round;
import org.hilum.imaging.phantom.texture.NoiseField;

/**
 * How dense the body is where there is no lung and no bone: skin, fat, muscle, mediastinum, liver,
 * spleen, stomach.
 */
public final class SoftTissue {

  private static final double FAT = -104;
  private static final double MEDIASTINAL_FAT = -92;
  private static final double MUSCLE = 52;
  private static final double SKIN = 5;
  private static final double LIVER = 58;
  private static final double SPLEEN = 48;
  private static final double STOMACH_WALL = 38;
  private static final double STOMACH_FLUID = 14;
  private static final double STOMACH_GAS = -960;

  private static final double SKIN_MM = 2;
  private static final double DIAPHRAGM_MM = 3;

  private final Thorax thorax;
  private final NoiseField noise;
  private final double edgeMm;
  private final double upwards;

  private final Round rightLiver = new Round(-52, -6, -202, 96, 104, 102);
  private final Round leftLiver = new Round(8, -48, -176, 66, 40, 48);
  private final Round spleen = new Round(96, 44, -172, 30, 40, 44);
  private final Round stomach = new Round(64, -12, -168, 42, 46, 42);

  /**
   * @param edgeMm how far tissues run into each other
   * @param prone whether gas in the stomach rises to the back
   */
  public SoftTissue(Thorax thorax, NoiseField noise, double edgeMm, boolean prone) {
    this.thorax = thorax;
    this.noise = noise;
    this.edgeMm = edgeMm;
    this.upwards = prone ? 1 : -1;
  }

  /**
   * HU of a place in the body.
   *
   * @param x place in the body as described, height of soft parts
   * @param boneZ its height among the bones
   * @param fromRibs how far it is outside the inside of the rib cage
   * @param underSkin how far it is under the skin
   */
  public double hu(double x, double y, double z, double boneZ, double fromRibs, double underSkin) {
    double hu = fromRibs > 0 ? wall(x, y, boneZ, fromRibs, underSkin) : inside(x, y, z, fromRibs);
    if (Math.abs(x) < 60 && y > 0) {
      hu = thorax.spine().hu(x, y, boneZ, hu, edgeMm, noise);
    }
    return hu;
  }

  private double wall(double x, double y, double z, double fromRibs, double underSkin) {
    double grain = noise.at(x, y, z, 4);
    double fat = FAT + 14 * grain;
    double fibres = 22 * grain;
    double marbling = 5 * noise.at(x, y, z, 11);
    double intercostal = Blend.step(12, 9.5, fromRibs + 0.4 * marbling);
    double outer = muscleMm(x, y, z) + marbling;
    double gap = 12.2 + 0.8 * marbling;
    double layer = Blend.step(gap - 0.8, gap + 0.8, fromRibs);
    layer *= Blend.step(13 + outer, 11.5 + outer, fromRibs);
    layer *= Blend.step(0.03, 0.09, Math.abs(noise.at(z, 0.6 * x, 0.6 * y, 24)));
    double muscle = Math.max(intercostal, outer > 2 ? layer : 0);
    muscle *= Blend.step(4, 7, underSkin);
    double hu = Blend.mix(fat, MUSCLE + fibres, muscle);
    return Blend.mix(SKIN, hu, Blend.step(SKIN_MM - 0.5, SKIN_MM + 0.5, underSkin));
  }

  /** Thickness of the muscles outside the ribs: breast, flank, back, shoulder. */
  private static double muscleMm(double x, double y, double z) {
    double across = Math.abs(x);
    double front = Blend.step(-30, -55, y) * Blend.step(18, 34, across);
    double breast = 15 * front * Blend.step(-75, -20, z) * Blend.step(150, 110, across);
    double flank = (6 + 9 * Blend.step(-160, 0, z)) * Blend.step(95, 115, across);
    double back = (5 + 6 * Blend.step(-100, 20, z)) * Blend.step(35, 60, y);
    double shoulder = 24 * Blend.step(20, 80, z) * Blend.step(60, 100, across);
    return Math.max(Math.max(breast, flank), back) + shoulder;
  }

  private double inside(double x, double y, double z, double fromRibs) {
    double above = thorax.diaphragm().above(x, y, z);
    double fat = MEDIASTINAL_FAT + 16 * noise.at(x, y, z, 5);
    double hu = above < 0 ? abdomen(x, y, z, fat, above, fromRibs) : fat;
    double between = Math.abs(x) < 100 ? thorax.mediastinum().hu(x, y, z, hu, edgeMm) : hu;
    double extrapleural = Blend.step(-2.5, -0.5, fromRibs) * (above > 0 ? 1 : 0.4);
    return Blend.mix(between, 0.4 * MUSCLE, extrapleural);
  }

  private double abdomen(double x, double y, double z, double fat, double above, double fromRibs) {
    double texture = 8 * noise.at(x, y, z, 4);
    double hu = fat;
    double liver = Blend.smaller(rightLiver.distance(x, y, z), leftLiver.distance(x, y, z), 20);
    hu = Blend.mix(hu, LIVER + texture, Blend.coverage(liver, 2));
    hu = Blend.mix(hu, SPLEEN + texture, Blend.coverage(spleen.distance(x, y, z), 2));
    double inStomach = stomach.distance(x, y, z);
    hu = Blend.mix(hu, STOMACH_WALL, Blend.coverage(inStomach, 2));
    double gas = Blend.step(12, 13, upwards * (y + 12));
    double content = Blend.mix(STOMACH_FLUID + 2 * texture, STOMACH_GAS, gas);
    hu = Blend.mix(hu, content, Blend.coverage(inStomach + 4, edgeMm));
    double muscle = Blend.step(-DIAPHRAGM_MM - 1, -DIAPHRAGM_MM, above);
    double lining = Blend.step(-4.5, -3.5, fromRibs);
    return Blend.mix(hu, MUSCLE, Math.max(muscle, lining));
  }
}
