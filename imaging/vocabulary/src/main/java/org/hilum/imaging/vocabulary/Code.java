package org.hilum.imaging.vocabulary;

import static org.hilum.imaging.vocabulary.CodingScheme.DCM;
import static org.hilum.imaging.vocabulary.CodingScheme.HILUM;
import static org.hilum.imaging.vocabulary.CodingScheme.LN;
import static org.hilum.imaging.vocabulary.CodingScheme.SCT;
import static org.hilum.imaging.vocabulary.CodingScheme.UCUM;

import java.util.Optional;

/**
 * Which code stands for which concept in everything we write: the one table of codes.
 *
 * <p>Source: DICOM PS3.16 (context groups 218, 244, 6102, 6104, 6124, 6141, 7021, 7150, 7155, 7159,
 * 7170 and annex D), SNOMED CT and UCUM as DICOM uses them. Checked against pydicom's copy of those
 * tables by {@code CodeTableIT}; what that copy lacks says where it was read. <br>
 * Limits: nothing in SNOMED CT, DCM or LOINC names the COVID-19 CT scores; those carry our own
 * scheme 99HILUM and a {@link #definition()}.
 */
public enum Code {
  // Body structures: CID 7155, 6170, 6124; sides: CID 244.
  LUNG(SCT, "39607008", "Lung"),
  UPPER_LOBE(SCT, "45653009", "Upper lobe of lung"),
  MIDDLE_LOBE_OF_RIGHT_LUNG(SCT, "72481006", "Middle lobe of right lung"),
  LOWER_LOBE(SCT, "90572001", "Lower lobe of lung"),
  UPPER_ZONE(SCT, "281392002", "Upper zone of lung"),
  MIDDLE_ZONE(SCT, "281393007", "Middle zone of lung"),
  LOWER_ZONE(SCT, "281394001", "Lower zone of lung"),
  CHEST(SCT, "51185008", "Chest"),
  LEFT(SCT, "7771000", "Left"),
  RIGHT(SCT, "24028007", "Right"),
  BILATERAL(SCT, "51440002", "Bilateral"),
  SUBPLEURAL(DCM, "112153", "Subpleural"),
  CENTRAL(SCT, "26216008", "Central"),

  // What is segmented: categories CID 7150; findings CID 6102 and 6104.
  ANATOMICAL_STRUCTURE(SCT, "123037004", "Anatomical Structure"),
  MORPHOLOGICALLY_ABNORMAL_STRUCTURE(SCT, "49755003", "Morphologically Abnormal Structure"),
  OPACITY(DCM, "112001", "Opacity"),
  GROUND_GLASS_OPACITY(DCM, "112120", "Ground glass opacity"),
  // Not in pydicom's copy. Read in OMOP's SNOMED CT table: disorder, parent of pneumonia.
  CONSOLIDATION(SCT, "95436008", "Lung consolidation"),
  LESION(SCT, "52988006", "Lesion"),

  // What is measured, where a standard code exists: CID 218, 6141, 7464, 7469, 7472.
  VOLUME(SCT, "118565006", "Volume"),
  MASS(SCT, "118538004", "Mass"),
  ATTENUATION_COEFFICIENT(DCM, "112031", "Attenuation Coefficient"),
  MEAN_ATTENUATION(DCM, "112181", "Mean Attenuation Coefficient"),
  SD_ATTENUATION(DCM, "112183", "Standard Deviation of Attenuation Coefficient"),
  NUMBER_OF_LESIONS(SCT, "246206008", "Number of lesions"),
  CENTRE_OF_MASS(DCM, "128138", "Center of Mass"),
  MEAN(SCT, "373098007", "Mean"),
  STANDARD_DEVIATION(SCT, "386136009", "Standard Deviation"),
  DERIVATION(DCM, "121401", "Derivation"),
  MEASUREMENT_METHOD(SCT, "370129005", "Measurement Method"),

