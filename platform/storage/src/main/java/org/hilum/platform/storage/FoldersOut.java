package org.hilum.platform.storage;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.hilum.platform.storage.backup.ContentCopy;
import org.hilum.platform.storage.backup.FolderCopy;
import org.hilum.platform.storage.backup.Manifest;

/** Writes plain folders into one backup: a list of paths for each, the files among all others. */
final class FoldersOut {

  private final Map<String, Path> folders;
  private final ContentCopy copy;
  private final List<LeftOut> leftOut = new ArrayList<>();

  FoldersOut(Map<String, Path> folders, ContentCopy copy) {
    this.folders = folders;
    this.copy = copy;
  }

  List<Manifest.Folder> write(Path part, BackupProgress progress) throws IOException {
    var written = new ArrayList<Manifest.Folder>();
    for (var each : folders.entrySet()) {
      var name = each.getKey();
      var copied =
          new FolderCopy(
                  found(each.getValue()), copy, (files, of) -> progress.done(name, files, of))
              .take();
      var list = copied.list().text();
      Files.writeString(FolderLists.file(part, name), list);
      copied.leftOut().forEach((path, why) -> leftOut.add(new LeftOut(name, path, why)));
      written.add(
          new Manifest.Folder(
              name,
              copied.list().files().size(),
              copied.bytes(),
              Manifest.hash(list),
              copied.leftOut().size()));
    }
    return written;
  }

  /** The folder itself may lie elsewhere; one that is not there yet holds nothing. */
  private static Path found(Path folder) throws IOException {
    if (!Files.exists(folder, LinkOption.NOFOLLOW_LINKS)) {
      return folder;
    }
    if (!Files.isDirectory(folder)) {
      throw new BackupTroubleException(
          folder + " is no folder that can be read. Is the disk there that it lies on?");
    }
    return folder.toRealPath();
  }

  /** What could not be taken. */
  List<LeftOut> leftOut() {
    return leftOut;
  }
}
