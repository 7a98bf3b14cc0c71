package org.hilum.server.hospital;

import org.hilum.server.settings.HilumSettings;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Import;

/** The server: what it is made of. */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration
@EnableConfigurationProperties(HilumSettings.class)
@Import({
  StorageWiring.class,
  AccessWiring.class,
  ArchiveWiring.class,
  WorkWiring.class,
  OperationWiring.class,
  PageWiring.class,
  DicomWiring.class,
  WebWiring.class,
  EpidemicWiring.class,
  OpeningHours.class
})
public class HospitalServer {}