  // Units. CID 7462 lists cm3 and not ml; the two are equal.
  CUBIC_CENTIMETRE(UCUM, "cm3", "cubic centimeter"),
  MILLILITRE(UCUM, "ml", "milliliter"),
  MILLIMETRE(UCUM, "mm", "millimeter"),
  GRAM(UCUM, "g", "gram"),
  PERCENT(UCUM, "%", "Percent"),
  HOUNSFIELD_UNIT(UCUM, "[hnsf'U]", "Hounsfield Unit"),
  LESIONS(UCUM, "{lesions}", "lesions"),
  NO_UNITS(UCUM, "1", "no units"),

  // Structure of a measurement report: TID 1500 and its parts.
  IMAGING_MEASUREMENT_REPORT(DCM, "126000", "Imaging Measurement Report"),
  IMAGING_MEASUREMENTS(DCM, "126010", "Imaging Measurements"),
  MEASUREMENT_GROUP(DCM, "125007", "Measurement Group"),
  TRACKING_IDENTIFIER(DCM, "112039", "Tracking Identifier"),
  TRACKING_UNIQUE_IDENTIFIER(DCM, "112040", "Tracking Unique Identifier"),
  FINDING(DCM, "121071", "Finding"),
  FINDING_SITE(SCT, "363698007", "Finding Site"),
  LATERALITY(SCT, "272741003", "Laterality"),
  REFERENCED_SEGMENT(DCM, "121191", "Referenced Segment"),
  SOURCE_SERIES_FOR_SEGMENTATION(DCM, "121232", "Source series for segmentation"),
  SOURCE_IMAGE_FOR_SEGMENTATION(DCM, "121233", "Source image for segmentation"),
  ALGORITHM_NAME(DCM, "111001", "Algorithm Name"),
  ALGORITHM_PARAMETERS(DCM, "111002", "Algorithm Parameters"),
  ALGORITHM_VERSION(DCM, "111003", "Algorithm Version"),
  PROCEDURE_REPORTED(DCM, "121058", "Procedure reported"),
  // Not in pydicom's copy. LOINC, as IHE's interactive report profile uses it.
  CT_CHEST(LN, "24627-2", "CT Chest"),
  LANGUAGE(DCM, "121049", "Language of Content Item and Descendants"),
  OBSERVER_TYPE(DCM, "121005", "Observer Type"),
  DEVICE(DCM, "121007", "Device"),
  DEVICE_OBSERVER_UID(DCM, "121012", "Device Observer UID"),
  DEVICE_OBSERVER_NAME(DCM, "121013", "Device Observer Name"),
  DEVICE_OBSERVER_MANUFACTURER(DCM, "121014", "Device Observer Manufacturer"),
  DEVICE_OBSERVER_MODEL_NAME(DCM, "121015", "Device Observer Model Name"),
  CONCLUSION(DCM, "121077", "Conclusion"),
  COMMENT(DCM, "121106", "Comment"),

  // Our own: quantities without a standard code.
  OPACITY_VOLUME(
      "OPACITY-VOL",
      "Volume of opacity",
      "Volume of ground-glass opacity, consolidation and opacity of undetermined kind together,"
          + " within a region of the lungs."),
  OPACITY_PERCENT(
      "OPACITY-PCT",
      "Percentage of region that is opacity",
      "100 x opacity voxels / voxels of the region of the lungs."),
  GROUND_GLASS_VOLUME(
      "GGO-VOL", "Volume of ground glass opacity", "Volume of ground-glass opacity in a region."),
  GROUND_GLASS_PERCENT(
      "GGO-PCT",
      "Percentage of region that is ground glass opacity",
      "100 x ground-glass voxels / voxels of the region of the lungs."),
  CONSOLIDATION_VOLUME(
      "CONSOL-VOL", "Volume of consolidation", "Volume of consolidation in a region."),
  CONSOLIDATION_PERCENT(
      "CONSOL-PCT",
      "Percentage of region that is consolidation",
      "100 x consolidation voxels / voxels of the region of the lungs."),
  HIGH_OPACITY_PERCENT(
      "HIGHOPAC-PCT",
      "Percentage of region that is high opacity",
      "100 x opacity voxels above -200 HU / voxels of the region of the lungs."),
  OPACITY_MASS(
      "OPACITY-MASS",
      "Mass of opacity",
      "Sum over opacity voxels of voxel volume in ml x (HU + 1000) / 1000, not below 0, in g."),

