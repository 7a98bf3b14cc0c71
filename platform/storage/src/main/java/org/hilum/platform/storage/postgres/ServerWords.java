package org.hilum.platform.storage.postgres;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;

/** What the server says of its own trouble, in one line, with what to do where we know it. */
final class ServerWords {

  private static final Pattern GRAVE = Pattern.compile(".*(FATAL|PANIC|ERROR|could not|error:).*");
  private static final int LONGEST = 400;

  private ServerWords() {}

  static String of(String output) {
    if (output.contains("No space left on device")) {
      return "the disk is full. Free some space and start again.";
    }
    if (output.contains("invalid locale name")) {
      return "this system has no locale C.UTF-8. Install it (Debian: libc-bin, Red Hat:"
          + " glibc-common).";
    }
    var lines = Arrays.stream(output.split("\n", -1)).filter(line -> !line.isBlank()).toList();
    var grave = lines.stream().filter(line -> GRAVE.matcher(line).matches()).toList();
    var chosen = grave.isEmpty() ? lines : grave;
    var line = chosen.isEmpty() ? "it said nothing" : chosen.getLast().strip();
    return line.length() > LONGEST ? line.substring(0, LONGEST) + "…" : line;
  }

  /** What stands at the end of a folder's newest logs. */
  static String tail(Path log) throws IOException {
    try (var files = Files.list(log)) {
      List<Path> newest =
          files
              .sorted(Comparator.comparing(file -> file.toFile().lastModified()))
              .filter(Files::isRegularFile)
              .toList();
      var words = new StringBuilder();
      for (var file : newest.subList(Math.max(0, newest.size() - 2), newest.size())) {
        words.append(end(file)).append('\n');
      }
      return words.toString();
    }
  }

  private static String end(Path file) throws IOException {
    final int most = 4096;
    try (var channel = Files.newByteChannel(file)) {
      channel.position(Math.max(0, channel.size() - most));
      var bytes = java.nio.ByteBuffer.allocate(most);
      while (bytes.hasRemaining() && channel.read(bytes) >= 0) {
        // Until the buffer is full or the file ends.
      }
      return new String(bytes.array(), 0, bytes.position(), StandardCharsets.UTF_8);
    }
  }
}
