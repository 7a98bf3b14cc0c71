package org.hilum.imaging.archive.network;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.hilum.imaging.archive.ArchiveKey;
import org.hilum.imaging.archive.ArchiveQuery.MatchingKey;
import org.hilum.imaging.archive.QueryLevel;
import org.hilum.imaging.dicom.DataSet;
import org.hilum.imaging.dicom.Element;
import org.hilum.imaging.dicom.MalformedValueException;
import org.hilum.imaging.dicom.QueryRefusedException;
import org.hilum.imaging.dicom.QueryRequest;
import org.hilum.imaging.dicom.Tag;
import org.hilum.imaging.dicom.Vr;

/** Turns an identifier into conditions, and what is found into the answer that it asks for. */
record AskedKeys(QueryRequest request, QueryLevel level) {

  /** What says something of the query itself, or is of our own making. */
  private static final Set<Integer> NO_CONDITIONS =
      Set.of(
          Tag.SPECIFIC_CHARACTER_SET,
          Tag.QUERY_RETRIEVE_LEVEL,
          Tag.RETRIEVE_AE_TITLE,
          Tag.INSTANCE_AVAILABILITY,
          Tag.TIMEZONE_OFFSET_FROM_UTC);

  /** What must match. */
  List<MatchingKey> conditions() throws QueryRefusedException {
    var conditions = new ArrayList<MatchingKey>();
    for (var element : request.identifier().elements()) {
      if (isKnown(element.tag()) && !NO_CONDITIONS.contains(element.tag())) {
        conditions.add(new MatchingKey(element.tag(), value(element.tag())));
      }
    }
    return conditions;
  }

  private String value(int tag) throws QueryRefusedException {
    try {
      return String.join("\\", request.identifier().texts(tag));
    } catch (MalformedValueException malformed) {
      throw Refusals.notOfItsModel(Tag.name(tag) + " cannot be read");
    }
  }

  private boolean isKnown(int tag) {
    return ArchiveKey.of(tag).filter(key -> key.isAt(level)).isPresent();
  }

  /** Whether something is asked for by which the archive cannot be searched. */
  boolean hasUnknown() {
    return request.identifier().elements().stream()
        .map(Element::tag)
        .anyMatch(tag -> !isKnown(tag) && !NO_CONDITIONS.contains(tag) && isAttribute(tag));
  }

  /** Not the retired length of a group. */
  private static boolean isAttribute(int tag) {
    return (tag & 0xFFFF) != 0;
  }

  /** The answer: what was asked for, without value where we know none, and the unique keys. */
  DataSet answer(DataSet found) {
    var answer = DataSet.builder();
    for (var asked : request.identifier().elements()) {
      if (isAttribute(asked.tag())) {
        found
            .element(asked.tag())
            .ifPresentOrElse(answer::put, () -> answer.empty(asked.tag(), asked.vr()));
      }
    }
    AskedLevel.uniqueKeys(level).forEach(tag -> found.element(tag).ifPresent(answer::put));
    return answer
        .text(Tag.SPECIFIC_CHARACTER_SET, Vr.CS, "ISO_IR 192")
        .text(Tag.QUERY_RETRIEVE_LEVEL, Vr.CS, request.level())
        .text(Tag.RETRIEVE_AE_TITLE, Vr.AE, request.calledTitle())
        .build();
  }
}
