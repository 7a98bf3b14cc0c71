package org.hilum.server.hospital;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.hilum.imaging.segmentation.ChestSegmenter;
import org.springframework.beans.factory.support.RootBeanDefinition;
import org.springframework.boot.Banner;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.ResolvableType;

/**
 * How a server is started in this process.
 *
 * @param folder of everything it keeps
 * @param config settings in YAML; without them hilum.yaml of that folder or of the working folder
 */
public record ServerStart(Path folder, Optional<Path> config) {

  /**
   * Starts it; what is said in options ({@code --server.port=0}) wins over files and environment.
   *
   * @param segmenter asked when the first study is read; whoever starts closes it
   */
  public ConfigurableApplicationContext run(
      Supplier<ChestSegmenter> segmenter, List<String> options) {
    return new SpringApplicationBuilder(HospitalServer.class)
        .bannerMode(Banner.Mode.OFF)
        .logStartupInfo(false)
        .registerShutdownHook(false)
        .initializers(
            context ->
                ((GenericApplicationContext) context)
                    .registerBeanDefinition("segmenter", bean(segmenter)))
        .properties(defaults())
        .run(options.toArray(String[]::new));
  }

  private static RootBeanDefinition bean(Supplier<ChestSegmenter> segmenter) {
    var bean = new RootBeanDefinition();
    bean.setTargetType(ResolvableType.forClassWithGenerics(Supplier.class, ChestSegmenter.class));
    bean.setInstanceSupplier(() -> segmenter);
    bean.setDestroyMethodName("");
    return bean;
  }

  private Map<String, Object> defaults() {
    var files =
        config
            .map(file -> "file:" + file.toAbsolutePath())
            .orElse("optional:file:" + folder.resolve("hilum.yaml") + ",optional:file:hilum.yaml");
    return Map.ofEntries(
        Map.entry("server.address", "127.0.0.1"),
        Map.entry("server.shutdown", "graceful"),
        Map.entry("server.servlet.session.timeout", "30m"),
        Map.entry("server.servlet.session.persistent", "true"),
        Map.entry("server.servlet.session.store-dir", folder.resolve("sessions").toString()),
        Map.entry("server.servlet.session.cookie.same-site", "strict"),
        Map.entry("server.servlet.session.cookie.http-only", "true"),
        Map.entry("server.max-http-request-header-size", "32KB"),
        Map.entry("server.tomcat.max-swallow-size", "2MB"),
        Map.entry("server.error.include-message", "never"),
        Map.entry("spring.config.additional-location", files),
        Map.entry("server.compression.enabled", "true"),
        Map.entry(
            "server.compression.mime-types",
            "text/html,text/css,text/javascript,image/svg+xml,application/wasm,application/json,"
                + "application/dicom+json"),
        Map.entry("spring.main.log-startup-info", "false"),
        Map.entry("spring.mvc.problemdetails.enabled", "true"),
        Map.entry("spring.servlet.multipart.enabled", "false"),
        Map.entry("spring.threads.virtual.enabled", "true"),
        Map.entry("management.endpoints.web.exposure.include", "health,prometheus"),
        Map.entry("management.endpoint.health.probes.enabled", "true"),
        Map.entry("management.endpoint.health.group.readiness.include", "readinessState,room"),
        Map.entry("springdoc.api-docs.path", "/api/openapi"),
        Map.entry("logging.file.name", folder.resolve("logs").resolve("hilum.log").toString()),
        Map.entry("logging.structured.format.file", "ecs"),
        Map.entry("logging.logback.rollingpolicy.max-file-size", "20MB"),
        Map.entry("logging.logback.rollingpolicy.total-size-cap", "500MB"),
        Map.entry("logging.threshold.console", "WARN"),
        Map.entry("logging.level.org.flywaydb", "ERROR"),
        Map.entry("logging.level.com.zaxxer.hikari", "WARN"),
        Map.entry("logging.level.org.springdoc", "ERROR"));
  }
}
