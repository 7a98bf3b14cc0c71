package org.hilum.imaging.dicom;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;

/** What is written comes back as it was. */
class WrittenObjectsTest {

  private static final List<Vr> TEXTS = List.of(Vr.LO, Vr.SH, Vr.UC, Vr.UT, Vr.ST, Vr.LT, Vr.PN);
  private static final List<Vr> BINARIES =
      List.of(Vr.OB, Vr.OW, Vr.US, Vr.SS, Vr.UL, Vr.SL, Vr.FL, Vr.FD, Vr.SV, Vr.UV, Vr.OL, Vr.OD);

  @Provide
  Arbitrary<DataSet> dataSets() {
    return items(2);
  }

  private Arbitrary<DataSet> items(int depth) {
    return elements(depth)
        .list()
        .ofMaxSize(8)
        .map(
            elements -> {
              var builder = DataSet.builder();
              elements.forEach(builder::put);
              return builder.build();
            });
  }

  private Arbitrary<Element> elements(int depth) {
    // Private elements, which no dictionary gives another representation.
    var tags = Arbitraries.integers().between(0x00111001, 0x001110F0);
    var texts =
        Arbitraries.of(TEXTS)
            .flatMap(
                vr ->
                    Arbitraries.strings()
                        .withChars("aZ9 王東é가")
                        .ofMaxLength(16)
                        .map(text -> Tuple.of(vr, CharacterSet.UTF_8.encode(text))));
    var binaries =
        Arbitraries.of(BINARIES)
            .flatMap(
                vr ->
                    Arbitraries.bytes()
                        .array(byte[].class)
                        .ofMinSize(8)
                        .ofMaxSize(8)
                        .map(bytes -> Tuple.of(vr, bytes)));
    var plain =
        net.jqwik.api.Combinators.combine(tags, Arbitraries.oneOf(texts, binaries))
            .as((tag, value) -> new Element(tag, value.get1(), new Element.Bytes(value.get2())));
    if (depth == 0) {
      return plain;
    }
    var sequences =
        net.jqwik.api.Combinators.combine(tags, items(depth - 1).list().ofMaxSize(3))
            .as((tag, items) -> new Element(tag, Vr.SQ, new Element.Items(items)));
    return Arbitraries.frequencyOf(Tuple.of(5, plain), Tuple.of(1, sequences));
  }

  @Property(tries = 300)
  void in_every_encoding(@ForAll("dataSets") DataSet random) throws IOException {
    var builder = DicomWriterTest.object();
    random.elements().forEach(builder::put);
    var dataSet = builder.build();

    assertThat(flat(DicomWriterTest.parsed(DicomWriterTest.written(dataSet)).dataSet()))
        .isEqualTo(flat(dataSet));
    for (var syntax :
        List.of(TransferSyntax.EXPLICIT_BIG_ENDIAN, TransferSyntax.DEFLATED_LITTLE_ENDIAN)) {
      for (boolean undefinedLengths : new boolean[] {false, true}) {
        var file = EncodedFile.of(dataSet, syntax, undefinedLengths);
        assertThat(flat(DicomWriterTest.parsed(file).dataSet())).isEqualTo(flat(dataSet));
      }
    }
  }

  /** Each element in one line; a value's padding does not count. */
  private static List<String> flat(DataSet dataSet) {
    var lines = new ArrayList<String>();
    for (var element : dataSet.elements()) {
      var name = Tag.name(element.tag()) + " " + element.vr() + " ";
      switch (element.value()) {
        case Element.Items sequence -> {
          lines.add(name + sequence.items().size());
          sequence.items().forEach(item -> lines.addAll(flat(item)));
        }
        default ->
            lines.add(
                name
                    + (element.vr().isText()
                        ? dataSet.texts(element.tag()).toString()
                        : java.util.HexFormat.of().formatHex(element.bytes())));
      }
    }
    return lines;
  }
}
