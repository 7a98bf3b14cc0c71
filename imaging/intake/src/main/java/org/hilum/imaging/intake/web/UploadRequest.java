package org.hilum.imaging.intake.web;

import java.util.List;
import org.hilum.imaging.intake.IntakeReason;
import org.hilum.imaging.intake.upload.Declared;
import org.hilum.imaging.intake.upload.UploadRefusal;
import org.jspecify.annotations.Nullable;

/**
 * What is going to be sent.
 *
 * @param name for people, such as that of the folder
 * @param files single files and zip archives, in any mixture
 */
public record UploadRequest(@Nullable String name, @Nullable List<@Nullable FileRequest> files) {

  /**
   * One file.
   *
   * @param path in the folder
   * @param bytes its length
   * @param sha256 64 hexadecimal digits, when they are known
   */
  public record FileRequest(@Nullable String path, @Nullable Long bytes, @Nullable String sha256) {

    private Declared.DeclaredFile declared() throws UploadRefusal {
      if (path == null || bytes == null) {
        throw malformed("each file has a path and its bytes");
      }
      return new Declared.DeclaredFile(path, bytes, sha256 == null ? "" : sha256);
    }
  }

  Declared declared() throws UploadRefusal {
    var declared = new java.util.ArrayList<Declared.DeclaredFile>();
    for (var file : files == null ? List.<FileRequest>of() : files) {
      if (file == null) {
        throw malformed("a file cannot be null");
      }
      declared.add(file.declared());
    }
    return new Declared(name == null ? "" : name, declared);
  }

  private static UploadRefusal malformed(String words) {
    return UploadRefusal.of(IntakeReason.REQUEST_MALFORMED, words);
  }
}
