package org.hilum.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Properties;

/** Which version of the program this is, as built. */
public final class Version {
  private Version() {}

  /** For example {@code 0.1.0}; {@code -SNAPSHOT} marks a version not yet released. */
  public static String current() {
    try (var resource = Version.class.getResourceAsStream("version.properties")) {
      if (resource == null) {
        throw new IllegalStateException("version.properties is missing from the program");
      }
      var properties = new Properties();
      properties.load(resource);
      return properties.getProperty("version");
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
