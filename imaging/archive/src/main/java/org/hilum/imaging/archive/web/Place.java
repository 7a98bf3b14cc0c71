package org.hilum.imaging.archive.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.hilum.imaging.archive.ArchiveQuery.MatchingKey;
import org.hilum.imaging.archive.InstanceSelection;
import org.hilum.imaging.dicom.DataSet;
import org.hilum.imaging.dicom.Tag;
import org.hilum.imaging.dicom.Uid;
import org.jspecify.annotations.Nullable;

/** Which study, series or instance an address names. */
record Place(String study, String series, String instance) {

  /** Reads the parts of an address; null where it has none. */
  static Place of(@Nullable String study, @Nullable String series, @Nullable String instance) {
    return new Place(
        checked(study, "study"), checked(series, "series"), checked(instance, "instance"));
  }

  private static String checked(@Nullable String uid, String what) {
    if (uid != null && !Uid.isWellFormed(uid)) {
      throw DicomWebException.malformed("the address names no UID", what);
    }
    return uid == null ? "" : uid;
  }

  /** As conditions of a search. */
  List<MatchingKey> keys() {
    var keys = new ArrayList<MatchingKey>();
    if (!study.isEmpty()) {
      keys.add(new MatchingKey(Tag.STUDY_INSTANCE_UID, study));
    }
    if (!series.isEmpty()) {
      keys.add(new MatchingKey(Tag.SERIES_INSTANCE_UID, series));
    }
    return keys;
  }

  InstanceSelection selection() {
    return new InstanceSelection(
        study.isEmpty() ? Optional.empty() : Optional.of(new Uid(study)),
        series.isEmpty() ? Set.of() : Set.of(new Uid(series)),
        instance.isEmpty() ? Set.of() : Set.of(new Uid(instance)));
  }

  /** What to name it by when something is wrong with it. */
  String where() {
    return instance.isEmpty() ? series.isEmpty() ? study : series : instance;
  }

  /** The address below a base, of a place or of something found. */
  static String address(String base, DataSet found) {
    var address = new StringBuilder(base).append("/studies/");
    found.text(Tag.STUDY_INSTANCE_UID).ifPresent(address::append);
    found.text(Tag.SERIES_INSTANCE_UID).ifPresent(uid -> address.append("/series/").append(uid));
    found.text(Tag.SOP_INSTANCE_UID).ifPresent(uid -> address.append("/instances/").append(uid));
    return address.toString();
  }
}
