package org.hilum.imaging.phantom;

/**
 * How a chest is scanned.
 *
 * @param position how the patient lies: gravity, gas and the table follow it
 * @param thicknessMm each slice is the average over this much along its normal
 * @param noiseHu standard deviation of the noise; 0 for none
 * @param kernel sharpness
 * @param scanNumber makes the noise of one scan differ from that of the next
 */
public record ScanProtocol(
    PatientPosition position,
    double thicknessMm,
    double noiseHu,
    ScanKernel kernel,
    int scanNumber) {

  /** Supine, noise of 18 HU, standard kernel: what the demo is scanned with. */
  public static ScanProtocol standard(double thicknessMm) {
    return new ScanProtocol(PatientPosition.HFS, thicknessMm, 18, ScanKernel.STANDARD, 1);
  }

  /** Without noise, for tests that count on HU. */
  public static ScanProtocol noiseless(double thicknessMm) {
    return new ScanProtocol(PatientPosition.HFS, thicknessMm, 0, ScanKernel.STANDARD, 1);
  }

  /** The same protocol with the patient lying another way. */
  public ScanProtocol in(PatientPosition other) {
    return new ScanProtocol(other, thicknessMm, noiseHu, kernel, scanNumber);
  }

  /** The same protocol on another occasion. */
  public ScanProtocol scan(int number) {
    return new ScanProtocol(position, thicknessMm, noiseHu, kernel, number);
  }
}
