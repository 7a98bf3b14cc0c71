package org.hilum.imaging.intake;

import java.nio.file.Path;

/**
 * A file whose own name says nothing.
 *
 * @param name what a person would look for, as reasons name it
 */
public record NamedFile(String name, Path file) {}
