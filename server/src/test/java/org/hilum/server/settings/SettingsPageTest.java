package org.hilum.server.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class SettingsPageTest {

  private static final Path PAGE = Path.of("..", "docs", "reference", "configuration.md");

  @Test
  void the_page_of_settings_is_the_code() throws IOException {
    var page = page();
    if ("rewrite".equals(System.getProperty("hilum.golden"))) {
      Files.writeString(PAGE, page);
    }
    assertThat(Files.readString(PAGE))
        .as("docs/reference/configuration.md is generated: ./dev golden rewrites it")
        .isEqualTo(page);
  }

  @Test
  void every_setting_has_a_default_and_can_be_changed() {
    var usual = bind(Map.of());
    assertThat(usual.dicom().port()).isEqualTo(11112);
    assertThat(usual.completeness().otherwise()).hasMillis(1500);
    assertThat(usual.folder().folder())
        .hasToString(System.getProperty("user.home") + "/hilum-data");
    var changed =
        bind(
            Map.of(
                "hilum.dicom.title", "CHEST",
                "hilum.limits.object", "2GB",
                "hilum.folders[0].name", "scanner",
                "hilum.folders[0].path", "/in"));
    assertThat(changed.dicom().title()).isEqualTo("CHEST");
    assertThat(changed.limits().object().toGigabytes()).isEqualTo(2);
    assertThat(changed.folders().getFirst().institution()).isEqualTo("main");
  }

  @Test
  void passwords_stay_out_of_what_is_printed() {
    var settings =
        bind(
            Map.of(
                "hilum.database.password", "geheim-1",
                "hilum.dicom.tls.password", "geheim-2",
                "hilum.sign-on.client-secret", "geheim-3"));
    assertThat(settings.toString()).doesNotContain("geheim");
  }

  private static HilumSettings bind(Map<String, String> values) {
    return new Binder(new MapConfigurationPropertySource(values))
        .bindOrCreate("hilum", Bindable.of(HilumSettings.class));
  }

  private static String page() {
    var rows = new ArrayList<String>();
    add(rows, "hilum", HilumSettings.class);
    return """
        # Settings of the server

        In `hilum.yaml` in the data folder or the folder it is started in, by `--config`, or by environment variables (`HILUM_DICOM_TITLE`); options of `./hilum serve` win. Generated from the code by `./dev golden`.

        | setting | default | what it means |
        |---|---|---|
        """
        + String.join("\n", rows)
        + """


        The web server, its TLS and sessions are Spring Boot's own settings: `server.port` (8080), `server.address` (127.0.0.1), `server.ssl.*`, `server.servlet.session.timeout` (30m).
        """;
  }

  private static void add(List<String> rows, String prefix, Class<?> group) {
    for (var component : group.getRecordComponents()) {
      var name = prefix + "." + kebab(component.getName());
      if (component.getType() == List.class) {
        add(rows, name + "[n]", HilumSettings.Folder.class);
      } else if (component.getType().isRecord()
          && component.getType().getPackage().equals(HilumSettings.class.getPackage())) {
        add(rows, name, component.getType());
      } else {
        rows.add(row(name, group, component));
      }
    }
  }

  private static String row(String name, Class<?> group, RecordComponent component) {
    var says = component.getAnnotation(Says.class);
    assertThat(says).as("what %s means is said", name).isNotNull();
    return "| `%s` | %s | %s |".formatted(name, usual(group, component), says.value());
  }

  private static String usual(Class<?> group, RecordComponent component) {
    var parameters = group.getDeclaredConstructors()[0].getParameters();
    for (var parameter : parameters) {
      if (parameter.getName().equals(component.getName())) {
        var value = parameter.getAnnotation(DefaultValue.class);
        return value == null || value.value().length == 0 || value.value()[0].isEmpty()
            ? ""
            : "`" + value.value()[0] + "`";
      }
    }
    throw new AssertionError("no parameter for " + component.getName());
  }

  private static String kebab(String name) {
    return name.replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
  }
}
