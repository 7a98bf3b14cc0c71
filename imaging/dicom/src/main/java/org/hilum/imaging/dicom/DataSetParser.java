package org.hilum.imaging.dicom;

import java.util.ArrayList;
import java.util.List;
import org.hilum.imaging.dicom.source.ByteSource;
import org.hilum.imaging.dicom.text.UndeclaredText;

/**
 * Reads the elements of a data set and of the items within it.
 *
 * <p>Limits: {@value #DEEPEST} levels of sequences; every length is held against what the file has.
 */
final class DataSetParser {

  /** Real structured reports nest about fifteen levels. */
  private static final int DEEPEST = 64;

  private final ByteSource source;
  private final Deviations deviations;
  private final ElementHeaderParser headers;
  private final ValueBytes values;
  private final FragmentParser fragments;
  private final DicomReader.Depth wanted;
  private final UndeclaredText undeclared = new UndeclaredText();
  private int depth;

  DataSetParser(ByteSource source, DicomReader.Depth wanted, Deviations deviations) {
    this.source = source;
    this.wanted = wanted;
    this.deviations = deviations;
    this.headers = new ElementHeaderParser(source, deviations);
    this.values = new ValueBytes(source);
    this.fragments = new FragmentParser(headers, values);
  }

  /** Where an item ends: at a known place, at a delimiter, or where the file ends. */
  private record Extent(long end, boolean delimited) {
    static final Extent WHOLE_FILE = new Extent(Long.MAX_VALUE, false);
    static final Extent DELIMITED = new Extent(Long.MAX_VALUE, true);
  }

  /** A value and the place after it. */
  private record Read(Element element, long next) {}

  /** Items of a sequence, or one of them, and the place after. */
  private record ReadItems(List<DataSet> items, long next) {}

  /** The data set that begins at a place and ends with the source, or before the pixel data. */
  DataSet dataSet(long at, Encoding encoding) {
    var scope = new ItemScope(CharacterSet.DEFAULT, false, deviations, undeclared);
    elements(at, Extent.WHOLE_FILE, encoding, scope);
    return undeclared.isNeeded() ? readAs(undeclared.definedTerm(), scope) : scope.dataSet();
  }

  private DataSet readAs(String definedTerm, ItemScope scope) {
    deviations.add(
        DicomReason.CHARACTER_SET_UNDECLARED,
        "text needs a character set that is not declared; read as " + definedTerm,
        Tag.SPECIFIC_CHARACTER_SET);
    return scope.dataSet().readAs(new CharacterSet(List.of(definedTerm)));
  }

  /** A place for the elements of group 0002. */
  ItemScope metaScope() {
    return new ItemScope(CharacterSet.DEFAULT, false, deviations, new UndeclaredText());
  }

  /** Reads the elements of group 0002 from a place on, and gives the place after them. */
  long fileMeta(long at, ItemScope scope) {
    long next = at;
    while (source.has(next, 4) && source.unsignedShort(next, false) == 0x0002) {
      var header = headers.read(next, Encoding.EXPLICIT_LITTLE, false);
      var read = value(header, Encoding.EXPLICIT_LITTLE, scope);
      scope.put(read.element());
      next = read.next();
    }
    return next;
  }

  private long elements(long at, Extent extent, Encoding encoding, ItemScope scope) {
    long next = at;
    while (next < extent.end() && source.has(next, 1)) {
      if (isTrailing(next, extent, encoding)) {
        return next;
      }
      var header = headers.read(next, encoding, scope.signedPixels());
      if (header.isDelimiter()) {
        if (extent.delimited() && header.tag() == ElementHeader.ITEM_DELIMITER) {
          return header.valueAt();
        }
        next = stray(header);
        continue;
      }
      if (endsHere(header)) {
        return next;
      }
      var read = value(header, encoding, scope);
      if (read.next() > extent.end()) {
        throw new Unreadable(
            DicomReason.STRUCTURE_BROKEN,
            "an element is longer than the item that holds it: export the object again",
            Tag.name(header.tag()));
      }
      scope.put(read.element());
      next = read.next();
    }
    if (extent.delimited()) {
      throw endsEarly("an item is not closed");
    }
    return next;
  }

  /** Zeros after the last element, which some writers pad a file with. */
  private boolean isTrailing(long at, Extent extent, Encoding encoding) {
    if (depth > 0 || extent.delimited()) {
      return false;
    }
    boolean noElement = !source.has(at, 8) || headers.tag(at, encoding) == 0;
    if (!noElement) {
      return false;
    }
    for (long rest = at; source.has(rest, 1); rest++) {
      if (source.octet(rest) != 0) {
        return false;
      }
    }
    deviations.add(DicomReason.TRAILING_BYTES, "zeros follow the last element");
    return true;
  }

