package org.hilum.imaging.intake.arrival;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.hilum.imaging.dicom.DataSet;
import org.hilum.imaging.dicom.DicomParse;
import org.hilum.imaging.dicom.DicomReader;
import org.hilum.imaging.dicom.Tag;
import org.hilum.imaging.intake.IntakeReason;
import org.hilum.imaging.vocabulary.Reason;

/**
 * Finds the files that a DICOMDIR names.
 *
 * <p>Source: PS3.3 F.3, Referenced File ID: the components of a path below the folder of the
 * DICOMDIR. Copies of a disc often change the case of names or keep ISO 9660 version numbers, so
 * names are compared without these.
 */
public final class DiscIndexScan {

  private DiscIndexScan() {}

  /** The files named by a DICOMDIR. */
  public static Arrivals of(Path dicomdir) throws IOException {
    return switch (DicomReader.read(dicomdir, DicomReader.Depth.HEADER)) {
      case DicomParse.Parsed(var object) -> files(dicomdir, object.dataSet());
      case DicomParse.Refused(var reasons) -> new Arrivals(List.of(), List.of(), reasons, () -> {});
      case DicomParse.NotDicom(var reason) ->
          Arrivals.refused(
              Reason.of(
                  IntakeReason.INDEX_UNREADABLE,
                  "the DICOMDIR is not DICOM; pass the folder of the disc instead"));
    };
  }

  private static Arrivals files(Path dicomdir, DataSet index) throws IOException {
    var root = dicomdir.toAbsolutePath().getParent();
    var files = new ArrayList<FileArrival>();
    var missing = new ArrayList<Reason>();
    for (var record : index.items(Tag.DIRECTORY_RECORD_SEQUENCE)) {
      var components = record.texts(Tag.REFERENCED_FILE_ID);
      if (components.isEmpty()) {
        continue;
      }
      var name = String.join("/", components);
      var file = root == null ? Optional.<Path>empty() : find(root, components);
      if (file.isPresent()) {
        files.add(new FileArrival(file.get(), name));
      } else {
        missing.add(
            new Reason(
                IntakeReason.REFERENCED_FILE_MISSING,
                "the DICOMDIR names this file but it is not there: copy the disc again",
                name));
      }
    }
    files.sort(Comparator.comparing(FileArrival::name));
    return Arrivals.of(files, missing);
  }

  private static Optional<Path> find(Path root, List<String> components) throws IOException {
    var at = root;
    for (var component : components) {
      if (component.isEmpty() || component.contains("/") || component.startsWith("..")) {
        return Optional.empty();
      }
      var next = child(at, component);
      if (next.isEmpty()) {
        return Optional.empty();
      }
      at = next.get();
    }
    return Optional.of(at).filter(Files::isRegularFile);
  }

  private static Optional<Path> child(Path folder, String name) throws IOException {
    var exact = folder.resolve(name);
    if (Files.exists(exact)) {
      return Optional.of(exact);
    }
    if (!Files.isDirectory(folder)) {
      return Optional.empty();
    }
    DirectoryStream.Filter<Path> alike =
        path -> bare(path.getFileName().toString()).equals(bare(name));
    try (var children = Files.newDirectoryStream(folder, alike)) {
      var found = new ArrayList<Path>();
      children.forEach(found::add);
      return found.stream().sorted().findFirst();
    }
  }

  /** Without case, ISO 9660 version number and trailing full stop. */
  private static String bare(String name) {
    var lower = name.toLowerCase(java.util.Locale.ROOT);
    int version = lower.indexOf(';');
    lower = version < 0 ? lower : lower.substring(0, version);
    return lower.endsWith(".") ? lower.substring(0, lower.length() - 1) : lower;
  }
}
