package org.hilum.imaging.intake.relation;

import java.util.Map;

/** What kind of object a SOP Class is, as far as it matters here (PS3.6 table A-1). */
final class SopClass {

  private static final String CT = "1.2.840.10008.5.1.4.1.1.2";
  private static final String ENHANCED_CT = "1.2.840.10008.5.1.4.1.1.2.1";
  private static final String LEGACY_CONVERTED_ENHANCED_CT = "1.2.840.10008.5.1.4.1.1.2.2";
  static final String DISC_INDEX = "1.2.840.10008.1.3.10";

  private static final Map<String, String> NAMES =
      Map.ofEntries(
          Map.entry("1.2.840.10008.5.1.4.1.1.66.4", "a segmentation"),
          Map.entry("1.2.840.10008.5.1.4.1.1.66.7", "a label map segmentation"),
          Map.entry("1.2.840.10008.5.1.4.1.1.66.5", "a surface segmentation"),
          Map.entry("1.2.840.10008.5.1.4.1.1.66.1", "a spatial registration"),
          Map.entry("1.2.840.10008.5.1.4.1.1.66.3", "a deformable registration"),
          Map.entry("1.2.840.10008.5.1.4.1.1.30", "a parametric map"),
          Map.entry("1.2.840.10008.5.1.4.1.1.104.1", "an encapsulated PDF"),
          Map.entry("1.2.840.10008.5.1.4.1.1.4", "an MR image"),
          Map.entry("1.2.840.10008.5.1.4.1.1.4.1", "an enhanced MR image"),
          Map.entry("1.2.840.10008.5.1.4.1.1.128", "a PET image"),
          Map.entry("1.2.840.10008.5.1.4.1.1.481.2", "a radiotherapy dose"),
          Map.entry("1.2.840.10008.5.1.4.1.1.481.3", "a radiotherapy structure set"),
          Map.entry("1.2.840.10008.5.1.4.1.1.481.5", "a radiotherapy plan"));

  private SopClass() {}

  static boolean isCt(String sopClassUid) {
    return sopClassUid.equals(CT)
        || sopClassUid.equals(ENHANCED_CT)
        || sopClassUid.equals(LEGACY_CONVERTED_ENHANCED_CT);
  }

  /** In words, with an article. */
  static String name(String sopClassUid, String modality) {
    var known = NAMES.get(sopClassUid);
    if (known != null) {
      return known;
    }
    if (sopClassUid.startsWith("1.2.840.10008.5.1.4.1.1.7")) {
      return "a secondary capture";
    }
    if (sopClassUid.startsWith("1.2.840.10008.5.1.4.1.1.88")) {
      return "a structured report";
    }
    if (sopClassUid.startsWith("1.2.840.10008.5.1.4.1.1.11")) {
      return "a presentation state";
    }
    return "an object of modality " + (modality.isEmpty() ? "unknown" : modality);
  }
}
