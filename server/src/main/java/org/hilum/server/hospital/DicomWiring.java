package org.hilum.server.hospital;

import org.hilum.imaging.archive.Archive;
import org.hilum.imaging.archive.ArchiveDimse;
import org.hilum.imaging.dicom.DicomServices;
import org.hilum.imaging.intake.DimseIntake;
import org.hilum.imaging.intake.InstanceReceiver;
import org.hilum.platform.access.AuditTrail;
import org.hilum.platform.access.Institutions;
import org.hilum.server.operation.OperationMetrics;
import org.hilum.server.settings.HilumSettings;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What is said over DICOM's own network protocol. */
@Configuration(proxyBeanMethods = false)
class DicomWiring {

  @Bean
  KnownCallers knownCallers(Institutions institutions, HilumSettings settings) {
    return new KnownCallers(institutions, settings.dicom());
  }

  @Bean
  DimseIntake dimseIntake(InstanceReceiver receiver, KnownCallers callers) {
    return new DimseIntake(receiver, callers);
  }

  @Bean
  DicomServices dicomServices(
      Archive archive, DimseIntake intake, KnownCallers callers, AuditTrail trail) {
    return new ArchiveDimse(archive, callers, trail).services(intake, callers);
  }

  @Bean
  DicomDoors dicomDoors(
      HilumSettings settings,
      KnownCallers callers,
      DimseIntake intake,
      DicomServices services,
      OperationMetrics metrics) {
    return new DicomDoors(
        settings.dicom(),
        callers,
        services,
        end -> {
          intake.ended(end);
          metrics.ended(end);
        });
  }
}
