package org.hilum.imaging.correction.work;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;
import org.hilum.imaging.correction.outline.KnownLesions;
import org.hilum.imaging.dicom.Uid;
import org.hilum.imaging.reporting.ReadingJson;

/** How numbers and lesions of a revision are kept: as text, compressed. */
final class KeptText {

  private static final String BETWEEN = "\n";

  private KeptText() {}

  static byte[] of(ReadingJson.Measured numbers) {
    return packed(numbers.measurements() + BETWEEN + numbers.lesions());
  }

  static ReadingJson.Measured numbers(byte[] kept) {
    var text = unpacked(kept);
    int between = text.indexOf(BETWEEN);
    return new ReadingJson.Measured(text.substring(0, between), text.substring(between + 1));
  }

  static byte[] of(KnownLesions lesions) {
    var text = new StringBuilder();
    for (int n = 0; n < lesions.uids().size(); n++) {
      text.append(lesions.uids().get(n).value()).append(' ').append(lesions.anchors()[n]);
      text.append(BETWEEN);
    }
    return packed(text.toString());
  }

  static Map<Uid, Integer> lesions(byte[] kept) {
    var lesions = new LinkedHashMap<Uid, Integer>();
    unpacked(kept)
        .lines()
        .forEach(
            line -> {
              int between = line.indexOf(' ');
              lesions.put(
                  new Uid(line.substring(0, between)),
                  Integer.parseInt(line.substring(between + 1)));
            });
    return lesions;
  }

  private static byte[] packed(String text) {
    var bytes = new ByteArrayOutputStream();
    try (var out = new DeflaterOutputStream(bytes)) {
      out.write(text.getBytes(StandardCharsets.UTF_8));
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return bytes.toByteArray();
  }

  private static String unpacked(byte[] kept) {
    try (var in = new InflaterInputStream(new ByteArrayInputStream(kept))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException broken) {
      throw new UncheckedIOException("kept text cannot be read", broken);
    }
  }
}
