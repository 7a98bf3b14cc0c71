package org.hilum.imaging.intake.folder;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;

/** How a file looked at a moment; one that is being written looks different the next time. */
public record Sighting(long bytes, FileTime modified) {

  static Sighting of(BasicFileAttributes attributes) {
    return new Sighting(attributes.size(), attributes.lastModifiedTime());
  }

  /** Whether a file, and no link, still looks so. */
  public boolean isStillTrue(Path file) throws IOException {
    var attributes =
        Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
    return attributes.isRegularFile() && equals(of(attributes));
  }
}
