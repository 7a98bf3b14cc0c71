package org.hilum.imaging.archive.content;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.hilum.imaging.dicom.DataSet;
import org.hilum.imaging.dicom.DicomObject;
import org.hilum.imaging.dicom.DicomParse;
import org.hilum.imaging.dicom.DicomReader;
import org.hilum.imaging.dicom.Element;
import org.hilum.imaging.dicom.FrameDecode;
import org.hilum.imaging.dicom.FrameDecoder;
import org.hilum.imaging.dicom.MalformedValueException;
import org.hilum.imaging.dicom.SendableObject;
import org.hilum.imaging.dicom.Tag;

/**
 * Whether two files hold the same object, however they came.
 *
 * <p>File meta information says how a file came and does not count. In one transfer syntax the data
 * sets must be equal byte by byte; in two, every attribute and every decoded frame.
 */
public final class SameObject {

  private static final int PIECE = 64 * 1024;
  private static final int FIRST_GROUP = 0x0008_0000;

  private SameObject() {}

  /** Compares two files; what cannot be read is not the same. */
  public static boolean of(Path one, Path other) throws IOException {
    var here = SendableObject.of(one);
    var there = SendableObject.of(other);
    if (here.isPresent()
        && there.isPresent()
        && here.get().transferSyntax().equals(there.get().transferSyntax())) {
      return sameBytes(here.get(), there.get());
    }
    var a = parsed(one);
    var b = parsed(other);
    return a.isPresent() && b.isPresent() && sameObject(a.get(), b.get());
  }

  private static boolean sameBytes(SendableObject one, SendableObject other) throws IOException {
    try (var here = dataSet(one);
        var there = dataSet(other)) {
      byte[] next;
      do {
        next = here.readNBytes(PIECE);
        if (!Arrays.equals(next, there.readNBytes(PIECE))) {
          return false;
        }
      } while (next.length > 0);
      return true;
    }
  }

  private static InputStream dataSet(SendableObject object) throws IOException {
    var in = Files.newInputStream(object.file());
    in.skipNBytes(object.dataSetAt());
    return in;
  }

  private static Optional<DicomObject> parsed(Path file) throws IOException {
    return DicomReader.read(file, DicomReader.Depth.WHOLE) instanceof DicomParse.Parsed(var object)
        ? Optional.of(object)
        : Optional.empty();
  }

  private static boolean sameObject(DicomObject one, DicomObject other) {
    try {
      return sameAttributes(one.dataSet(), other.dataSet()) && sameFrames(one, other);
    } catch (MalformedValueException unreadable) {
      return false;
    }
  }

  private static boolean sameAttributes(DataSet one, DataSet other) {
    var here = one.elements().stream().filter(SameObject::counts).toList();
    var there = other.elements().stream().filter(SameObject::counts).toList();
    if (here.size() != there.size()) {
      return false;
    }
    for (int n = 0; n < here.size(); n++) {
      if (!sameElement(here.get(n), one, there.get(n), other)) {
        return false;
      }
    }
    return true;
  }

  private static boolean counts(Element element) {
    return element.tag() != Tag.PIXEL_DATA
        && Integer.compareUnsigned(element.tag(), FIRST_GROUP) >= 0
        && (element.tag() & 0xFFFF) != 0;
  }

  private static boolean sameElement(Element here, DataSet one, Element there, DataSet other) {
    if (here.tag() != there.tag()) {
      return false;
    }
    if (here.value() instanceof Element.Items(var items)
        && there.value() instanceof Element.Items(var others)) {
      return sameItems(items, others);
    }
    return here.value() instanceof Element.Bytes(var bytes)
        && there.value() instanceof Element.Bytes(var otherBytes)
        && (Arrays.equals(bytes, otherBytes)
            || one.texts(here.tag()).equals(other.texts(there.tag())));
  }

  private static boolean sameItems(List<DataSet> items, List<DataSet> others) {
    if (items.size() != others.size()) {
      return false;
    }
    for (int n = 0; n < items.size(); n++) {
      if (!sameAttributes(items.get(n), others.get(n))) {
        return false;
      }
    }
    return true;
  }

  private static boolean sameFrames(DicomObject one, DicomObject other) {
    boolean pixels = one.dataSet().has(Tag.PIXEL_DATA);
    if (pixels != other.dataSet().has(Tag.PIXEL_DATA)) {
      return false;
    }
    int frames = pixels ? Math.max(1, one.dataSet().integer(Tag.NUMBER_OF_FRAMES).orElse(1)) : 0;
    for (int frame = 0; frame < frames; frame++) {
      boolean same =
          FrameDecoder.decode(one, frame) instanceof FrameDecode.Decoded(var here)
              && FrameDecoder.decode(other, frame) instanceof FrameDecode.Decoded(var there)
              && here.signed() == there.signed()
              && Arrays.equals(here.samples(), there.samples());
      if (!same) {
        return false;
      }
    }
    return true;
  }
}
