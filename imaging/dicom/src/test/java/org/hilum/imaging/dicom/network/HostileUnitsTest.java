package org.hilum.imaging.dicom.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.EOFException;
import java.io.IOException;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.hilum.imaging.dicom.DicomServices;
import org.hilum.imaging.dicom.DimseStatus;
import org.hilum.imaging.dicom.ProposedContext;
import org.hilum.imaging.dicom.StoredObjectSink;

/** Whatever arrives, it is understood or refused as broken protocol; nothing else is thrown. */
class HostileUnitsTest {

  private static final byte[] REQUEST =
      AssociateRequest.of("THERE", "HERE", List.of(ProposedContext.verification()), 0).bytes();
  private static final byte[] ACCEPT =
      new Negotiation(
              org.hilum.imaging.dicom.StoragePolicy.OPEN,
              DicomServices.storing(object -> StoredObjectSink.refusing(DimseStatus.SUCCESS)))
          .accept(parsedRequest(), 0)
          .bytes();
  private static final byte[] COMMAND =
      CommandSet.request(CommandSet.STORE_REQUEST, 1, "1.2.3", true).bytes();

  private static AssociateRequest parsedRequest() {
    return AssociateRequest.of("THERE", "HERE", List.of(ProposedContext.verification()), 0);
  }

  private interface Parsing {
    Object parse(byte[] bytes) throws IOException;
  }

  private static void understoodOrRefused(Parsing parsing, byte[] bytes) {
    try {
      assertThat(parsing.parse(bytes)).isNotNull();
    } catch (BrokenProtocolException | EOFException refused) {
      assertThat(refused.getMessage()).isNotBlank();
    } catch (IOException other) {
      throw new AssertionError("an exception that was not declared", other);
    }
  }

  private static byte[] damaged(byte[] pdu, int[] places, byte value) {
    var copy = pdu.clone();
    for (int place : places) {
      copy[Math.floorMod(place, copy.length)] += value;
    }
    return copy;
  }

  @Property(tries = 2000)
  void a_damaged_request(@ForAll @Size(min = 1, max = 6) int[] places, @ForAll byte value) {
    understoodOrRefused(
        AssociateRequest::parse, ProtocolDataUnitsTest.body(damaged(REQUEST, places, value)));
  }

  @Property(tries = 2000)
  void a_damaged_acceptance(@ForAll @Size(min = 1, max = 6) int[] places, @ForAll byte value) {
    understoodOrRefused(
        AssociateAccept::parse, ProtocolDataUnitsTest.body(damaged(ACCEPT, places, value)));
  }

  @Property(tries = 2000)
  void a_damaged_command(@ForAll @Size(min = 1, max = 6) int[] places, @ForAll byte value) {
    understoodOrRefused(CommandSet::parse, damaged(COMMAND, places, value));
  }

  @Property(tries = 1000)
  void noise(@ForAll byte[] noise) {
    understoodOrRefused(AssociateRequest::parse, noise);
    understoodOrRefused(AssociateAccept::parse, noise);
    understoodOrRefused(AssociateReject::parse, noise);
    understoodOrRefused(CommandSet::parse, noise);
    understoodOrRefused(HostileUnitsTest::allUnits, noise);
  }

  @Property(tries = 1000)
  void units_whose_lengths_lie(
      @ForAll @IntRange(min = 1, max = 7) int type,
      @ForAll int length,
      @ForAll @Size(max = 64) byte[] rest) {
    var unit = new ItemBytes().octets(type, 0).number32(length).bytes(rest).toArray();

    understoodOrRefused(HostileUnitsTest::allUnits, unit);
  }

  private static Object allUnits(byte[] bytes) throws IOException {
    var input = ProtocolDataUnitsTest.input(4096, bytes);
    int units = 0;
    for (var type = input.next(); type.isPresent(); type = input.next()) {
      if (type.get() == PduType.DATA) {
        while (input.hasFragment()) {
          input.move(input.fragment(), (from, offset, length) -> {});
        }
      } else {
        input.body();
      }
      units++;
    }
    return units;
  }
}
