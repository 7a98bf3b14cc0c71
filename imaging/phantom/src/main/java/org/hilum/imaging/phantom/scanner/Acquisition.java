package org.hilum.imaging.phantom.scanner;

/**
 * How a scan is taken.
 *
 * @param thicknessMm the slice is the average over this much along its normal
 * @param noiseHu standard deviation of the noise
 * @param prone whether the patient lies on the front
 * @param noiseSeed makes the noise of one scan differ from that of the next
 */
public record Acquisition(
    double thicknessMm, double noiseHu, Kernel kernel, boolean prone, long noiseSeed) {

  public Acquisition {
    if (!(thicknessMm > 0 && thicknessMm <= 20)) {
      throw new IllegalArgumentException("slices are up to 20 mm thick");
    }
    if (!(noiseHu >= 0 && noiseHu <= 200)) {
      throw new IllegalArgumentException("noise is 0 to 200 HU");
    }
  }
}
