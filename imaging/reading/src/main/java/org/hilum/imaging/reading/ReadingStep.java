package org.hilum.imaging.reading;

/** The steps of a reading, in order; their names are the keys of {@code timing.steps}. */
public enum ReadingStep {
  INTAKE("intake", "looking through the files"),
  VOLUME("decode", "building the volume"),
  SEGMENTATION("segment", "finding lungs and opacities"),
  LOBES("lobes", "parting the lungs into lobes"),
  QUANTIFICATION("measure", "measuring"),
  /** Only where several dates are compared, after the last of them was read. */
  COMPARISON("compare", "laying the dates on each other and following lesions"),
  REPORTING("report", "writing the results");

  private final String key;
  private final String doing;

  ReadingStep(String key, String doing) {
    this.key = key;
    this.doing = doing;
  }

  /** Key in {@code reading.json}. */
  public String key() {
    return key;
  }

  /** What is being done, for a person who waits. */
  public String doing() {
    return doing;
  }
}
