package org.hilum.imaging.dicom.network;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hilum.imaging.dicom.ProposedContext;
import org.hilum.imaging.dicom.network.BrokenProtocolException.Reason;

/**
 * A-ASSOCIATE-RQ: who calls whom, for what (PS3.8 9.3.2).
 *
 * @param protocolVersion a bit for each version; the lowest is version 1
 * @param contexts by their number, odd, 1 to 255
 */
record AssociateRequest(
    int protocolVersion,
    String calledTitle,
    String callingTitle,
    String applicationContext,
    Map<Integer, ProposedContext> contexts,
    UserInformation user) {

  /** The only application context of DICOM (PS3.7 A.2.1). */
  static final String DICOM = "1.2.840.10008.3.1.1.1";

  static final int TITLE_BYTES = 16;
  static final int RESERVED_BYTES = 32;

  /** Ours, contexts numbered 1, 3, 5 and so on. */
  static AssociateRequest of(
      String calledTitle, String callingTitle, List<ProposedContext> contexts, int mostPduBytes) {
    var numbered = new LinkedHashMap<Integer, ProposedContext>();
    for (var context : contexts) {
      numbered.put(2 * numbered.size() + 1, context);
    }
    return new AssociateRequest(
        1, calledTitle, callingTitle, DICOM, numbered, UserInformation.ours(mostPduBytes));
  }

  /** The same, proposing that we are the provider of some abstract syntaxes. */
  AssociateRequest providing(Set<String> abstractSyntaxes) {
    return new AssociateRequest(
        protocolVersion,
        calledTitle,
        callingTitle,
        applicationContext,
        contexts,
        user.providing(abstractSyntaxes));
  }

  static AssociateRequest parse(byte[] body) throws BrokenProtocolException {
    var buffer = ByteBuffer.wrap(body);
    Item.require(buffer, 4 + 2 * TITLE_BYTES + RESERVED_BYTES);
    int version = Short.toUnsignedInt(buffer.getShort());
    buffer.getShort();
    var called = title(Item.take(buffer, TITLE_BYTES));
    var calling = title(Item.take(buffer, TITLE_BYTES));
    Item.take(buffer, RESERVED_BYTES);
    var applicationContext = "";
    var contexts = new LinkedHashMap<Integer, ProposedContext>();
    var user = UserInformation.parse(ByteBuffer.allocate(0));
    for (var item : Item.all(buffer)) {
      switch (item.type()) {
        case Item.APPLICATION_CONTEXT -> applicationContext = item.text();
        case Item.OFFERED_CONTEXT -> offered(item.content(), contexts);
        case Item.USER_INFORMATION -> user = UserInformation.parse(item.content());
        default -> {
          // items of later editions are to be passed over (PS3.8 9.3.1)
        }
      }
    }
    return new AssociateRequest(version, called, calling, applicationContext, contexts, user);
  }

  /** A title in printable characters, so that it can be stored and logged. */
  private static String title(ByteBuffer bytes) {
    return Item.text(bytes).replaceAll("[^ -\\[\\]-~]", "?");
  }

  private static void offered(ByteBuffer content, Map<Integer, ProposedContext> contexts)
      throws BrokenProtocolException {
    Item.require(content, 4);
    int number = Byte.toUnsignedInt(content.get());
    content.position(4);
    var abstractSyntax = "";
    var transferSyntaxes = new ArrayList<String>();
    for (var item : Item.all(content)) {
      switch (item.type()) {
        case Item.ABSTRACT_SYNTAX -> abstractSyntax = item.text();
        case Item.TRANSFER_SYNTAX -> transferSyntaxes.add(item.text());
        default ->
            throw new BrokenProtocolException(
                Reason.UNEXPECTED_PARAMETER, "a presentation context holds something else");
      }
    }
    var context = new ProposedContext(abstractSyntax, transferSyntaxes);
    if (number % 2 == 0 || contexts.put(number, context) != null) {
      throw new BrokenProtocolException(
          Reason.INVALID_PARAMETER, "numbers of presentation contexts are odd and come once");
    }
  }

  byte[] bytes() {
    var body = opening(protocolVersion, calledTitle, callingTitle);
    body.item(Item.APPLICATION_CONTEXT, applicationContext);
    contexts.forEach(
        (number, context) -> body.item(Item.OFFERED_CONTEXT, offered(number, context)));
    return body.item(Item.USER_INFORMATION, user.bytes()).pdu(PduType.ASSOCIATE_REQUEST);
  }

  private static ItemBytes offered(int number, ProposedContext context) {
    var content =
        new ItemBytes()
            .octets(number, 0, 0, 0)
            .item(Item.ABSTRACT_SYNTAX, context.abstractSyntax());
    context.transferSyntaxes().forEach(uid -> content.item(Item.TRANSFER_SYNTAX, uid));
    return content;
  }

  /** What request and acceptance begin with. */
  static ItemBytes opening(int protocolVersion, String called, String calling) {
    return new ItemBytes()
        .number16(protocolVersion)
        .number16(0)
        .text(padded(called))
        .text(padded(calling))
        .bytes(new byte[RESERVED_BYTES]);
  }

  private static String padded(String title) {
    var padded = title + " ".repeat(TITLE_BYTES);
    return padded.substring(0, TITLE_BYTES);
  }
}
