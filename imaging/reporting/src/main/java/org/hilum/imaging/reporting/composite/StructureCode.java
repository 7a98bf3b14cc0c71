package org.hilum.imaging.reporting.composite;

import org.hilum.imaging.vocabulary.CodedConcept;

/**
 * Which code stands for which part of a result object: headings, roles of a reference, ways of
 * deriving. Codes of findings and quantities are in the vocabulary.
 *
 * <p>Source: DICOM PS3.16 annex D and TID 1001 to 1004, 1500 to 1502, 1600 to 1604, 2000, 4019, CID
 * 7000 to 7002, 7100; RFC 5646 in CID 5000.
 */
public enum StructureCode {
  ENGLISH("en", "RFC5646", "English"),
  CHINESE("zh-CN", "RFC5646", "Chinese (China)"),
  DEVICE_OBSERVER_SERIAL_NUMBER("121016", "DCM", "Device Observer Serial Number"),
  IMAGE_LIBRARY("111028", "DCM", "Image Library"),
  IMAGE_LIBRARY_GROUP("126200", "DCM", "Image Library Group"),
  PERSON("121006", "DCM", "Person"),
  PERSON_OBSERVER_NAME("121008", "DCM", "Person Observer Name"),
  PERSON_OBSERVER_ORGANIZATION("121009", "DCM", "Person Observer's Organization Name"),
  FINDINGS("59776-5", "LN", "Findings"),
  IMPRESSIONS("19005-8", "LN", "Impressions"),
  IMPRESSION("121073", "DCM", "Impression"),
  CONCLUSIONS("55110-1", "LN", "Conclusions"),
  ADDENDUM("55107-7", "LN", "Addendum"),
  COMMUNICATION_OF_CRITICAL_RESULTS("73568-8", "LN", "Communication of Critical Results"),
  MODALITY("121139", "DCM", "Modality"),
  COMPUTED_TOMOGRAPHY("CT", "DCM", "Computed Tomography"),
  TARGET_REGION("123014", "DCM", "Target Region"),
  STUDY_DATE("111060", "DCM", "Study Date"),
  STUDY_TIME("111061", "DCM", "Study Time"),
  FRAME_OF_REFERENCE_UID("112227", "DCM", "Frame of Reference UID"),
  PIXEL_DATA_ROWS("110910", "DCM", "Pixel Data Rows"),
  PIXEL_DATA_COLUMNS("110911", "DCM", "Pixel Data Columns"),
  HORIZONTAL_PIXEL_SPACING("111026", "DCM", "Horizontal Pixel Spacing"),
  VERTICAL_PIXEL_SPACING("111066", "DCM", "Vertical Pixel Spacing"),
  SPACING_BETWEEN_SLICES("112226", "DCM", "Spacing between slices"),
  SLICE_THICKNESS("112225", "DCM", "Slice Thickness"),
  PIXELS("{pixels}", "UCUM", "pixels"),
  SCORE("{score}", "UCUM", "score"),
  TOPOGRAPHICAL_MODIFIER("106233006", "SCT", "Topographical modifier"),
  VOLUME_SURFACE("121231", "DCM", "Volume Surface"),
  ILLUSTRATION_OF_ROI("121200", "DCM", "Illustration of ROI"),
  CT_UNSPECIFIED_REGION("25045-6", "LN", "CT unspecified body region"),
  QUALITATIVE_EVALUATIONS("C0034375", "UMLS", "Qualitative Evaluations"),
  METHOD_CITATION("121423", "DCM", "Method Citation"),
  EQUIVALENT_MEANING("121050", "DCM", "Equivalent Meaning of Concept Name"),
  ALGORITHM_FAMILY("111000", "DCM", "Algorithm Family"),
  ARTIFICIAL_INTELLIGENCE("123110", "DCM", "Artificial Intelligence"),
  SEGMENTATION("113076", "DCM", "Segmentation"),
  SOURCE_IMAGE_FOR_PROCESSING("121322", "DCM", "Source image for image processing operation"),
  CT_CHEST_REPORT("11538-6", "LN", "CT Chest Report"),
  FRAME_OF_REFERENCE_IDENTITY("125021", "DCM", "Frame of Reference Identity"),
  IMAGE_CONTENT_BASED_ALIGNMENT("125024", "DCM", "Image Content-based Alignment"),
  SUBJECT_TIME_POINT_IDENTIFIER("126070", "DCM", "Subject Time Point Identifier"),
  TIME_POINT("C2348792", "UMLS", "Time Point"),
  TIME_POINT_ORDER("126073", "DCM", "Time Point Order"),
  THIRDS_OF_LUNG_HEIGHT(
      "ZONE-THIRDS", "99HILUM", "Part of the referenced lung, by thirds of its height"),
  LOBE_OF_LUNG("LOBE-PART", "99HILUM", "Part of the referenced lung, by fissures");

  private final CodedConcept concept;

  StructureCode(String value, String scheme, String meaning) {
    concept = new CodedConcept(value, scheme, meaning);
  }

  /** Value, scheme and meaning, as DICOM writes them. */
  public CodedConcept concept() {
    return concept;
  }
}
