package org.hilum.imaging.dicom;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever the bytes are, reading them ends in a result. */
class HostileBytesTest {

  private static final List<TransferSyntax> SYNTAXES =
      List.of(
          TransferSyntax.IMPLICIT_LITTLE_ENDIAN,
          TransferSyntax.EXPLICIT_LITTLE_ENDIAN,
          TransferSyntax.EXPLICIT_BIG_ENDIAN,
          TransferSyntax.DEFLATED_LITTLE_ENDIAN);

  /** Bytes to put over those of a valid file. */
  record Damage(int seed, int count, int kind) {

    byte[] to(byte[] file) {
      var random = new Random(seed);
      var damaged = file.clone();
      for (int n = 0; n < count; n++) {
        int at = random.nextInt(damaged.length);
        switch (kind) {
          case 0 -> damaged[at] = (byte) random.nextInt();
          case 1 -> damaged[at] = (byte) 0xFF;
          case 2 -> damaged[at] ^= (byte) (1 << random.nextInt(8));
          default -> ByteBuffer.wrap(damaged).putInt(Math.min(at, damaged.length - 4), 0xFEFF00E0);
        }
      }
      return damaged;
    }
  }

  @Provide
  Arbitrary<Damage> damage() {
    return Combinators.combine(
            Arbitraries.integers(),
            Arbitraries.integers().between(1, 12),
            Arbitraries.of(0, 1, 2, 3))
        .as(Damage::new);
  }

  @Property(tries = 4000)
  void a_damaged_file_is_read_or_refused(@ForAll("damage") Damage damage) {
    var syntax = SYNTAXES.get(Math.floorMod(damage.seed(), SYNTAXES.size()));
    boolean undefinedLengths = (damage.seed() & 16) == 0;
    var file = EncodedFile.of(DicomReaderTest.slice().build(), syntax, undefinedLengths);

    readAll(damage.to(file));
  }

  @Property(tries = 1000)
  void noise_is_read_or_refused(@ForAll byte[] noise, @ForAll boolean marked) {
    var file = marked ? EncodedFile.withMeta("1.2.840.10008.1.2", noise) : noise;

    readAll(file);
  }

  static void readAll(byte[] file) {
    for (var depth : DicomReader.Depth.values()) {
      if (DicomReader.read(file, depth) instanceof DicomParse.Parsed parsed) {
        assertThat(FrameDecoder.decode(parsed.object(), 0)).isNotNull();
        readTexts(parsed.object().dataSet());
      }
    }
  }

  private static void readTexts(DataSet dataSet) {
    for (var element : dataSet.elements()) {
      if (element.vr().isText()) {
        assertThat(dataSet.texts(element.tag())).isNotNull();
      }
      dataSet.items(element.tag()).forEach(HostileBytesTest::readTexts);
    }
  }
}
