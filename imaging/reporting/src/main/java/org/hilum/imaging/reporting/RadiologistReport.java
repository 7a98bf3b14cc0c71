package org.hilum.imaging.reporting;

import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;
import org.hilum.imaging.dicom.DataSet;

/**
 * What a radiologist's report says, ready to be put on a page and into objects.
 *
 * @param header attributes of patient and study, from an object of the study
 * @param addenda earliest first
 * @param withdrawal why it was withdrawn, and who did
 * @param critical there where somebody must be told at once
 * @param figures the numbers a reader looks for first
 * @param picture PNG file of a key picture
 * @param signature empty while nobody has signed
 * @param basis which results it rests on, in words
 * @param at when it was made
 */
public record RadiologistReport(
    DataSet header,
    Language language,
    Standing standing,
    List<String> findings,
    List<String> impression,
    List<Note> addenda,
    Optional<Note> withdrawal,
    Optional<Critical> critical,
    List<Figure> figures,
    Optional<byte[]> picture,
    Optional<Signature> signature,
    String basis,
    SoftwareIdentity software,
    ZonedDateTime at) {

  public RadiologistReport {
    findings = List.copyOf(findings);
    impression = List.copyOf(impression);
    addenda = List.copyOf(addenda);
    figures = List.copyOf(figures);
  }

  /** How far a report counts. */
  public enum Standing {
    DRAFT,
    FINAL,
    AMENDED,
    WITHDRAWN
  }

  /** Who signed, for whom, when. */
  public record Signature(String name, String organization, ZonedDateTime at) {}

  /** Something signed beside the report. */
  public record Note(String text, Signature signature) {}

  /** A result of which somebody must be told at once; empty while nobody is noted as told. */
  public record Critical(Optional<Told> told) {}

  /** Who was told, how and when. */
  public record Told(String to, String how, ZonedDateTime at) {}

  /** A number with its name. */
  public record Figure(String label, String value) {}
}
