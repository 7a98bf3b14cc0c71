package org.hilum.imaging.intake.arrival;

import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** What a file seems to be, told from its first bytes. */
public enum Signature {
  DICOM,
  ARCHIVE,
  NIFTI,
  OTHER;

  /** How many first bytes are needed. */
  public static final int LENGTH = 352;

  private static final int PREAMBLE = 128;
  private static final int NIFTI_MAGIC = 344;

  /** Groups a data set without preamble may start with: meta, commands, identification. */
  private static final int LAST_FIRST_GROUP = 0x0010;

  /** Tells from the first {@value #LENGTH} bytes. */
  public static Signature of(byte[] head) {
    if (hasText(head, PREAMBLE, "DICM") || startsLikeDataSet(head)) {
      return DICOM;
    }
    if (hasText(head, 0, "PK\3\4") || hasText(head, 0, "Rar!") || hasText(head, 0, "7z\274\257")) {
      return ARCHIVE;
    }
    if (hasText(head, NIFTI_MAGIC, "n+1") || hasText(head, 4, "n+2")) {
      return NIFTI;
    }
    return OTHER;
  }

  /** Whether a file is a zip archive, the only kind that is opened. */
  public static boolean isZip(byte[] head) {
    return of(head) == ARCHIVE && hasText(head, 0, "PK\3\4");
  }

  /** Whether a file is NIfTI by its name, which is all that tells a compressed one. */
  public static boolean isNiftiName(String name) {
    var lower = name.toLowerCase(Locale.ROOT);
    return lower.endsWith(".nii") || lower.endsWith(".nii.gz");
  }

  /** A data set without preamble starts with a low even group, then a VR or a small length. */
  private static boolean startsLikeDataSet(byte[] head) {
    if (head.length < 8) {
      return false;
    }
    int little = head[0] & 0xFF | (head[1] & 0xFF) << 8;
    int big = head[1] & 0xFF | (head[0] & 0xFF) << 8;
    boolean group = isFirstGroup(little) || isFirstGroup(big);
    boolean explicit = isUpper(head[4]) && isUpper(head[5]);
    boolean implicit = head[6] == 0 && head[7] == 0;
    return group && (explicit || implicit);
  }

  private static boolean isFirstGroup(int group) {
    return group >= 2 && group <= LAST_FIRST_GROUP && group % 2 == 0;
  }

  private static boolean isUpper(byte character) {
    return character >= 'A' && character <= 'Z';
  }

  private static boolean hasText(byte[] head, int at, String text) {
    var bytes = text.getBytes(StandardCharsets.ISO_8859_1);
    return head.length >= at + bytes.length
        && java.util.Arrays.equals(head, at, at + bytes.length, bytes, 0, bytes.length);
  }
}
