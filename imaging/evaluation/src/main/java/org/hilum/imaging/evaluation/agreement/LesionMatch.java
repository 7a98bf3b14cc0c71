package org.hilum.imaging.evaluation.agreement;

/**
 * One connected part of a mask, and how much of it the other mask holds too.
 *
 * @param voxels of the part
 * @param shared of them in the other mask
 */
public record LesionMatch(long voxels, long shared) {

  /**
   * From this share on a lesion counts as detected, and a found one as not false. Our own choice:
   * more than a graze, and far below what the softness of drawn edges decides.
   */
  public static final double LEAST_SHARE = 0.1;

  /** Whether the other mask holds enough of it. */
  public boolean isMatched() {
    return shared >= LEAST_SHARE * voxels;
  }
}
