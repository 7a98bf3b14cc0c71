package org.hilum.imaging.archive.web;

import java.util.Optional;
import org.hilum.imaging.dicom.TransferSyntax;
import org.springframework.http.MediaType;

/**
 * In which form frames go out (PS3.18 8.7.3.5.3): the codestreams that are kept, or plain values.
 *
 * @param isMultipart whether parts follow each other, or there is one frame alone
 * @param isAsKept whether the bytes are those that are kept
 * @param type of each frame
 */
record FrameForms(boolean isMultipart, boolean isAsKept, String type) {

  private static final String PLAIN = TransferSyntax.EXPLICIT_LITTLE_ENDIAN.uid();

  /** The first form that the client takes and that can be made of frames kept that way. */
  static FrameForms of(Accepted accepted, String kept, int frames) {
    for (var type : accepted.types()) {
      boolean isMultipart = Accepted.isMultipart(type) || type.isWildcardType();
      if (isMultipart || frames == 1) {
        var form = of(type, kept, isMultipart);
        if (form.isPresent()) {
          return form.get();
        }
      }
    }
    throw DicomWebException.notAcceptable(
        "frames go out as application/octet-stream, or as they are kept: " + keptType(kept));
  }

  private static Optional<FrameForms> of(MediaType type, String kept, boolean isMultipart) {
    var inner = Accepted.inner(type);
    var syntax = Accepted.transferSyntax(type);
    boolean isCompressed = isCompressed(kept);
    boolean isNamed = syntax.equals("*") || syntax.equals(kept);
    if (inner.includes(MediaType.APPLICATION_OCTET_STREAM)) {
      if (isCompressed && isNamed) {
        return Optional.of(new FrameForms(isMultipart, true, octets(kept)));
      }
      boolean isPlainWanted = syntax.isEmpty() || syntax.equals(PLAIN) || syntax.equals("*");
      return isPlainWanted
          ? Optional.of(new FrameForms(isMultipart, false, octets(PLAIN)))
          : Optional.empty();
    }
    boolean isKeptWanted = isCompressed && (syntax.isEmpty() || isNamed);
    return isKeptWanted && inner.includes(MediaType.parseMediaType(keptType(kept)))
        ? Optional.of(
            new FrameForms(isMultipart, true, keptType(kept) + "; transfer-syntax=" + kept))
        : Optional.empty();
  }

  private static String octets(String syntax) {
    return "application/octet-stream; transfer-syntax=" + syntax;
  }

  private static boolean isCompressed(String kept) {
    return TransferSyntax.of(kept).filter(each -> !each.isEncapsulated()).isEmpty();
  }

  /** The media type of codestreams (PS3.18 table 8.7.3-5). */
  private static String keptType(String kept) {
    return TransferSyntax.of(kept)
        .map(
            syntax ->
                switch (syntax.compression()) {
                  case JPEG_LOSSY, JPEG_LOSSLESS -> "image/jpeg";
                  case JPEG_LS -> "image/jls";
                  case JPEG_2000 -> "image/jp2";
                  case HTJ2K -> "image/jphc";
                  case RLE -> "image/dicom-rle";
                  case NONE, UNCOMPRESSED_FRAGMENTS -> "application/octet-stream";
                })
        .orElse("application/octet-stream");
  }
}