  // Our own: published scores, named by author and year. The rules are in the publications.
  PERCENTAGE_OF_OPACITY(
      "PO",
      "Percentage of opacity, PO (Chaganti 2020)",
      "100 x opacity volume / lung volume. doi:10.1148/ryai.2020200048."),
  PERCENTAGE_OF_HIGH_OPACITY(
      "PHO",
      "Percentage of high opacity, PHO (Chaganti 2020)",
      "100 x volume of opacity above -200 HU / lung volume. doi:10.1148/ryai.2020200048."),
  CT_SEVERITY_SCORE(
      "CTSEV-PAN",
      "CT severity score (Pan 2020)",
      "Sum over five lobes of 0 to 5 by share of opacity. doi:10.1148/radiol.2020200370."),
  TOTAL_SEVERITY_SCORE(
      "TSS-CHUNG",
      "Total severity score (Chung 2020)",
      "Sum over five lobes of 0 to 4 by share of opacity. doi:10.1148/radiol.2020200230."),
  SIX_ZONE_SCORE(
      "SIX-ZONE",
      "Six-zone CT score (thirds of lung height)",
      "Sum over six zones of 0 to 4 by share of opacity; each lung is cut in thirds of its height."),

  // Our own: categories of the RSNA consensus.
  RSNA_CATEGORY(
      "RSNA-COVID",
      "Fit to RSNA 2020 COVID-19 CT categories",
      "Which category of the consensus the measured pattern fits. doi:10.1148/ryct.2020200152."),
  RSNA_TYPICAL("RSNA-TYPICAL", "Typical appearance", "Category of doi:10.1148/ryct.2020200152."),
  RSNA_INDETERMINATE(
      "RSNA-INDETERM", "Indeterminate appearance", "Category of doi:10.1148/ryct.2020200152."),
  RSNA_ATYPICAL("RSNA-ATYPICAL", "Atypical appearance", "Category of doi:10.1148/ryct.2020200152."),
  RSNA_NEGATIVE(
      "RSNA-NEGATIVE", "Negative for pneumonia", "Category of doi:10.1148/ryct.2020200152.");

  private final CodingScheme scheme;
  private final CodedConcept concept;
  private final Optional<String> definition;

  /** A code of a standard. */
  Code(CodingScheme scheme, String value, String meaning) {
    this.scheme = scheme;
    concept = new CodedConcept(value, scheme.designator(), meaning);
    definition = Optional.empty();
  }

  /** A code of our own, which must say what it means. */
  Code(String value, String meaning, String definition) {
    scheme = HILUM;
    concept = new CodedConcept(value, HILUM.designator(), meaning);
    this.definition = Optional.of(definition);
  }

  /** The dictionary the code is taken from. */
  public CodingScheme scheme() {
    return scheme;
  }

  /** Value, scheme and meaning, as DICOM writes them. */
  public CodedConcept concept() {
    return concept;
  }

  /** What a code of our own means; empty for a standard code. */
  public Optional<String> definition() {
    return definition;
  }

  /** What an opacity of a kind is called. */
  public static Code of(OpacityKind kind) {
    return switch (kind) {
      case GROUND_GLASS -> GROUND_GLASS_OPACITY;
      case CONSOLIDATION -> CONSOLIDATION;
      case UNDETERMINED -> OPACITY;
    };
  }
}
