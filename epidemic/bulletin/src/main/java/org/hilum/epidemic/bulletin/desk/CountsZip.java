package org.hilum.epidemic.bulletin.desk;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;
import org.hilum.epidemic.surveillance.Measure;

/**
 * Unpacks the files of a vintage, and nothing else: names that are not a vintage's are passed over,
 * folders within the archive are left out of names, sizes are counted and not believed.
 */
public final class CountsZip {

  /** Bytes of all files together. */
  private static final long MOST_BYTES = 512L << 20;

  private static final int MOST_ENTRIES = 100;

  private static final Set<String> KNOWN =
      Stream.concat(
              Arrays.stream(Measure.values()).map(Measure::file), Stream.of("populations.csv"))
          .flatMap(name -> Stream.of(name, name + ".gz"))
          .collect(Collectors.toSet());

  private CountsZip() {}

  /**
   * Unpacks into a folder.
   *
   * @return names of the files unpacked
   * @throws ZipException when it is no archive, or one that is too large or holds a file twice
   */
  public static Set<String> unpack(InputStream in, Path folder) throws IOException {
    var unpacked = new LinkedHashSet<String>();
    long left = MOST_BYTES;
    int entries = 0;
    try (var zip = new ZipInputStream(in)) {
      for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        if (++entries > MOST_ENTRIES) {
          throw new ZipException("more than " + MOST_ENTRIES + " files");
        }
        var name = entry.getName().substring(entry.getName().lastIndexOf('/') + 1);
        if (!entry.isDirectory() && KNOWN.contains(name)) {
          if (!unpacked.add(name)) {
            throw new ZipException(name + " is there twice");
          }
          left = copy(zip, folder.resolve(name), left);
        }
      }
    } catch (IllegalArgumentException badName) {
      throw new ZipException("a name in it is not readable");
    }
    return unpacked;
  }

  private static long copy(InputStream from, Path to, long most) throws IOException {
    var buffer = new byte[1 << 16];
    long left = most;
    try (var out = Files.newOutputStream(to)) {
      for (int read = from.read(buffer); read >= 0; read = from.read(buffer)) {
        left -= read;
        if (left < 0) {
          throw new ZipException("unpacked it is larger than " + MOST_BYTES + " bytes");
        }
        out.write(buffer, 0, read);
      }
    }
    return left;
  }
}
