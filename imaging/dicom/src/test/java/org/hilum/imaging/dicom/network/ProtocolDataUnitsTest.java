package org.hilum.imaging.dicom.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.hilum.imaging.dicom.DimseStatus;
import org.hilum.imaging.dicom.ProposedContext;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ProtocolDataUnitsTest {

  private static final List<ProposedContext> CONTEXTS =
      List.of(
          ProposedContext.verification(),
          new ProposedContext("1.2.3", List.of("1.2.840.10008.1.2.1", "1.2.840.10008.1.2")));

  static byte[] body(byte[] pdu) {
    return Arrays.copyOfRange(pdu, 6, pdu.length);
  }

  static PduInput input(int most, byte[]... units) {
    var all = new ByteArrayOutputStream();
    for (var unit : units) {
      all.writeBytes(unit);
    }
    return new PduInput(new ByteArrayInputStream(all.toByteArray())::read, most);
  }

  private static byte[] hex(String digits) {
    return HexFormat.of().parseHex(digits.replace(" ", ""));
  }

  @Nested
  class Association_units {

    @Test
    void a_request_comes_back_as_it_was() throws IOException {
      var request = AssociateRequest.of("THERE", "HERE", CONTEXTS, 4096);

      assertThat(AssociateRequest.parse(body(request.bytes()))).isEqualTo(request);
    }

    @Test
    void a_request_is_laid_out_as_the_standard_says() {
      var request =
          AssociateRequest.of("B", "A", List.of(new ProposedContext("1.2", List.of("1"))), 16);
      var bytes = request.bytes();

      assertThat(Arrays.copyOf(bytes, 12))
          .startsWith(hex("01 00"))
          .endsWith(hex("00 01 00 00 42 20"));
      assertThat(new String(bytes, 10, 32, StandardCharsets.US_ASCII))
          .isEqualTo("B               A               ");
      assertThat(Arrays.copyOfRange(bytes, 74, 99))
          .isEqualTo(item("10 00 00 15", "1.2.840.10008.3.1.1.1"));
      assertThat(Arrays.copyOfRange(bytes, 99, 119))
          .isEqualTo(hex("20 00 00 10 01 00 00 00 30 00 00 03 31 2e 32 40 00 00 01 31"));
      assertThat(Arrays.copyOfRange(bytes, 123, 131)).isEqualTo(hex("51 00 00 04 00 00 00 10"));
    }

    private static byte[] item(String head, String text) {
      var item = new ByteArrayOutputStream();
      item.writeBytes(hex(head));
      item.writeBytes(text.getBytes(StandardCharsets.US_ASCII));
      return item.toByteArray();
    }

    @Test
    void an_acceptance_comes_back_as_it_was() throws IOException {
      var accept =
          new AssociateAccept(
              "THERE",
              "HERE",
              Map.of(1, new AssociateAccept.AnsweredContext(0, "1.2.840.10008.1.2")),
              UserInformation.ours(0));

      assertThat(AssociateAccept.parse(body(accept.bytes()))).isEqualTo(accept);
    }

    @Test
    void a_rejection_has_result_source_and_reason() throws IOException {
      var bytes = AssociateReject.LOCAL_LIMIT_EXCEEDED.bytes();

      assertThat(bytes).isEqualTo(hex("03 00 00 00 00 04 00 02 03 02"));
      assertThat(AssociateReject.parse(body(bytes)).isTransient()).isTrue();
    }

    @Test
    void release_and_abort_are_ten_bytes() {
      assertThat(ShortPdu.releaseRequest()).isEqualTo(hex("05 00 00 00 00 04 00 00 00 00"));
      assertThat(ShortPdu.releaseResponse()).isEqualTo(hex("06 00 00 00 00 04 00 00 00 00"));
      assertThat(ShortPdu.abort()).isEqualTo(hex("07 00 00 00 00 04 00 00 00 00"));
      assertThat(ShortPdu.abort(BrokenProtocolException.Reason.UNEXPECTED_PDU))
          .isEqualTo(hex("07 00 00 00 00 04 00 00 02 02"));
    }

    @Test
    void one_operation_at_a_time_is_answered_and_no_provider_role_given_away() throws IOException {
      var proposed =
          new UserInformation(
              0, "1.2", "X", true, List.of(new UserInformation.Role("1.2.3", true, true)));

      var answer = UserInformation.ours(0).answering(proposed, sopClass -> false);

      assertThat(answer.asynchronous()).isTrue();
      assertThat(HexFormat.of().formatHex(answer.bytes().toArray())).contains("5300000400010001");
      assertThat(answer.roles()).containsExactly(new UserInformation.Role("1.2.3", true, false));
    }

    @Test
    void a_title_that_cannot_be_printed_is_made_printable() throws IOException {
      var bytes = AssociateRequest.of("A\u0001\\B", "Ä", CONTEXTS, 0).bytes();

      var request = AssociateRequest.parse(body(bytes));

      assertThat(request.calledTitle()).isEqualTo("A??B");
      assertThat(request.callingTitle()).isEqualTo("?");
    }
  }

  @Nested
  class Data_units {

    /** Command C-ECHO-RSP in context 1, as PS3.7 table 9.3-13 and PS3.8 annex E lay it out. */
    private static final String ECHO_RESPONSE =
        "04 00 00 00 00 54 00 00 00 50 01 03"
            + "00 00 00 00 04 00 00 00 42 00 00 00"
            + "00 00 02 00 12 00 00 00 31 2e 32 2e 38 34 30 2e 31 30 30 30 38 2e 31 2e 31 00"
            + "00 00 00 01 02 00 00 00 30 80"
            + "00 00 20 01 02 00 00 00 07 00"
            + "00 00 00 08 02 00 00 00 01 01"
            + "00 00 00 09 02 00 00 00 00 00";

    @Test
    void an_echo_is_answered_in_the_bytes_of_the_standard() throws IOException {
      var request = CommandSet.request(CommandSet.ECHO_REQUEST, 7, "1.2.840.10008.1.1", false);
      var response = CommandSet.response(request, DimseStatus.SUCCESS).bytes();

      assertThat(response).isEqualTo(Arrays.copyOfRange(hex(ECHO_RESPONSE), 12, 90));
      assertThat(CommandSet.parse(response).status()).isEqualTo(DimseStatus.SUCCESS);
    }

    @Test
    void fragments_are_taken_in_order() throws IOException {
      var input = input(0, hex("04 00 00 00 00 0f 00 00 00 04 01 01 aa bb 00 00 00 03 03 02 cc"));

      assertThat(input.next()).contains(PduType.DATA);
      assertThat(input.fragment()).isEqualTo(new PduInput.Fragment(1, true, false, 2));
      var taken = new ByteArrayOutputStream();
      input.move(new PduInput.Fragment(1, true, false, 2), taken::write);
      var last = input.fragment();
      assertThat(last).isEqualTo(new PduInput.Fragment(3, false, true, 1));
      input.move(last, taken::write);
      assertThat(taken.toByteArray()).isEqualTo(hex("aa bb cc"));
      assertThat(input.hasFragment()).isFalse();
      assertThat(input.next()).isEmpty();
    }

    @Test
    void longer_than_agreed_is_refused() {
      var input = input(4096, hex("04 00 00 00 10 01"));

      assertThatThrownBy(input::next).isInstanceOf(BrokenProtocolException.class);
    }

    @Test
    void a_fragment_longer_than_its_unit_is_refused() throws IOException {
      var input = input(0, hex("04 00 00 00 00 07 00 00 00 04 01 01 aa"));
      input.next();

      assertThatThrownBy(input::fragment).isInstanceOf(BrokenProtocolException.class);
    }

    @Test
    void what_is_no_unit_is_known_by_its_first_byte() {
      var http = input(0, "G".getBytes(StandardCharsets.US_ASCII));

      assertThatThrownBy(http::next)
          .isInstanceOf(BrokenProtocolException.class)
          .hasMessageContaining("no DICOM");
    }

    @Test
    void a_status_says_why() throws IOException {
      var request = CommandSet.request(CommandSet.STORE_REQUEST, 1, "1.2", true);
      var full = CommandSet.response(request, DimseStatus.outOfResources("the disk is full"));

      assertThat(CommandSet.parse(full.bytes()).status())
          .isEqualTo(new DimseStatus(0xA700, "the disk is full"));
    }
  }
}
