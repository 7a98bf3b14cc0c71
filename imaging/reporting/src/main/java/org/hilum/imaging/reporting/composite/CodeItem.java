package org.hilum.imaging.reporting.composite;

import org.hilum.imaging.dicom.DataSet;
import org.hilum.imaging.dicom.Tag;
import org.hilum.imaging.dicom.Vr;
import org.hilum.imaging.vocabulary.Code;
import org.hilum.imaging.vocabulary.CodedConcept;

/** How a code is written as the item of a sequence (PS3.3 table 8.8-1). */
public final class CodeItem {

  private CodeItem() {}

  /** The item of a concept. */
  public static DataSet of(CodedConcept concept) {
    return DataSet.builder()
        .text(Tag.CODE_VALUE, Vr.SH, concept.value())
        .text(Tag.CODING_SCHEME_DESIGNATOR, Vr.SH, concept.scheme())
        .text(Tag.CODE_MEANING, Vr.LO, concept.meaning())
        .build();
  }

  /** The item of a concept of the table. */
  public static DataSet of(Code code) {
    return of(code.concept());
  }
}
