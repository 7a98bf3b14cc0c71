package org.hilum.imaging.dicom.codec;

/** Says why compressed pixels cannot be decoded. */
public final class CodestreamException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** What kind of reason it is. */
  public enum Kind {
    /** The bytes are damaged or end early. */
    BROKEN,
    /** Another size or depth than the header says. */
    DISAGREES,
    /** A way of compressing that is not read. */
    UNSUPPORTED,
    /** More than one sample a pixel. */
    IN_COLOUR,
    /** A library that is needed is not installed. */
    LIBRARY_MISSING
  }

  private final Kind kind;

  public CodestreamException(Kind kind, String problem) {
    super(problem);
    this.kind = kind;
  }

  /** Damaged bytes. */
  public static CodestreamException broken(String problem) {
    return new CodestreamException(Kind.BROKEN, problem);
  }

  /** A way of compressing that is not read. */
  public static CodestreamException unsupported(String problem) {
    return new CodestreamException(Kind.UNSUPPORTED, problem);
  }

  public Kind kind() {
    return kind;
  }
}
