package org.hilum.imaging.dicom;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Which files of a disc a DICOMDIR names (PS3.3 annex F, PS3.10 section 8).
 *
 * @param present the files that are there, in the order of the directory's records
 * @param missing file IDs, with slashes, for which there is no file
 */
public record DicomDirectory(List<Path> present, List<String> missing) {

  public DicomDirectory {
    present = List.copyOf(present);
    missing = List.copyOf(missing);
  }

  /** Whether an object is a DICOMDIR. */
  public static boolean isDirectory(DicomObject object) {
    return object.dataSet().has(Tag.DIRECTORY_RECORD_SEQUENCE);
  }

  /**
   * Finds the files that a DICOMDIR names. Names are compared without case, and an ending that a
   * copying program added is passed over: discs were written in capitals and copied by anything.
   *
   * @param folder where the DICOMDIR lies
   */
  public static DicomDirectory resolve(DicomObject dicomdir, Path folder) throws IOException {
    var present = new ArrayList<Path>();
    var missing = new ArrayList<String>();
    var names = new Names();
    for (var fileId : fileIds(dicomdir)) {
      var file = names.find(folder, fileId);
      if (file.isPresent()) {
        present.add(file.get());
      } else {
        missing.add(String.join("/", fileId));
      }
    }
    return new DicomDirectory(present, missing);
  }

  private static List<List<String>> fileIds(DicomObject dicomdir) {
    return dicomdir.dataSet().items(Tag.DIRECTORY_RECORD_SEQUENCE).stream()
        .map(record -> record.texts(Tag.REFERENCED_FILE_ID))
        .filter(fileId -> !fileId.isEmpty())
        .distinct()
        .toList();
  }

  /** What lies in the folders of a disc, by name in small letters; each folder listed once. */
  private static final class Names {
    private final Map<Path, Map<String, Path>> folders = new HashMap<>();

    /** Only what is really in the folder is found: a file ID can never lead out of it. */
    Optional<Path> find(Path folder, List<String> fileId) throws IOException {
      var place = folder;
      for (var name : fileId) {
        var wanted = name.toLowerCase(Locale.ROOT);
        var names = names(place);
        var next = names.getOrDefault(wanted, names.get(wanted + ".dcm"));
        if (next == null) {
          return Optional.empty();
        }
        place = next;
      }
      return Files.isRegularFile(place) ? Optional.of(place) : Optional.empty();
    }

    private Map<String, Path> names(Path folder) throws IOException {
      var known = folders.get(folder);
      if (known != null) {
        return known;
      }
      var names = new HashMap<String, Path>();
      if (Files.isDirectory(folder)) {
        try (var children = Files.list(folder)) {
          children
              .sorted()
              .forEach(
                  child ->
                      names.putIfAbsent(
                          String.valueOf(child.getFileName()).toLowerCase(Locale.ROOT), child));
        }
      }
      folders.put(folder, names);
      return names;
    }
  }
}
