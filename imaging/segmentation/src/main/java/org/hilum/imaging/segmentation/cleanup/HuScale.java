package org.hilum.imaging.segmentation.cleanup;

/** Which HU the values 0 and 1 of the network's input stand for. */
public record HuScale(double lowHu, double highHu) {

  /** HU of a value of the network's input. */
  public float hu(float grey) {
    return (float) (lowHu + grey * (highHu - lowHu));
  }
}
