package org.hilum.platform.storage.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.hilum.platform.storage.DatabaseTroubleException;

/**
 * As whom PostgreSQL's programs run: they refuse to run as root.
 *
 * <p>We are not root: as we are. We are: as ourselves in a user namespace of their own, where our
 * number is nobody's; where a container forbids such namespaces, as the user {@value #NOBODY}, who
 * then owns the data and keeps one right of root's, to reach a folder that only root may enter.
 *
 * @param uid who owns the data
 * @param prefix what stands before each command
 */
record ServerUser(int uid, List<String> prefix) {

  /** The number of {@code nobody} on Linux. */
  private static final int NOBODY = 65534;

  private static final Duration MOMENT = Duration.ofSeconds(10);

  private static final List<String> NAMESPACE = List.of("unshare", "--user", "--");

  /** Who runs the server of a data folder that may not be there yet. */
  static ServerUser of(Path data) throws IOException {
    int us = owner(Path.of("/proc/self"));
    if (us != 0) {
      return new ServerUser(us, List.of());
    }
    if (Files.exists(data)) {
      int owner = owner(data);
      return owner == 0 ? inNamespace() : other(owner);
    }
    return namespacesWork() ? inNamespace() : other(NOBODY);
  }

  static ServerUser inNamespace() {
    return new ServerUser(0, NAMESPACE);
  }

  static ServerUser nobody() {
    return other(NOBODY);
  }

  private static ServerUser other(int uid) {
    return new ServerUser(
        uid,
        List.of(
            "setpriv",
            "--reuid=" + uid,
            "--regid=" + uid,
            "--clear-groups",
            "--inh-caps=-all,+dac_override",
            "--ambient-caps=-all,+dac_override",
            "--no-new-privs"));
  }

  private static boolean namespacesWork() {
    var command = new ArrayList<>(NAMESPACE);
    command.add("true");
    try {
      return ProgramRun.of(command, Path.of("/"), "", MOMENT).isDone();
    } catch (IOException unshareIsMissing) {
      return false;
    }
  }

  private static int owner(Path file) throws IOException {
    return (int) Files.getAttribute(file, "unix:uid");
  }

  /** Gives a folder of the server's to its user. */
  void own(Path folder) throws IOException {
    if (uid != owner(folder)) {
      Files.setAttribute(folder, "unix:uid", uid);
      Files.setAttribute(folder, "unix:gid", uid);
    }
  }

  /** Runs a program as that user. */
  ProgramRun run(List<String> command, Path folder, String input, Duration longest)
      throws IOException {
    var whole = new ArrayList<>(prefix);
    whole.addAll(command);
    try {
      return ProgramRun.of(whole, folder, input, longest);
    } catch (DatabaseTroubleException told) {
      throw told;
    } catch (IOException failed) {
      throw new DatabaseTroubleException(
          "PostgreSQL's program could not be run: "
              + failed.getMessage()
              + (prefix.isEmpty()
                  ? "."
                  : ". As root it needs the program "
                      + prefix.getFirst()
                      + " (util-linux); or start Hilum as another user."),
          failed);
    }
  }
}
