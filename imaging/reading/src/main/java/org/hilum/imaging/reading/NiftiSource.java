package org.hilum.imaging.reading;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.function.DoubleConsumer;
import org.hilum.imaging.volume.NiftiReader;

/** The volume of a NIfTI file, which has neither patient nor study. */
final class NiftiSource implements VolumeSource {

  private final Path file;

  NiftiSource(Path file) {
    this.file = file;
  }

  @Override
  public String studyName() {
    return String.valueOf(file.getFileName()).replaceFirst("(?i)\\.nii(\\.gz)?$", "");
  }

  @Override
  public Optional<Path> niftiFile() {
    return Optional.of(file);
  }

  @Override
  public SourceVolume volume(DoubleConsumer progress) {
    try {
      var result = NiftiReader.read(file);
      progress.accept(1);
      return new SourceVolume(result, Optional.empty(), Map.of());
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
