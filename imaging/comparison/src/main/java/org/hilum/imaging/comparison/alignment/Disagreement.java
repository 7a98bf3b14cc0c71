package org.hilum.imaging.comparison.alignment;

/**
 * How two images differ at one cube, and how that would change if tissue were moved: looks at one
 * cube at a time.
 *
 * <p>Swapping the images turns the sign of both differences and changes nothing else.
 */
final class Disagreement {

  /** How much a displaced lung border counts beside a displaced vessel of average contrast. */
  private static final float BORDER_COUNTS = 3;

  /**
   * Difference of contrast, in standard deviations of contrast, from which it is taken for a change
   * of the lung and not for a displacement.
   */
  private static final float BELIEVED = 1.5f;

  /** Blurred opacity over one of so many is its rim. */
  private static final float RIM = 5;

  /** How much the inside of an opacity that is there at both dates counts. */
  private static final float DEEP_COUNTS = 0.3f;

  /** Part of a cube that was scanned for it to count. */
  private static final float COVERED = 0.99f;

  private static final int CHANNELS = LungImage.CHANNELS;

  private final float[] a;
  private final float[] b;
  private final Lattice lattice;
  private final float perPower;

  /** Differences: of contrast, of lung. */
  float contrast;

  float border;

  /** How much each counts. */
  float contrastWeight;

  float borderWeight;

  /** Slopes per cube of the mean of both images. */
  final float[] contrastSlope = new float[3];

  final float[] borderSlope = new float[3];

  Disagreement(LungImage a, LungImage b, double contrastPower) {
    this.a = a.values();
    this.b = b.values();
    this.lattice = a.lattice();
    this.perPower = (float) (1 / contrastPower);
  }

  /** Looks at a cube; false where there is nothing to compare. Numeric kernel. */
  boolean at(int x, int y, int z) {
    if (x < 1 || y < 1 || z < 1) {
      return false;
    }
    if (x > lattice.columns() - 2 || y > lattice.rows() - 2 || z > lattice.layers() - 2) {
      return false;
    }
    int cube = CHANNELS * ((z * lattice.rows() + y) * lattice.columns() + x);
    if (a[cube + LungImage.LUNG] + b[cube + LungImage.LUNG] == 0 || !isCovered(cube)) {
      return false;
    }
    contrast = a[cube] - b[cube];
    border = a[cube + LungImage.LUNG] - b[cube + LungImage.LUNG];
    int stride = CHANNELS;
    for (int axis = 0; axis < 3; axis++) {
      int next = cube + stride;
      int last = cube - stride;
      if (!isCovered(next) || !isCovered(last)) {
        return false;
      }
      contrastSlope[axis] = 0.25f * (a[next] + b[next] - (a[last] + b[last]));
      borderSlope[axis] =
          0.25f
              * (a[next + LungImage.LUNG]
                  + b[next + LungImage.LUNG]
                  - (a[last + LungImage.LUNG] + b[last + LungImage.LUNG]));
      stride = axis == 0 ? CHANNELS * lattice.columns() : CHANNELS * lattice.layer();
    }
    borderWeight = BORDER_COUNTS;
    float relative = contrast * contrast * perPower / (BELIEVED * BELIEVED);
    contrastWeight = perPower * trust(a, b, cube) / (1 + relative);
    return true;
  }

  /**
   * How far the contrast of two dates may be compared, 0 to 1: in lung free of opacity at both,
   * less deep inside opacity of both, and not at all at the rim of an opacity or where only one
   * date has one, or it would be pressed together or pulled to the size of the other.
   */
  static float trust(float[] a, float[] b, int cube) {
    float first = a[cube + LungImage.OPACITY];
    float second = b[cube + LungImage.OPACITY];
    float free = Math.max(0, 1 - RIM * first) * Math.max(0, 1 - RIM * second);
    float deep = Math.max(0, 2 * first - 1) * Math.max(0, 2 * second - 1);
    return a[cube + LungImage.LUNG] * b[cube + LungImage.LUNG] * (free + DEEP_COUNTS * deep);
  }

  private boolean isCovered(int cube) {
    return a[cube + LungImage.COVERED] > COVERED && b[cube + LungImage.COVERED] > COVERED;
  }
}
