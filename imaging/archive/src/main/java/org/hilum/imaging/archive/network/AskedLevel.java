package org.hilum.imaging.archive.network;

import java.util.List;
import org.hilum.imaging.archive.QueryLevel;
import org.hilum.imaging.dicom.InformationModel;
import org.hilum.imaging.dicom.QueryRefusedException;
import org.hilum.imaging.dicom.QueryRequest;
import org.hilum.imaging.dicom.Tag;

/** At which level is asked, by the words of the standard (PS3.4 C.3). */
final class AskedLevel {

  private static final List<Integer> UNIQUE_KEYS =
      List.of(
          Tag.PATIENT_ID, Tag.STUDY_INSTANCE_UID, Tag.SERIES_INSTANCE_UID, Tag.SOP_INSTANCE_UID);

  private AskedLevel() {}

  static QueryLevel of(QueryRequest request) throws QueryRefusedException {
    boolean isPatientRoot =
        InformationModel.of(request.informationModel())
            .filter(InformationModel::isPatientRoot)
            .isPresent();
    return switch (request.level()) {
      case "PATIENT" -> {
        if (!isPatientRoot) {
          throw Refusals.notOfItsModel("the study root has no level PATIENT");
        }
        yield QueryLevel.PATIENT;
      }
      case "STUDY" -> QueryLevel.STUDY;
      case "SERIES" -> QueryLevel.SERIES;
      case "IMAGE" -> QueryLevel.INSTANCE;
      case "" -> throw Refusals.notOfItsModel("Query/Retrieve Level is missing");
      default -> throw Refusals.notOfItsModel("Query/Retrieve Level is not known");
    };
  }

  /** The attribute that tells things of a level apart. */
  static int uniqueKey(QueryLevel level) {
    return UNIQUE_KEYS.get(level.ordinal());
  }

  /** The unique keys of a level and of those above. */
  static List<Integer> uniqueKeys(QueryLevel level) {
    return UNIQUE_KEYS.subList(0, level.ordinal() + 1);
  }
}
