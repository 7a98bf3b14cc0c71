package org.hilum.imaging.reporting;

/** Which program made an object. */
public record SoftwareIdentity(String name, String version) {}
