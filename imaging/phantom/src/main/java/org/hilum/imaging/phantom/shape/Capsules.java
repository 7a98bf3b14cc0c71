package org.hilum.imaging.phantom.shape;

import java.util.Arrays;
import org.hilum.imaging.volume.PatientPoint;

/**
 * Many tapering rods of one kind of tissue each, in the order they are painted: bones, vessels,
 * airways. Grows while it is filled; then only read.
 */
public final class Capsules {

  /** Numbers kept for a rod: two ends, two radii, HU. */
  private static final int WIDTH = 9;

  private double[] numbers = new double[WIDTH * 256];
  private int size;

  /** Adds a rod from a to b with its radii in millimetres and the HU of its inside. */
  public void add(PatientPoint a, double ra, PatientPoint b, double rb, double hu) {
    if (numbers.length == size * WIDTH) {
      numbers = Arrays.copyOf(numbers, numbers.length * 2);
    }
    int at = size++ * WIDTH;
    numbers[at] = a.x();
    numbers[at + 1] = a.y();
    numbers[at + 2] = a.z();
    numbers[at + 3] = b.x();
    numbers[at + 4] = b.y();
    numbers[at + 5] = b.z();
    numbers[at + 6] = ra;
    numbers[at + 7] = rb;
    numbers[at + 8] = hu;
  }

  /** How many rods there are. */
  public int size() {
    return size;
  }

  /** Where a rod starts. */
  public PatientPoint a(int rod) {
    return new PatientPoint(
        numbers[rod * WIDTH], numbers[rod * WIDTH + 1], numbers[rod * WIDTH + 2]);
  }

  /** Where a rod ends. */
  public PatientPoint b(int rod) {
    return new PatientPoint(
        numbers[rod * WIDTH + 3], numbers[rod * WIDTH + 4], numbers[rod * WIDTH + 5]);
  }

  /** Radius at the start. */
  public double ra(int rod) {
    return numbers[rod * WIDTH + 6];
  }

  /** Radius at the end. */
  public double rb(int rod) {
    return numbers[rod * WIDTH + 7];
  }

  /** HU inside. */
  public double hu(int rod) {
    return numbers[rod * WIDTH + 8];
  }
}
