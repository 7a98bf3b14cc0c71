package org.hilum.imaging.dicom;

/**
 * An attribute is present but its value cannot be what its value representation says.
 *
 * <p>Thrown by the typed getters of {@link DataSet}; caught once, where an instance is taken in.
 */
public final class MalformedValueException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final int tag;

  public MalformedValueException(int tag, String problem) {
    super(Tag.name(tag) + ": " + problem);
    this.tag = tag;
  }

  /** The attribute concerned, {@code 0xGGGGEEEE}. */
  public int tag() {
    return tag;
  }
}
