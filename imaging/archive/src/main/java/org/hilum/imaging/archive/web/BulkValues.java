package org.hilum.imaging.archive.web;

import java.util.Optional;
import java.util.Set;
import org.hilum.imaging.archive.ArchivedInstance;
import org.hilum.imaging.dicom.DataSet;
import org.hilum.imaging.dicom.DicomJson;
import org.hilum.imaging.dicom.Element;
import org.hilum.imaging.dicom.MalformedValueException;
import org.hilum.imaging.dicom.Tag;
import org.hilum.imaging.dicom.Vr;

/** Which values of an object stand beside its metadata, and how they are found again. */
final class BulkValues {

  /** Longer binary values are fetched by those who want them. */
  private static final int LONGEST_INLINE = 1024;

  private static final int DEEPEST = 64;

  private static final Set<Integer> PIXELS =
      Set.of(Tag.PIXEL_DATA, Tag.FLOAT_PIXEL_DATA, Tag.DOUBLE_FLOAT_PIXEL_DATA);
  private static final Set<Vr> BINARY = Set.of(Vr.OB, Vr.OD, Vr.OF, Vr.OL, Vr.OV, Vr.OW, Vr.UN);

  private BulkValues() {}

  static DicomJson.BulkData of(ArchivedInstance instance, String base) {
    var address =
        "%s/studies/%s/series/%s/instances/%s/bulkdata/"
            .formatted(
                base,
                instance.studyInstanceUid(),
                instance.seriesInstanceUid(),
                instance.sopInstanceUid());
    return (path, element) ->
        isBulk(element) ? Optional.of(address + path) : Optional.<String>empty();
  }

  private static boolean isBulk(Element element) {
    return PIXELS.contains(element.tag())
        || BINARY.contains(element.vr()) && element.bytes().length > LONGEST_INLINE;
  }

  /** A header, with an element that stands for the pixels where the object has some. */
  static DataSet withPixels(DataSet header) {
    try {
      int bits = header.integer(Tag.BITS_ALLOCATED).orElse(0);
      if (!header.has(Tag.ROWS) || bits == 0) {
        return header;
      }
      var pixels =
          switch (bits) {
            case 32 -> new Element(Tag.FLOAT_PIXEL_DATA, Vr.OF, new Element.Bytes(new byte[0]));
            case 64 ->
                new Element(Tag.DOUBLE_FLOAT_PIXEL_DATA, Vr.OD, new Element.Bytes(new byte[0]));
            default ->
                new Element(
                    Tag.PIXEL_DATA, bits > 8 ? Vr.OW : Vr.OB, new Element.Bytes(new byte[0]));
          };
      return header.toBuilder().put(pixels).build();
    } catch (MalformedValueException malformed) {
      return header;
    }
  }

  /** Whether a path leads to the pixels, for which the whole object must be read. */
  static boolean leadsToPixels(String path) {
    return path.length() == 8 && path.matches("[0-9A-Fa-f]{8}") && PIXELS.contains(tag(path));
  }

  /** The element at a path; empty when it leads nowhere. */
  static Optional<Element> at(String path, DataSet dataSet) {
    var steps = path.split("/");
    if (steps.length % 2 == 0 || steps.length > 2 * DEEPEST) {
      return Optional.empty();
    }
    var within = dataSet;
    for (int n = 0; n + 1 < steps.length; n += 2) {
      if (!steps[n].matches("[0-9A-Fa-f]{8}") || !steps[n + 1].matches("[0-9]{1,6}")) {
        return Optional.empty();
      }
      var items = within.items(tag(steps[n]));
      int item = Integer.parseInt(steps[n + 1]);
      if (item >= items.size()) {
        return Optional.empty();
      }
      within = items.get(item);
    }
    var last = steps[steps.length - 1];
    return last.matches("[0-9A-Fa-f]{8}") ? within.element(tag(last)) : Optional.empty();
  }

  private static int tag(String digits) {
    return Integer.parseUnsignedInt(digits, 16);
  }
}
