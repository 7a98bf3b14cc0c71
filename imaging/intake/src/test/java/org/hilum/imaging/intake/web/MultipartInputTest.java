package org.hilum.imaging.intake.web;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class MultipartInputTest {

  private static final String BOUNDARY = "-b-";

  /** Gives no more than a few bytes at once, as a slow line does. */
  private static InputStream slow(byte[] bytes, int most) {
    return new ByteArrayInputStream(bytes) {
      @Override
      public synchronized int read(byte[] into, int offset, int length) {
        return super.read(into, offset, Math.min(length, most));
      }
    };
  }

  private static List<byte[]> parts(InputStream in) throws IOException {
    var input = new MultipartInput(in, BOUNDARY, Long.MAX_VALUE);
    var parts = new ArrayList<byte[]>();
    while (input.next().isPresent()) {
      var part = new ByteArrayOutputStream();
      input.body(part::write);
      parts.add(part.toByteArray());
    }
    return parts;
  }

  private static byte[] written(List<byte[]> parts) {
    var out = new ByteArrayOutputStream();
    for (var part : parts) {
      out.writeBytes("\r\n---b-\r\nContent-Type: application/dicom\r\n\r\n".getBytes(ISO_8859_1));
      out.writeBytes(part);
    }
    out.writeBytes("\r\n---b---\r\n".getBytes(ISO_8859_1));
    return out.toByteArray();
  }

  private static byte[] bytes(String text) {
    return text.getBytes(ISO_8859_1);
  }

  private static List<byte[]> awkward() {
    return List.of(
        bytes(""),
        bytes("\r\n---b"),
        bytes("\r\n--\r\n---c-\r\r\n---"),
        bytes("---b-"),
        bytes("\r"),
        bytes("\r\n\r\n\r\n"));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 7, 4096})
  void parts_come_as_they_were_whatever_the_line_gives_at_once(int most) throws IOException {
    assertThat(parts(slow(written(awkward()), most))).containsExactlyElementsOf(awkward());
  }

  @Test
  void large_parts_of_few_different_bytes_come_as_they_were() throws IOException {
    var random = new Random(5);
    var letters = bytes("\r\n-b");
    var parts = new ArrayList<byte[]>();
    for (int n = 0; n < 20; n++) {
      var part = new byte[random.nextInt(300_000)];
      for (int at = 0; at < part.length; at++) {
        part[at] = letters[random.nextInt(letters.length)];
      }
      // The boundary itself cannot be in a part.
      parts.add(bytes(new String(part, ISO_8859_1).replace("---b-", "---b_")));
    }
    assertThat(parts(slow(written(parts), 50_000))).containsExactlyElementsOf(parts);
  }

  @Test
  void what_breaks_off_anywhere_is_told_and_no_half_part_ends() {
    var whole = written(awkward());
    int last = whole.length - "\r\n".length();
    for (int length = 0; length < last; length++) {
      var cut = Arrays.copyOf(whole, length);
      assertThatThrownBy(() -> parts(slow(cut, 3)))
          .as("cut at %d", length)
          .isInstanceOf(BrokenMultipartException.class);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "---b-\r\nContent-Type: a/b\r\n\r\nx\r\n---b---",
        "words before\r\n---b-\r\nContent-Type: a/b\r\n\r\nx\r\n---b---words after",
        "---b-  \r\nContent-Type: a/b\r\n\r\nx\r\n---b---",
        "---b-\nContent-Type: a/b\n\nx\r\n---b---"
      })
  void what_others_write_around_parts_is_read_over(String text) throws IOException {
    assertThat(parts(new ByteArrayInputStream(bytes(text)))).containsExactly(bytes("x"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "---b-", "no boundary at all", "---b-x\r\n\r\nx\r\n---b---"})
  void what_is_no_multipart_is_refused(String text) {
    assertThatThrownBy(() -> parts(new ByteArrayInputStream(bytes(text))))
        .isInstanceOf(BrokenMultipartException.class);
  }

  @Test
  void endless_headers_and_endless_words_before_the_first_part_are_refused() {
    var headers = "---b-\r\n" + "a: b\r\n".repeat(10_000);
    assertThatThrownBy(() -> parts(new ByteArrayInputStream(bytes(headers))))
        .hasMessageContaining("headers");
    var before = "x".repeat(1_000_000);
    assertThatThrownBy(() -> parts(new ByteArrayInputStream(bytes(before))))
        .hasMessageContaining("no part begins");
  }

  @Test
  void more_bytes_than_the_limit_are_refused() {
    var whole = written(List.of(new byte[100_000]));
    assertThatThrownBy(
            () -> new MultipartInput(new ByteArrayInputStream(whole), BOUNDARY, 50_000).next())
        .hasMessageContaining("more bytes");
  }

  @Test
  void a_part_that_nobody_reads_is_passed_over() throws IOException {
    var input =
        new MultipartInput(
            new ByteArrayInputStream(written(List.of(bytes("one"), bytes("two")))),
            BOUNDARY,
            Long.MAX_VALUE);
    assertThat(input.next()).isPresent();
    assertThat(input.next().orElseThrow()).containsEntry("content-type", "application/dicom");
    assertThat(input.next()).isEmpty();
  }
}
