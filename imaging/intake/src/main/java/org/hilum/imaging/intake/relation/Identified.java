package org.hilum.imaging.intake.relation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.hilum.imaging.dicom.DataSet;
import org.hilum.imaging.dicom.DicomObject;
import org.hilum.imaging.dicom.Element;
import org.hilum.imaging.dicom.Instance;
import org.hilum.imaging.dicom.MalformedValueException;
import org.hilum.imaging.dicom.Tag;
import org.hilum.imaging.dicom.Uid;

/**
 * A DICOM object and whom it belongs to.
 *
 * @param patientId empty when there is none
 * @param frameOfReferenceUid empty when there is none, and for a localizer
 * @param instance with a short header for an image of CT; without any attribute for other kinds
 */
public record Identified(
    String patientId,
    Uid studyInstanceUid,
    Uid seriesInstanceUid,
    Uid sopInstanceUid,
    String sopClassUid,
    String modality,
    String studyDate,
    String seriesNumber,
    String description,
    String frameOfReferenceUid,
    Instance instance) {

  /** Longer values are read again with the pixels; a header is held for every image. */
  private static final int LONGEST_VALUE_HELD = 4096;

  /** The identifiers of an object; empty when it has not all it needs to belong somewhere. */
  public static Optional<Identified> of(Instance instance) {
    var dataSet = instance.dataSet();
    var study = uid(dataSet, Tag.STUDY_INSTANCE_UID);
    var series = uid(dataSet, Tag.SERIES_INSTANCE_UID);
    var sop =
        uid(dataSet, Tag.SOP_INSTANCE_UID)
            .or(() -> uid(instance.header().fileMeta(), Tag.MEDIA_STORAGE_SOP_INSTANCE_UID));
    var sopClass =
        dataSet
            .text(Tag.SOP_CLASS_UID)
            .or(() -> instance.header().fileMeta().text(Tag.MEDIA_STORAGE_SOP_CLASS_UID));
    if (sopClass.isPresent() && sopClass.get().equals(SopClass.DISC_INDEX)) {
      return Optional.of(discIndex(instance));
    }
    if (study.isEmpty() || series.isEmpty() || sop.isEmpty() || sopClass.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new Identified(
            dataSet.text(Tag.PATIENT_ID).orElse(""),
            study.get(),
            series.get(),
            sop.get(),
            sopClass.get(),
            dataSet.text(Tag.MODALITY).orElse(""),
            dataSet.text(Tag.STUDY_DATE).orElse(""),
            dataSet.text(Tag.SERIES_NUMBER).orElse(""),
            dataSet.text(Tag.SERIES_DESCRIPTION).orElse(""),
            isLocalizer(dataSet) ? "" : dataSet.text(Tag.FRAME_OF_REFERENCE_UID).orElse(""),
            held(instance, SopClass.isCt(sopClass.get()))));
  }

  /** Which of the identifiers an object needs are missing or malformed, by name and tag. */
  public static String missing(Instance instance) {
    var needed =
        List.of(
            Map.entry(Tag.STUDY_INSTANCE_UID, "Study Instance UID"),
            Map.entry(Tag.SERIES_INSTANCE_UID, "Series Instance UID"),
            Map.entry(Tag.SOP_INSTANCE_UID, "SOP Instance UID"),
            Map.entry(Tag.SOP_CLASS_UID, "SOP Class UID"));
    return needed.stream()
        .filter(each -> !holdsUid(instance.dataSet(), each.getKey()))
        .map(each -> each.getValue() + " " + Tag.name(each.getKey()))
        .collect(Collectors.joining(", "));
  }

  private static boolean holdsUid(DataSet dataSet, int tag) {
    try {
      return uid(dataSet, tag).isPresent();
    } catch (MalformedValueException malformed) {
      return false;
    }
  }

  private static Identified discIndex(Instance instance) {
    var none = new Uid("0");
    return new Identified(
        "", none, none, none, SopClass.DISC_INDEX, "", "", "", "", "", held(instance, false));
  }

  private static Optional<Uid> uid(DataSet dataSet, int tag) {
    return dataSet.text(tag).filter(Uid::isWellFormed).map(Uid::new);
  }

  private static boolean isLocalizer(DataSet dataSet) {
    return dataSet.texts(Tag.IMAGE_TYPE).contains("LOCALIZER");
  }

  private static Instance held(Instance instance, boolean ct) {
    var whole = instance.header();
    return new Instance(
        new DicomObject(
            whole.fileMeta(),
            ct ? withoutBulk(whole.dataSet()) : DataSet.builder().build(),
            whole.transferSyntaxUid(),
            whole.deviations()),
        instance.source());
  }

  private static DataSet withoutBulk(DataSet dataSet) {
    var bulk = new ArrayList<Integer>();
    for (Element element : dataSet.elements()) {
      boolean isPrivate = (element.tag() >>> 16 & 1) == 1;
      if (isPrivate || element.bytes().length > LONGEST_VALUE_HELD) {
        bulk.add(element.tag());
      }
    }
    var builder = dataSet.toBuilder();
    bulk.forEach(builder::remove);
    return builder.build();
  }

  boolean isCt() {
    return SopClass.isCt(sopClassUid);
  }

  boolean isDiscIndex() {
    return sopClassUid.equals(SopClass.DISC_INDEX);
  }
}
