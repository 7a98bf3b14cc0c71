package org.hilum.imaging.correction.web;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Base64;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.hilum.imaging.correction.CorrectionReason;
import org.hilum.imaging.correction.CorrectionRefusal;
import org.hilum.imaging.correction.StepKind;
import org.hilum.imaging.correction.StepRequest;
import org.hilum.imaging.correction.StepRequest.Bounds;
import org.jspecify.annotations.Nullable;

/**
 * A step as it is asked for over HTTP.
 *
 * @param label class of opacity, named {@code class}
 * @param runs base64 of little-endian pairs of 32 bits: first voxel and count
 * @param lesions numbers or Tracking UIDs
 * @param fromHu for GROW: least HU
 * @param toHu for GROW: most HU
 * @param reachMm for GROW: how far from the middle of the mark
 */
public record StepBody(
    @Nullable Integer revision,
    @Nullable StepKind kind,
    @JsonProperty("class") @Nullable Integer label,
    @Nullable String runs,
    @Nullable List<String> lesions,
    @Nullable Double fromHu,
    @Nullable Double toHu,
    @Nullable Double reachMm) {

  private static final int MOST_LESIONS = 10_000;
  private static final long UNSIGNED = 0xFFFF_FFFFL;

  StepRequest request() throws CorrectionRefusal {
    if (revision == null || kind == null) {
      throw unclear("a step has a revision and a kind");
    }
    if (lesions != null && lesions.size() > MOST_LESIONS) {
      throw unclear("a step names at most " + MOST_LESIONS + " lesions");
    }
    return new StepRequest(
        revision,
        kind,
        label == null ? OptionalInt.empty() : OptionalInt.of(label),
        runs == null ? new long[0] : decoded(runs),
        lesions == null ? List.of() : lesions,
        new Bounds(given(fromHu), given(toHu), given(reachMm)));
  }

  private static OptionalDouble given(@Nullable Double number) {
    return number == null ? OptionalDouble.empty() : OptionalDouble.of(number);
  }

  private static long[] decoded(String text) throws CorrectionRefusal {
    try {
      var bytes = ByteBuffer.wrap(Base64.getDecoder().decode(text)).order(ByteOrder.LITTLE_ENDIAN);
      if (bytes.remaining() % (2 * Integer.BYTES) != 0) {
        throw unclear("runs are pairs of two numbers of 32 bits");
      }
      var numbers = new long[bytes.remaining() / Integer.BYTES];
      for (int n = 0; n < numbers.length; n++) {
        numbers[n] = bytes.getInt() & UNSIGNED;
      }
      return numbers;
    } catch (IllegalArgumentException noBase64) {
      throw unclear("runs are not base64");
    }
  }

  private static CorrectionRefusal unclear(String words) {
    return new CorrectionRefusal(CorrectionReason.STEP_UNCLEAR, words);
  }
}
