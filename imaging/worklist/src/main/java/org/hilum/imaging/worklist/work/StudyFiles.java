package org.hilum.imaging.worklist.work;

import java.util.List;
import java.util.Set;
import org.hilum.imaging.archive.Archive;
import org.hilum.imaging.archive.ArchivedInstance;
import org.hilum.imaging.archive.InstanceSelection;
import org.hilum.imaging.archive.Visibility;
import org.hilum.imaging.dicom.Uid;
import org.hilum.imaging.intake.NamedFile;
import org.hilum.imaging.worklist.CaseKey;

/** Finds the CT images of a study in the archive. */
public record StudyFiles(Archive archive) {

  /** CT, Enhanced CT and Legacy Converted Enhanced CT Image Storage (PS3.6 table A-1). */
  private static final Set<String> CT =
      Set.of(
          "1.2.840.10008.5.1.4.1.1.2",
          "1.2.840.10008.5.1.4.1.1.2.1",
          "1.2.840.10008.5.1.4.1.1.2.2");

  /** Whether objects of a class are CT images, whatever modality their series claims. */
  public static boolean isCt(Uid sopClass) {
    return CT.contains(sopClass.value());
  }

  /** The files, named by series and number as a person would look for them. */
  public List<NamedFile> of(CaseKey key) {
    return archive
        .instances(InstanceSelection.study(key.studyInstanceUid()), Visibility.everything())
        .stream()
        .filter(each -> each.institution().equals(key.institution()))
        .filter(each -> isCt(each.sopClassUid()))
        .map(each -> new NamedFile(name(each), each.file()))
        .toList();
  }

  private static String name(ArchivedInstance instance) {
    var uid = instance.sopInstanceUid().value();
    return instance.instanceNumber().isPresent()
        ? "image " + instance.instanceNumber().getAsInt() + ", " + uid
        : uid;
  }
}
