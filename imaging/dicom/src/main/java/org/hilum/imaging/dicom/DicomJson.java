package org.hilum.imaging.dicom;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Optional;
import org.hilum.imaging.dicom.json.JsonOutput;

/**
 * Writes data sets as one array of the DICOM JSON Model (PS3.18 annex F), each as it comes.
 *
 * <p>A value that cannot be read is written as text where it is text, and left without a value
 * where it is not: one odd attribute never spoils an answer. Group lengths and file meta
 * information are left out.
 */
public final class DicomJson {

  /** Where values are found that are not written into the text. */
  @FunctionalInterface
  public interface BulkData {

    /** Every value stands in the text, except compressed pixels, which are left out. */
    BulkData NONE = (path, element) -> Optional.empty();

    /**
     * The address of a value; empty to have it in the text.
     *
     * @param path tags and, between them, numbers of items from 0: {@code 52009230/0/00091010}
     */
    Optional<String> uri(String path, Element element);
  }

  private final JsonOutput json;

  /** Begins an array; it is not closed with this, nor is the stream. */
  public DicomJson(OutputStream out) throws IOException {
    this.json = new JsonOutput(out).open('[');
  }

  /** Writes one data set alone, without an array around it. */
  public static void writeOne(DataSet dataSet, BulkData bulk, OutputStream out) throws IOException {
    var json = new JsonOutput(out);
    new JsonElements(json, bulk).object(dataSet);
    json.flush();
  }

  /** Writes one data set. */
  public void add(DataSet dataSet, BulkData bulk) throws IOException {
    new JsonElements(json, bulk).object(dataSet);
  }

  /** Ends the array, and hands everything on. */
  public void end() throws IOException {
    json.close(']').flush();
  }
}
