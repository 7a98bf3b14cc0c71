package org.hilum.server.hospital;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.hilum.imaging.dicom.AssociationEnd;
import org.hilum.imaging.dicom.DicomListener;
import org.hilum.imaging.dicom.DicomServices;
import org.hilum.imaging.dicom.ListenerSettings;
import org.hilum.imaging.dicom.TransportSecurity;
import org.hilum.server.settings.HilumSettings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The ports of DICOM: one in clear, one by TLS, each where it is wanted. */
final class DicomDoors {

  private static final Logger LOG = LoggerFactory.getLogger(DicomDoors.class);
  private static final Duration FOR_RUNNING_MESSAGES = Duration.ofSeconds(10);

  private final HilumSettings.Dicom settings;
  private final KnownCallers callers;
  private final AssociationEnd.Observer ends;
  private final DicomServices services;
  private final List<DicomListener> open = new ArrayList<>();

  DicomDoors(
      HilumSettings.Dicom settings,
      KnownCallers callers,
      DicomServices services,
      AssociationEnd.Observer ends) {
    this.settings = settings;
    this.callers = callers;
    this.ends = ends;
    this.services = services;
  }

  void open() throws IOException {
    if (settings.port() > 0) {
      open(settings.port(), new TransportSecurity.Plain());
    }
    if (settings.tls().port() > 0) {
      open(settings.tls().port(), new DicomKeys(settings.tls()).security());
    }
  }

  private void open(int port, TransportSecurity security) throws IOException {
    var listening =
        ListenerSettings.at(new InetSocketAddress(settings.address(), port))
            .withMostAssociations(settings.mostAssociations())
            .with(security);
    try {
      open.add(DicomListener.start(listening, callers, services, ends));
    } catch (IOException taken) {
      throw new IOException(
          "port "
              + port
              + " for DICOM cannot be opened: is another server running? Choose one with"
              + " --dicom-port",
          taken);
    }
  }

  /** Lets running messages be answered, and closes. */
  void close() {
    for (var listener : open) {
      try {
        if (!listener.stop(FOR_RUNNING_MESSAGES)) {
          LOG.warn("some DICOM messages were cut off");
        }
      } catch (IOException failed) {
        LOG.warn("a DICOM port did not close well", failed);
      }
    }
    open.clear();
  }
}
