package org.hilum.imaging.intake.upload;

/**
 * A study that an upload led to.
 *
 * @param instances how many of its files belong to it, those that were here before included
 */
public record UploadedStudy(String studyInstanceUid, int instances) {}
