package org.hilum.server.hospital;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import org.hilum.imaging.intake.Channel;
import org.hilum.imaging.intake.InstanceReceiver;
import org.hilum.imaging.intake.Sender;
import org.hilum.imaging.phantom.DemoStudies;
import org.hilum.imaging.phantom.PhantomCourse;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sends the drawn patient in at two dates, so that a new server has something to show. */
final class FirstPatient {

  private static final Logger LOG = LoggerFactory.getLogger(FirstPatient.class);

  private final InstanceReceiver receiver;
  private final Path workFolder;

  FirstPatient(InstanceReceiver receiver, Path workFolder) {
    this.receiver = receiver;
    this.workFolder = workFolder;
  }

  /** Draws and sends; each date goes the way that any study goes. */
  void send(String institution) {
    try {
      Files.createDirectories(workFolder);
      var folder = Files.createTempDirectory(workFolder, "phantom-");
      try {
        for (var study : DemoStudies.writeDemo(PhantomCourse.demo(), folder)) {
          send(institution, study.folder());
        }
      } finally {
        delete(folder);
      }
    } catch (IOException failed) {
      LOG.warn("the drawn patient could not be sent in", failed);
    }
  }

  private void send(String institution, Path study) throws IOException {
    var sender =
        new Sender(institution, "PHANTOM", Channel.PROGRAM, "phantom:" + study.getFileName());
    try (var files = Files.walk(study)) {
      for (var file : files.filter(Files::isRegularFile).sorted().toList()) {
        try (var in = Files.newInputStream(file)) {
          receiver.receive(sender, in);
        }
      }
    }
    receiver.transferEnded(sender);
  }

  private static void delete(Path folder) throws IOException {
    try (var files = Files.walk(folder)) {
      for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