  private boolean endsHere(ElementHeader header) {
    boolean pixels =
        header.tag() == Tag.PIXEL_DATA
            || header.tag() == Tag.FLOAT_PIXEL_DATA
            || header.tag() == Tag.DOUBLE_FLOAT_PIXEL_DATA;
    if (!pixels || depth > 0 || wanted == DicomReader.Depth.WHOLE) {
      return false;
    }
    if (!header.isUndefined()) {
      values.require(header);
    }
    return true;
  }

  private long stray(ElementHeader header) {
    deviations.add(
        DicomReason.STRAY_DELIMITER, "an item or delimiter outside of a sequence", header.tag());
    boolean hasContent = header.tag() == ElementHeader.ITEM && !header.isUndefined();
    if (hasContent) {
      values.require(header);
    }
    return header.valueAt() + (hasContent ? header.length() : 0);
  }

  private Read value(ElementHeader header, Encoding encoding, ItemScope scope) {
    values.countPart();
    boolean isSequence = header.vr() == Vr.SQ || header.isUndefined() && beginsWithItem(header);
    if (header.isUndefined() && holdsFragments(header)) {
      var read = fragments.read(header, encoding);
      return new Read(new Element(header.tag(), header.vr(), read.fragments()), read.next());
    }
    if (isSequence) {
      var read = sequence(header, scope);
      return new Read(
          new Element(header.tag(), Vr.SQ, new Element.Items(read.items())), read.next());
    }
    if (header.isUndefined()) {
      throw new Unreadable(
          DicomReason.STRUCTURE_BROKEN,
          "a value without length is no sequence: export the object again",
          Tag.name(header.tag()));
    }
    var bytes = values.of(header);
    if (header.inner().bigEndian()) {
      ByteSwap.toLittleEndian(header.vr(), bytes);
    }
    return new Read(
        new Element(header.tag(), header.vr(), new Element.Bytes(bytes)),
        header.valueAt() + header.length());
  }

  private boolean beginsWithItem(ElementHeader header) {
    if (!source.has(header.valueAt(), 4)) {
      return false;
    }
    int tag = headers.tag(header.valueAt(), header.inner());
    return tag == ElementHeader.ITEM || tag == ElementHeader.SEQUENCE_DELIMITER;
  }

  private static boolean holdsFragments(ElementHeader header) {
    return header.tag() == Tag.PIXEL_DATA || header.vr() == Vr.OB || header.vr() == Vr.OW;
  }

  private ReadItems sequence(ElementHeader header, ItemScope scope) {
    if (depth == DEEPEST) {
      throw new Unreadable(
          DicomReason.NESTED_TOO_DEEP,
          "sequences are nested deeper than " + DEEPEST + " levels",
          Tag.name(header.tag()));
    }
    if (!header.isUndefined()) {
      values.require(header);
    }
    depth++;
    var items = items(header, scope);
    depth--;
    return items;
  }

  private ReadItems items(ElementHeader header, ItemScope scope) {
    var items = new ArrayList<DataSet>();
    long next = header.valueAt();
    long end = header.isUndefined() ? Long.MAX_VALUE : next + header.length();
    while (next < end) {
      var item = headers.read(next, header.inner(), scope.signedPixels());
      if (item.tag() == ElementHeader.SEQUENCE_DELIMITER) {
        return new ReadItems(items, Math.max(item.valueAt(), header.isUndefined() ? 0 : end));
      }
      if (item.tag() != ElementHeader.ITEM) {
        throw new Unreadable(
            DicomReason.STRUCTURE_BROKEN,
            "a sequence holds something that is no item: export the object again",
            Tag.name(header.tag()));
      }
      values.countPart();
      if (!item.isUndefined()) {
        values.require(item);
      }
      var inner = scope.inner();
      var extent =
          item.isUndefined() ? Extent.DELIMITED : new Extent(item.valueAt() + item.length(), false);
      next = elements(item.valueAt(), extent, header.inner(), inner);
      items.add(inner.dataSet());
    }
    return new ReadItems(items, next);
  }

  private static Unreadable endsEarly(String what) {
    return new Unreadable(
        DicomReason.ENDS_EARLY, "the file ends early, " + what + ": send it again", "");
  }
}
