package org.hilum.server.hospital;

import java.util.Optional;
import org.hilum.imaging.intake.DimseIntake;
import org.hilum.imaging.intake.InstanceReceiver;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What is said over DICOM's own network protocol. */
@Configuration(proxyBeanMethods = false)
class DicomWiring {

  @Bean
  DimseIntake dimseIntake(InstanceReceiver receiver) {
    return new DimseIntake(receiver, object -> Optional.of(OpeningHours.FIRST_INSTITUTION));
  }
}
